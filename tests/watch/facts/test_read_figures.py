"""Figures: a number with the unit beside it; a year, a day or a number of nothing is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.watch.facts.build import sentences
from tests.watch.language.build import pack

from chancery.watch.facts.read_figures import SPELLED, read_figures
from chancery.watch.facts.records import Figure

UNITS = (
    "person\t\tpeople|villagers\nton\t\ttons\npercent\t\tper cent|%\nUSD\tbefore\t$|US$\nUSD\t\tdollars\n"
    "x1000000\t\tmillion\nx1000000000\t\tbillion"
)


def _figures(title: str, text: str = "") -> list[Figure]:
    return list(read_figures(sentences(pack(units=UNITS), title, text), "en"))


@pytest.mark.parametrize(
    ("text", "value", "unit", "surface"),
    [
        ("Some 12 people met", 12.0, "person", "12 people"),
        ("Some 12 more villagers left", 12.0, "person", "12 more villagers"),
        ("Twelve people met", 12.0, "person", "Twelve people"),
        ("It cost $4.5 million in all", 4_500_000.0, "USD", "$4.5 million"),
        ("It cost US$ 40 in all", 40.0, "USD", "US$ 40"),
        ("It cost 3 billion dollars", 3_000_000_000.0, "USD", "3 billion dollars"),
        ("Prices rose 40 per cent", 40.0, "percent", "40 per cent"),
        ("Prices rose 7.5%", 7.5, "percent", "7.5%"),
        ("In all 1,234 tons came", 1234.0, "ton", "1,234 tons"),
        ("In all ٣٨ people came", 38.0, "person", "٣٨ people"),
    ],
)
def test_a_number_is_told_with_what_it_counts(text: str, value: float, unit: str, surface: str) -> None:
    (figure,) = _figures(text)
    assert (figure.value, figure.unit, figure.surface) == (value, unit, surface)
    assert text[figure.span.start : figure.span.end] == surface
    assert figure.because.startswith("units.tsv:")


@pytest.mark.parametrize(
    "text",
    [
        "Flight 12 left",
        "people met",
        "On 12 March people met",
        "In 2024 more people met",
        "There were 12. People met",
        "There were 12 of them, and so the people met",
        "They were 12 in all and hardly ever any people",
        "4 million",
        "",
    ],
)
def test_a_number_of_nothing_is_no_figure(text: str) -> None:
    assert _figures(text) == []


@pytest.mark.parametrize("text", ["COVID-19 people met", "F-16 people met", "G20 people met", "At 10:30 people met"])
def test_a_number_that_belongs_to_a_name_counts_nothing(text: str) -> None:
    assert _figures(text) == []


def test_a_day_written_with_points_counts_nothing() -> None:
    assert _figures("On 12.03.2026 people met") == []


def test_a_year_is_a_number_where_its_unit_follows_at_once() -> None:
    assert [figure.value for figure in _figures("Some 2000 people met")] == [2000.0]


def test_two_figures_of_one_sentence_keep_their_own_units() -> None:
    found = _figures("12 people paid $40 for 3 tons")
    assert [(figure.value, figure.unit) for figure in found] == [(12.0, "person"), (40.0, "USD"), (3.0, "ton")]


def test_words_are_read_as_numbers_in_the_first_sentences_and_digits_everywhere() -> None:
    found = _figures("Talks", "Twelve people met. " * 6 + "Then 12 people met.")
    assert [figure.surface for figure in found] == ["Twelve people"] * (SPELLED - 1) + ["12 people"]  # the title is the first


@given(
    st.lists(st.sampled_from(["12", "$", "people", "million", "%", "1,5", ".", "2024", "March", "٣", "½", "\u200f", "twelve"]))
)
def test_every_figure_is_a_number_in_the_words_it_names(words: list[str]) -> None:
    text = " ".join(words)
    for figure in _figures(text):
        assert text[figure.span.start : figure.span.end] == figure.surface
        assert figure.value >= 0
        assert any(sign.isnumeric() for sign in figure.surface) or "twelve" in figure.surface


@given(st.floats(0.01, 999, allow_nan=False).map(lambda value: round(value, 2)))
def test_a_number_written_is_the_number_read(value: float) -> None:
    assert [figure.value for figure in _figures(f"some {value:.2f} tons came")] == [value]
