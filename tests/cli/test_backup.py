"""A backup is whole or not there, and restores whole or not at all."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.builders.command import CHANCERY, chancery, environment

EXAMPLE = Path(__file__).parents[2] / "examples" / "small_embassy"
ARCHIVE = "b.zip"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that holds the example embassy and its backup."""
    home = tmp_path_factory.mktemp("filled")
    assert chancery(home, "import", str(EXAMPLE)).returncode == 0
    assert chancery(home, "backup", str(home / ARCHIVE)).returncode == 0
    return home


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    """A copy of it, to do with as one likes."""
    return shutil.copytree(filled, tmp_path / "home")


def chancery_within(home: Path, most: int, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run a command that may write no file longer than `most` bytes: a disk that fills up."""
    return subprocess.run(
        ["sh", "-c", f'ulimit -f {most // 512}; exec "$0" "$@"', CHANCERY, *arguments],
        env=environment(home),
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_disk_that_is_full_leaves_no_half_backup(home: Path) -> None:
    kept = home / "kept"
    kept.mkdir()
    run = chancery_within(home, 65_536, "backup", str(kept / "b.zip"))
    assert run.returncode == 2
    assert run.stderr == f"chancery: {kept / 'b.zip'}: cannot be written (File too large)\n"
    assert list(kept.iterdir()) == []


def test_a_disk_that_is_full_restores_nothing_and_says_so(home: Path) -> None:
    fresh = home / "fresh"
    assert chancery(fresh, "people", "list").returncode == 2
    run = chancery_within(fresh, 500_000, "restore", str(home / ARCHIVE))
    assert run.returncode in (1, 2)
    assert len(run.stderr.splitlines()) == 1, run.stderr
    assert "disk" in run.stderr
    back = chancery(fresh, "restore", str(home / ARCHIVE))
    assert back.returncode == 0, back.stderr


def test_half_an_archive_is_named_and_restores_nothing(home: Path) -> None:
    whole = home / ARCHIVE
    half = home / "half.zip"
    half.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    run = chancery(home, "restore", str(half), "--replace")
    assert run.returncode == 2
    assert run.stderr == f"chancery: {half}: is no backup, or only a part of one\n"


@pytest.mark.parametrize(("command", "label"), [("backup", "Backing up"), ("restore", "Restoring")])
def test_long_work_shows_how_far_it_is_on_a_terminal_alone(home: Path, command: str, label: str) -> None:
    file = str(home / ARCHIVE)
    arguments = [command, file, *(["--replace"] if command == "restore" else [])]
    ours, theirs = os.openpty()
    run = subprocess.run(
        [CHANCERY, *arguments],
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=False,
    )
    os.close(theirs)
    shown = os.read(ours, 100_000)
    os.close(ours)
    assert run.returncode == 0
    assert label.encode() in shown
    assert label.encode() not in run.stdout
    assert label not in chancery(home, *arguments).stderr
