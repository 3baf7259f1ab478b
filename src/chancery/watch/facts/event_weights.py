"""Fitted weights of events: which class a sentence tells, which actor does it and to whom it is done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chancery.watch.facts.records import Quad

Floats: TypeAlias = NDArray[np.float64]

KINDS: Final[Mapping[str, tuple[str, Quad]]] = MappingProxyType(
    {
        "STATEMENT": ("STATEMENT", "statement"),
        "APPEAL": ("REQUEST", "statement"),
        "AGREE": ("AGREE", "verbal_cooperation"),
        "CONSULT": ("CONSULT", "verbal_cooperation"),
        "SUPPORT": ("SUPPORT", "verbal_cooperation"),
        "COOPERATE": ("COOPERATE", "material_cooperation"),
        "AID": ("AID", "material_cooperation"),
        "CONCEDE": ("CONCEDE", "material_cooperation"),
        "RETREAT": ("RETREAT", "material_cooperation"),
        "ACCUSE": ("ACCUSE", "verbal_conflict"),
        "DEMAND": ("REQUEST", "verbal_conflict"),
        "REJECT": ("REJECT", "verbal_conflict"),
        "THREATEN": ("THREATEN", "verbal_conflict"),
        "PROTEST": ("PROTEST", "material_conflict"),
        "SANCTION": ("SANCTION", "material_conflict"),
        "MOBILIZE": ("MOBILIZE", "material_conflict"),
        "COERCE": ("COERCE", "material_conflict"),
        "ASSAULT": ("ASSAULT", "material_conflict"),
    }
)
"""The kinds that packs and weights tell apart, each with its PLOVER class (Open Event Data Alliance, 2021) and its quad.

Two are finer than PLOVER: a request is an appeal (words alone, a statement) or a demand (verbal conflict)."""

HUNDREDTH: Final = 0.01
"""Weights are kept as whole hundredths."""


@dataclass(frozen=True, slots=True)
class EventWeights:
    """Weights by clue as benchmarks/fit_events.py writes them, in hundredths, parted by spaces.

    `classes` are the columns of `kinds`, and of `plain`, the weights of cues where a language's words have none; `roles` hold
    two columns, source and target. `heat` is the temperature that calibrates the kinds. `worded` are the languages whose
    words have weights. `least` is the probability of a quad below which an event is abstained.
    """

    classes: tuple[str, ...] = ("STATEMENT",)
    kinds: dict[str, str] = field(default_factory=dict)
    plain: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    heat: float = 1.0
    least: float = 0.5
    worded: tuple[str, ...] = ()


class EventModel:
    """Weights made ready to be asked."""

    def __init__(self, weights: EventWeights) -> None:
        self.classes, self.least, self.worded = weights.classes, weights.least, frozenset(weights.worded)
        self.quads: tuple[Quad, ...] = tuple(KINDS[kind][1] for kind in weights.classes)
        self._heat = weights.heat
        self._kinds = {
            words: _table(rows, len(weights.classes)) for words, rows in ((True, weights.kinds), (False, weights.plain))
        }
        self._roles = _table(weights.roles, 2)

    def weigh_kinds(self, clues: Iterable[str], *, words: bool) -> Floats:
        """Return the probability of each class, in the order of `classes`; they add up to one."""
        scores = _sum(clues, *self._kinds[words]) / self._heat
        raised = np.exp(scores - scores.max())
        shares: Floats = raised / raised.sum()
        return shares

    def weigh_roles(self, clues: Iterable[str]) -> tuple[float, float]:
        """Return how much an actor looks like a source and like a target, in log odds."""
        source, target = _sum(clues, *self._roles).tolist()
        return source, target


def _table(rows: Mapping[str, str], width: int) -> tuple[dict[str, int], Floats]:
    values = np.array([row.split() for row in rows.values()], dtype=np.float64).reshape(-1, width)
    return {clue: place for place, clue in enumerate(rows)}, values * HUNDREDTH


def _sum(clues: Iterable[str], rows: Mapping[str, int], values: Floats) -> Floats:
    found = sorted(rows[clue] for clue in clues if clue in rows)  # one order of adding up, whatever that of a set
    summed: Floats = values[found].sum(axis=0)
    return summed
