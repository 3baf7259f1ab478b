"""A composed brief goes without a statement that the checker refuses, but not without its core, nor without an officer's."""

import pytest
from tests.builders.briefs import article, brief, cite, quote, said

from chancery.advise import leave_out
from chancery.advise.records import Check, Item
from chancery.common.errors import BlockedBrief
from chancery.common.said import Said

ONE, TWO = article("a1", "It rained."), article("a2", "It snowed.")


def _faulty(*blocks: str) -> list[Check]:
    return [Check(block, "numbers", "blocking", Said("is not there")) for block in blocks]


def test_a_faulty_machine_statement_is_named_with_its_part() -> None:
    item = Item("s1", quote(TWO, ref="h1", field="title"), (quote(TWO, ref="b2"),))
    given = brief(quote(ONE, ref="b1"), items=[item])
    assert leave_out(given, _faulty("b2"), {"b0": "Bottom line"}) == {"b0": "Bottom line", "b2": "What is happening"}


@pytest.mark.parametrize("blocks", [("b1",), ("b1", "h1")])
def test_a_bottom_line_of_which_nothing_is_left_is_refused(blocks: tuple[str, ...]) -> None:
    given = brief(quote(ONE, ref="b1"), items=[Item("s1", quote(TWO, ref="h1", field="title"), ())])
    with pytest.raises(BlockedBrief, match="b1: is not there"):
        leave_out(given, _faulty(*blocks), {})


def test_an_officer_s_faulty_statement_is_refused_and_not_silently_dropped() -> None:
    given = brief(quote(ONE, ref="b1"), said("It hailed.", cite(ONE), ref="b2"))
    with pytest.raises(BlockedBrief):
        leave_out(given, _faulty("b2"), {})


def test_a_fault_that_comes_again_is_refused() -> None:
    given = brief(quote(ONE, ref="b1"), quote(TWO, ref="b2"))
    with pytest.raises(BlockedBrief):
        leave_out(given, _faulty("b2"), {"b2": "Bottom line"})
