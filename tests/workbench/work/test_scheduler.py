from datetime import timedelta

import pytest
from tests.workbench.build import build_article, build_cabinet, build_mission, build_source, machine

from chancery.clock import now
from chancery.common.errors import InputError
from chancery.workbench.advise.queries import list_briefs
from chancery.workbench.people.models import MissionRow
from chancery.workbench.watch.models import ArticleRow, FeedStateRow
from chancery.workbench.watch.operations import keep_articles, pause_source, read_waiting, store_articles, store_sources
from chancery.workbench.work.models import JobRow
from chancery.workbench.work.scheduler import read_morning, schedule
from chancery.workbench.work.worker import Worker

pytestmark = pytest.mark.django_db


def waiting(kind):
    return sorted(JobRow.objects.filter(kind=kind, state="ready").values_list("arguments__source", flat=True))


@pytest.fixture(autouse=True)
def _late_morning(settings):
    settings.MORNING = "23:59:59"


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
    settings.MORNING = "00:00"
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
    settings.MORNING = "00:00"
    schedule()
    assert not JobRow.objects.filter(kind="brief").exists()


def test_what_is_too_old_is_dropped_once_a_day():
    viewer = machine(build_mission())
    store_articles(viewer, build_cabinet())
    keep_articles(viewer, 5)
    Worker(threads=1).work_once()
    assert not ArticleRow.objects.exists()
    assert MissionRow.objects.get().keep_days == 5


@pytest.mark.parametrize("written", ["noon", "25:00", ""])
def test_an_hour_that_is_none_is_named(written):
    with pytest.raises(InputError, match="CHANCERY_MORNING"):
        read_morning(written)
