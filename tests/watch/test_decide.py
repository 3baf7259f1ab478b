"""The fitted decision."""

from dataclasses import replace

import pytest
from tests.watch.build import weights

from chancery.common.errors import NotComputable
from chancery.watch.compare import FEATURES
from chancery.watch.decide import Decision, Weights


def _flat(**changes: float) -> Weights:
    none = tuple(0.0 for _ in FEATURES)
    direct = tuple(changes.get(name, 0.0) for name in FEATURES)
    return Weights(FEATURES, none, tuple(1.0 for _ in FEATURES), (none,), (0.0,), (0.0,), direct, -1.0)


def test_log_odds_are_the_weighted_sum() -> None:
    row = tuple(1.0 if name == "cosine" else 0.0 for name in FEATURES)
    assert Decision(_flat(cosine=3.0)).log_odds([row, tuple(0.0 for _ in FEATURES)]) == [2.0, -1.0]


def test_weights_of_other_features_are_refused() -> None:
    with pytest.raises(NotComputable, match="fit_grouping"):
        Decision(replace(_flat(), features=("cosine",)))


def test_the_weights_that_ship_fit_the_features() -> None:
    assert weights().features == FEATURES
    assert Decision(weights()).log_odds([tuple(0.0 for _ in FEATURES)])[0] < 0.0
