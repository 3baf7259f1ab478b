"""Logistic regressions over named clues, as small tables of whole hundredths that are shipped and read by people."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from benchmarks.minimise import minimise

Floats: TypeAlias = NDArray[np.float64]
Clues: TypeAlias = Mapping[str, float]
HUNDRED = 100


def fit_classes(
    clues: Sequence[Clues], gold: NDArray[np.int64], width: int, ridge: float, least: int, weight: Floats | None = None
) -> dict[str, str]:
    """Return the weights of a multinomial regression: a row a clue, a column a class, in hundredths.

    A clue that fewer than `least` examples have is left out: it learns them by heart. `weight` is what each example counts.
    """
    names, inputs = _matrix(clues, least)
    wanted = np.eye(width)[gold]
    counts = np.ones(len(clues)) if weight is None else weight

    def loss(values: Floats) -> tuple[float, Floats]:
        weights = values.reshape(len(names), width)
        scores = inputs @ weights
        scores -= scores.max(1, keepdims=True)
        raised = np.exp(scores)
        shares = raised / raised.sum(1, keepdims=True)
        cost = -float(counts @ np.log((shares * wanted).sum(1) + 1e-300)) + 0.5 * ridge * float(values @ values)
        return cost, (inputs.T @ ((shares - wanted) * counts[:, None]) + ridge * weights).ravel()

    return _rows(names, minimise(loss, np.zeros(len(names) * width)).reshape(len(names), width))


def fit_each(clues: Sequence[Clues], gold: Floats, ridge: float, least: int) -> dict[str, str]:
    """Return the weights of one yes-or-no regression for each column of `gold`, in hundredths."""
    names, inputs = _matrix(clues, least)
    return _rows(names, np.stack([_fit_binary(inputs, column, ridge) for column in gold.T], axis=1))


def _fit_binary(inputs: Floats, gold: Floats, ridge: float) -> Floats:
    def loss(values: Floats) -> tuple[float, Floats]:
        scores = inputs @ values
        cost = float(np.logaddexp(0.0, scores).sum() - gold @ scores) + 0.5 * ridge * float(values @ values)
        return cost, inputs.T @ (1.0 / (1.0 + np.exp(-scores)) - gold) + ridge * values

    return minimise(loss, np.zeros(inputs.shape[1]))


def _matrix(clues: Sequence[Clues], least: int) -> tuple[list[str], Floats]:
    """Return the clues seen often enough, in order, and how strongly each example has each."""
    seen = Counter(clue for own in clues for clue in own)
    names = sorted(clue for clue, count in seen.items() if count >= least)
    place = {name: number for number, name in enumerate(names)}
    inputs = np.zeros((len(clues), len(names)))
    for row, own in enumerate(clues):
        for clue, value in own.items():
            if clue in place:
                inputs[row, place[clue]] = value
    return names, inputs


def _rows(names: Sequence[str], weights: Floats) -> dict[str, str]:
    """Return weights in hundredths, a row a clue; what rounds to nothing is left out."""
    rounded = np.rint(weights * HUNDRED).astype(int)
    return {name: " ".join(map(str, row)) for name, row in zip(names, rounded.tolist(), strict=True) if any(row)}
