"""Weights of tone: three probabilities that add up to one, whatever the clues."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.sources.package_data import read_fact_weights
from chancery.watch.facts.tone_weights import ToneModel, ToneWeights

MODEL = ToneModel(ToneWeights(tones={"bad": "200 0 0", "good": "0 0 200"}, plain={"bad": "100 0 0"}, worded=("en",)))
STRENGTHS = st.floats(-50, 50)


def test_a_clue_moves_the_probability_by_its_strength() -> None:
    assert MODEL.weigh({"bad": 1.0}, words=True) == pytest.approx((0.7870, 0.1065, 0.1065), abs=1e-4)  # e^2 / (e^2 + 2)
    assert MODEL.weigh({"bad": 0.5}, words=True) == pytest.approx((0.5761, 0.2119, 0.2119), abs=1e-4)  # e / (e + 2)


def test_a_language_without_weighed_words_has_weights_of_its_own() -> None:
    assert MODEL.weigh({"bad": 1.0}, words=False) == pytest.approx((0.5761, 0.2119, 0.2119), abs=1e-4)
    assert MODEL.worded == {"en"}


def test_what_was_never_learnt_leaves_all_three_alike() -> None:
    assert MODEL.weigh({"unheard of": 3.0}, words=True) == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert ToneModel(ToneWeights()).weigh({}, words=True) == pytest.approx((1 / 3, 1 / 3, 1 / 3))


def test_weights_that_are_torn_raise() -> None:
    with pytest.raises(ValueError, match="reshape"):
        ToneModel(ToneWeights(tones={"bad": "1 2"}))


@given(st.dictionaries(st.sampled_from(["bad", "good", "unheard of"]), STRENGTHS), st.booleans())
def test_probabilities_add_up_to_one(clues: dict[str, float], words: bool) -> None:
    shares = MODEL.weigh(clues, words=words)
    assert sum(shares) == pytest.approx(1.0)
    assert all(0 <= share <= 1 for share in shares)


@given(
    st.dictionaries(st.sampled_from(["better", "worse", "balance", "bias", "no tone", "nearest left -"]), STRENGTHS),
    st.booleans(),
)
def test_probabilities_of_the_weights_that_ship_add_up_to_one(clues: dict[str, float], words: bool) -> None:
    shares = read_fact_weights().tone.weigh(clues, words=words)
    assert sum(shares) == pytest.approx(1.0)
    assert all(0 <= share <= 1 for share in shares)
