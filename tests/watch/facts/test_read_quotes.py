"""Quotations: whole, with their speaker where one stands beside, and never lost to an odd mark."""

from tests.watch.facts.build import facts


def _quotes(text: str) -> list[tuple[str, str]]:
    found = facts("Talks", text).quotes
    return [(quote.surface, text[quote.speaker.start : quote.speaker.end] if quote.speaker else "") for quote in found]


def test_a_speaker_beside_the_verb_of_saying_is_told() -> None:
    text = 'The French foreign minister said: "We have nothing to hide from anybody."'
    assert _quotes(text) == [("We have nothing to hide from anybody.", "French foreign minister")]


def test_a_quotation_goes_on_with_the_last_speaker() -> None:
    text = '"We are ready to talk," the Kenyan president said. "We have been ready for a year."'
    assert [speaker for _, speaker in _quotes(text)] == ["Kenyan president", "Kenyan president"]


def test_a_name_in_marks_is_no_quotation() -> None:
    assert _quotes('The "Star" sailed for France.') == []


def test_an_odd_mark_loses_no_other_quotation() -> None:
    text = 'He measured 6" of rain. “The river is higher than ever before,” police said.'
    assert "The river is higher than ever before," in [words for words, _ in _quotes(text)]


def test_words_without_a_speaker_stay_unattributed() -> None:
    assert _quotes('On the wall stood "nobody shall enter here again" in red.') == [("nobody shall enter here again", "")]


def test_who_is_named_within_a_quotation_speaks_none() -> None:
    text = "“We are ready to talk now.” “It is what Kenya said to us.”"
    assert _quotes(text) == [("We are ready to talk now.", ""), ("It is what Kenya said to us.", "")]
