"""Stories, articles and sources as a viewer may see them: of the viewer's mission, no mark above the viewer's ceiling."""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Count, Exists, Max, OuterRef, QuerySet, Sum
from django.db.models.expressions import RawSQL

from chancery.advise.name_places import name_place
from chancery.common.errors import NotAllowed
from chancery.common.pack import unpack
from chancery.sources.records import FeedState
from chancery.watch.records import CountryTag
from chancery.workbench.people.models import MissionRow
from chancery.workbench.viewer import Viewer
from chancery.workbench.watch.ask_words import any_of_sql
from chancery.workbench.watch.models import ArticleRow, JoiningRow, SourceRow, StoryRow
from chancery.workbench.watch.read_rows import read_article_row, read_source_row
from chancery.workbench.watch.records import (
    ArticleLine,
    ArticleView,
    Shelf,
    SourceLine,
    SourcePage,
    StoryFilter,
    StoryLine,
    StoryPage,
    StoryView,
)

PAGE = 25
MOST_OF_A_STORY = 500
"""Articles of one story on its page; a page longer than this is read by nobody."""
MOST_WAITING = 1_000
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
    """Return one story. Raises NotAllowed where the viewer's mission has none of this name within the viewer's ceiling."""
    row = _visible_stories(viewer).filter(ref=ref).first()
    if row is None:
        raise NotAllowed("there is no such story here")
    found = _lines_of(viewer, [row.pk], MOST_OF_A_STORY + 1).get(row.pk, [])
    articles = tuple(found[:MOST_OF_A_STORY])
    if not articles:
        raise NotAllowed("there is no such story here")
    return StoryView(
        ref=row.ref,
        title=articles[0].title,
        lang=articles[0].lang,
        first_seen=articles[0].seen,
        last_seen=max(article.seen for article in articles),
        countries=name_places(viewer, _codes(row)),
        articles=articles,
        timeline=_shelve((f"{article.published:%Y-%m-%d}", article) for article in articles),
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
        because=tuple(joining.because) if joining else (),
        digest=row.digest,
    )


def list_sources(viewer: Viewer) -> SourcePage:
    """Return every source with its state in words, and what all of them take on disk."""
    held = {
        row["source"]: row
        for row in visible_articles(viewer)
        .values("source")
        .annotate(articles=Count("id"), newest=Max("seen"), signs=Sum("size"))
        .order_by()
    }
    rows = (
        SourceRow.objects.filter(mission_id=viewer.mission_id, mark__in=viewer.marks)
        .select_related("feed")
        .order_by("name", "ref")
    )
    keep = MissionRow.objects.values_list("keep_days", flat=True).get(pk=viewer.mission_id)
    return SourcePage(
        sources=tuple(_source_line(row, held.get(row.ref, {})) for row in rows),
        articles=sum(row["articles"] for row in held.values()),
        signs=sum(row["signs"] or 0 for row in held.values()),
        database=_database_bytes(),
        free=_free_bytes(),
        keep_days=keep or settings.KEEP_DAYS,
    )


def read_source(viewer: Viewer, ref: str) -> SourceLine:
    """Return one source and how it stands. Raises NotAllowed where the viewer's mission has none of this id."""
    row = SourceRow.objects.filter(mission_id=viewer.mission_id, mark__in=viewer.marks, ref=ref).select_related("feed").first()
    if row is None:
        raise NotAllowed("there is no such source here")
    held = visible_articles(viewer).filter(source=ref).aggregate(articles=Count("id"), newest=Max("seen"), signs=Sum("size"))
    return _source_line(row, held)


def list_countries(viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """Return code and name of the States and organisations this mission follows, for a filter."""
    mission = viewer.mission
    codes = [mission.sending_state, *(each.code for each in mission.accreditations), *(place.code for place in mission.places)]
    return name_places(viewer, [code for code in codes if code])


def name_outlets(viewer: Viewer) -> dict[str, str]:
    """Return the name of every source by its id."""
    return dict(SourceRow.objects.filter(mission_id=viewer.mission_id).values_list("ref", "name"))


def name_places(viewer: Viewer, codes: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return each code once with the sending State's own name for it, in the viewer's language."""
    language = viewer.language or viewer.mission.language
    return tuple((code, name_place(code, viewer.mission, language)) for code in dict.fromkeys(codes))


def visible_articles(viewer: Viewer) -> QuerySet[ArticleRow]:
    """Return what every query of articles starts from."""
    return ArticleRow.objects.filter(mission_id=viewer.mission_id, mark__in=viewer.marks)


def count_waiting(viewer: Viewer) -> int:
    """Return how many stored articles are not read yet, at most MOST_WAITING; the order makes SQLite take the index of these."""
    waiting = ArticleRow.objects.filter(mission_id=viewer.mission_id, read=False).order_by("seen", "ref")
    return sum(mark in viewer.marks for mark in waiting.values_list("mark", flat=True)[:MOST_WAITING])


def _visible_stories(viewer: Viewer) -> QuerySet[StoryRow]:
    return StoryRow.objects.filter(mission_id=viewer.mission_id, mark__in=viewer.marks)


def _asked_for(viewer: Viewer, asked: StoryFilter) -> QuerySet[StoryRow]:
    rows = _visible_stories(viewer)
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
        found.setdefault(row.story_id, []).append(_article_line(row, outlets))
    return found


def _outlets(viewer: Viewer) -> dict[str, tuple[str, str]]:
    """Return name and owner of every source by its id; an outlet without an owner is its own."""
    rows = SourceRow.objects.filter(mission_id=viewer.mission_id).values_list("ref", "name", "record__owner")
    return {ref: (name, owner or ref) for ref, name, owner in rows}


def _article_line(row: JoiningRow, outlets: dict[str, tuple[str, str]]) -> ArticleLine:
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
        because=tuple(row.because),
        likeness=row.likeness,
    )


def _story_line(viewer: Viewer, row: StoryRow, articles: list[ArticleLine]) -> StoryLine:
    return StoryLine(
        ref=row.ref,
        title=articles[0].title,
        lang=articles[0].lang,
        first_seen=articles[0].seen,
        last_seen=articles[-1].seen,
        articles=len(articles),
        copies=sum(bool(article.copy_of) for article in articles),
        outlets=tuple(dict.fromkeys(article.outlet for article in articles)),
        languages=tuple(dict.fromkeys(article.lang for article in articles if article.lang)),
        countries=name_places(viewer, _codes(row)),
        independent=_count_voices(articles),
    )


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


def _source_line(row: SourceRow, held: Mapping[str, Any]) -> SourceLine:
    feed = getattr(row, "feed", None)
    state = unpack(FeedState, feed.state) if feed else FeedState()
    return SourceLine(
        source=read_source_row(row),
        paused=row.paused,
        condition=state.condition,
        reason=state.reason,
        last_look=state.last_look,
        next_due=feed.next_due if feed else None,
        interval=state.interval,
        articles=held.get("articles") or 0,
        newest=held.get("newest"),
        signs=held.get("signs") or 0,
    )


def _database_bytes() -> int:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
            return int(cursor.fetchone()[0])
        cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        return int(cursor.fetchone()[0])


def _free_bytes() -> int:
    """Return the free bytes where this installation keeps its files."""
    folder = Path(settings.DATA_FOLDER)
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free
