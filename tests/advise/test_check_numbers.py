"""Numbers, days and weekdays of a statement stand in what it cites, across languages and ways of writing."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.builders.briefs import NOW, article, cite, said

from chancery.advise import Grounds
from chancery.advise.check_numbers import check_numbers
from chancery.advise.records import Block
from chancery.common.citation import Citation
from chancery.common.said import say


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
        ("More than 2,500 tonnes", "2,600 tonnes", "en", "en"),
        ("Moins de 3 000 tonnes", "2,950 tonnes", "fr", "en"),
        ("8 pour cent", "8 %", "fr", "en"),
        ("the 3rd session", "the third session", "en", "en"),
        ("a dozen ships", "12 ships", "en", "en"),
        ("Two days later 40 people left.", "40 people left.", "en", "en"),
        ("on 17 March", "on Tuesday", "en", "en"),
        ("on 16 March it rained", "yesterday it rained", "en", "en"),
        ("on Tuesday", "on 17 March", "en", "en"),
        ("(computed) 500 tonnes of 200 and 300", "200 tonnes, 300 tonnes, 500", "en", "en"),
        ("2 billions d'euros", "2 trillion euros", "fr", "en"),
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
        ("more than 1,300 tonnes", "1,280 tonnes"),
        ("fewer than 1,300 tonnes", "1,320 tonnes"),
        ("on 18 March", "on 19 March"),
        ("eleven dead", "three dead"),
        ("on Friday", "on Monday"),
        ("12 ships", "on 12 March ships left"),
        ("2 billion euros", "2 trillion euros"),
        ("2,026 people died", "people died"),
        ("202,600 people died", "people died"),
        ("four people died", "three people died, four boats sank"),
        ("14 people were killed", "nine were killed, 14 were injured"),
        ("insured for $12 million", "insured for €12 million"),
        ("12 million rupees", "12 million pesos"),
        ("up by 2 per cent", "up by 2 percentage points"),
        ("12% of them", "12 boats"),
        ("12 people", "12 per cent"),
        ("320 barrels of fuel", "320 tonnes of fuel"),
        ("60 metres away", "60 km away"),
        ("exports rose 4%", "exports fell 4%"),
        ("inflation rose to 4%", "inflation fell to 4%"),
        ("they arrested 12 people", "they rescued 12 people"),
        ("12 ships", "it ranked twelfth"),
    ],
)
def test_another_figure_is_a_fault(text: str, source: str) -> None:
    assert len(_found(text, source)) == 1


@pytest.mark.parametrize(
    ("text", "source", "lang", "source_lang"),
    [
        ("$12 million", "12 million US dollars", "en", "en"),
        ("£12m", "12 millions de livres sterling", "en", "fr"),
        ("$12 million", "12 triệu đô la Mỹ", "en", "vi"),
        ("up from 10 per cent", "between 10 and 12 per cent", "en", "en"),
        ("a loss of three percentage points", "одна потеря в 3 процентных пункта", "en", "ru"),
        ("12 sailors were rescued", "12 người được cứu", "en", "vi"),
        ("four vessels", "4 navires", "en", "fr"),
        ("14 people were hurt", "14 heridos", "en", "es"),
        ("profit fell 3.5%", "profit: -3.5%", "en", "en"),
        ("profit was -3.5%", "profit fell by 3.5%", "en", "en"),
        ("prices rose 4%", "inflation fell to 4%", "en", "en"),  # a step and a height are not compared
        ("prices rose 4%", "prices fell 4% in May and climbed 4% in June", "en", "en"),
        ("no fewer than 12 people died", "12 were hurt", "en", "en"),  # what is denied is of no known kind
        ("26 of the 38 survived", "12 died of the 38 on board. Twenty-six survived.", "en", "en"),
        ("12 people were hospitalised", "12 people were rescued and taken to hospital", "en", "en"),
        ("12 hosts", "12 sailors", "en", "en"),
        ("a three-day stoppage", "на третий день стачки", "en", "ru"),
    ],
)
def test_a_figure_of_the_same_kind_or_of_none_known_passes(text: str, source: str, lang: str, source_lang: str) -> None:
    assert _found(text, source, lang, source_lang) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("38 people were rescued", "38 people were missing. They were rescued on Friday."),
        ("10% last year", "inflation was 12 per cent, against 10 a year before"),
    ],
)
def test_a_figure_that_may_be_of_another_kind_is_a_warning(text: str, source: str) -> None:
    stored = article("a1", source)
    checks = check_numbers(said(text, cite(stored)), Grounds({"a1": stored}, {}, language="en"))
    assert [check.verdict for check in checks] == ["warning"]


def test_a_fault_of_kind_says_both_kinds() -> None:
    stored = article("a1", "Nine people died, 14 were injured. Exports fell 4%.")
    block = said("Fourteen people died and exports rose 4%.", cite(stored))
    assert [check.message for check in check_numbers(block, Grounds({"a1": stored}, {}, language="en"))] == [
        "the number “Fourteen” is of people the dead; in what this statement cites it is of the injured",
        "the number “4” goes up; in what this statement cites it goes down",
    ]


@pytest.mark.parametrize(("text", "faults"), [("40 ships [3] and [4, 5]", 0), ("40 ships [6]", 1), ("40 ships [12,000]", 1)])
def test_a_number_in_brackets_is_that_of_a_source_only_where_there_is_such_a_source(text: str, faults: int) -> None:
    stored = article("a1", "40 ships")
    grounds = Grounds({"a1": stored}, {}, language="en", numbered=5)
    assert len(list(check_numbers(said(text, cite(stored)), grounds))) == faults


@pytest.mark.parametrize(
    ("text", "value", "faults"),
    [("31% answered", 0.31, 0), ("a share of 0.31", 0.31, 0), ("31 people answered", 0.31, 1), ("1,200% answered", 12.0, 1)],
)
def test_a_record_is_told_in_percent_only_where_it_is_a_share(text: str, value: float, faults: int) -> None:
    cited = Citation("figure", "survey-1", "Survey", "", NOW, value=value)
    assert len(list(check_numbers(said(text, cited), Grounds({}, {}, language="en")))) == faults


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
    assert check.said == say("the number “{words}” is in nothing this statement cites", words="140")
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


FERRY = "Rescued: 10, of whom 4 are still in hospital and 6 in lodgings. Died: 3, all identified. Papers asked for: 6."


@pytest.mark.parametrize(
    ("text", "source", "lang", "source_lang"),
    [
        ("Four of our nationals died.", FERRY, "en", "en"),
        ("Six of our nationals died.", FERRY, "en", "en"),
        ("Quatre de nos ressortissants sont morts.", FERRY, "fr", "en"),
        ("Bốn công dân ta thiệt mạng.", FERRY, "vi", "en"),
        ("Four died.", "Morts : 3. Quatre grues sont tombées.", "en", "fr"),
        ("Four died.", "Muertos: 3. Cayeron 4 grúas.", "en", "es"),
        ("Four died.", "Đã chết: 3. Bốn cần cẩu đổ.", "en", "vi"),
        ("Four died.", "Погибли: 3. Упали 4 крана.", "en", "ru"),
        ("Four died.", "القتلى: 3. سقطت 4 رافعات.", "en", "ar"),
        ("12 people were hurt", "The crane lifted 12 containers.", "en", "en"),
    ],
)
def test_a_number_of_something_else_is_not_that_of_the_dead_where_the_source_counts_them(
    text: str, source: str, lang: str, source_lang: str
) -> None:
    stored = article("a1", source, lang=source_lang)
    checks = list(check_numbers(said(text, cite(stored), lang=lang), Grounds({"a1": stored}, {}, language=lang)))
    assert [check.verdict for check in checks] == ["blocking"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Three of our nationals died.", FERRY),
        ("Ten were rescued, of whom four are in hospital.", FERRY),
        ("3 children died", "12 died, 3 of them children."),
        ("13 people were killed", "13 people and 2 policemen were killed"),
        ("14 died", "14 were aboard. All died. 3 bodies were found."),
        ("A crash of a Boeing 737 killed 157", "The Boeing 737 Max fell. All 157 on board were killed."),
        ("The heiress died at the age of 95", "She was 95 years old. Two others died."),
    ],
)
def test_a_part_a_name_and_an_age_are_no_other_count(text: str, source: str) -> None:
    stored = article("a1", source)
    checks = check_numbers(said(text, cite(stored)), Grounds({"a1": stored}, {}, language="en"))
    assert [check.message for check in checks if check.verdict == "blocking"] == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("12 were rescued or died", "Nine were rescued. The ship had 12 cabins. 3 died."),
        ("13 people died", "Two people died on Friday. The number rose to 13."),
    ],
)
def test_a_number_that_may_count_them_after_all_is_a_warning(text: str, source: str) -> None:
    stored = article("a1", source)
    checks = check_numbers(said(text, cite(stored)), Grounds({"a1": stored}, {}, language="en"))
    assert [check.verdict for check in checks] == ["warning"]


def test_a_record_that_counts_the_rescued_bears_out_no_number_of_the_dead() -> None:
    stored = article("a1", "Died: 3. Value: 10 nationals rescued.")
    cited = replace(cite(stored), value=10.0)
    checks = check_numbers(said("Ten of our nationals died.", cited), Grounds({"a1": stored}, {}, language="en"))
    assert [check.verdict for check in checks] == ["blocking"]
