"""A word of likelihood fits its number, in every language that has words for it."""

import pytest
from tests.builders.briefs import said

from chancery.advise import Grounds
from chancery.advise.check_likelihood import check_likelihood
from chancery.sources.package_data import read_likelihood


def _verdicts(text: str, probability: float | None, language: str = "en") -> list[str]:
    grounds = Grounds({}, {}, read_likelihood(language), language=language)
    block = said(text, kind="assessment", probability=probability)
    return [check.verdict for check in check_likelihood(block, grounds)]


@pytest.mark.parametrize(
    ("text", "probability", "language"),
    [
        ("It is likely to pass.", 0.6, "en"),
        ("It is very likely to pass.", 0.9, "en"),
        ("It is not likely to pass.", 0.3, "en"),
        ("It will almost certainly pass.", 1.0, "en"),
        ("Il est peu probable que la loi passe.", 0.3, "fr"),
        ("Dự luật rất ít khả năng được thông qua.", 0.1, "vi"),
        ("Es muy probable que se apruebe.", 0.85, "es"),
        ("Вероятно, закон будет принят.", 0.7, "ru"),
        ("من المستبعد جداً إقرار القانون.", 0.1, "ar"),
        ("法案很可能通过。", 0.85, "zh"),
    ],
)
def test_a_word_that_fits_passes(text: str, probability: float, language: str) -> None:
    assert _verdicts(text, probability, language) == []


@pytest.mark.parametrize(
    ("text", "probability", "language"),
    [
        ("It is likely to pass.", 0.8, "en"),
        ("It is unlikely to pass.", 0.6, "en"),
        ("It is not likely to pass.", 0.7, "en"),
        ("Il est probable que la loi passe.", 0.2, "fr"),
        ("Có khả năng dự luật được thông qua.", 0.2, "vi"),
        ("Крайне маловероятно, что закон будет принят.", 0.7, "ru"),
    ],
)
def test_a_word_that_does_not_fit_blocks(text: str, probability: float, language: str) -> None:
    assert _verdicts(text, probability, language) == ["blocking"]


def test_a_word_without_a_forecast_is_marked_as_judgement() -> None:
    assert _verdicts("It is likely to pass.", None) == ["warning"]
