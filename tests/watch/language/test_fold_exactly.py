"""Folding keeps the place of every sign."""

from hypothesis import given
from hypothesis import strategies as st

from chancery.watch.language.fold_exactly import fold_exactly


def test_a_sign_that_becomes_two_leads_back_to_one() -> None:
    folded = fold_exactly("Straße 5")
    assert folded.text == "strasse 5"
    assert folded.span(0, 7) == (0, 6)


def test_signs_that_are_not_read_are_left_out() -> None:
    folded = fold_exactly("Cam\u200bbo\u00addia\u200f")
    assert folded.text == "cambodia"
    assert folded.span(0, 8) == (0, 10)


def test_accents_written_apart_fold_like_those_written_together() -> None:
    assert fold_exactly("e\u0301").text == fold_exactly("é").text == "e"


@given(st.text())
def test_every_place_of_the_folded_text_is_a_place_of_the_given_one(text: str) -> None:
    folded = fold_exactly(text)
    spans = [folded.span(place, place + 1) for place in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
