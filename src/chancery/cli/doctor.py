"""`chancery doctor`: what is wrong with this installation, and how to mend it."""

import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import click

from chancery.common.errors import ChanceryError

FREE_BYTES = 500_000_000
"""Less free disk than this is a warning: about a month of a busy mission's articles."""


class Seen(NamedTuple):
    """One thing looked at: whether it is well, and what to do where it is not."""

    state: Literal["ok", "warning", "fault"]
    text: str


@click.command()
def command() -> None:
    r"""Look at the installation and say, line by line, what is well, what is not, and how to mend it.

    Nothing is changed. Status 1 where there is a fault.

    \b
    Examples:
      chancery doctor
      CHANCERY_DATABASE_URL=postgresql://chancery@/chancery chancery doctor
    """
    faults = 0
    for finding in _look():
        faults += finding.state == "fault"
        sign, colour = {"ok": ("ok     ", "green"), "warning": ("warning", "yellow"), "fault": ("FAULT  ", "red")}[
            finding.state
        ]
        click.echo(f"{click.style(sign, fg=colour)}  {finding.text}")
    if faults:
        raise click.exceptions.Exit(1)


def _look() -> Iterator[Seen]:
    """Yield what is found; where something fails, what stands on it is not looked at."""
    yield Seen("ok", f"Python {sys.version.split()[0]} at {sys.executable}")
    from chancery.workbench.environment import data_folder

    yield from _look_at_folder(data_folder())
    try:
        from chancery.workbench.start import start_django

        start_django(prepare=False)
    except ChanceryError as fault:
        yield Seen("fault", f"settings: {fault}")
        return
    database = list(_look_at_database())
    yield from database
    if any(finding.state != "ok" for finding in database):
        return
    checks: tuple[Callable[[], Iterator[Seen]], ...] = (_look_at_missions, _look_at_work, _look_at_address, _look_at_mail)
    for check in checks:
        yield from check()
    yield from _look_at_pages()


def _look_at_folder(folder: Path) -> Iterator[Seen]:
    if not folder.exists():
        yield Seen("ok", f"data folder {folder} is made at the first start")
        return
    mode = stat.S_IMODE(folder.stat().st_mode)
    if mode & 0o077:
        yield Seen("fault", f"data folder {folder} is open to others; run: chmod 700 {folder}")
    elif not os.access(folder, os.W_OK):
        yield Seen("fault", f"data folder {folder} cannot be written by this user; set CHANCERY_DATA_FOLDER")
    else:
        yield Seen("ok", f"data folder {folder} belongs to its owner alone")
    free = shutil.disk_usage(folder).free
    state: Literal["ok", "warning"] = "ok" if free > FREE_BYTES else "warning"
    yield Seen(
        state, f"{free / 1e9:.1f} GB free there" + ("" if state == "ok" else "; keep texts for fewer days, or make room")
    )


def _look_at_database() -> Iterator[Seen]:
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    name = f"{connection.vendor} database {connection.settings_dict['NAME']}"
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        yield Seen("warning", f"{name} is made at the first start")
        return
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as fault:
        yield Seen("fault", f"{name} does not answer ({str(fault).strip()}); look at CHANCERY_DATABASE_URL")
        return
    if waiting:
        yield Seen("warning", f"{name} answers; {len(waiting)} changes of its tables wait for the next `chancery serve`")
    else:
        yield Seen("ok", f"{name} answers, its tables are up to date")


def _look_at_missions() -> Iterator[Seen]:
    from django.db import DatabaseError

    from chancery.workbench.people.queries import count_people

    try:
        counted = count_people()
    except DatabaseError:
        return
    if not counted:
        yield Seen("warning", "no mission yet; load one with `chancery import`, or start `chancery serve`")
    for slug, name, people, administrators in counted:
        state: Literal["ok", "warning"] = "ok" if administrators else "warning"
        mend = "" if administrators else f"; `chancery people invite ADDRESS --role administrator --mission {slug}`"
        yield Seen(state, f"mission {slug} ({name}): {people} people, {administrators} administrators{mend}")


def _look_at_work() -> Iterator[Seen]:
    from django.db import DatabaseError

    from chancery.clock import now
    from chancery.workbench.work.queries import count_late, list_all_work

    try:
        late, lines = count_late(now()), list_all_work()
    except DatabaseError:
        return
    if late:
        yield Seen("fault", f"{late} jobs have waited for over five minutes: no worker runs; start `chancery work`")
    else:
        yield Seen("ok", "no background work is late")
    for line in lines:
        if line.state == "dead":
            yield Seen("warning", f"{line.count} jobs of kind {line.kind} were given up: {line.error}")


def _look_at_address() -> Iterator[Seen]:
    from django.conf import settings

    if settings.DEBUG:
        yield Seen("fault", "CHANCERY_DEBUG is on: pages show the insides of the program; set it to 0")
    local = "localhost" in settings.BASE_URL or "127.0.0.1" in settings.BASE_URL
    if not settings.HTTPS and not local:
        yield Seen("fault", f"{settings.BASE_URL} is served without HTTPS; put a proxy before it and set CHANCERY_HTTPS=1")
    elif settings.BASE_URL.startswith("http:") and not local:
        yield Seen("warning", f"CHANCERY_BASE_URL is {settings.BASE_URL}; people reach it by https, so write that")
    else:
        yield Seen("ok", f"people reach it at {settings.BASE_URL}")


def _look_at_mail() -> Iterator[Seen]:
    from django.conf import settings

    if settings.EMAIL_BACKEND.endswith("dummy.EmailBackend"):
        yield Seen("ok", "mail is off: links are handed over by people (CHANCERY_SMTP_URL turns it on)")
    else:
        yield Seen("ok", f"mail goes through {settings.EMAIL_HOST}, a link only")


def _look_at_pages() -> Iterator[Seen]:
    from django.conf import settings

    folder = Path(settings.LOCALE_PATHS[0])
    missing = [
        code for code, _ in settings.LANGUAGES if code != "en" and not (folder / code / "LC_MESSAGES" / "django.mo").exists()
    ]
    if missing:
        yield Seen("warning", f"pages in {', '.join(missing)} are not compiled; install again, or run compile_catalogues.py")
    else:
        yield Seen("ok", "pages speak " + ", ".join(str(name) for _, name in settings.LANGUAGES))
