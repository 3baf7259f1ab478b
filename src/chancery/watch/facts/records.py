"""The facts read in one article. Each has the words it rests on, and the rule or pack line that found it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from chancery.common.citation import Span

Quad = Literal["statement", "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]
Realis = Literal["reported", "planned", "denied", "hypothetical"]


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report says it was written, and for which agency; what it does not say is "" or None."""

    span: Span
    place: str
    code: str = ""
    day: date | None = None
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, speaks or is spoken of.

    `code` is ISO 3166-1 alpha-2 or an organisation's, "" where none is told; `sector` a PLOVER sector; `office` the key of a
    public office. `surface` is the text at the span.
    """

    span: Span
    surface: str
    code: str = ""
    sector: str = ""
    organisation: str = ""
    office: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom: `kind` is a PLOVER class, or STATEMENT; `confidence` a calibrated probability of the quad."""

    kind: str
    quad: Quad
    source: Actor | None
    target: Actor | None
    realis: Realis
    confidence: float
    span: Span
    surface: str
    status: Literal["found", "abstained"] = "found"
    because: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject by its IPTC Media Topic code or the mission's own, with the words that tell it."""

    code: str
    confidence: float
    spans: tuple[Span, ...]
    because: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words said, without their marks; who said them and the verb of saying, where they stand beside."""

    span: Span
    surface: str
    speaker: Span | None = None
    verb: Span | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Attitude:
    """How a country or public organisation is spoken of, -1 to 1, in one sentence; `holder` who speaks, where told."""

    target: Actor
    holder: Actor | None
    value: float
    confidence: float
    span: Span
    because: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts or measures."""

    value: float
    unit: str
    span: Span
    surface: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment announced: by whom, to whom, due when, in the words of the article."""

    who: Actor | None
    to: Actor | None
    due: date | None
    span: Span
    surface: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class PolicyStep:
    """A step of a State's policy: which (bill, decree, budget ...), by which body, of which country."""

    step: str
    body: str
    country: str
    span: Span
    surface: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was read in one article beside its language and countries. `version` is the pack's."""

    article: str
    dateline: Dateline | None = None
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    topics: tuple[Topic, ...] = ()
    quotes: tuple[Quote, ...] = ()
    attitudes: tuple[Attitude, ...] = ()
    figures: tuple[Figure, ...] = ()
    commitments: tuple[Promise, ...] = ()
    policy: tuple[PolicyStep, ...] = ()
    version: str = ""
