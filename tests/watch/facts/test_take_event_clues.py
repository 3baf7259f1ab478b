"""Clues of a sentence: its cues and their places; its words only where weights for them ship, and never its names."""

import pytest
from tests.watch.facts.build import sentences
from tests.watch.language.build import pack

from chancery.watch.facts.take_event_clues import FAR, take_event_clues

TABLES = {
    "names": "KE\tname\tKenya\nFR\tname\tFrance",
    "organisations": "NATO\tIGO\tNATO",
    "event_cues": "SANCTION\t\texpels\nCONSULT\tweak\tmeets",
    "say_verbs": "say\t\tsaid",
    "negation": "not\t\tnever|not",
    "realis": "planned\t\twill",
}


def _clues(text: str, *, words: bool = False) -> set[str]:
    (sentence,) = sentences(pack(**TABLES), text)
    return take_event_clues(sentence, words=words)


def test_cues_are_told_with_their_strength_order_and_place() -> None:
    clues = _clues("Kenya expels guests and meets France")
    assert {"bias", "has:SANCTION:s", "has:CONSULT:w", "first:SANCTION:s", "last:CONSULT", "SANCTION>CONSULT"} <= clues
    assert {"cues:2", "countries:2", "after subject:SANCTION", "close to subject:SANCTION"} <= clues


def test_an_act_far_from_its_subject_is_told_so() -> None:
    clues = _clues(f"Kenya {'x' * FAR} expels guests")
    assert "far from subject:SANCTION" in clues
    assert "close to subject:SANCTION" not in clues


@pytest.mark.parametrize(
    ("text", "clue", "told"),
    [
        ("Kenya never expels guests", "not:SANCTION", True),
        ("Kenya never, in all the years of its long history, expels guests", "not:SANCTION", False),
        ("Kenya will expels guests", "planned:SANCTION", True),
        ("Kenya said France expels guests", "after-say:SANCTION", True),
        ("France expels guests, Kenya said", "before-say:SANCTION", True),
        ("Kenya sleeps", "no cue", True),
        ("Kenya “sleeps”", "marks", True),
        ("Kenya sleeps", "marks", False),
    ],
)
def test_what_bears_on_an_act_is_told_where_it_stands_near(text: str, clue: str, told: bool) -> None:
    assert (clue in _clues(text)) == told


def test_words_are_taken_only_where_their_weights_ship() -> None:
    text = "Kenya expels 12 guests"
    assert not any(clue.startswith(("w:", "p:")) for clue in _clues(text))
    assert {"w:@C", "w:expels", "w:#", "w:guests", "p:@C_expels"} <= _clues(text, words=True)


def test_the_same_sentence_about_another_country_gives_the_same_clues() -> None:
    assert _clues("Kenya expels NATO envoys", words=True) == _clues("France expels NATO envoys", words=True)
    assert not any("kenya" in clue.casefold() for clue in _clues("Kenya expels guests", words=True))
