"""The command line as a whole: fast help, exit statuses, no traceback."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

BUDGET = 0.15  # seconds for `chancery --help`, STACK budget; the best of five runs, so that a busy machine does not decide


def _run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(Path(sys.executable).with_name("chancery")), *arguments], input=given, capture_output=True, text=True, check=False
    )


def test_help_is_fast() -> None:
    taken = []
    for _ in range(5):
        begin = time.monotonic()
        assert _run("--help").returncode == 0
        taken.append(time.monotonic() - begin)
    assert min(taken) < BUDGET


def test_help_imports_no_framework() -> None:
    script = "import sys; from chancery.cli import group; group.main(['--help'], standalone_mode=False); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.rsplit("\n", 2)[-2].split())
    assert {"django", "numpy", "trafilatura", "feedparser", "typst", "rich"} & loaded == set()


def test_an_unknown_command_ends_with_status_two() -> None:
    assert _run("conquer").returncode == 2


def test_an_error_of_ours_is_one_line_and_no_traceback() -> None:
    run = _run("watch", "group", given="{}\n")
    assert run.returncode == 2
    assert run.stderr.startswith("chancery: standard input, line 1, field `published`")
    assert "Traceback" not in run.stderr


def test_a_reader_that_has_had_enough_is_no_fault() -> None:
    line = '{"id": "a", "published": "2026-03-17", "title": "x"}\n'
    run = _run_into_a_closed_pipe(line)
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_one_line_and_status_two() -> None:
    with Path("/dev/full").open("w") as full:
        run = _run_out(full.fileno(), given='{"id": "a", "published": "2026-03-17", "title": "x"}\n')
    assert run.returncode == 2
    assert run.stderr.startswith("chancery: standard output: ")
    assert run.stderr.count("\n") == 1


def _run_into_a_closed_pipe(given: str) -> subprocess.CompletedProcess[str]:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        return _run_out(writer, given)
    finally:
        os.close(writer)


def _run_out(out: int, given: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("chancery")), "watch", "search", "x"]
    return subprocess.run(command, input=given, stdout=out, stderr=subprocess.PIPE, text=True, check=False)
