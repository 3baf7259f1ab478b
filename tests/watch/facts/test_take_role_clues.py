"""Clues of roles: where an actor stands from the act, and the small words that lead to it."""

import pytest
from tests.watch.facts.build import sentences
from tests.watch.language.build import pack

from chancery.watch.facts.take_role_clues import take_role_clues

TABLES = {
    "names": "KE\tname\tKenya\nFR\tname\tFrance\nPE\tname\tPeru",
    "offices": "minister\tGOV\tminister",
    "sectors": "COP\t\tpolice",
    "event_cues": "SANCTION\t\texpels|expelled",
    "say_verbs": "say\t\tsaid",
    "cues": "cue\tbefore\tin",
    "stop": "stop\t\tthe|of",
    "toml": 'by = ["by"]\nto = ["to", "against"]',
}


def _clues(text: str, *, words: bool = False, toml: str = "") -> list[set[str]]:
    given_pack = pack(**TABLES | {"toml": TABLES["toml"] + toml})
    (sentence,) = sentences(given_pack, text)
    trigger = next(iter(sentence.cues.get("event_cues", ())), None)
    return [set(clues) for clues in take_role_clues(sentence, trigger, "SANCTION", given_pack, words=words)]


def test_each_actor_has_its_clues_in_order() -> None:
    first, second = _clues("Kenya expels the minister of France")
    assert {"order:0", "not last", "bare", "coded:0", "before", "before:SANCTION", "only before"} <= first
    assert {"order:1", "last", "office", "coded:1", "after", "after:SANCTION", "first after:SANCTION"} <= second


@pytest.mark.parametrize(
    ("text", "clue"),
    [
        ("Expelled by Kenya", "by:SANCTION"),
        ("Expelled by the Kenya", "by"),
        ("Guests expelled to Kenya", "to:SANCTION"),
        ("Guests expelled in Kenya", "placed"),
        ("Guests expelled, Kenya said", "says"),
        ("KENYA (Agency) - Guests expelled", "dateline"),
        ("the police expelled", "uncoded"),
    ],
)
def test_what_leads_to_an_actor_is_told(text: str, clue: str) -> None:
    (clues,) = _clues(text)
    assert clue in clues
    assert clue not in _clues("Guests expelled near Kenya")[0]


def test_a_small_word_behind_counts_where_the_verb_does_not_stand_between() -> None:
    assert "to after" in _clues("Kenya to expelled", toml='\norder = "sov"')[0]
    assert "to after" not in _clues("Kenya to expelled")[0]


def test_a_country_named_again_is_told_so() -> None:
    assert ["again" in clues for clues in _clues("Kenya expels Peru, Kenya waits")] == [False, False, True]


def test_without_an_act_there_are_no_sides() -> None:
    assert all(not {"before", "after", "inside"} & clues for clues in _clues("Kenya and Peru sleep"))


def test_words_beside_an_actor_are_taken_only_where_their_weights_ship() -> None:
    assert {"before the:agains", "behind:sleeps"} <= _clues("Against the Kenya sleeps", words=True)[0]
    assert not {"before the:agains", "behind:sleeps"} & _clues("Against the Kenya sleeps")[0]


def test_nobody_gives_no_clues() -> None:
    assert _clues("Guests expelled") == []
