"""The example embassy keeps what its readers, the demo and later issues build on."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import median
from zipfile import ZipFile

import pypdfium2
import pytest
from tests.builders.command import chancery

from chancery.common.read_numbers import read_numbers
from chancery.common.text import tokens
from chancery.sources.mission_folder import read_mission_folder
from chancery.sources.package_data import load_identifier
from chancery.sources.records import MissionFolder
from chancery.watch.records import Article

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "small_embassy"
AS_OF = datetime(2026, 3, 17, 6, 30, tzinfo=UTC)
FIRST = datetime(2026, 3, 3, tzinfo=UTC)
SILENT = "echo"
ON_BOARD = 218


@cache
def embassy() -> MissionFolder:
    return read_mission_folder(FOLDER)


def articles_of(source: str) -> list[Article]:
    return [article for article in embassy().articles if article.source == source]


def the_article(source: str, day: int, words: str) -> Article:
    found = [article for article in articles_of(source) if article.seen.day == day and words in article.title]
    assert len(found) == 1, f"{source}, {day} March, {words!r}: {len(found)} articles"
    return found[0]


def shared_share(one: str, other: str) -> float:
    """Return the share of the shorter text's triples of words that the other holds."""
    first, second = ({*zip(words, words[1:], words[2:], strict=False)} for words in (tokens(one), tokens(other)))
    return len(first & second) / min(len(first), len(second))


def test_the_folder_reads_whole_at_its_own_moment() -> None:
    assert embassy().mission.name == "Embassy of Vanlan in Ilmara"
    assert embassy().as_of == AS_OF
    assert [(a.code, a.residence) for a in embassy().mission.accreditations] == [
        ("XM", "resident"),
        ("OSC", "resident"),
        ("XS", "concurrent"),
        ("XJ", "concurrent"),
    ]


def test_nothing_is_dated_outside_the_two_weeks() -> None:
    outside = [article.url for article in embassy().articles if not FIRST <= article.seen <= AS_OF]

    assert outside == []


def test_every_article_carries_the_date_its_outlet_claims() -> None:
    assert [article.url for article in embassy().articles if article.claimed is None] == []


def test_there_are_two_weeks_of_reading() -> None:
    assert 250 <= len(embassy().articles) <= 290
    assert sum(len(article.text.split()) >= 60 for article in embassy().articles) >= 90


def test_no_two_articles_share_an_id_or_an_address() -> None:
    assert max(Counter(article.id for article in embassy().articles).values()) == 1
    assert max(Counter(article.url for article in embassy().articles).values()) == 1


def test_five_languages_are_written_and_recognised_as_such() -> None:
    identify = load_identifier(None)
    languages = {source.id: source.languages for source in embassy().sources}

    read = [(article, identify(f"{article.title}. {article.text}")) for article in embassy().articles]

    assert {lang for _, lang in read} == {"en", "fr", "es", "ar", "vi"}
    assert [article.url for article, lang in read if lang not in languages[article.source]] == []


def test_every_source_writes_at_its_usual_pace() -> None:
    for source in embassy().sources:
        times = [article.seen for article in articles_of(source.id)]
        gaps = [(later - earlier) / timedelta(hours=1) for earlier, later in pairwise(times)]
        assert source.every is not None
        usual = source.every / timedelta(hours=1)
        assert usual / 2 <= median(gaps) <= usual * 1.5, source.id


def test_one_source_falls_silent_on_the_eleventh_and_only_one() -> None:
    last = {source.id: max(article.seen for article in articles_of(source.id)) for source in embassy().sources}

    assert last[SILENT].date() == date(2026, 3, 11)
    assert {source for source, seen in last.items() if AS_OF - seen > timedelta(days=1)} == {SILENT}


