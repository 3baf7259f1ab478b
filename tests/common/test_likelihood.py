"""Words of likelihood, bound to numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.common.errors import InputError
from chancery.common.likelihood import NEUTRAL, Band, band_of, word_for


def test_a_value_on_a_boundary_takes_the_higher_term() -> None:
    assert word_for(0.55) == "likely"
    assert word_for(0.45) == "roughly even"


def test_of_several_terms_for_one_band_the_first_is_used() -> None:
    table = (Band("unlikely", 0.0, 0.5), Band("likely", 0.5, 1.0), Band("probable", 0.5, 1.0))
    assert word_for(0.7, table) == "likely"


def test_beyond_the_ends_the_end_terms_hold() -> None:
    assert (word_for(0.0), word_for(1.0)) == ("almost no chance", "almost certain")


@given(st.sampled_from(NEUTRAL), st.floats(0.001, 0.999))
def test_word_and_band_are_inverse_inside_a_band(band: object, share: float) -> None:
    low, high = band.low, band.high  # type: ignore[attr-defined]
    assert band_of(word_for(low + share * (high - low) * 0.999)) == band


def test_what_is_no_probability_and_what_is_no_term_are_refused() -> None:
    with pytest.raises(InputError, match="no probability"):
        word_for(1.2)
    with pytest.raises(InputError, match="not in the likelihood table"):
        band_of("maybe")
