"""Text as every room compares it."""

from hypothesis import given
from hypothesis import strategies as st

from chancery.common.text import count_words, fold, opening, squeeze, tokens


def test_folding_drops_marks_and_levels_special_letters() -> None:
    assert fold("Đà Nẵng") == "da nang"
    assert fold("Łódź, Ærø, İstanbul") == "lodz, aero, istanbul"
    assert fold("Straße") == "strasse"


def test_folding_keeps_the_vowels_of_scripts_that_write_them_as_marks() -> None:
    assert fold("ไทย") == "ไทย"
    assert fold("हिन्दी") == "हिन्दी"


def test_folding_drops_arabic_vowel_signs() -> None:
    assert fold("مُحَمَّد") == "محمد"


def test_words_are_runs_of_letters_and_pairs_where_there_are_no_spaces() -> None:
    assert tokens("Xuất khẩu gạo 2026") == ["xuat", "khau", "gao", "2026"]
    assert tokens("河内市") == ["河内", "内市"]
    assert tokens("中") == ["中"]


def test_a_word_is_a_syllable_in_vietnamese_and_two_signs_in_chinese() -> None:
    assert count_words("Bộ Ngoại giao thông báo") == 5
    assert count_words("外交部宣布") == 3


def test_squeezing_makes_every_run_of_white_space_one_space() -> None:
    assert squeeze("  a\n\t b\u00a0c ") == "a b c"


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_words_of_two_lines_are_the_words_of_each(one: str, other: str) -> None:
    assert tokens(f"{one}\n{other}") == tokens(one) + tokens(other)


@given(st.text(alphabet="ab -.,河内市ก\u0301\n", max_size=60), st.integers(0, 12))
def test_an_opening_is_an_exact_part_and_has_the_words_asked_for(text: str, most: int) -> None:
    part = opening(text, most)
    assert text.startswith(part)
    assert count_words(part) == min(most, count_words(text))
