from datetime import timedelta
from threading import Thread

import pytest
from django.db import connection

from chancery.clock import now
from chancery.workbench.work.models import JobRow
from chancery.workbench.work.operations import (
    MOST_ATTEMPTS,
    beat,
    claim,
    enqueue,
    fail,
    finish,
    free,
    give_back,
    list_held,
    pull_in,
)
from chancery.workbench.work.queries import count_late, list_all_work

pytestmark = pytest.mark.django_db


def only():
    return JobRow.objects.get()


def test_the_same_work_waits_only_once_and_may_come_again_when_done():
    enqueue("read", "read:1")
    enqueue("read", "read:1")
    job = claim("a")
    enqueue("read", "read:1")
    assert JobRow.objects.count() == 1
    finish(job)
    enqueue("read", "read:1")
    assert sorted(JobRow.objects.values_list("state", flat=True)) == ["done", "ready"]


def test_jobs_are_claimed_in_the_order_they_became_due_and_each_by_one():
    for number in range(3):
        enqueue("read", f"read:{number}")
    assert [claim("a").key, claim("b").key, claim("a").key, claim("b")] == ["read:0", "read:1", "read:2", None]


def test_what_is_not_due_yet_waits():
    enqueue("read", "read:1")
    JobRow.objects.update(run_after=now() + timedelta(minutes=1))
    assert claim("a") is None


def test_a_job_that_fails_is_tried_again_later_each_time_and_then_is_dead():
    enqueue("read", "read:1")
    pauses = []
    for _ in range(MOST_ATTEMPTS):
        JobRow.objects.update(run_after=now())
        before = now()
        fail(claim("a"), "no answer")
        pauses.append((only().run_after - before).total_seconds())
    assert [round(pause) for pause in pauses[:4]] == [5, 10, 20, 40]
    assert (only().state, only().error) == ("dead", "no answer")
    assert list_all_work()[0].error == "no answer"


def test_a_holder_that_beats_keeps_its_job():
    enqueue("read", "read:1")
    job = claim("a")
    (seen,) = list_held()
    beat("a", [job.id])
    assert not free(seen)
    assert (only().state, only().worker) == ("running", "a")


def test_a_job_whose_beat_stands_still_is_freed_once_and_comes_first():
    enqueue("read", "read:1")
    enqueue("read", "read:2")
    claim("a")
    (seen,) = list_held()
    assert free(seen)
    assert not free(seen)
    again = claim("b")
    assert (again.key, again.worker, again.attempt) == ("read:1", "b", 2)


def test_who_lost_a_job_can_neither_finish_nor_fail_nor_give_it_back():
    enqueue("read", "read:1")
    lost = claim("a")
    free(list_held()[0])
    claim("b")
    finish(lost)
    fail(lost, "late")
    give_back(lost)
    assert (only().state, only().worker, only().error) == ("running", "b", "")


def test_a_job_that_kills_every_worker_is_given_up():
    enqueue("read", "read:1")
    for number in range(MOST_ATTEMPTS):
        assert claim(f"w{number}") is not None
        assert free(list_held()[0])
    assert claim("last") is None
    assert only().state == "dead"
    assert "its worker died" in only().error


def test_work_given_back_on_a_stop_costs_no_attempt():
    enqueue("read", "read:1")
    give_back(claim("a"))
    assert (only().state, only().attempts) == ("ready", 0)
    assert claim("b").attempt == 1


def test_a_clock_set_back_strands_no_work():
    enqueue("read", "read:1")
    JobRow.objects.update(run_after=now() + timedelta(days=400))
    pull_in(now())
    assert claim("a") is not None


def test_work_that_nobody_does_is_noticed():
    enqueue("read", "read:1")
    assert count_late(now()) == 0
    assert count_late(now() + timedelta(minutes=6)) == 1


@pytest.mark.django_db(transaction=True)
def test_no_two_workers_get_the_same_job():
    for number in range(60):
        enqueue("read", f"read:{number}")
    taken: list[tuple[str, int]] = []

    def take(name: str) -> None:
        while (job := claim(name)) is not None:
            taken.append((name, job.id))
            finish(job)
        connection.close()

    threads = [Thread(target=take, args=(f"w{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == len({job for _, job in taken}) == 60
