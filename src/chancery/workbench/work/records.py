"""What a worker holds, and what an observer saw."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work that a worker has claimed. `attempt` counts from 1."""

    id: int
    kind: str
    key: str
    mission_id: int | None
    arguments: dict[str, Any]
    worker: str
    attempt: int


@dataclass(frozen=True, slots=True)
class Held:
    """A running job as an observer sees it: who has it, and how often its holder has said that it lives."""

    id: int
    worker: str
    beat: int


@dataclass(frozen=True, slots=True)
class WorkLine:
    """How many jobs of a kind are in a state, and the newest error among them."""

    kind: str
    state: str
    count: int
    oldest: datetime | None
    error: str
