"""A protected record is cited by its day alone: its title and its day together may tell who spoke."""

from tests.builders.briefs import conversation

from chancery.advise import cite_record, record_conversation


def test_a_protected_record_is_cited_without_title_and_words() -> None:
    talk = conversation("talk-9", protected=True, title="How Ilmara may vote", text="She would abstain.")
    citation = cite_record(record_conversation(talk))
    assert (citation.title, citation.quote, citation.kind) == ("", "", "conversation")
    assert citation.date.date() == talk.date


def test_any_other_record_is_cited_with_its_office_and_place() -> None:
    talk = conversation("talk-9", office="Chair, Fisheries Committee", place="Port Lanval", title="The bill")
    assert record_conversation(talk).title == "The bill (Chair, Fisheries Committee, Port Lanval)"
