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

FREE_BYTES, LEAST_BYTES = 500_000_000, 50_000_000
"""Less free disk than the first is a warning: about a month of a busy mission's articles. Below the second, two days."""


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
    yield from _look_at_keys()
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
    if not folder.is_dir():
        yield Seen("fault", f"data folder {folder} is a file; move it away, or set CHANCERY_DATA_FOLDER")
        return
    if mode & 0o077:
        yield Seen("fault", f"data folder {folder} is open to others; run: chmod 700 {folder}")
    elif not os.access(folder, os.W_OK):
        yield Seen(
            "fault", f"data folder {folder} cannot be written by this user; give it to this user, or set CHANCERY_DATA_FOLDER"
        )
    else:
        yield Seen("ok", f"data folder {folder} belongs to its owner alone")
    yield _look_at_room(folder)


def _look_at_room(folder: Path) -> Seen:
    free = shutil.disk_usage(folder).free
    told = f"{free / 1e9:.1f} GB free in {folder}"
    if free < LEAST_BYTES:
        return Seen("fault", f"{free / 1e6:.0f} MB free in {folder}; make room, or soon nothing more can be stored")
    return Seen("ok", told) if free > FREE_BYTES else Seen("warning", f"{told}; keep texts for fewer days, or make room")


def _look_at_database() -> Iterator[Seen]:
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    name = f"{connection.vendor} database {connection.settings_dict['NAME']}"
    file = Path(connection.settings_dict["NAME"]) if connection.vendor == "sqlite" else None
    if file is not None and not file.exists():
        yield _look_at_place(file, name)
        return
    if file is not None and not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)):
        yield Seen("fault", f"{name} cannot be written by this user; give file and folder to this user")
        return
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as fault:
        mend = "restore a backup into a new one" if file is not None else "start its server"
        said = " ".join(str(fault).split())
        yield Seen("fault", f"{name} does not answer ({said}); {mend}, or mend CHANCERY_DATABASE_URL")
        return
    if waiting:
        yield Seen("warning", f"{name} answers; {len(waiting)} changes of its tables wait for the next `chancery serve`")
    else:
        yield Seen("ok", f"{name} answers, its tables are up to date")


def _look_at_place(file: Path, name: str) -> Seen:
    from django.conf import settings

    if file.parent.is_dir() or (file.parent == settings.DATA_FOLDER and not file.parent.exists()):
        return Seen("warning", f"{name} is made at the first start")
    return Seen("fault", f"{name} has no folder to be made in; make {file.parent}, or mend CHANCERY_DATABASE_URL")


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


def _look_at_keys() -> Iterator[Seen]:
    """Look at what is read only when it is used: the key that signs sessions, and how the worker fetches."""
    from django.conf import settings

    from chancery.sources.http_settings import read_http_settings
    from chancery.workbench.environment import SHORTEST_KEY

    if len(settings.SECRET_KEY) < SHORTEST_KEY:
        yield Seen(
            "fault", f"the secret key is shorter than {SHORTEST_KEY} signs; unset CHANCERY_SECRET_KEY, or write a longer one"
        )
    try:
        read_http_settings(os.environ)
    except ChanceryError as fault:
        yield Seen("fault", f"settings: {fault}")


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
