"""What the page of people lists. The Viewer stands above all folders, in `workbench/viewer.py`; people find it here too."""

from dataclasses import dataclass

from chancery.workbench.viewer import (
    ADMINISTRATORS,
    CEILING_OF_ROLE,
    EDITORS,
    KEEPERS,
    LOCAL_CEILING,
    RECORDERS,
    RELEASERS,
    Viewer,
)

__all__ = [
    "ADMINISTRATORS",
    "CEILING_OF_ROLE",
    "EDITORS",
    "KEEPERS",
    "LOCAL_CEILING",
    "RECORDERS",
    "RELEASERS",
    "Colleague",
    "OpenLink",
    "Viewer",
]


@dataclass(frozen=True, slots=True)
class Colleague:
    """A person as the page of people lists them."""

    person_id: int
    username: str
    email: str
    name: str
    role: str
    sections: tuple[str, ...]
    ceiling: str
    active: bool
    last_seen: str
    administers: bool = False


@dataclass(frozen=True, slots=True)
class OpenLink:
    """A one-time link that still works. `mission` is the name of the mission it leads to, "" where there is none yet."""

    kind: str
    mission: str
    email: str
    role: str
