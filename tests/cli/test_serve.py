"""`chancery serve` as a stranger meets it: a fresh machine, an empty HOME, a browser."""

import os
import re
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest
import urllib3
from tests.builders.command import CHANCERY, chancery, environment

FIRST_PAGE = 1.0
"""Seconds from listening to the first page, of the issue."""
EXAMPLE = Path(__file__).parents[2] / "examples" / "small_embassy"
HEAVY = {"sklearn", "scipy", "duckdb", "trafilatura", "feedparser", "py3langid", "lxml", "typst", "docx", "lightgbm"}


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def serving(home: Path, *arguments: str) -> Iterator[tuple[int, "subprocess.Popen[str]"]]:
    """Run `chancery serve` until the block ends, and yield its port once it listens."""
    port = free_port()
    command = [CHANCERY, "serve", "--port", str(port), *arguments]
    server = subprocess.Popen(command, env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        wait_for_port(port, server)
        yield port, server
    finally:
        server.terminate()
        server.communicate(timeout=30)


def wait_for_port(port: int, server: "subprocess.Popen[str]") -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        if listens(port):
            return
        time.sleep(0.02)
    raise AssertionError(server.communicate()[1])


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Browser:
    """Keeps cookies and follows redirects; as much of a browser as these tests need."""

    def __init__(self, port: int) -> None:
        self.base, self.http, self.cookies = f"http://localhost:{port}", urllib3.PoolManager(), dict[str, str]()

    def ask(self, method: str, path: str, fields: dict[str, str] | None = None) -> urllib3.BaseHTTPResponse:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Origin": self.base}
        body = urlencode(fields).encode() if fields else None
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        answer = self.http.request(method, self.base + path, headers=headers, body=body, redirect=False, timeout=10)
        for line in answer.headers.getlist("Set-Cookie"):
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        if answer.status in (301, 302, 303):
            return self.ask("GET", answer.headers["Location"])
        return answer

    def fill(self, path: str, **fields: str) -> urllib3.BaseHTTPResponse:
        page = self.ask("GET", path).data.decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert token is not None, page
        return self.ask("POST", path, fields | {"csrfmiddlewaretoken": token[1]})


def test_the_first_page_of_a_fresh_server_comes_within_a_second(tmp_path: Path) -> None:
    took = []
    for _ in range(3):  # the best of three: a machine that is busy with other tests does not decide
        with serving(tmp_path, "--no-worker") as (port, _server):
            start = time.monotonic()
            assert Browser(port).ask("GET", "/").status == 200
            took.append(time.monotonic() - start)
        if took[-1] < FIRST_PAGE:
            break
    assert min(took) < FIRST_PAGE


def test_the_first_start_prints_a_link_that_makes_the_administrator(tmp_path: Path) -> None:
    with serving(tmp_path, "--no-worker") as (port, server):
        browser = Browser(port)
        first = browser.ask("GET", "/")
        assert "password" in first.data.decode().lower()
        assert server.stdout is not None
        server.stdout.readline()
        link = server.stdout.readline().strip()
        assert link.startswith(f"http://localhost:{port}/link/")
        path = link.removeprefix(browser.base)
        words = "correct horse battery staple"
        made = browser.fill(
            path, username="thu", name="Thu", email="thu@mfa.example", password=words, password_again=words, again=words
        )
        assert made.status == 200
        assert browser.ask("GET", "/people/").status == 200, made.data.decode()
        assert browser.ask("GET", path).status == 410
    kept = tmp_path / ".local" / "share" / "chancery"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    assert stat.S_IMODE((kept / "secret_key").stat().st_mode) == 0o600


def test_the_demo_prints_a_user_and_a_password_and_shows_every_room(tmp_path: Path) -> None:
    with serving(tmp_path, "--demo") as (port, server):
        assert server.stdout is not None
        lines = [server.stdout.readline(), server.stdout.readline()]
        user, password = (line.strip().partition(": ") for line in lines)
        assert (user[0], password[0]) == ("user", "password")
        browser = Browser(port)
        page = browser.fill("/sign-in/", username=user[2], password=password[2])
        assert page.status == 200
        shown = page.data.decode()
        assert "<nav" in shown
        assert "Embassy of Vanlan in Ilmara" in shown
        for path in ("/briefs/", "/stories/", "/conversations/", "/more/", "/sources/", "/people/", "/audit/"):
            assert browser.ask("GET", path).status == 200, path
    assert not (tmp_path / ".local").exists(), "a demo leaves nothing behind"


@pytest.mark.parametrize("demo", [(), ("--demo",)])
def test_a_port_that_is_taken_is_named_before_anything_is_promised(tmp_path: Path, demo: tuple[str, ...]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        run = chancery(tmp_path, "serve", "--no-worker", "--port", str(taken.getsockname()[1]), *demo)
    assert (run.returncode, run.stdout) == (2, "")
    assert "choose another with --port" in run.stderr
    assert "Traceback" not in run.stderr


def test_nothing_heavy_is_imported_when_the_pages_start(tmp_path: Path) -> None:
    script = (
        "import os, sys; from chancery.workbench.start import start_django, migrate; start_django(); migrate();"
        "from chancery.workbench.wsgi import application; import chancery.workbench.urls; print(*sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", script], env=environment(tmp_path), capture_output=True, text=True, check=True)
    assert {name.partition(".")[0] for name in run.stdout.split()} & HEAVY == set()


def test_a_mission_is_imported_backed_up_and_restored_and_the_doctor_is_content(tmp_path: Path) -> None:
    first = chancery(tmp_path, "import", str(EXAMPLE), "--brief")
    assert first.returncode == 0, first.stderr
    assert "Wrote the brief port-lanval-daily-2026-03-17, version 1." in first.stdout
    again = chancery(tmp_path, "import", str(EXAMPLE))
    assert "0 new articles, 0 new sources, 0 new records of conversation" in again.stdout

    invited = chancery(tmp_path, "people", "invite", "thu@mfa.example", "--role", "administrator")
    assert re.fullmatch(r"/link/[\w-]{40,}/\n", invited.stdout), invited.stderr
    assert "Put the address of your workbench before this path" in invited.stderr
    known = {"CHANCERY_BASE_URL": "https://chancery.mfa.example"}
    whole = chancery(tmp_path, "people", "invite", "thu@mfa.example", **known)
    assert re.fullmatch(r"https://chancery\.mfa\.example/link/[\w-]{40,}/\n", whole.stdout)
    assert whole.stderr == ""
    unknown = chancery(tmp_path, "people", "invite", "thu@mfa.example", "--mail")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert "CHANCERY_BASE_URL" in unknown.stderr
    refused = chancery(tmp_path, "people", "invite", "thu@mfa.example", "--mail", **known)
    assert "mail is off here" in refused.stderr

    assert chancery(tmp_path, "backup", str(tmp_path / "b.zip")).returncode == 0
    other = {"CHANCERY_DATABASE_URL": f"sqlite:///{tmp_path}/other.sqlite3"}
    back = chancery(tmp_path, "restore", str(tmp_path / "b.zip"), **other)
    assert back.returncode == 0, back.stderr
    twice = chancery(tmp_path, "restore", str(tmp_path / "b.zip"), **other)
    assert (twice.returncode, "not empty" in twice.stderr) == (1, True)

    doctor = chancery(tmp_path, "doctor", **other)
    assert doctor.returncode == 0, doctor.stdout
    assert "mission port-lanval (Embassy of Vanlan in Ilmara)" in doctor.stdout


def test_a_database_that_takes_nothing_more_is_one_line_and_no_traceback(tmp_path: Path) -> None:
    assert chancery(tmp_path, "people", "invite", "a@x.example").returncode == 2
    with sqlite3.connect(tmp_path / ".local" / "share" / "chancery" / "chancery.sqlite3") as kept:
        full = "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        kept.execute(f"CREATE TRIGGER full BEFORE INSERT ON workbench_auditrow {full}")
    ran = chancery(tmp_path, "backup", str(tmp_path / "b.zip"))
    assert ran.returncode == 1
    assert ran.stderr == "chancery: the database would not do it (database or disk is full); see `chancery doctor`\n"


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks /proc which processes there are")
def test_a_worker_that_is_killed_is_followed_by_another(tmp_path: Path) -> None:
    with serving(tmp_path) as (_port, server):
        first = wait_for_worker(server)
        os.kill(first, signal.SIGKILL)
        assert wait_for_worker(server, first) != first


def wait_for_worker(server: "subprocess.Popen[str]", *gone: int) -> int:
    """Return the number of the worker beside a server, once there is one that is not among `gone`."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        for task in Path(f"/proc/{server.pid}/task").iterdir():
            for child in map(int, (task / "children").read_text().split()):
                if child not in gone and b"work" in Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0"):
                    return child
        time.sleep(0.1)
    raise AssertionError("no worker runs")


@pytest.mark.parametrize("demo", [(), ("--demo",)])
def test_a_server_that_is_killed_takes_its_pages_and_its_worker_along(tmp_path: Path, demo: tuple[str, ...]) -> None:
    with serving(tmp_path, *demo) as (port, server):
        worker = wait_for_worker(server)
        server.kill()
        server.wait()
        until = time.monotonic() + 10
        while time.monotonic() < until and (listens(port) or Path(f"/proc/{worker}").exists()):
            time.sleep(0.05)
        assert not listens(port), "a page process holds the port"
        assert not Path(f"/proc/{worker}").exists()


def test_a_command_that_is_stopped_from_outside_leaves_no_half_file(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    command = [CHANCERY, "watch", "read", "--out", str(kept / "out.jsonl")]
    with subprocess.Popen(command, env=environment(tmp_path), stdin=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        until = time.monotonic() + 30
        while time.monotonic() < until and not list(kept.iterdir()):
            time.sleep(0.05)
        assert [file.suffix for file in kept.iterdir()] == [".part"]
        run.terminate()
        assert run.wait(10) == 128 + signal.SIGTERM
    assert list(kept.iterdir()) == []


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("CHANCERY_DATABASE_URL", "mysql://x"),
        ("CHANCERY_HTTPS", "perhaps"),
        ("CHANCERY_CEILING", "cosmic"),
        ("CHANCERY_WORKER_THREADS", "900"),
        ("CHANCERY_SMTP_URL", "mail"),
        ("CHANCERY_MORNING", "noon"),
        ("CHANCERY_TIME_ZONE", "Mars"),
        ("CHANCERY_LANGUAGE", "xx"),
        ("CHANCERY_LOG_LEVEL", "LOUD"),
        ("CHANCERY_BASE_URL", "chancery.example"),
        ("CHANCERY_DATABASE_URL", "postgresql://a:b@host:port/name"),
    ],
)
def test_a_setting_that_will_not_do_is_named_and_no_traceback_shown(tmp_path: Path, variable: str, value: str) -> None:
    run = chancery(tmp_path, "work", "--once", **{variable: value})
    assert run.returncode == 2
    assert "Traceback" not in run.stderr
    assert variable in run.stderr
    doctor = chancery(tmp_path, "doctor", **{variable: value})
    assert doctor.returncode == 1
    assert f"FAULT    settings: field `{variable}`: " in doctor.stdout
    assert "Traceback" not in doctor.stderr


def test_doctor_says_what_is_wrong_and_changes_nothing(tmp_path: Path) -> None:
    run = chancery(tmp_path, "doctor")
    assert run.returncode == 0
    assert "is made at the first start" in run.stdout
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "open").mkdir(mode=0o755)
    (tmp_path / "open").chmod(0o755)
    wrong = chancery(tmp_path, "doctor", CHANCERY_DATA_FOLDER=str(tmp_path / "open"))
    assert wrong.returncode == 1
    assert "chmod 700" in wrong.stdout


def test_a_database_that_does_not_answer_is_named(tmp_path: Path) -> None:
    run = chancery(tmp_path, "work", "--once", CHANCERY_DATABASE_URL=f"postgresql://nobody@/none?host={tmp_path}")
    assert run.returncode == 2
    assert "the database did not answer" in run.stderr
    assert "Traceback" not in run.stderr


def doctor_says(home: Path, **more: str) -> list[str]:
    """Return the faults of the doctor, which must be there."""
    run = chancery(home, "doctor", **more)
    assert (run.returncode, run.stderr) == (1, "")
    return [line.removeprefix("FAULT    ") for line in run.stdout.splitlines() if line.startswith("FAULT")]


def test_the_doctor_names_a_database_that_is_down_damaged_or_nowhere_and_the_mend(tmp_path: Path) -> None:
    down = doctor_says(tmp_path, CHANCERY_DATABASE_URL=f"postgresql://a:secret@/none?host={tmp_path}")
    assert len(down) == 1
    assert "does not answer" in down[0]
    assert "start its server, or mend CHANCERY_DATABASE_URL" in down[0]
    assert "secret" not in down[0]
    (tmp_path / "bad.sqlite3").write_bytes(b"no database at all, and long enough to be read as one" * 20)
    damaged = doctor_says(tmp_path, CHANCERY_DATABASE_URL=f"sqlite:///{tmp_path}/bad.sqlite3")
    assert "file is not a database); restore a backup into a new one" in damaged[0]
    nowhere = doctor_says(tmp_path, CHANCERY_DATABASE_URL=f"sqlite:///{tmp_path}/none/c.sqlite3")
    assert f"make {tmp_path}/none, or mend CHANCERY_DATABASE_URL" in nowhere[0]


def test_the_doctor_names_a_folder_that_is_a_file_and_what_is_read_only_when_used(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert "is a file; move it away" in doctor_says(tmp_path, CHANCERY_DATA_FOLDER=str(tmp_path / "file"))[0]
    assert "write a longer one" in doctor_says(tmp_path, CHANCERY_SECRET_KEY="short")[0]
    assert "CHANCERY_FETCH_ALLOW" in doctor_says(tmp_path, CHANCERY_FETCH_ALLOW="zz")[0]
