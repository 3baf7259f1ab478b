"""Articles come in: stored first, read and grouped after, so that nothing is lost when a process dies in between.

An article is stored by its id, so storing it twice stores it once. Reading goes on in the order articles were seen, one
mission at a time, under a lock of the database; the state of grouping lives in memory and is rebuilt when it is not current.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models.functions import TruncDate

from chancery.clock import now
from chancery.common.errors import NotAllowed
from chancery.common.mark import refuse_above
from chancery.common.pack import pack
from chancery.sources.records import Collected
from chancery.watch.records import Article, Joining, Reading
from chancery.workbench.audit.operations import write_audit
from chancery.workbench.people.models import MissionRow
from chancery.workbench.viewer import EDITORS, KEEPERS, Viewer
from chancery.workbench.watch.fit_stories import FIELDS, grow_story, open_story
from chancery.workbench.watch.index_words import index_articles
from chancery.workbench.watch.models import ArticleRow, FeedStateRow, JoiningRow, SourceRow, StoryRow
from chancery.workbench.watch.read_rows import fill_row, make_article_row, read_article_row
from chancery.workbench.watch.reading_room import ReadingRoom, enter_room, leave_room

BATCH: Final = 50
"""Articles read in one transaction: about a tenth of a second during which nobody else writes."""
LONGEST_SILENCE: Final = timedelta(days=3)
"""From Friday's last text to Monday's first; of a longer time without any text no more is counted."""
DROPPED_AT_ONCE: Final = 500
INDEXED_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Stored:
    """How many articles were new, and how many were here already."""

    new: int
    known: int


def store_articles(viewer: Viewer, articles: Iterable[Article]) -> Stored:
    """Keep articles that are not here yet. Raises RefusedError where one is marked above the ceiling; then none is kept."""
    viewer.need(KEEPERS, "store articles")
    with transaction.atomic():
        stored = _store(viewer, tuple(articles))
        if stored.new:
            write_audit(viewer, "store", "article", "", new=stored.new, known=stored.known)
    return stored


def save_look(viewer: Viewer, ref: str, collected: Collected) -> Stored:
    """Keep what one look at a source gave, articles and state together or not at all."""
    viewer.need(KEEPERS, "keep what a source gave")
    with transaction.atomic():
        row = SourceRow.objects.select_for_update().filter(mission_id=viewer.mission_id, ref=ref).first()
        if row is None:
            raise NotAllowed("the source {ref} is no longer here", ref=ref)
        stored = _store(viewer, collected.articles)
        completed = complete_articles(viewer, collected.completed)
        state = collected.state
        FeedStateRow.objects.update_or_create(
            source=row,
            defaults={
                "condition": state.condition,
                "reason": state.reason[:500],
                "next_due": state.next_due,
                "updated": now(),
                "state": pack(state),
            },
        )
        write_audit(viewer, "look", "source", ref, row.mark, new=stored.new, known=stored.known, completed=completed)
    return stored


def complete_articles(viewer: Viewer, articles: Sequence[Article]) -> int:
    """Put the text of its page into each article stored before; one that a brief cites keeps its text. Returns how many."""
    viewer.need(KEEPERS, "complete articles")
    done = 0
    for article in articles:
        rows = ArticleRow.objects.select_for_update().filter(mission_id=viewer.mission_id, ref=article.id, cited=False)
        row = rows.first()
        if row is None or len(article.text) < row.size:
            continue
        fresh = make_article_row(viewer.mission_id, article)
        row.text, row.size, row.body, row.digest, row.read = fresh.text, fresh.size, fresh.body, fresh.digest, False
        row.inferred, row.published = article.inferred or row.inferred, fresh.published
        row.save(update_fields=["text", "size", "body", "digest", "read", "inferred", "published"])
        done += 1
    return done


def read_waiting(viewer: Viewer, most: int = BATCH) -> int:
    """Read at most `most` stored articles and give each its place in a story; return how many were read, 0 when none waits."""
    viewer.need(KEEPERS, "read articles")
    with transaction.atomic():
        mission = MissionRow.objects.select_for_update().get(pk=viewer.mission_id)
        rows = list(ArticleRow.objects.filter(mission=mission, read=False).order_by("seen", "ref")[:most])
        if not rows:
            return 0
        room = enter_room(viewer, mission.readings)
        fresh = _read(rows, room)
        _place(viewer, fresh)
        index_articles(rows)
        mission.readings += 1
        mission.save(update_fields=["readings"])
        write_audit(viewer, "read", "article", "", read=len(rows), placed=len(fresh))
    leave_room(viewer, mission.readings, room)
    return len(rows)


def apply_retention(viewer: Viewer) -> int:
    """Drop articles older than the mission keeps them, but none that a brief cites; return how many.

    A silence counts for LONGEST_SILENCE at most: a clock that jumps a year ahead must not age everything at once.
    """
    viewer.need(KEEPERS, "drop articles")
    days = MissionRow.objects.values_list("keep_days", flat=True).get(pk=viewer.mission_id) or settings.KEEP_DAYS
    if not days:
        return 0
    old = ArticleRow.objects.filter(mission_id=viewer.mission_id, cited=False, seen__lt=_find_edge(viewer, days))
    dropped = 0
    while keys := list(old.values_list("pk", flat=True)[:DROPPED_AT_ONCE]):
        with transaction.atomic():
            # Locked before they go: what a brief began to cite meanwhile is no longer among them.
            free = ArticleRow.objects.select_for_update().filter(pk__in=keys, cited=False)
            keys = list(free.values_list("pk", flat=True))
            ArticleRow.objects.filter(pk__in=keys).delete()
            StoryRow.objects.filter(mission_id=viewer.mission_id, joinings=None, into=None).delete()
            write_audit(viewer, "drop", "article", "", dropped=len(keys), days=days)
        dropped += len(keys)
    return dropped


def _find_edge(viewer: Viewer, days: int) -> datetime:
    """Return the moment `days` back from now, longer back by what each silence lasted beyond LONGEST_SILENCE."""
    moment = now()
    edge, later = moment - timedelta(days=days), moment.date()
    rows = ArticleRow.objects.filter(mission_id=viewer.mission_id, seen__lte=moment)
    for day in rows.annotate(day=TruncDate("seen", tzinfo=UTC)).order_by("-day").values_list("day", flat=True).distinct():
        edge -= max(later - day - LONGEST_SILENCE, timedelta(0))
        if day < edge.date():
            break
        later = day
    return edge


def reindex(viewer: Viewer) -> int:
    """Make the index of words again, a batch at a time so that others can write between; return how many articles are in it."""
    viewer.need(KEEPERS, "index articles")
    count, last = 0, 0
    while True:
        with transaction.atomic():
            rows = ArticleRow.objects.filter(mission_id=viewer.mission_id, read=True, pk__gt=last).order_by("pk")
            batch = list(rows.only("pk", "title", "text")[:INDEXED_AT_ONCE])
            index_articles(batch)
        if not batch:
            break
        count, last = count + len(batch), batch[-1].pk
    with transaction.atomic():
        write_audit(viewer, "reindex", "article", "", indexed=count)
    return count


def keep_cited(viewer: Viewer, refs: Collection[str]) -> None:
    """Hold the articles that a brief cites: call it in the transaction that stores the brief."""
    viewer.need(EDITORS, "hold articles")
    ArticleRow.objects.filter(mission_id=viewer.mission_id, ref__in=refs).update(cited=True)


def _store(viewer: Viewer, articles: Sequence[Article]) -> Stored:
    for article in articles:
        refuse_above(article.mark, viewer.ceiling, f"the article {article.id}")
    rows = {article.id: make_article_row(viewer.mission_id, article) for article in articles}
    known = set(ArticleRow.objects.filter(mission_id=viewer.mission_id, ref__in=rows).values_list("ref", flat=True))
    fresh = [row for ref, row in rows.items() if ref not in known]
    ArticleRow.objects.bulk_create(fresh, ignore_conflicts=True, batch_size=200)
    return Stored(len(fresh), len(rows) - len(fresh))


def _read(rows: Sequence[ArticleRow], room: ReadingRoom) -> list[tuple[ArticleRow, Reading, Joining]]:
    """Fill the rows with what is read in them; return those that have no place yet, with the one they get."""
    placed = set(JoiningRow.objects.filter(article__in=rows).values_list("article_id", flat=True))
    fresh = []
    for row in rows:
        reading = room.read(read_article_row(row), again=row.pk in placed)
        fill_row(row, reading)
        if row.pk not in placed:
            fresh.append((row, reading, room.place(reading)))
    fields = ["lang", "read", "countries", "copy_of", "copy_kind", "copy_likeness"]
    ArticleRow.objects.bulk_update(rows, fields, batch_size=100)
    return fresh


def _place(viewer: Viewer, fresh: Sequence[tuple[ArticleRow, Reading, Joining]]) -> None:
    """Write the joinings, and bring their stories up to date."""
    asked = {joining.story for _, _, joining in fresh}
    stories = {row.ref: row for row in StoryRow.objects.filter(mission_id=viewer.mission_id, ref__in=asked)}
    for row, _, joining in fresh:
        known = stories.get(joining.story)
        stories[joining.story] = grow_story(known, row) if known else open_story(viewer.mission_id, joining.story, row)
    StoryRow.objects.bulk_create([story for story in stories.values() if story.pk is None])
    StoryRow.objects.bulk_update(stories.values(), FIELDS)
    JoiningRow.objects.bulk_create(
        JoiningRow(
            article=row,
            story=stories[joining.story],
            because=pack(joining.because),
            likeness=joining.likeness,
            decided_at=now(),
        )
        for row, _, joining in fresh
    )
