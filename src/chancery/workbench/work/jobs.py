"""What background work there is: one function a kind. Each may be begun twice and does its work once."""

import os
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from chancery.clock import now
from chancery.common.pack import unpack
from chancery.sources.records import FeedState
from chancery.workbench.advise.operations import make_brief
from chancery.workbench.advise.queries import has_daily_brief, local_day
from chancery.workbench.people.models import MissionRow
from chancery.workbench.people.queries import system_viewer
from chancery.workbench.viewer import Viewer
from chancery.workbench.watch.models import SourceRow
from chancery.workbench.watch.operations import apply_retention, read_waiting, reindex, repair_stories, save_look
from chancery.workbench.watch.read_rows import read_source_row
from chancery.workbench.work.models import JobRow
from chancery.workbench.work.operations import enqueue
from chancery.workbench.work.records import Job

if TYPE_CHECKING:
    from chancery.sources.complete_articles import PageReader
    from chancery.sources.http import Http

Arguments = dict[str, Any]

REPAIR_EVERY: Final = timedelta(hours=1)
"""Looking again at three busy days takes seconds: often enough for a morning's brief."""


def run(job: Job) -> None:
    """Do a job. Whatever it raises is the worker's to write down."""
    mission = MissionRow.objects.filter(pk=job.mission_id or 0).first()
    if mission is not None:
        KINDS[job.kind](system_viewer(mission), job.arguments)


def collect(viewer: Viewer, arguments: Arguments) -> None:
    """Look at one source, keep what it gave, and have it read."""
    from chancery.sources.poll import collect_source

    row = (
        SourceRow.objects.filter(mission_id=viewer.mission_id, ref=arguments["source"], paused=False)
        .select_related("feed")
        .first()
    )
    if row is None:
        return
    feed = getattr(row, "feed", None)
    state = unpack(FeedState, feed.state) if feed else FeedState()
    stored = save_look(viewer, row.ref, collect_source(read_source_row(row), state, _http(), now(), _pages()))
    if stored.new:
        enqueue_reading(viewer.mission_id)


def read(viewer: Viewer, _arguments: Arguments) -> None:
    """Read and group what waits; then the stories are looked at again, once an hour at most."""
    if not read_waiting(viewer):
        return
    while read_waiting(viewer):
        pass
    lately = JobRow.objects.filter(key=f"repair:{viewer.mission_id}", created__gt=now() - REPAIR_EVERY)
    if not lately.exists():
        enqueue("repair", f"repair:{viewer.mission_id}", viewer.mission_id)


def brief(viewer: Viewer, _arguments: Arguments) -> None:
    """Write the brief of this morning, unless there is one."""
    read(viewer, {})
    moment = now()
    if not has_daily_brief(viewer, local_day(viewer, moment)):
        make_brief(viewer, moment)


def retention(viewer: Viewer, _arguments: Arguments) -> None:
    """Drop what is older than the mission keeps."""
    apply_retention(viewer)


def index(viewer: Viewer, _arguments: Arguments) -> None:
    """Make the index of words again."""
    reindex(viewer)


def repair(viewer: Viewer, _arguments: Arguments) -> None:
    """Look at the stories of the last days again."""
    repair_stories(viewer)


def enqueue_reading(mission_id: int) -> None:
    """Have a mission's waiting articles read."""
    enqueue("read", f"read:{mission_id}", mission_id)


KINDS: Final[Mapping[str, Callable[[Viewer, Arguments], None]]] = {
    "collect": collect,
    "read": read,
    "brief": brief,
    "retention": retention,
    "reindex": index,
    "repair": repair,
}


@cache
def _pages() -> "PageReader":
    """One reader of pages, so that a host is asked for its robots.txt once a day."""
    from chancery.sources.complete_articles import PageReader

    return PageReader(_http())


@cache
def _http() -> "Http":
    """One client for the whole process: it is what keeps us polite to each host."""
    from chancery.sources.http import Http
    from chancery.sources.http_settings import read_http_settings

    return Http(read_http_settings(os.environ))
