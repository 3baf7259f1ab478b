"""What is due becomes a job: sources whose time has come, articles not read yet, the morning's brief, what is too old."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from django.conf import settings

from chancery.clock import now
from chancery.sources.adapt_interval import FURTHEST
from chancery.workbench.advise.queries import has_daily_brief
from chancery.workbench.people.models import MissionRow
from chancery.workbench.people.operations import forget_sessions
from chancery.workbench.people.queries import system_viewer
from chancery.workbench.watch.models import ArticleRow, FeedStateRow
from chancery.workbench.work.jobs import enqueue_reading
from chancery.workbench.work.models import JobRow
from chancery.workbench.work.operations import enqueue, forget_done, pull_in

AT_ONCE: Final = 200
"""Sources made due in one pass."""
AFTER_DEATH: Final = timedelta(hours=1)
"""How long work that died is left alone before it is tried afresh."""


def schedule() -> None:
    """Put in everything that is due now; what waits already is not put in twice."""
    moment = now()
    pull_in(moment)
    lately = JobRow.objects.filter(state="dead", finished__range=(moment - AFTER_DEATH, moment))
    dead = set(lately.values_list("key", flat=True))
    _sources(moment, dead)
    for mission_id in ArticleRow.objects.filter(read=False).values_list("mission_id", flat=True).distinct().order_by():
        if f"read:{mission_id}" not in dead:
            enqueue_reading(mission_id)
    for mission in MissionRow.objects.all():
        _morning(mission, moment, dead)
        _once_a_day("retention", mission, moment)
    forget_done(moment)
    forget_sessions(moment)


def _sources(moment: datetime, dead: set[str]) -> None:
    due = FeedStateRow.objects.filter(source__paused=False, next_due__lte=moment).exclude(source__url="")
    ahead = FeedStateRow.objects.filter(source__paused=False, next_due__gt=moment + FURTHEST).exclude(source__url="")
    for feeds in (due, ahead):
        asked = feeds.order_by("next_due").values_list("source_id", "source__ref", "source__mission_id")
        for key, ref, mission_id in asked[:AT_ONCE]:
            if f"collect:{key}" not in dead:
                enqueue("collect", f"collect:{key}", mission_id, source=ref)


def _morning(mission: MissionRow, moment: datetime, dead: set[str]) -> None:
    viewer = system_viewer(mission)
    local = moment.astimezone(ZoneInfo(viewer.mission.time_zone))
    key = f"brief:{mission.pk}:{local:%Y-%m-%d}"
    if local.time() < settings.MORNING or key in dead or has_daily_brief(viewer, local.date()):
        return
    if ArticleRow.objects.filter(mission=mission, seen__gt=moment - timedelta(days=1)).exists():
        enqueue("brief", key, mission.pk)


def _once_a_day(kind: str, mission: MissionRow, moment: datetime) -> None:
    key = f"{kind}:{mission.pk}:{moment:%Y-%m-%d}"
    if not JobRow.objects.filter(key=key).exists():
        enqueue(kind, key, mission.pk)
