"""Stories, articles and sources as a viewer may see them: of the viewer's mission, no mark above the viewer's ceiling."""

from collections.abc import Iterable, Sequence

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.expressions import RawSQL

from chancery.common.errors import NotAllowed
from chancery.common.pack import unpack
from chancery.common.said import Said
from chancery.watch.records import CountryTag
from chancery.workbench.viewer import Viewer
from chancery.workbench.watch.ask_words import any_of_sql
from chancery.workbench.watch.models import JoiningRow, SourceRow, StoryRow
from chancery.workbench.watch.read_rows import read_article_row, read_because, read_source_row
from chancery.workbench.watch.records import (
    ArticleLine,
    ArticleView,
    Shelf,
    StoryFilter,
    StoryLine,
    StoryPage,
    StoryView,
)
from chancery.workbench.watch.source_queries import list_sources, read_source
from chancery.workbench.watch.visible_queries import count_waiting, name_outlets, name_places, visible_articles, visible_stories

__all__ = [
    "count_waiting",
    "list_countries",
    "list_sources",
    "list_stories",
    "name_outlets",
    "name_places",
    "read_article",
    "read_source",
    "read_story",
    "visible_articles",
]

PAGE = 25
MOST_OF_A_STORY = 500
"""Articles of one story on its page; a page longer than this is read by nobody."""
HEADERS = ("article__title", "article__lang", "article__source", "article__seen", "article__published", "article__url")
SHORT = (*HEADERS, "article__ref", "article__mark", "article__copy_of", "article__copy_kind")


def list_stories(viewer: Viewer, asked: StoryFilter | None = None, page: int = 1) -> StoryPage:
    """Return a page of stories, the one with the newest article first. Three queries, whatever their size."""
    page = max(page, 1)
    start = (page - 1) * PAGE
    rows = list(_asked_for(viewer, asked or StoryFilter()).order_by("-last_seen", "-id")[start : start + PAGE + 1])
    shown = rows[:PAGE]
    lines = _lines_of(viewer, [row.pk for row in shown])
    stories = tuple(_story_line(viewer, row, lines[row.pk]) for row in shown if lines.get(row.pk))
    return StoryPage(stories, page, len(rows) > PAGE)


def read_story(viewer: Viewer, ref: str) -> StoryView:
    """Return one story, or the one that took its last article. Raises NotAllowed where this viewer's mission shows none."""
    row = visible_stories(viewer).filter(ref=ref).select_related("into").first()
    if row is None:
        raise NotAllowed("there is no such story here")
    found = _lines_of(viewer, [row.pk], MOST_OF_A_STORY + 1).get(row.pk, [])
    articles = tuple(found[:MOST_OF_A_STORY])
    if not articles and row.into is not None:
        return read_story(viewer, row.into.ref)
    if not articles:
        raise NotAllowed("there is no such story here")
    head = _head_of(viewer, articles)
    return StoryView(
        ref=row.ref,
        title=head.title,
        lang=head.lang,
        first_seen=articles[0].seen,
        last_seen=max(article.seen for article in articles),
        countries=name_places(viewer, _codes(row)),
        articles=articles,
        by_language=_shelve((article.lang, article) for article in articles),
        by_outlet=_shelve((article.outlet, article) for article in articles),
        copies=sum(bool(article.copy_of) for article in articles),
        more=len(found) > MOST_OF_A_STORY,
        independent=_count_voices(articles),
    )


def read_article(viewer: Viewer, ref: str) -> ArticleView:
    """Return one article whole. Raises NotAllowed where the viewer's mission has none within the viewer's ceiling."""
    row = visible_articles(viewer).filter(ref=ref).select_related("joining__story").first()
    if row is None:
        raise NotAllowed("there is no such article here")
    kept = SourceRow.objects.filter(mission_id=viewer.mission_id, ref=row.source).first()
    source = read_source_row(kept) if kept else None
    joining = getattr(row, "joining", None)
    countries: tuple[CountryTag, ...] = unpack(tuple[CountryTag, ...], row.countries)
    return ArticleView(
        article=read_article_row(row),
        outlet=source.name if source else row.source,
        source=source,
        countries=countries,
        country_names=name_places(viewer, [tag.code for tag in countries]),
        copy_of=row.copy_of,
        copy_kind=row.copy_kind,
        story=joining.story.ref if joining else "",
        because=name_reasons(viewer, read_because(joining.because)) if joining else (),
        digest=row.digest,
    )


