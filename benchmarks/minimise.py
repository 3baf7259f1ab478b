"""Where a smooth function is least, by L-BFGS with halved steps (Nocedal 1980)."""

from collections import deque
from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]


def minimise(loss: Callable[[Floats], tuple[float, Floats]], values: Floats, steps: int = 150) -> Floats:
    """Return where `loss` is least, by L-BFGS with halved steps (Nocedal 1980)."""
    cost, slope = loss(values)
    kept: deque[tuple[Floats, Floats, float]] = deque(maxlen=12)
    for _ in range(steps):
        way = _direction(slope, kept)
        step = 1.0
        while True:
            further = values - step * way
            new_cost, new_slope = loss(further)
            if new_cost <= cost - 1e-4 * step * float(slope @ way) or step < 1e-9:
                break
            step /= 2
        moved, bent = further - values, new_slope - slope
        if float(moved @ bent) > 1e-10:
            kept.append((moved, bent, 1.0 / float(moved @ bent)))
        done = cost - new_cost < 1e-6 * abs(cost)
        values, cost, slope = further, new_cost, new_slope
        if done:
            break
    return values


def _direction(slope: Floats, kept: Sequence[tuple[Floats, Floats, float]]) -> Floats:
    way, used = slope.copy(), []
    for moved, bent, inverse in reversed(kept):
        along = inverse * float(moved @ way)
        used.append(along)
        way -= along * bent
    if kept:
        moved, bent, _ = kept[-1]
        way *= float(moved @ bent) / float(bent @ bent)
    else:
        way *= 1e-3
    for (moved, bent, inverse), along in zip(kept, reversed(used), strict=True):
        way += moved * (along - inverse * float(bent @ way))
    return way
