"""What stands in quotation marks is found, whatever the marks."""

import pytest

from chancery.advise.check_quotes import quotations


@pytest.mark.parametrize(
    "text",
    [
        "He said “it is over”.",
        'He said "it is over".',
        "He said ‘it is over’.",
        "He said 'it is over'.",
        "Il a dit « it is over ».",
        "Er sagte „it is over“.",
        "Han sade ”it is over”.",
        'He said “it is over".',
        'He said "it is over”.',
        "He said ‹it is over›.",
        "他说「it is over」。",
    ],
)
def test_every_pair_of_marks_holds_a_quotation(text: str) -> None:
    assert [text[start:end] for start, end, _ in quotations(text)] == ["it is over"]


@pytest.mark.parametrize("text", ["It’s the minister’s plan.", "It's the workers' plan.", "L’accord de l’OMC."])
def test_an_apostrophe_opens_no_quotation(text: str) -> None:
    assert list(quotations(text)) == []


def test_an_apostrophe_ends_no_quotation() -> None:
    assert [words for _, _, words in quotations("He said ‘it’s over’.")] == ["it’s over"]
