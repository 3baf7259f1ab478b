"""What the words beside a number make of it, in the languages whose words we know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.advise.kind_words import FATES, THINGS, WAYS
from chancery.advise.read_kinds import Kind, at_odds, loose_fates, read_kinds
from chancery.common.read_numbers import read_numbers

COUNTED = [
    ("en", "12 fishing boats", "ships", ""),
    ("en", "ten boat crews", "", ""),
    ("en", "a 350-metre berth", "metres", ""),
    ("en", "12 of the passengers were hurt", "", "the injured"),
    ("en", "a blast left 6 dead", "", "the dead"),
    ("en", "none of the 12 passengers was injured", "people", ""),
    ("fr", "23 ouvriers ont été blessés", "people", "the injured"),
    ("fr", "a causé la mort de 19 personnes", "people", "the dead"),
    ("fr", "1,12 million de tonnes", "tonnes", ""),
    ("es", "14 embarcaciones", "ships", ""),
    ("es", "detuvo a 18 personas", "people", "the arrested"),
    ("vi", "5 công nhân còn mất tích", "people", "the missing"),
    ("vi", "12 tàu cá", "ships", ""),
    ("vi", "12 tấn đồng", "tonnes", ""),
    ("vi", "3 đồng chí", "", ""),
    ("ru", "погибли 19 человек", "people", "the dead"),
    ("ru", "14 лодок", "ships", ""),
    ("ar", "وأصيب 23 شخصا", "people", "the injured"),
    ("ar", "14 قاربا", "ships", ""),
    ("ar", "80 ألف متر مكعب", "cubic metres", ""),
    ("", "12 km", "kilometres", ""),
    ("de", "12 Tote", "", ""),
]

FIGURES = [
    ("$12 million", "USD", ""),
    ("12 triệu đô la Mỹ", "USD", ""),
    ("1.2亿美元", "USD", ""),
    ("12 million Canadian dollars", "CAD", ""),
    ("€3bn", "EUR", ""),
    ("12 миллионов рублей", "RUB", ""),
    ("3.2 مليون جنيه", "EGP", ""),
    ("12 per cent", "", "percent"),
    ("٧٠٪", "", "percent"),
    ("12 pour cent", "", "percent"),
    ("2 điểm phần trăm", "", "percentage points"),
    ("5 процентных пунктов", "", "percentage points"),
]

TURNS = [
    ("en", "exports fell 4%", {"down"}),
    ("en", "a 4% rise", {"up"}),
    ("en", "5% more than last year", {"up"}),
    ("en", "up to 40 people", set()),
    ("en", "more than 40 people", set()),
    ("fr", "en hausse de 6 %", {"up"}),
    ("es", "un 7 % más", {"up"}),
    ("es", "bajo 40 metros", set()),
    ("vi", "giảm 15%", {"down"}),
    ("ru", "снизился на 9%", {"down"}),
    ("ar", "بزيادة 26%", {"up"}),
    ("en", "a result of -3%", {"down"}),
]


def _only(text: str, language: str) -> Kind:
    (kind,) = read_kinds(text, read_numbers(text, language), language)
    return kind


@pytest.mark.parametrize(("language", "text", "thing", "fate"), COUNTED)
def test_what_is_counted_is_read(language: str, text: str, thing: str, fate: str) -> None:
    kind = _only(text, language)
    assert (kind.thing, kind.fates) == (thing, frozenset({fate} - {""}))


@pytest.mark.parametrize(("text", "code", "share"), FIGURES)
def test_money_and_shares_are_read_in_every_language(text: str, code: str, share: str) -> None:
    kind = _only(text, "")
    assert (bool(kind.money), kind.share) == (bool(code), share)
    assert not code or code in kind.money


@pytest.mark.parametrize(("language", "text", "ways"), TURNS)
def test_the_way_a_figure_went_is_read(language: str, text: str, ways: set[str]) -> None:
    assert _only(text, language).ways == ways


def test_both_ends_of_a_range_are_of_one_kind() -> None:
    kinds = read_kinds("from 10 to 12 per cent", read_numbers("from 10 to 12 per cent"), "en")
    assert [kind.share for kind in kinds] == ["percent", "percent"]


def test_a_word_that_belongs_to_a_number_is_not_loose() -> None:
    text = "Nine people died, 38 were missing. They were rescued."
    assert loose_fates(text, read_numbers(text, "en"), "en") == {"the rescued"}


def test_every_table_of_one_kind_knows_the_same_languages() -> None:
    for table in (FATES, WAYS, THINGS):
        assert {frozenset(words) for words in table.values()} == {frozenset(("en", "fr", "es", "vi", "ru", "ar"))}


@given(st.text(max_size=120), st.sampled_from(["en", "fr", "vi", "ar", ""]))
def test_each_number_has_a_kind_that_is_not_at_odds_with_itself(text: str, language: str) -> None:
    numbers = read_numbers(text, language)
    kinds = read_kinds(text, numbers, language)
    assert len(kinds) == len(numbers)
    assert not any(at_odds(kind, kind, shares=True, loose=frozenset()) for kind in kinds)
