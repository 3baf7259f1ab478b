"""What the page of people lists, and what a one-time link opens."""

from dataclasses import dataclass


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
