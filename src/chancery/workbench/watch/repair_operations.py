"""Stories are looked at again: what is sure is done by the program, all else is proposed and an officer decides."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.db.models import Max

from chancery.common.mark import highest
from chancery.common.pack import pack
from chancery.common.said import Said
from chancery.watch.records import Repair, Story
from chancery.watch.repair_stories import propose_repairs
from chancery.workbench.audit.operations import write_audit
from chancery.workbench.people.models import MissionRow
from chancery.workbench.viewer import EDITORS, KEEPERS, Viewer
from chancery.workbench.watch.link_operations import say_belongs
from chancery.workbench.watch.models import JoiningRow, RepairRow, StoryRow
from chancery.workbench.watch.move_articles import begin_moving, list_originals, move_articles, say_link
from chancery.workbench.watch.read_rows import read_because, read_story_rows
from chancery.workbench.watch.reading_room import REMEMBERED, read_links
from chancery.workbench.watch.repair_queries import find_repair

__all__ = ["accept_repair", "refuse_repair", "repair_stories"]

LOOK_BACK: Final = timedelta(days=3)
"""Stories with nothing newer are left as they are: over a weekend two that are one have met."""


def repair_stories(viewer: Viewer) -> int:
    """Look at the stories of the last days again and return how many were made one; what is not sure is kept as a proposal.

    Nothing is done where a brief has cited either story, and nothing at all where articles came or were moved meanwhile.
    """
    from chancery.sources.package_data import read_weights

    viewer.need(KEEPERS, "look at stories again")
    readings = MissionRow.objects.values_list("readings", flat=True).get(pk=viewer.mission_id)
    found = list(propose_repairs(_recent(viewer), read_weights(), read_links(viewer)))
    with transaction.atomic():
        mission = MissionRow.objects.select_for_update().get(pk=viewer.mission_id)
        if mission.readings != readings:
            return 0
        stories = _rows_of(viewer, found)
        found = [each for each in found if {each.story, each.other} <= stories.keys()]
        sure = [each for each in found if each.sure and not _is_cited(stories[each.story], stories[each.other])]
        RepairRow.objects.filter(mission=mission).delete()
        for repair in sure:
            _merge_as_program(viewer, repair, stories[repair.story], stories[repair.other])
        _propose(viewer, [each for each in found if each not in sure], stories)
        if sure:
            begin_moving(viewer)
    return len(sure)


def accept_repair(viewer: Viewer, key: int) -> str:
    """Do what is proposed, for good, and return the id of the story it was proposed at or that took it in.

    Of two stories the one that a brief cites keeps its id. Raises NotAllowed where the viewer sees no such proposal.
    """
    viewer.need(EDITORS, "change stories")
    with transaction.atomic():
        begin_moving(viewer)
        row = find_repair(viewer, key)
        if row.article is not None:
            say_belongs(viewer, row.article.ref, row.other.ref)
            return row.story.ref
        story, other = (row.other, row.story) if _is_cited(row.other) and not _is_cited(row.story) else (row.story, row.other)
        one, two = list_originals(story), list_originals(other)
        because = (Said("an officer took its story into this one"), *read_because(row.because))
        move_articles(_articles_of(other), other, story, because)
        say_link(viewer, "together", two[0], one[:1])
        write_audit(viewer, "merge", "story", story.ref, row.mark, other=other.ref)
    return story.ref


def refuse_repair(viewer: Viewer, key: int) -> str:
    """Leave all as it is for good, so that it is not proposed again; return the id of the story it was proposed at."""
    viewer.need(EDITORS, "change stories")
    with transaction.atomic():
        begin_moving(viewer)
        row = find_repair(viewer, key)
        if row.article is not None:
            say_belongs(viewer, row.article.ref, row.story.ref)
        else:
            say_link(viewer, "apart", list_originals(row.other)[0], list_originals(row.story)[:1])
            write_audit(viewer, "keep_apart", "story", row.story.ref, row.mark, other=row.other.ref)
        row.delete()
    return row.story.ref


def _recent(viewer: Viewer) -> list[Story]:
    """Return the stories of the last days, each whole as far as that many articles reach."""
    rows = StoryRow.objects.filter(mission_id=viewer.mission_id)
    newest = rows.aggregate(newest=Max("last_seen"))["newest"]
    if newest is None:
        return []
    joinings = JoiningRow.objects.filter(story__in=rows.filter(last_seen__gt=newest - LOOK_BACK))
    found: dict[str, list[JoiningRow]] = {}
    for row in joinings.select_related("article", "story").order_by("-article__seen", "-article__ref")[:REMEMBERED]:
        found.setdefault(row.story.ref, []).append(row)
    return [read_story_rows(ref, found[ref]) for ref in sorted(found)]


def _is_cited(*stories: StoryRow) -> bool:
    """Tell whether a brief cites an article of one of these stories."""
    return JoiningRow.objects.filter(story__in=stories, article__cited=True).exists()


def _merge_as_program(viewer: Viewer, repair: Repair, story: StoryRow, other: StoryRow) -> None:
    because = (Said("the program took its story into this one"), *repair.because)
    move_articles(_articles_of(other), other, story, because, repair.probability)
    write_audit(viewer, "merge", "story", story.ref, story.mark, other=other.ref, probability=repair.probability)


def _propose(viewer: Viewer, repairs: Sequence[Repair], stories: Mapping[str, StoryRow]) -> None:
    """Keep proposals, each marked as the highest of what its two stories hold: its reasons are words of theirs."""
    asked = {ref for repair in repairs for ref in (repair.story, repair.other)}
    held = JoiningRow.objects.filter(story__in=[stories[ref] for ref in asked])
    marks = set(held.values_list("story__ref", "article__mark").distinct())
    articles = dict(held.filter(article__ref__in={each.article for each in repairs}).values_list("article__ref", "article_id"))
    RepairRow.objects.bulk_create(
        RepairRow(
            mission_id=viewer.mission_id,
            mark=highest(mark for ref, mark in marks if ref in (repair.story, repair.other)),
            kind=repair.kind,
            story=stories[repair.story],
            other=stories[repair.other],
            article_id=articles.get(repair.article),
            probability=repair.probability,
            because=pack(repair.because),
        )
        for repair in repairs
        if repair.kind == "merge" or repair.article in articles
    )


def _rows_of(viewer: Viewer, repairs: Sequence[Repair]) -> dict[str, StoryRow]:
    """Return the rows of the stories of repairs that are still here, by their ids."""
    refs = {ref for repair in repairs for ref in (repair.story, repair.other)}
    return {row.ref: row for row in StoryRow.objects.filter(mission_id=viewer.mission_id, ref__in=refs)}


def _articles_of(story: StoryRow) -> list[int]:
    return list(JoiningRow.objects.filter(story=story).values_list("article_id", flat=True))
