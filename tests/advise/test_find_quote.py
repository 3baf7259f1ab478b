"""A quotation is at its span, at its span but for signs, elsewhere, or nowhere."""

import pytest

from chancery.advise.find_quote import find_quote, holds

TEXT = "On Monday it rained. “It rained again” - he said."


@pytest.mark.parametrize(
    ("quote", "start", "end", "found"),
    [
        ("it rained.", 10, 20, "exact"),
        ('"It rained again" – he said.', 21, 49, "folded"),
        ("it rained.", 0, 10, "moved"),
        ("it snowed", 10, 19, "missing"),
        ("it rained", 90, 99, "moved"),
        ("t rained.", 11, 20, "cut"),
        ("it rain", 10, 17, "cut"),
        ('t rained again" – he said.', 23, 49, "cut"),
        ("", 3, 3, "missing"),
    ],
)
def test_where_a_quotation_stands(quote: str, start: int, end: int, found: str) -> None:
    assert find_quote(quote, TEXT, start, end) == found


@pytest.mark.parametrize(
    ("text", "start", "end", "found"),
    [
        ("12,000 people", 3, 13, "cut"),
        ("12,000 people", 0, 2, "cut"),
        ("l'eau", 2, 5, "exact"),
        ("Ha\u0300 No\u0323\u0302i", 0, 2, "cut"),
        ("他表示很高兴", 3, 6, "exact"),
        ("والوزارة تعلن", 3, 8, "exact"),
        ("والوزارة تعلن", 0, 5, "cut"),
        ("كتابهم هنا", 0, 4, "exact"),
        ("협정을 맺었다", 0, 2, "exact"),
    ],
)
def test_a_quotation_takes_whole_words_and_whole_numbers(text: str, start: int, end: int, found: str) -> None:
    assert find_quote(text[start:end], text, start, end) == found


def test_a_number_is_no_part_of_a_longer_one() -> None:
    assert not holds("They lost 12,000 tonnes.", "They lost 12")
    assert holds("They lost 12, no more.", "They lost 12")


def test_letters_composed_and_decomposed_are_one() -> None:
    assert find_quote("Ha\u0300 No\u0323\u0302i", "Hà Nội", 0, 6) == "exact"


def test_nothing_holds_an_empty_quotation() -> None:
    assert not holds(TEXT, " ")


@pytest.mark.parametrize("quote", ["legal", "agree", "he plan"])
def test_a_part_of_a_word_is_no_word(quote: str) -> None:
    assert not holds("The plan is illegal. We disagree.", quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [("ونحن سعداء", "نحن سعداء"), ("他表示很高兴。", "很高兴"), ("협정을 맺었다", "협정"), ("the U.S.-led force", "U.S.")],
)
def test_where_a_script_writes_words_together_a_part_is_held(text: str, quote: str) -> None:
    assert holds(text, quote)


def test_parts_stand_one_after_the_other() -> None:
    assert holds("We will sign, if asked, in May.", "We will sign", "in May")
    assert not holds("We will sign, if asked, in May.", "in May", "We will sign")
