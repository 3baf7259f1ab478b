"""The morning from the database: the same `flow.morning` as on the command line, over what is stored."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Max
from django.utils.translation import gettext

from chancery.advise import SourceLook
from chancery.advise.edit_brief import carry_over, officers_of
from chancery.advise.records import Brief, Check, Record
from chancery.clock import now
from chancery.common.errors import NotAllowed
from chancery.common.pack import unpack
from chancery.sources.records import FeedState
from chancery.watch.records import Story
from chancery.workbench.advise.brief_operations import store_brief
from chancery.workbench.advise.filter_brief import raise_marks
from chancery.workbench.advise.material_queries import (
    check_stored,
    load_conversations,
    load_papers,
    marks_of,
    veil_stored,
)
from chancery.workbench.advise.models import BriefRow
from chancery.workbench.advise.queries import read_brief
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
    from chancery.sources.package_data import load_identifier, read_packs, read_phrases, read_weights

    viewer.need(EDITORS, "write a brief")
    as_of, mission = moment or now(), viewer.mission
    machine = replace(system_viewer(MissionRow.objects.get(pk=viewer.mission_id)), person_id=viewer.person_id)
    looks = tuple(_looks(machine, as_of))
    material = MorningMaterial(
        mission=mission,
        sources=tuple(look.source for look in looks),
        articles=(),
        now=as_of,
        packs=read_packs(mission.places),
        identify=load_identifier(),
        weights=read_weights(),
        phrases=read_phrases(mission.language),
        conversations=load_conversations(machine),
        papers=load_papers(machine),
        previous=_previous(machine, as_of),
        looks=looks,
    )
    made = write_brief(material, _stories(machine, as_of))
    return _keep(machine, made.brief, made.records, made.refused, viewer)


def _keep(
    machine: Viewer, brief: Brief, records: Sequence[Record], refused: Sequence[Check], viewer: Viewer | None = None
) -> Composed:
    """Store a brief, with what the checker `refused` of it; of a brief written again, with what officers said before.

    What the `viewer` who asked for it is not shown is left out by nobody: it comes along as it stands, and stops the release.
    """
    row = BriefRow.objects.filter(mission_id=machine.mission_id, ref=brief.id).order_by("-version").first()
    if row is None:
        return Composed(*store_brief(machine, brief, records, refused=refused), 0, 0)
    old, title = read_brief_row(row), gettext("From our officers")
    old = raise_marks(old, marks_of(machine, old))
    ours = {record.id: record for record in (*read_brief_records(row), *records)}
    both = carry_over(old, brief, title)
    said = {block.id for block in officers_of(both)}
    unseen = said - _shown_to(viewer, row) if viewer else set()
    checks = check_stored(machine, veil_stored(machine, both, said)[0], ours.values())
    blocking = {check.block for check in checks if check.verdict == "blocking"}
    # A machine sentence that fails now fails for what was carried beside it: then nothing is carried.
    faulty = (said & blocking if blocking <= said else said) - unseen
    known = frozenset((check.block, check.rule) for check in checks if check.block in unseen)
    kept, stay = carry_over(old, brief, title, faulty), said - faulty
    author = row.author_id if stay else None
    stored = store_brief(machine, kept, ours.values(), author, row.version, known, stay, refused=refused)
    return Composed(*stored, len(stay), len(faulty))


def _shown_to(viewer: Viewer, row: BriefRow) -> set[str]:
    """Return the ids of the statements of a brief that this viewer is shown; none where the whole is kept from the viewer."""
    try:
        return {block.id for block in read_brief(viewer, row.ref, row.version).brief.blocks}
    except NotAllowed:
        return set()


def _previous(viewer: Viewer, as_of: datetime) -> Brief | None:
    """Return the last daily brief of an earlier day, as it may be told from."""
    rows = BriefRow.objects.filter(mission_id=viewer.mission_id, kind="daily", as_of__lt=as_of - SAME_MORNING)
    row = rows.order_by("-as_of", "-version").first()
    if row is None:
        return None
    brief = read_brief_row(row)
    return veil_stored(viewer, raise_marks(brief, marks_of(viewer, brief)))[0]


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
