"""Articles go from one story to another, and everything that hangs on where they are follows."""

from collections.abc import Collection, Sequence
from typing import Final

from django.db.models import F, Q, QuerySet

from chancery.clock import now
from chancery.common.mark import highest
from chancery.common.pack import pack
from chancery.common.said import Said
from chancery.watch.group_articles import name_story
from chancery.workbench.people.models import MissionRow
from chancery.workbench.viewer import Viewer
from chancery.workbench.watch.fit_stories import fit_story
from chancery.workbench.watch.models import ArticleLinkRow, ArticleRow, JoiningRow, RepairRow, StoryRow

MOST_LINKED: Final = 500
"""Articles of one story that one article is kept apart from, the newest; more are on no page either."""


def begin_moving(viewer: Viewer) -> None:
    """Hold the mission until the transaction ends, and have every reading room rebuilt before it places anything more."""
    MissionRow.objects.select_for_update().get(pk=viewer.mission_id)
    MissionRow.objects.filter(pk=viewer.mission_id).update(readings=F("readings") + 1)


def list_originals(story: StoryRow, without: Collection[int] = ()) -> list[ArticleRow]:
    """Return the articles of a story, the newest first, copies only where it holds nothing else."""
    rows = ArticleRow.objects.filter(joining__story=story).exclude(pk__in=without).order_by("-seen", "-ref")
    found = list(rows.only("pk", "ref", "mark", "copy_of")[:MOST_LINKED])
    return [row for row in found if not row.copy_of] or found


def with_copies(article: ArticleRow, story: StoryRow) -> list[int]:
    """Return the keys of an article and of those in its story that are copies of it."""
    copies = ArticleRow.objects.filter(joining__story=story, copy_of=article.ref)
    return [article.pk, *copies.exclude(pk=article.pk).values_list("pk", flat=True)]


def open_new_story(article: ArticleRow) -> StoryRow:
    """Store and return a story for an article that leaves its own; its id is no other's."""
    ref = name_story(article.ref)
    while StoryRow.objects.filter(mission_id=article.mission_id, ref=ref).exists():
        ref = name_story(ref)
    return StoryRow.objects.create(
        mission_id=article.mission_id, ref=ref, mark=article.mark, first_seen=article.seen, last_seen=article.seen
    )


def move_articles(
    moved: Sequence[int], before: StoryRow, story: StoryRow, because: tuple[Said, ...], likeness: float = 1.0
) -> None:
    """Put articles of one story into another, with the reason; what was said against it is taken back.

    A story that is left with nothing keeps its row, and whoever follows a link to it is led on.
    """
    joinings = JoiningRow.objects.filter(article__in=moved, story=before)
    joinings.update(story=story, because=pack(because), likeness=likeness, decided_at=now())
    _take_back(moved, before, story)
    RepairRow.objects.filter(Q(story__in=(before, story)) | Q(other__in=(before, story))).delete()
    if not fit_story(before):
        before.into = story
        before.save(update_fields=["into"])
    fit_story(story)


def say_link(viewer: Viewer, kind: str, article: ArticleRow, others: Sequence[ArticleRow]) -> None:
    """Keep that an article belongs with others, or does not."""
    at = now()
    rows = [
        ArticleLinkRow(
            mission_id=viewer.mission_id,
            mark=highest((article.mark, other.mark)),
            article=article,
            other=other,
            kind=kind,
            who_id=viewer.person_id,
            said_at=at,
        )
        for other in others
    ]
    ArticleLinkRow.objects.bulk_create(rows, ignore_conflicts=True, batch_size=200)


def _take_back(moved: Sequence[int], before: StoryRow, story: StoryRow) -> None:
    """Delete the links that are broken by where the moved articles are now; who was put with one of them stays where it is."""
    mine, theirs = Q(article__in=moved), Q(other__in=moved)
    here = Q(other__joining__story=story), Q(article__joining__story=story)
    together, apart = (ArticleLinkRow.objects.filter(kind=kind) for kind in ("together", "apart"))
    _put_with_others(together.filter(theirs, article__joining__story=before), before)
    for broken in (together.filter(mine).exclude(here[0]), together.filter(theirs).exclude(here[1])):
        broken.delete()
    apart.filter((mine & here[0]) | (theirs & here[1])).delete()


def _put_with_others(links: QuerySet[ArticleLinkRow], story: StoryRow) -> None:
    """Give each article that was put with one that is gone another of its story to be with, where there is one."""
    for link in links:
        others = [row for row in list_originals(story, [link.article_id]) if not _linked(link.article_id, row.pk)]
        if others:
            link.other = others[0]
            link.save(update_fields=["other"])


def _linked(article: int, other: int) -> bool:
    return ArticleLinkRow.objects.filter(article=article, other=other).exists()