def test_one_agency_text_is_carried_by_nine_others_on_the_same_day() -> None:
    agency = the_article("ina", 10, "171 rescued, 29 dead")

    carriers = [
        article
        for article in embassy().articles
        if article.id != agency.id and shared_share(article.text, agency.text) > 0.8 and article.text != agency.text
    ]

    assert sorted(article.source for article in carriers) == [
        "chronicle",
        "echo",
        "evening",
        "exchange",
        "ilbc",
        "islander",
        "kilnmoor",
        "tribune",
        "vna",
    ]
    assert {article.seen.date() for article in carriers} == {date(2026, 3, 10)}
    assert all(article.seen > agency.seen for article in carriers)


def test_the_wrong_report_of_day_three_is_corrected_on_day_five() -> None:
    first = min(article.seen for article in embassy().articles if "Jadwan Star" in article.title and article.source == "ina")
    wrong = the_article("tribune", 12, "Eleven Vanlanese")
    correction = the_article("tribune", 14, "Correction")

    assert (wrong.seen.date() - first.date()).days + 1 == 3
    assert (correction.seen.date() - first.date()).days + 1 == 5
    assert "eleven" in correction.text
    assert "Three nationals of Vanlan died" in correction.text


@pytest.mark.parametrize(
    ("day", "words", "rescued", "missing"),
    [
        (10, "171 rescued", 171, 18),
        (11, "Two more found alive", 173, 14),
        (12, "mourns victims", 173, 11),
        (16, "toll rises to 38", 173, 7),
    ],
)
def test_the_toll_of_the_agency_always_adds_up_to_those_on_board(day: int, words: str, rescued: int, missing: int) -> None:
    article = the_article("ina", day, words)

    said = {number.value for number in read_numbers(f"{article.title}. {article.text}")}

    assert {rescued, missing, ON_BOARD - rescued - missing} <= said


def test_only_the_opposition_paper_tells_of_the_silent_newsroom() -> None:
    tellers = {article.source for article in embassy().articles if "Gannetmouth Echo" in article.title + article.text}

    assert tellers == {"phare"}


@pytest.mark.parametrize(
    ("words", "languages"),
    [
        (("Jadwan Star", "جدوان ستار"), {"en", "fr", "es", "ar", "vi"}),
        (("Seafood Bill", "produits de la mer", "productos del mar", "thủy sản"), {"en", "fr", "es", "vi"}),
        (("ceramic tiles", "carreaux", "baldosas", "gạch"), {"en", "fr", "es", "vi"}),
        (("river deltas", "deltas", "قرار الدلتا", "châu thổ"), {"en", "fr", "ar", "vi"}),
        (("Ports Council", "Consejo Internacional de Puertos", "Hội đồng Cảng biển"), {"en", "es", "vi"}),
        (("legislative election", "législatives", "legislativas", "الانتخابات التشريعية"), {"en", "fr", "es", "ar"}),
        (
            ("seasonal workers", "saisonniers", "temporera", "العمال الموسميين", "lao động thời vụ"),
            {"en", "fr", "es", "ar", "vi"},
        ),
    ],
)
def test_each_thread_is_told_in_several_languages(words: tuple[str, ...], languages: set[str]) -> None:
    identify = load_identifier(None)
    told = [a for a in embassy().articles if any(word.casefold() in f"{a.title}\n{a.text}".casefold() for word in words)]

    assert languages <= {identify(f"{article.title}. {article.text}") for article in told}


def test_four_records_of_conversation_one_of_each_kind() -> None:
    talks = embassy().conversations

    assert len(talks) == 4
    assert [talk.id for talk in talks if talk.differs] == ["talk-2026-03-16-tile-hearing"]
    assert [talk.id for talk in talks if talk.protected] == ["talk-2026-03-13"]
    assert [talk.readers for talk in talks if talk.readers] == [("head_of_mission", "political")]
    assert all(150 <= len(talk.text.split()) <= 300 for talk in talks)


