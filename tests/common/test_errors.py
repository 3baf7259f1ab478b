"""Errors name the place and the mend."""

from chancery.common.errors import BlockedBrief, InputError
from chancery.common.said import Said


def test_an_input_error_names_file_line_and_field() -> None:
    assert str(InputError("is missing", file="a.jsonl", line=3, field="title")) == "a.jsonl, line 3, field `title`: is missing"


def test_a_blocked_brief_knows_its_faults_before_they_have_a_language() -> None:
    assert BlockedBrief(("b1: cites nothing",), (Said("cites nothing"),)).told == (Said("cites nothing"),)


def test_a_blocked_brief_lists_its_faults() -> None:
    assert (
        str(BlockedBrief(("b1: cites nothing", "b2: not found"))) == "The brief cannot leave: b1: cites nothing; b2: not found"
    )
