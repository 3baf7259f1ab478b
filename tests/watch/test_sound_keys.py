"""One name in many scripts has one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.watch.sound_keys import sound_key, sound_keys


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Mombasa", "Момбаса"),
        ("Kristersson", "كريسترسون"),
        ("Kristersson", "크리스테르손"),
        ("Macron", "马克龙"),
        ("Verstappen", "แฟร์สตัปเปิน"),
        ("Truss", "Τρας"),
    ],
)
def test_a_transcribed_name_keeps_its_key(one: str, two: str) -> None:
    assert sound_key(one) == sound_key(two) != ""


def test_different_names_have_different_keys() -> None:
    assert len({sound_key(name) for name in ("Mombasa", "Nairobi", "Kampala", "Arequipa", "Trujillo")}) == 5


def test_words_in_small_letters_and_grammar_are_no_names() -> None:
    assert sound_keys("Under the Kristersson government", frozenset({"under"})) == {"krstr"}


@given(st.text())
def test_a_key_is_short_and_of_eight_classes(text: str) -> None:
    assert all(3 <= len(key) <= 5 and set(key) <= set("pftkrmns") for key in sound_keys(text))
