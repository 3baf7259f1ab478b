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


def test_an_office_in_a_script_without_spaces_is_known() -> None:
    talk = conversation("talk-9", protected=True, office="外交部", place="河内")
    checks = tuple(check_protected(brief(said("外交部表示会支持该决议。", CITED, lang="zh")), [talk]))
    assert [check.verdict for check in checks] == ["blocking"]


@pytest.mark.parametrize("text", ["We heard at the presidency that it passes.", "We heard in Geneva that it passes."])
def test_an_office_or_a_place_of_one_word_blocks(text: str) -> None:
    talk = conversation("talk-9", protected=True, office="Presidency", place="Geneva")
    assert [check.verdict for check in check_protected(brief(said(text, CITED)), [talk])] == ["blocking"]


def test_a_post_of_one_word_before_its_office_is_free() -> None:
    assert tuple(check_protected(brief(said("A director told us that the vote is open.", CITED)), [TALK])) == ()


def test_a_title_cited_before_the_source_was_protected_blocks() -> None:
    cited = Citation("conversation", "talk-9", "The vote (Director, Foreign Ministry, Geneva)", "", NOW, mark="official")
    checks = check_protected(brief(said("We are told in confidence that the vote is open.", cited)), [TALK])
    assert [check.verdict for check in checks] == ["blocking"]
