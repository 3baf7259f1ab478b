"""Small records for tests of the brief: each builder gives a whole, true record and takes what a test is about."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from chancery.advise import Material, SourceLook
from chancery.advise.records import Block, Brief, BriefSection, Conversation, Item, Paper
from chancery.common.citation import Citation, Span, digest_of
from chancery.common.mission import Accreditation, Mission, Place, Section, Theme
from chancery.common.said import Said
from chancery.sources.package_data import read_phrases
from chancery.watch.records import Article, Copy, CountryTag, Joining, Reading, Rights, Source, Story

NOW = datetime(2026, 3, 17, 6, 30, tzinfo=UTC)
MORNING = NOW - timedelta(hours=2)
LANGUAGES = ("en", "vi", "fr", "ru", "ar", "zh")


def article(ref: str, text: str = "", **fields: Any) -> Article:
    given = {
        "source": "tribune",
        "title": f"Title of {ref}",
        "seen": MORNING,
        "lang": "en",
        "url": f"https://tribune.example/{ref}",
    }
    merged = {**given, **fields}
    return Article(id=ref, text=text, **{"claimed": merged["seen"], **merged})


def source(ref: str = "tribune", **fields: Any) -> Source:
    given = {"name": f"The {ref.title()}", "owner": f"house of {ref}", "rights": Rights(quote_words=60)}
    return Source(ref, **{**given, **fields})


def mission(**fields: Any) -> Mission:
    given: dict[str, Any] = {
        "languages": ("en", "vi", "fr"),
        "time_zone": "Africa/Tunis",
        "accreditations": (Accreditation("XM", "resident"), Accreditation("XJ", "concurrent")),
        "sections": (Section("economic", "Economic section", (Theme("tiles", "Ceramic tiles", ("ceramic tile", "tiles")),)),),
        "places": (
            Place("XM", "state", (("en", "Ilmara"),)),
            Place("XJ", "state", (("en", "Jadwan"),)),
            Place("XV", "state", (("en", "Vanlan"),)),
        ),
        "ceiling": "sensitive",
    }
    return Mission("port-lanval", "Embassy of Vanlan in Ilmara", "XV", **{**given, **fields})


def story(ref: str, *articles: Article, country: str = "XM", copies: Sequence[tuple[str, str]] = ()) -> Story:
    of = dict(copies)
    tags = (CountryTag(country, "focus", 1.0, ()),)
    readings = tuple(
        Reading(each, each.lang, tags, Copy(each.id, of[each.id], "text", 1.0) if each.id in of else None) for each in articles
    )
    return Story(ref, readings, tuple(Joining(each.id, ref, (Said("first report of its story"),)) for each in articles))


def conversation(ref: str = "talk-1", **fields: Any) -> Conversation:
    given = {
        "date": date(2026, 3, 16),
        "office": "Head of Investigations, Trade Remedies Office",
        "place": "Port Lanval",
        "title": "Tiles: the hearing of 24 March",
        "text": "The hearing stands on 24 March. Nobody has asked us to move it.",
        "story_terms": ("tile hearing",),
    }
    return Conversation(ref, "port-lanval", **{**given, **fields})


def paper(ref: str = "task-1", **fields: Any) -> Paper:
    given = {
        "kind": "task",
        "date": date(2026, 1, 12),
        "title": f"Matter {ref}",
        "due": date(2026, 3, 19),
        "owner": "Economic section",
    }
    return Paper(ref, "port-lanval", **{**given, **fields})


def material(stories: Sequence[Story] = (), **fields: Any) -> Material:
    used = {reading.article.source for each in stories for reading in each.readings}
    sources = fields.pop("sources", None) or [source(ref) for ref in sorted(used)]
    newest = {r.article.source: r.article.seen for each in stories for r in each.readings}
    given = {
        "mission": mission(),
        "looks": tuple(SourceLook(each, newest.get(each.id)) for each in sources),
        "conversations": (),
        "papers": (),
        "previous": None,
        "phrases": read_phrases("en"),
        "now": NOW,
    }
    return Material(stories=tuple(stories), **{**given, **fields})


def cite(of: Article, words: str = "", field: str = "text", name: str = "The Tribune") -> Citation:
    whole = of.field(field)
    start = whole.index(words) if words else 0
    end = start + len(words) if words else len(whole)
    return Citation(
        "article",
        of.id,
        of.title,
        name,
        of.published,
        of.url,
        of.lang,
        Span(field, start, end),
        whole[start:end],
        digest=digest_of(whole),
    )


def quote(of: Article, words: str = "", ref: str = "b1", field: str = "text") -> Block:
    citation = cite(of, words, field)
    return Block(ref, "fact", citation.quote, (citation,), "source", of.lang, speaker="The Tribune")


def said(text: str, *citations: Citation, kind: Any = "fact", ref: str = "b1", **fields: Any) -> Block:
    return Block(ref, kind, text, citations, "officer", **fields)


def brief(*blocks: Block, items: Sequence[Item] = (), **fields: Any) -> Brief:
    given: dict[str, Any] = {
        "kind": "daily",
        "mission": "port-lanval",
        "mission_name": "Embassy of Vanlan in Ilmara",
        "language": "en",
        "time_zone": "Africa/Tunis",
        "as_of": NOW,
        "title": "Daily brief, 17 March 2026",
        "sections": (
            BriefSection("bottom_line", "Bottom line", blocks=blocks),
            BriefSection("stories", "What is happening", items=tuple(items)),
        ),
        "mark": "official",
    }
    return Brief("port-lanval-daily-2026-03-17", **{**given, **fields})


TONGUES = {
    "vi": ("Đại sứ quán xác nhận bốn công dân đã rời bệnh viện ở thành phố cảng.", "Nhật báo Vạn Lan"),
    "fr": ("L'audience prévue le 24 mars n'est pas repoussée, a précisé l'Office à la presse.", "Le Phare"),
    "ar": ("أعلن خفر السواحل انتهاء عمليات البحث قبالة الساحل مساء الثلاثاء.", "مرآة جدوان"),
    "zh": ("海岸警卫队宣布星期二晚间结束搜救行动。", "欧莱日报"),
    "ru": ("Береговая охрана завершила поиски во вторник вечером.", "Вестник порта"),
}


def tongues_brief() -> tuple[Brief, tuple[Article, ...]]:
    """Return a brief that quotes one line in each of five languages, with its articles."""
    articles = tuple(
        article(f"a-{lang}", text, lang=lang, source=f"s-{lang}", title=text[:20]) for lang, (text, _) in TONGUES.items()
    )
    items = []
    for each in articles:
        name = TONGUES[each.lang][1]
        heading = Block(
            f"{each.id}-title", "fact", each.title, (cite(each, "", "title", name),), "source", each.lang, speaker=name
        )
        line = Block(f"{each.id}-1", "fact", each.text, (cite(each, "", "text", name),), "source", each.lang, speaker=name)
        items.append(Item(f"s-{each.id}", heading, (line,), why=("concerns Ilmara",)))
    return brief(items=items, mark="public"), articles
