"""Numbers, days and weekdays of a statement stand in what it cites, across languages and ways of writing."""

from datetime import UTC, datetime

import pytest
from tests.builders.briefs import article, cite, said

from chancery.advise import Grounds
from chancery.advise.check_numbers import check_numbers
from chancery.advise.records import Block
from chancery.common.citation import Citation


def _found(text: str, source: str, lang: str = "en", source_lang: str = "en") -> list[str]:
    stored = article("a1", source, lang=source_lang)
    block: Block = said(text, cite(stored), lang=lang)
    return [check.message for check in check_numbers(block, Grounds({"a1": stored}, {}, language=lang))]


@pytest.mark.parametrize(
    ("text", "source", "lang", "source_lang"),
    [
        ("1.2 million people", "1,2 triệu người", "en", "vi"),
        ("1.2 million people", "1 234 000 personnes", "en", "fr"),
        ("12 nghìn người", "1.2万人", "vi", "zh"),
        ("about 1,300 tonnes", "1,340 tonnes", "en", "en"),
        ("the 3rd session", "the third session", "en", "en"),
        ("a dozen ships", "12 ships", "en", "en"),
        ("Two days later 40 people left.", "40 people left.", "en", "en"),
        ("on 17 March", "on Tuesday", "en", "en"),
        ("on 16 March it rained", "yesterday it rained", "en", "en"),
        ("on Tuesday", "on 17 March", "en", "en"),
        ("(computed) 500 tonnes of 200 and 300", "200 tonnes, 300 tonnes, 500", "en", "en"),
        ("2 billions d'euros", "2 trillion euros", "fr", "en"),
        ("40 ships [3] and [4, 5]", "40 ships", "en", "en"),
        ("40 ships in 2026", "40 ships this year", "en", "en"),
    ],
)
def test_the_same_figure_written_otherwise_is_found(text: str, source: str, lang: str, source_lang: str) -> None:
    assert _found(text, source, lang, source_lang) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("1.3 million people", "1,234,000 people"),
        ("1,300 tonnes", "1,340 tonnes"),
        ("about 1,400 tonnes", "1,340 tonnes"),
        ("on 18 March", "on 19 March"),
        ("eleven dead", "three dead"),
        ("on Friday", "on Monday"),
        ("12 ships", "on 12 March ships left"),
        ("2 billion euros", "2 trillion euros"),
        ("2,026 people died", "people died"),
        ("202,600 people died", "people died"),
    ],
)
def test_another_figure_is_a_fault(text: str, source: str) -> None:
    assert len(_found(text, source)) == 1


def test_a_sum_that_says_it_is_one_is_a_warning() -> None:
    stored = article("a1", "200 tonnes and 300 tonnes")
    block = said("500 tonnes in all (computed)", cite(stored))
    assert [check.verdict for check in check_numbers(block, Grounds({"a1": stored}, {}, language="en"))] == ["warning"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("El riesgo calculado: 40 muertos.", "es"),
        ("По расчетам МВФ, погибли 40 человек.", "ru"),
        ("قتل 40 شخصا على حساب الشعب.", "ar"),
        ("Theo tính toán, 40 người chết.", "vi"),
    ],
)
def test_a_calculation_that_is_not_marked_as_ours_excuses_nothing(text: str, lang: str) -> None:
    stored = article("a1", "10", lang=lang)
    block = said(text, cite(stored), lang=lang)
    assert [check.verdict for check in check_numbers(block, Grounds({"a1": stored}, {}, language=lang))] == ["blocking"]


def test_the_fault_names_its_place_in_the_text() -> None:
    stored = article("a1", "120 tonnes")
    (check,) = check_numbers(said("They sold 140 tonnes.", cite(stored)), Grounds({"a1": stored}, {}, language="en"))
    assert check.span == (10, 13)
    assert check.message == "the number “140” is in nothing this statement cites"


@pytest.mark.parametrize(
    ("year", "month", "day", "weekday", "faults"),
    [(9999, 12, 31, "Friday", 0), (9999, 12, 31, "Tuesday", 1), (1, 1, 1, "Monday", 0), (1, 1, 1, "Friday", 1)],
)
def test_the_first_and_the_last_day_there_is_are_days_like_others(
    year: int, month: int, day: int, weekday: str, faults: int
) -> None:
    cited = Citation("conversation", "talk-9", "Talk", "", datetime(year, month, day, tzinfo=UTC))
    block = said(f"It was agreed on a {weekday}.", cited)
    assert len(list(check_numbers(block, Grounds({}, {}, language="en")))) == faults
