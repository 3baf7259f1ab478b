"""Fitted weights of tone: how a sentence speaks of one target in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from chancery.watch.facts.event_weights import HUNDREDTH

Floats: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ToneWeights:
    """Weights by clue as benchmarks/fit_tone.py writes them, in hundredths: worse, plain and better, parted by spaces.

    `tones` are those of the languages in `worded`, whose words have weights; `plain` those of all others.
    """

    tones: dict[str, str] = field(default_factory=dict)
    plain: dict[str, str] = field(default_factory=dict)
    worded: tuple[str, ...] = ()


class ToneModel:
    """Weights made ready to be asked."""

    def __init__(self, weights: ToneWeights) -> None:
        self.worded = frozenset(weights.worded)
        self._tables = tuple(_table(rows) for rows in (weights.plain, weights.tones))

    def weigh(self, clues: Mapping[str, float], *, words: bool) -> tuple[float, float, float]:
        """Return the probability that a target is spoken of badly, plainly, well; they add up to one."""
        rows, values = self._tables[words]
        known = [clue for clue in clues if clue in rows]
        strengths = np.array([clues[clue] for clue in known])
        scores: Floats = strengths @ values[[rows[clue] for clue in known]] if known else np.zeros(3)
        raised = np.exp(scores - scores.max())
        bad, plain, good = (raised / raised.sum()).tolist()
        return bad, plain, good


def _table(rows: Mapping[str, str]) -> tuple[dict[str, int], Floats]:
    values = np.array([row.split() for row in rows.values()], dtype=np.float64).reshape(-1, 3)
    return {clue: place for place, clue in enumerate(rows)}, values * HUNDREDTH
