"""The worker is killed in the middle of collecting: nothing is lost or doubled, and work goes on within ten seconds."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from django.conf import settings
from django.db import connection
from django.db.models import QuerySet
from tests.servers.steady_feeds import ITEMS, serve_steady_feeds
from tests.workbench.build import build_mission, machine

from chancery.watch.records import Source
from chancery.workbench.advise.queries import list_briefs
from chancery.workbench.watch.models import ArticleRow, JoiningRow, StoryRow
from chancery.workbench.watch.operations import store_sources
from chancery.workbench.work.models import JobRow

FEEDS = 14
RESUMES_WITHIN = 10.0
"""Seconds, of the issue; the lease of five is most of it."""


def start_worker() -> "subprocess.Popen[bytes]":
    kept = connection.settings_dict
    url = (
        f"sqlite:///{kept['NAME']}"
        if connection.vendor == "sqlite"
        else f"postgresql://postgres@/{kept['NAME']}?host={kept['HOST']}"
    )
    environment = os.environ | {
        "CHANCERY_DATABASE_URL": url,
        "CHANCERY_FETCH_ALLOW": "127.0.0.0/8",
        "CHANCERY_WORKER_THREADS": "2",
        "CHANCERY_DATA_FOLDER": str(settings.DATA_FOLDER),
        "CHANCERY_MORNING": "23:59",
    }
    return subprocess.Popen([sys.executable, "-c", "from chancery.cli import main; main()", "work"], env=environment)


def wait_for(what: Callable[[], bool], seconds: float) -> float:
    """Wait until `what` holds and return the seconds it took; fail after `seconds`."""
    start = time.monotonic()
    while not what():
        assert time.monotonic() - start < seconds, f"not within {seconds} seconds: {list(JobRow.objects.values())}"
        time.sleep(0.05)
    return time.monotonic() - start


def stands_still_at_work(worker: "subprocess.Popen[bytes]", looking: "QuerySet[JobRow]") -> bool:
    """Stop the worker where it stands; let it go on where it holds no job just now."""
    os.kill(worker.pid, signal.SIGSTOP)
    if looking.exists():
        return True
    os.kill(worker.pid, signal.SIGCONT)
    return False


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_while_collecting_loses_and_doubles_nothing() -> None:
    viewer = machine(build_mission())
    with serve_steady_feeds(delay=0.4) as port:
        store_sources(
            viewer,
            (Source(f"s{feed}", f"Feed {feed}", f"http://127.0.0.{feed + 1}:{port}/{feed}.xml") for feed in range(FEEDS)),
        )
        first = start_worker()
        looking = JobRow.objects.filter(state="running", kind="collect")
        wait_for(lambda: ArticleRow.objects.count() >= 2 * ITEMS and stands_still_at_work(first, looking), 30)
        held = set(looking.values_list("key", flat=True))
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
        assert ArticleRow.objects.count() < FEEDS * ITEMS, "it was to be killed in the middle"

        second = start_worker()
        try:
            resumed = wait_for(lambda: looking.filter(key__in=held, attempts=1).count() == 0, 20)
            wait_for(
                lambda: ArticleRow.objects.count() == FEEDS * ITEMS and not ArticleRow.objects.filter(read=False).exists(), 30
            )
        finally:
            second.terminate()
            assert second.wait(20) == 0
    assert resumed < RESUMES_WITHIN
    refs = list(ArticleRow.objects.values_list("ref", flat=True))
    assert len(refs) == len(set(refs)) == FEEDS * ITEMS
    assert JoiningRow.objects.count() == FEEDS * ITEMS
    assert StoryRow.objects.exclude(joinings=None).count() == StoryRow.objects.count() > 0
    assert not JobRow.objects.filter(state__in=("dead", "running")).exists()
    assert list_briefs(viewer).briefs == ()
