"""The worker: one loop that schedules, claims, says that it lives, and frees what the dead held; threads do the work."""

import logging
import os
import secrets
import socket
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from typing import Final

from django.db import DatabaseError, close_old_connections, connection

from chancery.common.errors import ChanceryError
from chancery.workbench.work.jobs import run
from chancery.workbench.work.operations import LEASE, beat, claim, fail, finish, free, give_back, list_held
from chancery.workbench.work.records import Held, Job
from chancery.workbench.work.scheduler import schedule

TICK: Final = 0.25
"""Seconds between two looks at the table."""
BEAT: Final = 1.0
SCHEDULE: Final = 5.0
PATIENCE: Final = 10.0
"""Seconds that running work is given to end when the worker is asked to stop."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Worker:
    """Does background work until `stop` is set. `clock` never jumps; it decides who is dead."""

    threads: int
    stop: Event = field(default_factory=Event)
    clock: Callable[[], float] = time.monotonic
    alive: Callable[[], bool] = lambda: True
    name: str = field(default_factory=lambda: f"{socket.gethostname()[:40]}:{os.getpid()}:{secrets.token_hex(4)}")
    _running: dict[int, tuple[Job, "Future[None]"]] = field(default_factory=dict)
    _seen: dict[int, tuple[Held, float]] = field(default_factory=dict)
    _beaten: float = 0.0
    _scheduled: float = float("-inf")

    def work(self) -> None:
        """Work until asked to stop; what is not done by then goes back into the table."""
        with ThreadPoolExecutor(self.threads, thread_name_prefix="job") as pool:
            while not self.stop.is_set() and self.alive():
                self._safely(lambda: self._turn(pool))
                self.stop.wait(TICK)
            self._end()

    def work_once(self) -> int:
        """Schedule, do everything that is ready, and return how many jobs were done; for cron and for tests."""
        schedule()
        done = 0
        while (job := claim(self.name)) is not None:
            _do(job)
            done += 1
        return done

    def _turn(self, pool: ThreadPoolExecutor) -> None:
        """Do what is due in the table; all of it is short."""
        moment = self.clock()
        self._running = {key: held for key, held in self._running.items() if not held[1].done()}
        if moment - self._beaten >= BEAT:
            self._beaten = moment
            if self._running:
                beat(self.name, list(self._running))
            self._watch()
        if moment - self._scheduled >= SCHEDULE:
            self._scheduled = moment
            schedule()
        while len(self._running) < self.threads and (job := claim(self.name)) is not None:
            self._begin(job, pool)

    def _watch(self) -> None:
        """Free what has not beaten for a whole lease, by our own clock and our own eyes."""
        moment, seen = self.clock(), {}
        for held in list_held():
            if held.worker == self.name:
                continue
            before, since = self._seen.get(held.id, (held, moment))
            seen[held.id] = (held, since if before == held else moment)
            if moment - seen[held.id][1] >= LEASE and free(held):
                log.warning("job %s was freed: %s has not said for %s seconds that it lives", held.id, held.worker, LEASE)
        self._seen = seen

    def _begin(self, job: Job, pool: ThreadPoolExecutor) -> None:
        self._running[job.id] = (job, pool.submit(_do_apart, job))

    def _end(self) -> None:
        """Give running work a moment, and put back what does not end."""
        until = self.clock() + PATIENCE
        while self.clock() < until and any(not future.done() for _, future in self._running.values()):
            self._safely(lambda: beat(self.name, list(self._running)))
            time.sleep(TICK)
        for job, future in self._running.values():
            if not future.done():
                self._safely(lambda job=job: give_back(job))  # type: ignore[misc]

    def _safely(self, act: Callable[[], None]) -> None:
        """Act; where the database is away for a moment, say so and come back."""
        try:
            close_old_connections()
            act()
        except DatabaseError:
            log.exception("the database did not answer; trying again")
            connection.close()
            self.stop.wait(BEAT)


def _do_apart(job: Job) -> None:
    """Do a job in a thread of its own, with a connection that is still good."""
    close_old_connections()
    _do(job)
    close_old_connections()


def _do(job: Job) -> None:
    """Do one job and write down how it ended; the outermost edge of background work."""
    try:
        run(job)
        finish(job)
    except ChanceryError as fault:
        log.warning("job %s (%s) did not get done: %s", job.id, job.kind, fault)
        _write_failure(job, str(fault))
    except Exception as fault:  # the outermost edge of a job: whatever it stumbles over is logged and written down
        log.exception("job %s (%s) failed", job.id, job.kind)
        _write_failure(job, type(fault).__name__)


def _write_failure(job: Job, error: str) -> None:
    try:
        fail(job, error)
    except DatabaseError:
        log.exception("job %s cannot be given back; its lease will run out", job.id)
