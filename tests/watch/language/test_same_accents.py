"""An accent may be another word: the photograph ("ảnh") is not Britain ("Anh")."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.watch.language.same_accents import same_accents

WORDS = st.text(alphabet="aäáàâeéèêoöóôuüúcçnñảấđ", min_size=1, max_size=8)


def _same(said: str, written: str, accents: str) -> bool:
    return same_accents(said, (0, len(said)), written, accents)


@pytest.mark.parametrize(
    ("said", "written", "some", "every"),
    [
        ("Anh", "anh", True, True),
        ("ảnh", "anh", False, False),
        ("ánh", "ảnh", False, False),
        ("Etat", "état", True, False),
        ("ÉTAT", "état", True, True),
        ("Cote", "côte", True, False),
        ("coté", "côte", False, False),
        ("condamné", "condamn", True, True),
        ("Đức", "đức", True, True),
    ],
)
def test_an_accent_in_the_text_is_the_forms_and_in_some_languages_the_other_way_too(
    said: str, written: str, some: bool, every: bool
) -> None:
    assert (_same(said, written, "some"), _same(said, written, "all")) == (some, every)


def test_only_the_words_at_the_span_are_compared() -> None:
    assert same_accents("ảnh Anh ảnh", (4, 7), "anh", "all")


@pytest.mark.parametrize(
    ("said", "written", "same"), [("việt", "việt", True), ("Hàn Quốc", "hàn quốc", True), ("côte", "cote", False)]
)
def test_accents_written_apart_are_the_same_accents(said: str, written: str, same: bool) -> None:
    apart = unicodedata.normalize("NFD", said)
    assert (_same(apart, written, "all"), _same(apart, written, "some")) == (same, same)


@given(WORDS)
def test_a_word_bears_its_own_accents_in_any_case(word: str) -> None:
    assert all(_same(said, word, accents) for said in (word, word.upper(), word.capitalize()) for accents in ("some", "all"))


@given(WORDS)
def test_accents_may_be_dropped_where_the_language_says_some(word: str) -> None:
    plain = "".join(unicodedata.normalize("NFD", sign)[0] for sign in word)
    assert _same(plain, word, "some")
    assert _same(plain, word, "all") == (plain == word)
