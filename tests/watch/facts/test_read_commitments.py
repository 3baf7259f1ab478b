"""Commitments: who promised what to whom, due on a day that lies ahead."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.watch.facts.build import sentences
from tests.watch.language.build import pack

from chancery.watch.facts.read_commitments import read_commitments
from chancery.watch.facts.records import Promise

PUBLISHED = date(2026, 3, 3)
TABLES = {
    "names": "KE\tname\tKenya\nKE\tpeople\tKenyan\nFR\tname\tFrance",
    "organisations": "UN\tIGO\tUN",
    "commitments": "pledge\t\tpledged to|promised\noffer\t\toffered to",
}


def _promises(text: str, published: date = PUBLISHED) -> tuple[Promise, ...]:
    return read_commitments(sentences(pack(**TABLES), "", text), published)


def test_a_promise_is_told_with_who_to_whom_and_its_words() -> None:
    (promise,) = _promises("On Monday Kenya pledged to send teachers to France by 1 June. It rained.")
    assert promise.who is not None
    assert promise.to is not None
    assert (promise.who.code, promise.to.code, promise.due) == ("KE", "FR", date(2026, 6, 1))
    assert promise.surface == "Kenya pledged to send teachers to France by 1 June."
    assert (promise.span.start, promise.because) == (10, "commitments.tsv:1")


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("by 1 June", date(2026, 6, 1)),
        ("by 3 March", date(2026, 3, 3)),
        ("by 2 March", date(2027, 3, 2)),
        ("by 5 March 2028", date(2028, 3, 5)),
        ("between 1 May and 1 June", date(2026, 6, 1)),
        ("by 29 February", date(2027, 2, 28)),
        ("by 2030", date(2030, 12, 31)),
        ("by ٢٠٣٠", date(2030, 12, 31)),
        ("by 2026", date(2026, 12, 31)),
        ("by 2028 or 2031", date(2031, 12, 31)),
        ("by 2025", None),
        ("as it did on 5 March 2020", None),
        ("by 31 June", None),
        ("some 2,030 tons", None),
        ("soon", None),
    ],
)
def test_a_promise_is_due_on_the_last_day_named_that_lies_ahead(words: str, due: date | None) -> None:
    (promise,) = _promises(f"Kenya pledged to pay {words}")
    assert promise.due == due


def test_a_day_named_before_the_promise_is_not_when_it_is_due() -> None:
    assert [promise.due for promise in _promises("By 1 June Kenya pledged to pay")] == [None]


@pytest.mark.parametrize("text", ["It was pledged to Kenya", "Nobody promised", "Kenya paid by 1 June", ""])
def test_a_promise_of_nobody_is_none(text: str) -> None:
    assert _promises(text) == ()


def test_the_nearest_before_promises_and_never_to_himself() -> None:
    (promise,) = _promises("France left when the UN promised aid to the UN and Kenyan towns")
    assert promise.who is not None
    assert promise.to is not None
    assert (promise.who.code, promise.to.code) == ("UN", "KE")


def test_each_sentence_promises_once() -> None:
    found = _promises("Kenya pledged to pay and promised more. France offered to help.")
    assert [promise.because for promise in found] == ["commitments.tsv:1", "commitments.tsv:2"]


@given(
    st.lists(
        st.sampled_from(
            ["Kenya", "France", "pledged to", "promised", "by", "1 June", "2 March", "31/12/2020", "2030", ".", "ß"]
        )
    ),
    st.dates(date(1, 1, 3), date(9998, 12, 31)),
)
def test_no_promise_is_due_before_it_was_made(words: list[str], published: date) -> None:
    text = " ".join(words)
    for promise in _promises(text, published):
        assert promise.due is None or promise.due >= published
        assert text[promise.span.start : promise.span.end] == promise.surface
        assert promise.who is not None
