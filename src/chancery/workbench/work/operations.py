"""The lease table: put work in, claim it, say that one lives, finish, give up, free what the dead held.

Nothing here trusts the wall clock to tell who is alive: a holder raises `beat`, and whoever has watched a beat stand still
for a whole lease by a clock that never jumps may free the job, if it still stands where it was seen.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import F

from chancery.clock import now
from chancery.workbench.work.models import JobRow
from chancery.workbench.work.records import Held, Job

LEASE: Final = 5.0
"""Seconds a beat may stand still. Measured with it: work of a killed worker goes on after five and a half."""
MOST_ATTEMPTS: Final = 5
FIRST_PAUSE: Final = timedelta(seconds=5)
LONGEST_PAUSE: Final = timedelta(minutes=15)

CLAIM: Final = """
UPDATE workbench_jobrow
SET state = 'running', worker = %s, beat = beat + 1, attempts = attempts + 1, lease_until = %s
WHERE state = 'ready' AND id = (
    SELECT id FROM workbench_jobrow WHERE state = 'ready' AND run_after <= %s ORDER BY run_after, id LIMIT 1 {lock}
)
RETURNING id"""


def enqueue(kind: str, key: str, mission_id: int | None = None, **arguments: Any) -> None:
    """Put work in, unless the same `key` waits or runs already."""
    moment = now()
    row = JobRow(kind=kind, key=key, mission_id=mission_id, arguments=arguments, run_after=moment, created=moment)
    JobRow.objects.bulk_create([row], ignore_conflicts=True)


def claim(worker: str) -> Job | None:
    """Return the job that has waited longest, now held by `worker`; None where none is ready. No two get one."""
    moment = now()
    lock = "FOR UPDATE SKIP LOCKED" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(CLAIM.format(lock=lock), [worker, moment + timedelta(seconds=LEASE), moment])
        found = cursor.fetchone()
    return _load(int(found[0])) if found else None


def beat(worker: str, jobs: list[int]) -> None:
    """Say that the holder of these jobs lives."""
    held = JobRow.objects.filter(pk__in=jobs, worker=worker, state="running")
    held.update(beat=F("beat") + 1, lease_until=now() + timedelta(seconds=LEASE))


def free(seen: Held) -> bool:
    """Put back a job whose beat stood still; False where its holder lives after all.

    It is among the first to be claimed again. A job that was begun too often is given up: something in it kills whoever
    takes it.
    """
    with transaction.atomic():
        row = JobRow.objects.select_for_update().filter(pk=seen.id, worker=seen.worker, beat=seen.beat, state="running").first()
        if row is None:
            return False
        if row.attempts >= MOST_ATTEMPTS:
            _bury(row, f"begun {row.attempts} times, and each time its worker died")
            return True
        row.state, row.worker = "ready", ""
        row.save(update_fields=["state", "worker"])
    return True


def finish(job: Job) -> None:
    """Mark a job as done, if it is still held by who claimed it."""
    _held(job).update(state="done", finished=now(), error="")


def fail(job: Job, error: str) -> None:
    """Let a job wait and try again, each time longer; after too many attempts it is dead and an administrator sees why."""
    with transaction.atomic():
        row = _held(job).select_for_update().first()
        if row is None:
            return
        if row.attempts >= MOST_ATTEMPTS:
            _bury(row, error)
            return
        pause = min(FIRST_PAUSE * 2 ** (row.attempts - 1), LONGEST_PAUSE)
        row.state, row.worker, row.error, row.run_after = "ready", "", error[:1000], now() + pause
        row.save(update_fields=["state", "worker", "error", "run_after"])


def give_back(job: Job) -> None:
    """Put a job back as if it had not been begun: its worker is asked to stop."""
    _held(job).update(state="ready", worker="", attempts=F("attempts") - 1, run_after=now())


def list_held() -> list[Held]:
    """Return every running job as it is seen now."""
    return [Held(*row) for row in JobRow.objects.filter(state="running").values_list("pk", "worker", "beat")]


def _held(job: Job) -> Any:
    return JobRow.objects.filter(pk=job.id, worker=job.worker, attempts=job.attempt, state="running")


def _load(key: int) -> Job:
    row = JobRow.objects.get(pk=key)
    return Job(row.pk, row.kind, row.key, row.mission_id, row.arguments, row.worker, row.attempts)


def _bury(row: JobRow, error: str) -> None:
    row.state, row.error, row.finished = "dead", error[:1000], now()
    row.save(update_fields=["state", "error", "finished"])


def pull_in(moment: datetime) -> None:
    """Make ready what waits for a time that no pause explains: the clock of this machine was set back."""
    JobRow.objects.filter(state="ready", run_after__gt=moment + 2 * LONGEST_PAUSE).update(run_after=moment)


def forget_done(moment: datetime) -> None:
    """Drop jobs done a week ago, and dead ones after a month."""
    JobRow.objects.filter(state="done", finished__lt=moment - timedelta(days=7)).delete()
    JobRow.objects.filter(state="dead", finished__lt=moment - timedelta(days=30)).delete()
