"""How far a grouping agrees with the gold one: pairwise and BCubed (Bagga and Baldwin 1998), singletons counted."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision, recall and their harmonic mean, over pairs of articles and over articles."""

    pair_precision: float
    pair_recall: float
    precision: float
    recall: float

    @property
    def pair_f1(self) -> float:
        """F1 over all pairs of articles."""
        return harmonic(self.pair_precision, self.pair_recall)

    @property
    def f1(self) -> float:
        """BCubed F1: of the means over articles."""
        return harmonic(self.precision, self.recall)


def agreement(gold: Sequence[str], found: Sequence[str]) -> Agreement:
    """Return how a grouping agrees with gold. Both name the group of each article, in one order; there is at least one.

    >>> round(agreement(["a", "a", "b"], ["1", "1", "1"]).f1, 3)
    0.714
    """
    by_gold, by_found, both = Counter(gold), Counter(found), Counter(zip(gold, found, strict=True))
    together = sum(_pairs(size) for size in both.values())
    return Agreement(
        _share(together, sum(_pairs(size) for size in by_found.values())),
        _share(together, sum(_pairs(size) for size in by_gold.values())),
        sum(size * size / by_found[name] for (_, name), size in both.items()) / len(gold),
        sum(size * size / by_gold[name] for (name, _), size in both.items()) / len(gold),
    )


def harmonic(precision: float, recall: float) -> float:
    """Return the harmonic mean, 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _pairs(size: int) -> int:
    return size * (size - 1) // 2


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
