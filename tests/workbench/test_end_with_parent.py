"""A process ends with the one that started it, though one long step holds all its threads."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

LONG = "from chancery.workbench.end_with_parent import end_with_parent; end_with_parent(); print(flush=True); "
LONG += "import re; re.match('(a+)+b', 'a' * 60)"
START = f"import subprocess, sys; child = subprocess.Popen([sys.executable, '-c', {LONG!r}], stdout=subprocess.PIPE); "
START += "child.stdout.readline(); print(child.pid, flush=True); child.wait()"


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone kills a process with its parent")
def test_it_ends_while_one_long_step_holds_all_threads() -> None:
    with subprocess.Popen([sys.executable, "-c", START], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = Path("/proc") / parent.stdout.readline().strip()
        assert _runs(child)
        parent.kill()
    until = time.monotonic() + 5
    while _runs(child) and time.monotonic() < until:
        time.sleep(0.02)
    assert not _runs(child)


def _runs(process: Path) -> bool:
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
