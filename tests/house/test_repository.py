"""What the repository holds, and what it must not."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"https?://|--(?:extra-)?index-url|--find-links")
MACHINE = re.compile(r"/(?:work|root|home/[a-z]+)/[a-z]")


def _tracked() -> list[Path]:
    run = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if run.returncode:
        pytest.skip("this checkout has no git; the list of files cannot be had")
    return [ROOT / name for name in run.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def test_the_makefile_has_at_most_ten_targets() -> None:
    written = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z]+):", written, re.MULTILINE)
    assert {"demo", "test"} <= set(targets)
    assert len(targets) <= 10


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_locks_are_hashed_and_name_no_index(name: str) -> None:
    written = (ROOT / name).read_text(encoding="utf-8")
    assert not ADDRESS.search(written)
    for block in re.split(r"\n(?=[a-z0-9])", written.strip()):
        assert "--hash=sha256:" in block, block.splitlines()[0]


def test_locks_hold_every_dependency_at_a_version_that_will_do() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {
        "requirements.lock": project["project"]["dependencies"],
        "requirements-dev.lock": project["dependency-groups"]["dev"],
    }
    for name, dependencies in wanted.items():
        locked = dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for dependency in map(Requirement, dependencies):
            assert dependency.specifier.contains(locked[dependency.name.lower()]), f"{name}: {dependency}"


def test_the_development_lock_agrees_with_the_runtime_lock() -> None:
    runtime, development = (
        set(re.findall(r"^([a-z0-9-]+==[^\s;]+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert runtime <= development


def test_every_dependency_says_why() -> None:
    written = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = written.split("dependencies = [", 1)[1].split("]\n", 1)[0]
    lines = [line for line in block.splitlines() if line.strip().startswith('"')]
    assert [line for line in lines if "  # " not in line] == []


def test_nothing_names_the_machine_it_was_written_on() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in _tracked()
        if path.suffix in (".py", ".md", ".toml", ".cfg", ".sh", ".html", ".js", ".css", "") and path.stat().st_size < 1_000_000
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if MACHINE.search(line)
    ]
    assert found == []


def test_the_repository_holds_no_large_file() -> None:
    assert [str(path.relative_to(ROOT)) for path in _tracked() if path.stat().st_size > 1_000_000] == []


def test_the_licence_is_apache() -> None:
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").split()[:4] == ["Apache", "License", "Version", "2.0,"]
