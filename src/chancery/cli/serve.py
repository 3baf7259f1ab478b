"""`chancery serve`: the workbench in a browser, with one worker beside it."""

import ipaddress
import os
import secrets
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import click

from chancery.cli.demo import find_example
from chancery.common.errors import InputError

SELF = (sys.executable, "-c", "from chancery.cli import main; main()")
"""How a process of ours starts another one of ours, whatever the PATH says."""
DEMO_USER = "demo"
PAGES_AT_ONCE = 16
"""Requests answered at once. With four, six half-sent forms stopped every page; on any network a proxy holds such back."""
LOOK, PAUSE = 0.5, 2.0
"""Seconds between two looks at whether the worker lives, and before another follows one that died."""


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65_535), help="The port to listen on.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0 for every network.")
@click.option("--no-worker", is_flag=True, help="Serve pages only; run `chancery work` elsewhere.")
@click.option("--demo", is_flag=True, help="Serve the example embassy from a temporary folder, with a user of its own.")
def command(port: int, host: str, no_worker: bool, demo: bool) -> None:
    r"""Open the workbench in a browser. Tables are brought up to date first.

    The first start prints a link that makes the first administrator; it works once, for a day. Settings are environment
    variables (docs/reference/settings.md).

    \b
    Examples:
      chancery serve --demo --port 8000
      chancery serve
      CHANCERY_DATABASE_URL=postgresql://chancery@/chancery chancery serve --host 0.0.0.0
    """
    _refuse_taken(host, port)
    _suit_the_address(host, port, os.environ)
    if demo:
        with tempfile.TemporaryDirectory(prefix="chancery-demo-") as folder:
            _fill_demo(Path(folder))
            with _worker_beside(no_worker):
                _listen(host, port)
        return
    from chancery.workbench.start import migrate, start_django

    start_django()
    migrate()
    _print_first_link()
    with _worker_beside(no_worker):
        _listen(host, port)


def _suit_the_address(host: str, port: int, environment: Mapping[str, str]) -> None:
    """Let cookies work over plain HTTP on this very machine, where nobody else listens; settings that are there stay."""
    if not _is_this_machine(host):
        return
    if "CHANCERY_HTTPS" not in environment and "CHANCERY_BASE_URL" not in environment:
        os.environ["CHANCERY_HTTPS"] = "0"
    os.environ.setdefault("CHANCERY_BASE_URL", f"http://{'localhost' if host != '::1' else '[::1]'}:{port}")


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _print_first_link() -> None:
    """Print the link of the first administrator, where nobody can sign in yet."""
    from django.conf import settings

    from chancery.workbench.people.operations import make_first_link

    token = make_first_link()
    if token is not None:
        click.echo(f"Make the first administrator (this link works once, for 24 hours):\n{settings.BASE_URL}/link/{token}/")


def _fill_demo(folder: Path) -> None:
    """Fill a database in `folder` with the example embassy and its brief, and print who may sign in."""
    os.environ["CHANCERY_DATA_FOLDER"] = str(folder / "data")
    os.environ["CHANCERY_DATABASE_URL"] = f"sqlite:///{folder}/data/chancery.sqlite3"
    os.environ["CHANCERY_DEMO"] = "1"
    os.environ["CHANCERY_CEILING"] = os.environ["CHANCERY_EXPORT_CEILING"] = "restricted"
    from chancery.workbench.start import migrate, start_django

    start_django()
    migrate()
    from chancery.sources.mission_folder import read_mission_folder
    from chancery.workbench.load.demo import load_demo

    password = secrets.token_urlsafe(12)
    load_demo(read_mission_folder(find_example()), DEMO_USER, password)
    click.echo(f"user: {DEMO_USER}\npassword: {password}")
    sys.stdout.flush()


@contextmanager
def _worker_beside(no_worker: bool) -> Iterator[None]:
    """Run one worker as long as pages are served; it also ends by itself when this process is gone."""
    if no_worker:
        yield
        return
    stop = Event()
    keeper = Thread(target=_keep_worker, args=(stop,), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        stop.set()
        keeper.join()


def _keep_worker(stop: Event) -> None:
    """Run a worker until told to stop; after one that died, another."""
    while not stop.is_set():
        worker = subprocess.Popen([*SELF, "work", "--with", str(os.getpid())])  # noqa: S603 -- ourselves
        while worker.poll() is None and not stop.wait(LOOK):
            pass
        if worker.poll() is not None:
            stop.wait(PAUSE)
            continue
        worker.send_signal(signal.SIGTERM)
        try:
            worker.wait(15)
        except subprocess.TimeoutExpired:
            worker.kill()


def _refuse_taken(host: str, port: int) -> None:
    """Raise InputError where nobody can listen, before a link or a password is printed that another server would answer to."""
    import socket

    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            raise InputError(f"cannot listen on {host} port {port} ({fault.strerror}); choose another with --port") from None


def _listen(host: str, port: int) -> None:
    """Serve until interrupted."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        "chancery.workbench.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=PAGES_AT_ONCE,
        log_level=LogLevels.warning,
        log_access=False,
    )
    click.echo(f"The workbench is at http://{host}:{port}/ (stop with Ctrl+C)", err=True)
    server.serve()
