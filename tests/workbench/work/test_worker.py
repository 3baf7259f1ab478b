from threading import Event

import pytest
from tests.workbench.build import build_mission

from chancery.workbench.work.models import JobRow
from chancery.workbench.work.operations import LEASE, beat, claim, enqueue
from chancery.workbench.work.worker import Worker

pytestmark = pytest.mark.django_db


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


def test_a_holder_is_dead_when_it_has_stood_still_for_a_whole_lease_before_our_eyes_and_no_sooner():
    clock = Clock()
    enqueue("read", "read:1")
    claim("other")
    worker = Worker(threads=0, clock=clock)
    worker._watch()
    clock.time += LEASE - 0.1
    worker._watch()
    assert JobRow.objects.get().worker == "other"
    clock.time += 0.2
    worker._watch()
    assert (JobRow.objects.get().state, JobRow.objects.get().worker) == ("ready", "")


def test_a_holder_that_beats_in_between_lives_however_long_it_takes():
    clock = Clock()
    enqueue("read", "read:1")
    job = claim("other")
    worker = Worker(threads=0, clock=clock)
    for _ in range(10):
        worker._watch()
        clock.time += LEASE - 1
        beat("other", [job.id])
    worker._watch()
    assert JobRow.objects.get().worker == "other"


def test_a_job_that_cannot_be_done_says_why_and_the_others_are_done():
    mission = build_mission()
    enqueue("no such kind", "x:1", mission.pk)
    enqueue("read", "read:1", mission.pk)
    enqueue("collect", "collect:1", mission.pk, source="gone")
    assert Worker(threads=1).work_once() == 4, "three, and the day's retention"
    states = dict(JobRow.objects.values_list("key", "state"))
    assert (states["x:1"], states["read:1"], states["collect:1"]) == ("ready", "done", "done")
    assert JobRow.objects.get(key="x:1").error == "KeyError"


def test_work_of_a_mission_that_is_gone_is_done_with():
    enqueue("read", "read:99", None)
    Worker(threads=1).work_once()
    assert JobRow.objects.get(key="read:99").state == "done"


def test_a_worker_that_is_asked_to_stop_gives_back_what_it_has_not_begun():
    stop = Event()
    stop.set()
    enqueue("read", "read:1")
    Worker(threads=1, stop=stop).work()
    assert JobRow.objects.get().state == "ready"
