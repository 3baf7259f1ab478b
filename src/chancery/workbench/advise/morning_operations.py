"""The morning from the database: the same `flow.morning` as on the command line, over what is stored."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Max

from chancery.advise import SourceLook
from chancery.advise.records import Brief, Record
from chancery.clock import now
from chancery.common.pack import unpack
from chancery.sources.records import FeedState
from chancery.watch.records import Story
from chancery.workbench.advise.brief_operations import store_brief
from chancery.workbench.advise.edit_brief import carry_over, officers_of, without
from chancery.workbench.advise.material_queries import check_stored, load_conversations, load_papers, veil_stored
from chancery.workbench.advise.models import BriefRow
from chancery.workbench.advise.read_rows import read_brief_records, read_brief_row
from chancery.workbench.people.models import MissionRow
from chancery.workbench.people.queries import system_viewer
from chancery.workbench.viewer import EDITORS, Viewer
from chancery.workbench.watch.models import JoiningRow, SourceRow
from chancery.workbench.watch.queries import visible_articles
from chancery.workbench.watch.read_rows import read_source_row, read_story_rows

LOOK_BACK: Final = timedelta(days=4)
"""Stories with something newer than this go into a brief: a long weekend, as `choose_stories` counts news."""
SAME_MORNING: Final = timedelta(hours=6)
"""A brief younger than this is a draft of the same morning, not the day before."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A brief that was written: `carried` sentences of officers came along, `left_out` no longer stood and did not."""

    ref: str
    version: int
    carried: int
    left_out: int


def make_brief(viewer: Viewer, moment: datetime | None = None) -> tuple[str, int]:
    """Write the daily brief of `moment` as `compose_brief` does, and return its id and version."""
    composed = compose_brief(viewer, moment)
    return composed.ref, composed.version


def compose_brief(viewer: Viewer, moment: datetime | None = None) -> Composed:
    """Write the daily brief of `moment` (now) from what is stored, and keep it.

    It is the brief of the whole mission, whoever asks for it: each reader is shown what that reader may see. What officers
    wrote into the version before comes along where the checker still lets it stand. What the checker refuses is
    left out and counted in it; raises BlockedBrief where its bottom line cannot stand, and nothing is kept then.
    """
    from chancery.flow.morning import MorningMaterial, write_brief
    from chancery.sources.package_data import load_identifier, read_names, read_phrases, read_weights

    viewer.need(EDITORS, "write a brief")
    as_of, mission = moment or now(), viewer.mission
    machine = replace(system_viewer(MissionRow.objects.get(pk=viewer.mission_id)), person_id=viewer.person_id)
    looks = tuple(_looks(machine, as_of))
    material = MorningMaterial(
        mission=mission,
        sources=tuple(look.source for look in looks),
        articles=(),
        now=as_of,
        names=read_names(mission.places),
        identify=load_identifier(),
        weights=read_weights(),
        phrases=read_phrases(mission.language),
        conversations=load_conversations(machine),
        papers=load_papers(machine),
        previous=_previous(machine, as_of),
        looks=looks,
    )
    made = write_brief(material, _stories(machine, as_of))
    return _keep(machine, made.brief, made.records)


def _keep(machine: Viewer, brief: Brief, records: Sequence[Record]) -> Composed:
    """Store a brief; of a brief written again, with what officers said in the version before."""
    row = BriefRow.objects.filter(mission_id=machine.mission_id, ref=brief.id).order_by("-version").first()
    if row is None:
        return Composed(*store_brief(machine, brief, records), 0, 0)
    old = veil_stored(machine, read_brief_row(row))[0]
    known = {record.id: record for record in (*read_brief_records(row), *records)}
    both = carry_over(old, brief)
    said = {block.id for block in officers_of(both)}
    blocking = {check.block for check in check_stored(machine, both, known.values()) if check.verdict == "blocking"}
    # A machine sentence that fails now fails for what was carried beside it: then nothing is carried.
    faulty = said & blocking if blocking <= said else said
    kept = carry_over(without(old, faulty), brief) if faulty else both
    carried = len(said) - len(faulty)
    author = row.author_id if carried else None
    return Composed(*store_brief(machine, kept, known.values(), author, after=row.version), carried, len(faulty))


def _previous(viewer: Viewer, as_of: datetime) -> Brief | None:
    """Return the last daily brief of an earlier day."""
    rows = BriefRow.objects.filter(mission_id=viewer.mission_id, kind="daily", as_of__lt=as_of - SAME_MORNING)
    row = rows.order_by("-as_of", "-version").first()
    return read_brief_row(row) if row else None


def _looks(viewer: Viewer, as_of: datetime) -> Iterator[SourceLook]:
    """Yield how each source stands; a source never fetched (a folder was imported) is judged by what came from it."""
    seen = visible_articles(viewer).filter(seen__lte=as_of).values("source").order_by()
    newest = dict(seen.annotate(newest=Max("seen")).values_list("source", "newest"))
    for row in SourceRow.objects.filter(mission_id=viewer.mission_id, paused=False).select_related("feed").order_by("ref"):
        feed = getattr(row, "feed", None)
        state = unpack(FeedState, feed.state) if feed else FeedState()
        known = state.condition if state.last_look is not None else "working"
        yield SourceLook(read_source_row(row), newest.get(row.ref), known, state.reason)


def _stories(viewer: Viewer, as_of: datetime) -> tuple[Story, ...]:
    """Return the stories with something new, whole up to `as_of`, in the order of their first article."""
    fresh = visible_articles(viewer).filter(seen__gt=as_of - LOOK_BACK, seen__lte=as_of, joining__isnull=False)
    joinings = JoiningRow.objects.filter(
        story__in=fresh.values("joining__story"), article__seen__lte=as_of, article__mark__in=viewer.marks
    ).select_related("article", "story")
    found: dict[str, list[JoiningRow]] = {}
    for row in joinings.order_by("article__seen", "article__ref").iterator():
        found.setdefault(row.story.ref, []).append(row)
    return tuple(read_story_rows(ref, rows) for ref, rows in found.items())
