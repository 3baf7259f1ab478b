"""Fitted weights of tone: how a sentence speaks of one target in it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ToneWeights:
    """Weights by clue, for worse, plain and better in turn. `worded` are the languages whose words have weights."""

    tones: dict[str, tuple[float, float, float]]
    heat: float = 1.0
    worded: tuple[str, ...] = ()


def weigh_tone(clues: Mapping[str, float], weights: ToneWeights) -> tuple[float, float, float]:
    """Return the probability that a target is spoken of badly, plainly, well; they add up to one."""
    scores = [0.0, 0.0, 0.0]
    for clue, value in clues.items():
        row = weights.tones.get(clue)
        if row is not None:
            scores = [score + value * weight for score, weight in zip(scores, row, strict=True)]
    most = max(scores)
    bad, plain, good = (math.exp((score - most) / weights.heat) for score in scores)
    whole = bad + plain + good
    return bad / whole, plain / whole, good / whole
