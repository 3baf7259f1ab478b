"""The command as a stranger has it: his own HOME, none of our settings."""

import os
import subprocess
import sys
from pathlib import Path

CHANCERY = str(Path(sys.executable).with_name("chancery"))


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CHANCERY_", "XDG_", "DJANGO_"))}
    return kept | {"HOME": str(home)} | more


def chancery(home: Path, *arguments: str, **more: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [CHANCERY, *arguments],
        env=environment(home, **more),
        capture_output=True,
        text=True,
        check=False,
    )
