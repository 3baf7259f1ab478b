"""Every import contract can be broken: a planted violation of each is found."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PLANTED = {
    # contract: (file that is planted or lengthened, the line that must not stand there)
    "layers": ("watch/planted.py", "import chancery.sources.package_data"),
    "rooms": ("advise/planted.py", "import chancery.watch.group_articles"),
    "pure": ("flow/planted.py", "import django"),
    "siblings": ("common/errors.py", "import chancery.common.time"),
    "doors": ("workbench/watch/views.py", "import chancery.workbench.watch.models"),
    "inside": ("workbench/watch/models.py", "import chancery.workbench.watch.operations"),
}


def _contracts() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["id"] for contract in project["tool"]["importlinter"]["contracts"]}


def test_every_contract_has_a_planted_violation() -> None:
    assert set(PLANTED) == _contracts()


@pytest.mark.parametrize("contract", sorted(PLANTED))
def test_a_planted_violation_breaks_its_contract(contract: str, tmp_path: Path) -> None:
    file, line = PLANTED[contract]
    shutil.copytree(ROOT / "src" / "chancery", tmp_path / "chancery", ignore=shutil.ignore_patterns("data", "locale", "static"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    planted = tmp_path / "chancery" / file
    planted.write_text((planted.read_text(encoding="utf-8") if planted.exists() else "") + f"\n{line}\n", encoding="utf-8")
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as c; c()",
            "--contract",
            contract,
            "--no-cache",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(tmp_path), "PATH": "/usr/bin:/bin", "NO_COLOR": "1"},
    )
    assert run.returncode == 1, run.stdout + run.stderr
    assert re.search(r"Contracts: 0 kept, 1 broken", run.stdout), run.stdout + run.stderr


@pytest.mark.parametrize("line", ["import urllib.request", "from datetime import datetime\n\nprint(datetime.now())"])
def test_a_planted_use_of_the_clock_or_of_a_bare_fetch_is_found(line: str, tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text(f"{line}\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--select", "TID251", "--config", str(ROOT / "pyproject.toml"), str(planted)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "TID251" in run.stdout
