"""Clues of tone: words of praise and blame by side, distance and role; a "not" turns them."""

import pytest
from tests.watch.facts.build import sentences
from tests.watch.language.build import pack

from chancery.watch.facts.take_tone_clues import set_stage, take_tone_clues

TABLES = {
    "names": "KE\tname\tKenya\nPE\tname\tPeru",
    "tone": "3\tany\tpraised\n-3\tany\tbrutal\n-1\tdoer\tclumsy",
    "negation": "not\t\tnot",
    "say_verbs": "say\t\tsaid",
}


def _clues(text: str, target: str = "Kenya", *, words: bool = False) -> dict[str, float]:
    (sentence,) = sentences(pack(**TABLES), text)
    start = text.index(target)
    return take_tone_clues(set_stage(sentence), start, start + len(target), words=words)


def test_praise_counts_for_and_blame_against() -> None:
    praised, blamed = _clues("All praised Kenya"), _clues("A brutal Kenya")
    assert (praised["better"], praised["worse"], praised["balance"]) == (1.0, 0.0, 1.0)
    assert (blamed["better"], blamed["worse"], blamed["balance"]) == (0.0, 1.0, -1.0)


def test_a_word_of_little_weight_counts_little() -> None:
    assert _clues("A clumsy Kenya")["worse"] == pytest.approx(1 / 3)


def test_a_not_turns_a_word_to_half_its_strength() -> None:
    clues = _clues("All did not ever praised Kenya")
    assert (clues["better"], clues["worse"]) == (0.0, 0.5)


def test_a_word_near_the_target_counts_more_than_one_far_off() -> None:
    near, far = _clues("praised Kenya"), _clues(f"praised {'x' * 60} Kenya")
    assert near["near left any +"] > far["near left any +"] > 0


def test_the_side_of_a_word_is_told() -> None:
    assert "nearest left any +" in _clues("praised Kenya")
    assert "nearest right any +" in _clues("Kenya praised it")


@pytest.mark.parametrize(
    ("text", "clue"),
    [
        ("Kenya said it was praised", "says"),
        ("Kenya's praised port", "possessor"),
        ("Kenya sleeps", "no tone"),
    ],
)
def test_the_shape_of_a_sentence_is_told(text: str, clue: str) -> None:
    assert clue in _clues(text)
    assert clue not in _clues("All here praised Kenya")


def test_words_are_taken_only_where_their_weights_ship() -> None:
    text = "the harbour of Kenya was praised"
    assert {"l harbou", "r praise", "before of"} <= _clues(text, words=True).keys()
    assert not {"l harbou", "r praise", "before of"} & _clues(text).keys()


@pytest.mark.parametrize(
    "text", ["Kenya", "Kenya!", "\u200fKenya", "“Kenya” 'Kenya'", "KENYA Kenya \ud800", "praised Kenya praised"]
)
def test_any_sentence_has_its_clues_and_all_are_numbers(text: str) -> None:
    for words in (True, False):
        clues = _clues(text, words=words)
        assert clues["bias"] == 1.0
        assert all(-100 < value < 100 for value in clues.values())
