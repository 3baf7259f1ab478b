from datetime import time, timedelta

import pytest
from django.contrib.sessions.models import Session
from tests.workbench.build import build_article, build_cabinet, build_mission, build_source, machine

from chancery.clock import now
from chancery.workbench.advise.queries import list_briefs
from chancery.workbench.people.models import MissionRow
from chancery.workbench.watch.models import ArticleRow, FeedStateRow
from chancery.workbench.watch.operations import keep_articles, pause_source, read_waiting, store_articles, store_sources
from chancery.workbench.watch.store_operations import apply_retention
from chancery.workbench.work.models import JobRow
from chancery.workbench.work.scheduler import schedule
from chancery.workbench.work.worker import Worker

pytestmark = pytest.mark.django_db


def waiting(kind):
    return sorted(JobRow.objects.filter(kind=kind, state="ready").values_list("arguments__source", flat=True))


@pytest.fixture(autouse=True)
def _late_morning(settings):
    settings.MORNING = time(23, 59, 59)


def test_sources_become_work_when_their_time_has_come():
    viewer = machine(build_mission())
    store_sources(viewer, (build_source(ref, url=f"https://{ref}.example/feed") for ref in ("due", "later", "paused", "lost")))
    store_sources(viewer, (build_source("no-feed"),))
    pause_source(viewer, "paused")
    FeedStateRow.objects.filter(source__ref="later").update(next_due=now() + timedelta(hours=1))
    FeedStateRow.objects.filter(source__ref="lost").update(next_due=now() + timedelta(days=900))
    schedule()
    schedule()
    assert waiting("collect") == ["due", "lost"]


def test_articles_that_were_stored_and_not_read_are_read_after_all():
    viewer = machine(build_mission())
    store_articles(viewer, build_cabinet())
    Worker(threads=1).work_once()
    assert not ArticleRow.objects.filter(read=False).exists()
    assert JobRow.objects.get(kind="read").state == "done"


def test_work_that_died_is_left_alone_for_an_hour():
    viewer = machine(build_mission())
    store_articles(viewer, build_cabinet())
    JobRow.objects.create(
        kind="read", key=f"read:{viewer.mission_id}", state="dead", run_after=now(), created=now(), finished=now()
    )
    schedule()
    assert not JobRow.objects.filter(kind="read", state="ready").exists()
    JobRow.objects.update(finished=now() - timedelta(hours=2))
    schedule()
    assert JobRow.objects.filter(kind="read", state="ready").exists()


def test_the_brief_is_written_once_a_day_after_the_hour_of_the_mission(settings):
    viewer = machine(build_mission())
    fresh = now() - timedelta(hours=2)
    store_articles(viewer, [build_article(number, seen=fresh) for number in (1, 2)])
    while read_waiting(viewer):
        pass
    settings.MORNING = time(0)
    schedule()
    schedule()
    assert JobRow.objects.filter(kind="brief").count() == 1
    worker = Worker(threads=1)
    worker.work_once()
    assert JobRow.objects.get(kind="brief").state == "done", JobRow.objects.get(kind="brief").error
    worker.work_once()
    assert len(list_briefs(viewer).briefs) == 1
    assert JobRow.objects.filter(kind="brief").count() == 1


def test_no_brief_is_written_of_nothing(settings):
    build_mission()
    settings.MORNING = time(0)
    schedule()
    assert not JobRow.objects.filter(kind="brief").exists()


def store_days(viewer, *ages):
    """Store an article for each age in days."""
    store_articles(viewer, [build_article(age, seen=now() - timedelta(days=age)) for age in ages])


def ages():
    return sorted((now() - row.seen).days for row in ArticleRow.objects.all())


def test_what_is_too_old_is_dropped_once_a_day():
    viewer = machine(build_mission())
    store_days(viewer, *range(0, 12, 2))
    keep_articles(viewer, 5)
    Worker(threads=1).work_once()
    assert ages() == [0, 2, 4]
    assert MissionRow.objects.get().keep_days == 5


def test_a_clock_that_jumps_a_year_ahead_drops_no_archive():
    viewer = machine(build_mission())
    store_days(viewer, *range(365, 365 + 30))
    keep_articles(viewer, 30)
    apply_retention(viewer)
    assert ages() == list(range(365, 365 + 27)), "the silence counts as three days"
    store_days(viewer, 0)
    apply_retention(viewer)
    assert ages() == [0, *range(365, 365 + 27)], "nor once sources are read by the wrong clock"


def test_what_was_seen_by_a_clock_that_ran_ahead_ages_nothing():
    viewer = machine(build_mission())
    store_days(viewer, -300, 0, 2, 4)
    keep_articles(viewer, 3)
    apply_retention(viewer)
    assert ages() == [-300, 0, 2]


def test_work_that_died_by_a_clock_that_ran_ahead_is_tried_afresh():
    viewer = machine(build_mission())
    store_articles(viewer, build_cabinet())
    ahead = now() + timedelta(days=300)
    JobRow.objects.create(
        kind="read", key=f"read:{viewer.mission_id}", state="dead", run_after=now(), created=now(), finished=ahead
    )
    schedule()
    assert JobRow.objects.filter(kind="read", state="ready").exists()


def test_sessions_that_have_run_out_or_never_would_are_forgotten():
    for key, left in (("old", -1), ("good", 3600), ("ahead", 300 * 86_400)):
        Session.objects.create(session_key=key, session_data="", expire_date=now() + timedelta(seconds=left))
    schedule()
    assert list(Session.objects.values_list("session_key", flat=True)) == ["good"]
