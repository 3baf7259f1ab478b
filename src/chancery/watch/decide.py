"""The fitted merge decision: from features to how much likelier an article belongs to a story than to none."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from chancery.common.errors import NotComputable
from chancery.watch.compare import FEATURES

Floats: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic decision over features and a few learnt combinations of them, as fitted by benchmarks/fit_grouping.py.

    `features` names the inputs; each is brought to mean 0 and spread 1 by `mean` and `scale`. `hidden` (one row a
    combination) and `hidden_bias` give the combinations through tanh, `out` weighs them, `direct` weighs the features
    themselves. The sum with `bias` is a log-odds: above 0 the article joins.
    """

    features: tuple[str, ...]
    mean: tuple[float, ...]
    scale: tuple[float, ...]
    hidden: tuple[tuple[float, ...], ...]
    hidden_bias: tuple[float, ...]
    out: tuple[float, ...]
    direct: tuple[float, ...]
    bias: float


class Decision:
    """Weights made ready to be asked. Raises NotComputable where they were fitted on other features than ours."""

    def __init__(self, weights: Weights) -> None:
        if weights.features != FEATURES:
            raise NotComputable("the weights were fitted on other features; run benchmarks/fit_grouping.py")
        scale = np.array(weights.scale)
        self._mean = np.array(weights.mean)
        self._hidden = (np.array(weights.hidden) / scale).T
        self._hidden_bias = np.array(weights.hidden_bias)
        self._out = np.array(weights.out)
        self._direct = np.array(weights.direct) / scale
        self._bias = weights.bias

    def log_odds(self, features: list[tuple[float, ...]]) -> list[float]:
        """Return the log-odds of each row of features."""
        centred: Floats = np.array(features) - self._mean
        hidden = np.tanh(centred @ self._hidden + self._hidden_bias)
        found: list[float] = (hidden @ self._out + centred @ self._direct + self._bias).tolist()
        return found
