"""Quarters, months without a day and spans of time as each language writes them."""

import pytest

from chancery.advise.read_periods import read_lapses, read_months, read_quarters

QUARTERS = [
    ("en", "in the third quarter of 2025", [3]),
    ("en", "Q3 and 4Q", [3, 4]),
    ("en", "the first three months", [1]),
    ("en", "the second quarter-final", []),
    ("fr", "au deuxième trimestre, au 3e trimestre, T4 2025", [2, 3, 4]),
    ("es", "en el primer trimestre", [1]),
    ("vi", "quý III, quý 2, quý một", [3, 2, 1]),
    ("vi", "nhà ga T2", []),
    ("ru", "во втором квартале, 2-м квартале, III квартал", [2, 2, 3]),
    ("ar", "الربع الثالث", [3]),
    ("zh", "第三季度", [3]),
]

MONTHS = [
    ("en", "in May 2025, not on 3 April", [5]),
    ("en", "they may march", []),
    ("fr", "en mai, en avril", [5, 4]),
    ("vi", "mai đi", []),
    ("fr", "sept navires", []),
    ("es", "en abril; el mar", [4]),
    ("vi", "tháng 5, tháng Tư, tháng mười hai", [5, 4, 12]),
    ("vi", "trong 3 tháng 5 ngày", []),
    ("vi", "ngày 5 tháng 4", []),
    ("ru", "в апреле, в мае", [4, 5]),
    ("ar", "في أبريل", [4]),
    ("zh", "5月", [5]),
]

LAPSES = [
    ("en", "five years ago", [(5, "year", "after")]),
    ("en", "for 30 years", [(30, "year", "")]),
    ("fr", "il y a six ans", [(6, "year", "before")]),
    ("es", "hace dos meses", [(2, "month", "before")]),
    ("vi", "cách đây 6 năm, 3 tháng trước", [(6, "year", "before"), (3, "month", "after")]),
    ("ru", "шесть лет назад", [(6, "year", "after")]),
    ("ar", "قبل 6 سنوات", [(6, "year", "before")]),
]


@pytest.mark.parametrize(("language", "text", "quarters"), QUARTERS)
def test_quarters_are_read(language: str, text: str, quarters: list[int]) -> None:
    assert [quarter.number for quarter in read_quarters(text, language)] == quarters


@pytest.mark.parametrize(("language", "text", "months"), MONTHS)
def test_months_without_a_day_are_read(language: str, text: str, months: list[int]) -> None:
    assert [month.number for month in read_months(text, language)] == months


@pytest.mark.parametrize(("language", "text", "lapses"), LAPSES)
def test_spans_of_time_are_read(language: str, text: str, lapses: list[tuple[int, str, str]]) -> None:
    assert [(lapse.value, lapse.unit, lapse.ago) for lapse in read_lapses(text, language)] == lapses
