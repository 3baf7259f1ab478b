"""Days, quarters, months and times since are those of the source; days are those at the mission."""

from datetime import UTC, datetime

import pytest
from tests.builders.briefs import article, brief, cite, said

from chancery.advise import Grounds, check_brief
from chancery.advise.check_numbers import check_numbers


def _verdicts(text: str, source: str, lang: str = "en", source_lang: str = "en") -> list[str]:
    stored = article("a1", source, lang=source_lang)  # it came out on 17 March 2026
    checks = check_numbers(said(text, cite(stored), lang=lang), Grounds({"a1": stored}, {}, language=lang))
    return [check.verdict for check in checks]


@pytest.mark.parametrize(
    ("text", "source", "lang", "source_lang"),
    [
        ("in Q3", "in the third quarter", "en", "en"),
        ("au troisième trimestre", "quý III", "fr", "vi"),
        ("in the first quarter", "from January to March", "en", "en"),
        ("it opens in April", "it opens on 4 April", "en", "en"),
        ("vào tháng 4", "in April", "vi", "en"),
        ("it opens in March", "it opens on Friday", "en", "en"),
        ("it opens in April", "it opens next month", "en", "en"),
        ("five years ago", "il y a cinq ans", "en", "fr"),
        ("five years ago", "in 2021", "en", "en"),
        ("built 30 years ago", "the dyke, 30 years old, broke two years ago", "en", "en"),
    ],
)
def test_the_same_time_written_otherwise_passes(text: str, source: str, lang: str, source_lang: str) -> None:
    assert _verdicts(text, source, lang, source_lang) == []


@pytest.mark.parametrize(
    ("text", "source", "lang"),
    [
        ("in the third quarter", "in the second quarter", "en"),
        ("au T3", "au deuxième trimestre", "fr"),
        ("во 2-м квартале", "в третьем квартале", "ru"),
        ("it opens in May", "it opens in April", "en"),
        ("vào tháng 5", "vào tháng 4", "vi"),
        ("four years ago", "five years ago", "en"),
        ("il y a quatre ans", "il y a cinq ans", "fr"),
    ],
)
def test_another_time_is_a_fault(text: str, source: str, lang: str) -> None:
    assert _verdicts(text, source, lang, lang) == ["blocking"]


@pytest.mark.parametrize(("text", "source"), [("it opens in May", "it opens soon"), ("in Q3", "it grew in summer")])
def test_a_month_or_quarter_is_a_doubt_where_the_source_names_none(text: str, source: str) -> None:
    assert _verdicts(text, source) == ["warning"]


@pytest.mark.parametrize(("zone", "faults"), [("Asia/Bangkok", 0), ("UTC", 1)])
def test_the_day_a_source_came_out_is_that_of_the_missions_clocks(zone: str, faults: int) -> None:
    stored = article("a1", "It rained today.", seen=datetime(2026, 3, 16, 20, 0, tzinfo=UTC))
    checks = check_brief(brief(said("It rained on 17 March.", cite(stored)), time_zone=zone), {"a1": stored}, {})
    assert len([check for check in checks if check.verdict == "blocking"]) == faults
