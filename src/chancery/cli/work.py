"""`chancery work`: the background work of the workbench."""

import os
import signal
from collections.abc import Callable
from types import FrameType

import click


@click.command()
@click.option("--once", is_flag=True, help="Do what is due now and end; for cron.")
@click.option("--with", "parent", metavar="PID", type=int, hidden=True, help="End when this process is gone.")
def command(once: bool, parent: int | None) -> None:
    r"""Read sources when they are due, group what they say, write the morning's brief, drop what is too old.

    Any number of these may run. One that is killed loses nothing: another takes its work over within ten seconds.

    \b
    Examples:
      chancery work
      chancery work --once
    """
    from django.conf import settings

    from chancery.workbench.end_with_parent import end_with_parent
    from chancery.workbench.start import migrate, start_django

    start_django()
    if parent is None:
        migrate()
    else:
        end_with_parent()
    from chancery.workbench.work.worker import Worker

    worker = Worker(threads=settings.WORKER_THREADS, alive=_watch(parent))
    if once:
        click.echo(f"{worker.work_once()} jobs done.")
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        worker.stop.set()

    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, stop)
    worker.work()


def _watch(parent: int | None) -> Callable[[], bool]:
    """Return a test for whether the process we work beside is still there."""
    return lambda: parent is None or os.getppid() == parent
