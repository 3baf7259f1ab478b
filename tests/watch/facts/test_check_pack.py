"""The score of a pack: shares of what was labelled, told, and told rightly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.watch.build import article

from chancery.common.citation import Span
from chancery.watch.facts.check_pack import Example, PackScore, score_examples
from chancery.watch.facts.records import Event, Facts, Quad
from chancery.watch.records import CountryTag, Reading


def _read(text: str) -> tuple[Reading, Facts]:
    """Read a headline of codes, and of a quad after a colon; "?" before it abstains."""
    codes, _, quad = text.partition(":")
    tags = tuple(CountryTag(code, "focus", 1.0, ()) for code in codes.split())
    kinds: dict[str, Quad] = {"s": "statement", "v": "verbal_conflict", "m": "material_conflict"}
    event = Event(
        "X", kinds[quad[-1]], None, None, "reported", 1.0, Span("title", 0, 1), "", "abstained" if "?" in quad else "found"
    )
    return Reading(article("1", text), "en", tags), Facts("1", events=(event,))


def _score(*examples: Example) -> PackScore:
    return score_examples(examples, _read)


def test_cover_is_of_the_labelled_and_precision_of_the_told() -> None:
    score = _score(Example("KE FR:s", frozenset({"KE", "PE", "DE"})), Example("JP:s", frozenset({"JP"})))
    assert (score.headlines, score.cover, score.precision) == (2, 2 / 4, 2 / 3)


def test_codes_of_more_letters_are_not_counted_among_countries_and_australia_is() -> None:
    assert _score(Example("NATO AU:s", frozenset({"AU"}))).precision == 1.0


def test_the_union_and_the_united_nations_are_no_countries() -> None:
    assert _score(Example("UN EU KE:s", frozenset({"KE"}))).precision == 1.0


def test_a_look_alike_passes_where_it_tells_no_further_country() -> None:
    score = _score(
        Example(":s", frozenset(), negative=True),
        Example("KE:s", frozenset({"KE"}), negative=True),
        Example("GE:s", frozenset(), negative=True),
        Example("GE:s", frozenset()),
    )
    assert score.negatives == 2 / 3


@pytest.mark.parametrize(
    ("read", "kind", "right"),
    [
        ("m", "SANCTION", 1.0),
        ("m", "ASSAULT", 1.0),
        ("v", "SANCTION", 0.0),
        ("v", "DEMAND", 1.0),
        ("s", "APPEAL", 1.0),
        ("?m", "STATEMENT", 1.0),
        ("?m", "SANCTION", 0.0),
    ],
)
def test_the_quad_is_right_where_it_is_that_of_the_kind_and_an_abstention_is_a_statement(
    read: str, kind: str, right: float
) -> None:
    assert _score(Example(f":{read}", frozenset(), kind)).quad == right


def test_of_nothing_there_is_no_share() -> None:
    assert _score() == PackScore(0, None, None, None, None)
    assert _score(Example(":s", frozenset())) == PackScore(1, None, None, None, 1.0)


@given(
    st.lists(
        st.builds(
            Example, st.sampled_from(["KE:s", "KE FR:m", ":s", "UN:?v"]), st.sampled_from([frozenset({"KE"}), frozenset()])
        )
    )
)
def test_shares_lie_between_nought_and_one_whatever_the_order(examples: list[Example]) -> None:
    score = _score(*examples)
    assert score == _score(*reversed(examples))
    assert score.headlines == len(examples)
    assert all(share is None or 0 <= share <= 1 for share in (score.cover, score.precision, score.negatives, score.quad))
