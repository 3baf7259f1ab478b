"""Whose workbench this is: the mission, what it is accredited to, its sections and what they follow."""

from dataclasses import dataclass
from typing import Literal

from chancery.common.likelihood import NEUTRAL, LikelihoodTable

ROLES = ("head_of_mission", "officer", "local_staff", "desk", "administrator")
"""What somebody is in a mission; reader lists name roles and sections."""


@dataclass(frozen=True, slots=True)
class Place:
    """A State, territory or organisation as the sending State names it.

    `code` is the key (ISO 3166-1 alpha-2, a user-assigned code such as XA, or an organisation's short id), never a label.
    `names` are the official names by language; `forms` are further words that name it in texts, by language, with
    inhabitants and capitals.
    """

    code: str
    kind: Literal["state", "organisation"]
    names: tuple[tuple[str, str], ...]
    forms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Accreditation:
    """A State or organisation this mission is accredited to."""

    code: str
    residence: Literal["resident", "concurrent"]


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject a section follows; `terms` are words and phrases in any language, matched folded at word starts."""

    id: str
    name: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Officers of a mission by subject."""

    id: str
    name: str
    themes: tuple[Theme, ...]


@dataclass(frozen=True, slots=True)
class Mission:
    """An embassy, permanent mission or consulate.

    `languages` are ISO 639-1 codes, the brief's own language first; `time_zone` is an IANA name; `ceiling` is the highest
    handling mark that may be entered; `places` is the sending State's own table of names.
    """

    id: str
    name: str
    sending_state: str
    languages: tuple[str, ...]
    time_zone: str
    accreditations: tuple[Accreditation, ...]
    sections: tuple[Section, ...]
    places: tuple[Place, ...] = ()
    likelihood: LikelihoodTable = NEUTRAL
    ceiling: str = "official"

    @property
    def language(self) -> str:
        """The language the brief is written in."""
        return self.languages[0]
