"""Every language has every template, with the same values; a day of this year goes without its year."""

import re
from dataclasses import replace
from datetime import date

import pytest

from chancery.advise import word, write_day
from chancery.common.errors import InputError
from chancery.exports.labels import read_labels
from chancery.sources.package_data import phrase_languages, read_phrases

ENGLISH = read_phrases("en")


def _slots(template: str) -> set[str]:
    return set(re.findall(r"\{(\w+)[|}]", template))


@pytest.mark.parametrize("language", phrase_languages())
def test_every_language_has_every_template_and_fills_no_other_value(language: str) -> None:
    phrases = read_phrases(language)
    assert phrases.templates.keys() == ENGLISH.templates.keys()
    assert phrases.titles.keys() == ENGLISH.titles.keys()
    for number, template in phrases.templates.items():
        assert _slots(template) <= _slots(ENGLISH.templates[number]), number


@pytest.mark.parametrize("language", phrase_languages())
def test_every_language_has_every_label(language: str) -> None:
    assert read_labels(language).words.keys() == read_labels("en").words.keys()


@pytest.mark.parametrize(
    ("language", "year", "written"),
    [
        ("en", 0, "17 March 2026"),
        ("en", 2026, "17 March"),
        ("en", 2025, "17 March 2026"),
        ("fr", 2026, "17 mars"),
        ("vi", 0, "17/3/2026"),
        ("vi", 2026, "17/3"),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(language: str, year: int, written: str) -> None:
    assert write_day(date(2026, 3, 17), replace(read_phrases(language), year=year)) == written


def test_a_count_of_one_takes_its_own_words() -> None:
    values = {"late": 1, "due": 2, "until": date(2026, 3, 24)}
    assert word("B1", values, ENGLISH) == "1 matter is late and 2 fall due by 24 March 2026."


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "By Thursday 19 March 2026: Page."),
        ("fr", "D’ici au jeudi 19 mars 2026 : Page."),
        ("vi", "Trước thứ Năm, 19/3/2026: Page."),
    ],
)
def test_what_is_due_names_its_weekday(language: str, written: str) -> None:
    assert word("D7", {"day": date(2026, 3, 19), "title": "Page"}, read_phrases(language)) == written


def test_a_template_that_lacks_a_value_or_is_not_there_is_an_error() -> None:
    with pytest.raises(InputError, match="needs a value for `late`"):
        word("B1", {}, ENGLISH)
    with pytest.raises(InputError, match="has no template Z9"):
        word("Z9", {}, ENGLISH)
