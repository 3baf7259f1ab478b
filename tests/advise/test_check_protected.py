"""A protected source is not named by the sentence that rests on it."""

import pytest
from tests.builders.briefs import NOW, brief, conversation, said

from chancery.advise import check_protected
from chancery.common.citation import Citation

TALK = conversation(
    "talk-9", protected=True, office="Director, Department of Treaties, Foreign Ministry", place="at a reception"
)
CITED = Citation("conversation", "talk-9", "Record of conversation", "", NOW, mark="official")


@pytest.mark.parametrize(
    "text",
    [
        "The Director of the Department of Treaties told us that the vote is open.",
        "Our contact in the Foreign  Ministry would support the text.",
        "We heard AT A RECEPTION that the vote is open.",
    ],
)
def test_office_and_place_of_a_protected_source_block(text: str) -> None:
    checks = tuple(check_protected(brief(said(text, CITED)), [TALK]))
    assert [(check.rule, check.verdict) for check in checks] == [("protected", "blocking")]


def test_what_was_said_without_naming_who_is_free_to_stand() -> None:
    assert tuple(check_protected(brief(said("We are told in confidence that the vote is open.", CITED)), [TALK])) == ()


def test_an_open_source_may_be_named() -> None:
    open_talk = conversation("talk-9", protected=False, office=TALK.office, place=TALK.place)
    assert tuple(check_protected(brief(said("The Foreign Ministry told us so.", CITED)), [open_talk])) == ()