def test_the_papers_hold_what_an_embassy_has_on_its_desk() -> None:
    kinds = Counter(paper.kind for paper in embassy().papers)
    late = [p.id for p in embassy().papers if p.kind == "task" and p.status == "open" and p.due and p.due < AS_OF.date()]
    survey = next(paper for paper in embassy().papers if paper.kind == "survey")

    assert set(kinds) == {
        "instruction",
        "task",
        "agreement",
        "cable",
        "survey",
        "visit",
        "vote",
        "candidature",
        "case",
        "departure",
        "document",
    }
    assert sorted(late) == ["task-honorary-consul", "task-shrimp-market"]
    assert survey.n is not None
    assert survey.asked is not None
    assert survey.n / survey.asked < 0.2


def test_the_officer_who_leaves_on_friday_leaves_in_the_staff_list_too() -> None:
    departure = next(paper for paper in embassy().papers if paper.kind == "departure")
    leaving = {posting.office: posting.leaves for posting in embassy().staff if posting.leaves}

    assert leaving == {"Second Secretary (Consular)": date(2026, 3, 20)}
    assert departure.due == date(2026, 3, 20)
    assert departure.title == "Second Secretary (Consular)"


def test_every_story_term_of_a_paper_is_found_in_some_article() -> None:
    """A paper none of whose words was ever written would tie nothing to the brief."""
    written = "\n".join(f"{article.title}\n{article.text}" for article in embassy().articles).casefold()
    tied = [record for record in (*embassy().conversations, *embassy().papers) if record.story_terms]

    assert [record.id for record in tied if not any(term.casefold() in written for term in record.story_terms)] == []


def test_the_feeds_come_in_the_dialects_of_their_outlets() -> None:
    heads = {file.name: file.read_bytes()[:400] for file in (FOLDER / "feeds").iterdir()}

    assert b"<rdf:RDF" in heads["ilmgov.xml"]
    assert b'encoding="windows-1252"' in heads["phare.xml"]
    assert b'version="0.92"' in heads["kilnmoor.xml"]
    assert b"jsonfeed.org" in heads["exchange.json"]
    assert b"www.w3.org/2005/Atom" in heads["ilbc.xml"]


def test_yesterdays_brief_is_of_this_mission_and_knows_nothing_of_its_own_day() -> None:
    """`chancery brief --at 2026-03-16T06:30+00:00 --format json` made it from a copy of the folder without itself and
    without the records of 16 March, which nobody had at half past seven that morning.
    """
    previous = embassy().previous
    later = {record.id for record in (*embassy().conversations, *embassy().papers) if record.date >= date(2026, 3, 16)}

    assert previous is not None
    assert previous.mission == embassy().mission.id
    assert previous.as_of == AS_OF - timedelta(days=1)
    assert [citation.ref for citation in previous.citations if citation.date > previous.as_of] == []
    assert later
    assert later.isdisjoint(citation.ref for citation in previous.citations)


def test_the_title_of_a_protected_record_stands_in_no_file_of_the_brief(tmp_path: Path) -> None:
    protected = next(talk for talk in embassy().conversations if talk.protected)
    words = protected.title.encode()
    assert chancery(tmp_path, "brief", str(FOLDER), "--format", "html,docx,pdf,json", "--out", str(tmp_path)).returncode == 0
    screen = " ".join(chancery(tmp_path, "brief", str(FOLDER)).stdout.split())

    with ZipFile(tmp_path / "brief.docx") as packed:
        word = b"".join(packed.read(name) for name in packed.namelist())
    document = pypdfium2.PdfDocument(tmp_path / "brief.pdf")
    pages = " ".join(" ".join(page.get_textpage().get_text_range().replace("\u200e", "").split()) for page in document)
    page = (tmp_path / "brief.html").read_bytes()

    assert words not in page + word + (tmp_path / "brief.json").read_bytes() + pages.encode()
    assert protected.title not in screen
    for shown in (page.decode(), pages, screen):
        assert "We hold a record of conversation of 13 March on this; its words are not printed." in shown
    assert "Record of conversation, 13 March 2026" in pages
    assert "Record of conversation, 13 March 2026" in screen
