"""`chancery collect` as it is called."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.servers.hostile_feeds import BOMB, HostileFeeds, feed

CHANCERY = str(Path(sys.executable).with_name("chancery"))
MISSION = """
[[source]]
id = "courier"
name = "The Courier"
url = "{courier}"
keep_full_text = false
[[source]]
id = "gazette"
name = "The Gazette"
url = "{gazette}"
keep_full_text = false
"""


def _run(*arguments: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "CHANCERY_FETCH_ALLOW": "127.0.0.0/8"}
    return subprocess.run(
        [CHANCERY, "collect", *map(str, arguments)], capture_output=True, text=True, env=environment, check=False
    )


def _objects(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _mission(folder: Path, server: HostileFeeds) -> Path:
    text = MISSION.format(courier=server.url("/good.xml"), gazette=server.url("/busy.xml"))
    (folder / "sources.toml").write_text(text, encoding="utf-8")
    return folder


def test_saved_feeds_give_articles_and_a_line_a_file(tmp_path: Path) -> None:
    saved, out, report = tmp_path / "saved", tmp_path / "articles.jsonl", tmp_path / "report.jsonl"
    saved.mkdir()
    (saved / "good.xml").write_bytes(feed(2))
    (saved / "bomb.xml").write_bytes(BOMB)
    run = _run("--from", saved, "--out", out, "--report", report, "--seen", "2026-03-17T06:30+00:00")
    assert (run.returncode, run.stderr) == (0, "2 files: 1 ok, 1 refused.\n")
    assert [(line["file"], line["state"], line["entries"]) for line in _objects(report)] == [
        ("bomb.xml", "refused", 0),
        ("good.xml", "ok", 2),
    ]
    assert [(line["title"], line["seen"]) for line in _objects(out)] == [
        ("news 2", "2026-03-17T06:30:00+00:00"),
        ("news 1", "2026-03-17T06:30:00+00:00"),
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name a MISSION_DIR"),
        (("x", "--from", "y"), "name a MISSION_DIR"),
        (("--from", "nowhere"), "is no folder"),
        (("nowhere",), "is no folder"),
    ],
)
def test_a_wrong_call_ends_with_status_2_and_says_why(arguments: tuple[str, ...], told: str) -> None:
    run = _run(*arguments)
    assert run.returncode == 2
    assert told in run.stderr


def test_a_mission_is_collected_and_collected_again(tmp_path: Path) -> None:
    with HostileFeeds() as server:
        folder = _mission(tmp_path, server)
        first = _run(folder, "--report", tmp_path / "report.jsonl")
        second = _run(folder)
        third = _run(folder, "--all")
    assert first.returncode == second.returncode == third.returncode == 0
    report = {line["source"]: (line["state"], line["new"]) for line in _objects(tmp_path / "report.jsonl")}
    assert report["gazette"] == ("blocked", 0)
    assert report["courier"] in (("working", 3), ("quiet", 3))  # as the clock of this machine says
    assert "0 of 2 sources were due." in second.stderr
    assert "2 of 2 sources were due." in third.stderr
    assert len(_objects(folder / "articles.jsonl")) == 3


def test_a_kill_in_the_middle_loses_and_doubles_nothing(tmp_path: Path) -> None:
    with HostileFeeds() as server:
        folder = _mission(tmp_path, server)
        server.routes["/busy.xml"] = lambda request: (
            time.sleep(30) if server.times("/busy.xml") == 1 else request.say(200, feed(4, name="gazette"))
        )
        environment = {**os.environ, "CHANCERY_FETCH_ALLOW": "127.0.0.0/8"}
        running = subprocess.Popen([CHANCERY, "collect", str(folder)], env=environment, stderr=subprocess.DEVNULL)
        for _ in range(600):
            if server.times("/busy.xml"):
                break
            time.sleep(0.05)
        running.send_signal(signal.SIGKILL)
        running.wait(10)
        run = _run(folder)
    assert run.returncode == 0
    ids = [line["id"] for line in _objects(folder / "articles.jsonl")]
    assert (len(ids), len(set(ids))) == (7, 7)