def list_countries(viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """Return code and name of the States and organisations this mission follows, for a filter."""
    mission = viewer.mission
    codes = [mission.sending_state, *(each.code for each in mission.accreditations), *(place.code for place in mission.places)]
    return name_places(viewer, [code for code in codes if code])


def _asked_for(viewer: Viewer, asked: StoryFilter) -> QuerySet[StoryRow]:
    rows = visible_stories(viewer)
    if asked.country:
        rows = rows.filter(countries__contains=f"|{asked.country}|")
    if asked.source:
        rows = rows.filter(_holding(viewer, article__source=asked.source))
    if asked.language:
        rows = rows.filter(_holding(viewer, article__lang=asked.language))
    if asked.theme:
        found = RawSQL(*any_of_sql(_terms_of(viewer, asked.theme)))  # noqa: S611 -- our own words, as arguments
        mine = JoiningRow.objects.filter(article_id__in=found, article__mark__in=viewer.marks)
        rows = rows.filter(pk__in=mine.values("story"))
    if asked.since is not None:
        rows = rows.filter(last_seen__gte=asked.since)
    return rows


def _holding(viewer: Viewer, **asked: str) -> Exists:
    """Return the condition that a story holds a visible article of this kind."""
    return Exists(JoiningRow.objects.filter(story=OuterRef("pk"), article__mark__in=viewer.marks, **asked))


def _terms_of(viewer: Viewer, theme: str) -> tuple[str, ...]:
    return tuple(
        term for section in viewer.mission.sections for each in section.themes if each.id == theme for term in each.terms
    )


def _lines_of(viewer: Viewer, stories: Sequence[int], most: int | None = None) -> dict[int, list[ArticleLine]]:
    """Return the visible articles of stories of the viewer's mission, without their texts, in the order they were seen.

    The mission is not asked for again: SQLite would walk all its articles rather than those of the stories.
    """
    joinings = (
        JoiningRow.objects.filter(story_id__in=stories, article__mark__in=viewer.marks)
        .select_related("article")
        .only("story_id", "because", "likeness", *SHORT)
        .order_by("article__seen", "article__ref")[:most]
    )
    outlets, found = _outlets(viewer), dict[int, list[ArticleLine]]()
    for row in joinings:
        found.setdefault(row.story_id, []).append(_article_line(viewer, row, outlets))
    return found


def _outlets(viewer: Viewer) -> dict[str, tuple[str, str]]:
    """Return name and owner of every source by its id; an outlet without an owner is its own."""
    rows = SourceRow.objects.filter(mission_id=viewer.mission_id).values_list("ref", "name", "record__owner")
    return {ref: (name, owner or ref) for ref, name, owner in rows}


def _article_line(viewer: Viewer, row: JoiningRow, outlets: dict[str, tuple[str, str]]) -> ArticleLine:
    article = row.article
    outlet, owner = outlets.get(article.source, (article.source, article.source))
    return ArticleLine(
        ref=article.ref,
        title=article.title,
        lang=article.lang,
        source=article.source,
        outlet=outlet,
        owner=owner,
        seen=article.seen,
        published=article.published,
        url=article.url,
        mark=article.mark,
        copy_of=article.copy_of,
        copy_kind=article.copy_kind,
        because=name_reasons(viewer, read_because(row.because)),
        likeness=row.likeness,
    )


def name_reasons(viewer: Viewer, because: tuple[Said, ...]) -> tuple[Said, ...]:
    """Return reasons with the names of places in the reader's language where they hold codes."""

    def name(slot: str, value: str | Said) -> str | Said:
        return ", ".join(told for _, told in name_places(viewer, str(value).split(", "))) if slot == "places" else value

    return tuple(Said(each.template, tuple((slot, name(slot, value)) for slot, value in each.values)) for each in because)


def _story_line(viewer: Viewer, row: StoryRow, articles: list[ArticleLine]) -> StoryLine:
    head = _head_of(viewer, articles)
    return StoryLine(
        ref=row.ref,
        title=head.title,
        lang=head.lang,
        first_seen=articles[0].seen,
        last_seen=articles[-1].seen,
        articles=len(articles),
        copies=sum(bool(article.copy_of) for article in articles),
        outlets=tuple(dict.fromkeys(article.outlet for article in articles)),
        languages=tuple(dict.fromkeys(article.lang for article in articles if article.lang)),
        countries=name_places(viewer, _codes(row)),
        independent=_count_voices(articles),
    )


def _head_of(viewer: Viewer, articles: Sequence[ArticleLine]) -> ArticleLine:
    """Return the article whose title names a story: the newest that is no copy, in the first of our languages that has one."""
    rank = {lang: place for place, lang in enumerate(viewer.mission.languages)}
    newest_first = sorted(articles, key=lambda each: each.seen, reverse=True)
    return min(newest_first, key=lambda each: (bool(each.copy_of), rank.get(each.lang, len(rank))))


def _count_voices(articles: Iterable[ArticleLine]) -> int:
    """Return how many owners stand behind texts that are no copies, as `advise.count_voices` counts."""
    return len({article.owner for article in articles if not article.copy_of})


def _codes(row: StoryRow) -> list[str]:
    return [code for code in row.countries.split("|") if code]


def _shelve(pairs: Iterable[tuple[str, ArticleLine]]) -> tuple[Shelf, ...]:
    found: dict[str, list[ArticleLine]] = {}
    for heading, article in pairs:
        found.setdefault(heading, []).append(article)
    return tuple(Shelf(heading, tuple(articles)) for heading, articles in found.items())
