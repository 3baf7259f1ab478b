"""Names of a statement stand in what it cites; a country goes by its code, whatever it is called."""

from collections.abc import Iterable

import pytest
from tests.builders.briefs import article, cite, said

from chancery.advise import Grounds
from chancery.advise.check_names import check_names

TABLE = {"Kenya": "KE", "Peru": "PE", "Mỹ": "US", "Hoa Kỳ": "US", "United States": "US"}


def _find(text: str, language: str) -> Iterable[tuple[str, str, int, int]]:
    return [(code, "name", text.index(name), text.index(name) + len(name)) for name, code in TABLE.items() if name in text]


def _verdicts(text: str, source: str, kind: str = "fact", lang: str = "en") -> list[str]:
    stored = article("a1", source, title="", lang=lang)
    grounds = Grounds({"a1": stored}, {}, find_names=_find, language="en")
    return [check.verdict for check in check_names(said(text, cite(stored), kind=kind), grounds)]


@pytest.mark.parametrize(
    ("text", "source", "lang"),
    [
        ("The port of Mombasa was closed.", "Mombasa: the port is closed.", "en"),
        ("The United States signed.", "Mỹ đã ký.", "vi"),
        ("Officials of Mombasa's port spoke.", "MOMBASA - The port spoke", "en"),
        ("On Monday in March the port closed.", "The port closed.", "en"),
        ("The port of Mombasa closed.", "ميناء مومباسا مغلق", "ar"),
    ],
)
def test_a_name_that_is_there_passes(text: str, source: str, lang: str) -> None:
    assert _verdicts(text, source, lang=lang) == []


@pytest.mark.parametrize(
    ("text", "source"), [("The port of Tanga was closed.", "Mombasa: the port is closed."), ("Peru signed.", "Kenya signed.")]
)
def test_a_swapped_name_blocks_a_fact_and_warns_of_a_judgement(text: str, source: str) -> None:
    assert _verdicts(text, source) == ["blocking"]
    assert _verdicts(text, source, kind="assessment") == ["warning"]


def test_a_swapped_country_is_found_across_languages() -> None:
    assert _verdicts("Peru signed.", "Hoa Kỳ đã ký.", lang="vi") == ["blocking"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Peru signed.", "A superuser signed."),
        ("Officials met Macro.", "Macron met us."),
        ("Talks in Tanga ended.", "Tangail talks ended."),
    ],
)
def test_a_part_of_another_word_is_no_name(text: str, source: str) -> None:
    assert _verdicts(text, source) == ["blocking"]


def test_a_country_is_not_held_by_the_name_of_another() -> None:
    found = [("Niger", "NE"), ("Nigeria", "NG")]

    def find(text: str, language: str) -> Iterable[tuple[str, str, int, int]]:
        words = text.split()
        return [(code, "name", text.index(name), text.index(name) + len(name)) for name, code in found if name in words]

    stored = article("a1", "Niger signed.", title="")
    grounds = Grounds({"a1": stored}, {}, find_names=find, language="en")
    assert [check.verdict for check in check_names(said("Nigeria signed.", cite(stored)), grounds)] == ["blocking"]


@pytest.mark.parametrize("text", ["It cost 3 billion United States dollars.", "Trị giá 3 tỷ đô la Mỹ."])
def test_a_currency_is_no_country(text: str) -> None:
    assert _verdicts(text, "It cost 3 billion.") == []
