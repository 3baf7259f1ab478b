"""Actors: words that stand together are one, two States never are, and an act between parts them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.watch.facts.build import sentences
from tests.watch.language.build import pack

from chancery.watch import Pack
from chancery.watch.facts.records import Actor

TABLES = {
    "names": "KE\tname\tKenya\nKE\tpeople\tKenyan\nFR\tname\tFrance\nFR\tpeople\tFrench\nKE\tplace\tNairobi",
    "offices": "foreign_minister\tGOV\tforeign minister*\nminister\t\tminister*\nambassador\tGOV\tambassador*\n"
    "monarch\tELI\tking",
    "sectors": "MIL\t\tarmy|troops\nCOP\t\tpolice\nLAB\t\tunions",
    "organisations": "CBK\tGOV\tBank of Kenya\nUN\tIGO\tUnited Nations\nUS\tGOV\tPentagon\nNATO\tIGO\tNATO",
    "event_cues": "ASSAULT\t\tattack*\nSANCTION\t\texpels",
    "say_verbs": "say\t\tsaid",
    "stop": "stop\t\tthe|of|in|and",
    "toml": 'joins = ["and", "or"]',
}


def _actors(text: str, given_pack: Pack | None = None) -> tuple[Actor, ...]:
    return tuple(actor for each in sentences(given_pack or pack(**TABLES), text) for actor in each.actors)


def _surfaces(text: str) -> list[str]:
    return [actor.surface for actor in _actors(text)]


@pytest.mark.parametrize(
    ("text", "code", "sector", "office"),
    [
        ("ambassador of France", "FR", "GOV", "ambassador"),
        ("French foreign minister", "FR", "GOV", "foreign_minister"),
        ("Kenyan minister", "KE", "GOV", "minister"),
        ("king of France", "FR", "ELI", "monarch"),
        ("Kenyan army", "KE", "MIL", ""),
        ("Kenyan senior army", "KE", "MIL", ""),
        ("Pentagon", "US", "GOV", ""),
        ("unions", "", "LAB", ""),
    ],
)
def test_words_that_stand_together_are_one_actor(text: str, code: str, sector: str, office: str) -> None:
    (actor,) = _actors(f"Once the {text} went home")
    assert (actor.surface, actor.code, actor.sector, actor.office, actor.organisation) == (text, code, sector, office, "")


@pytest.mark.parametrize(
    ("text", "sector"), [("police in Nairobi", "COP"), ("army of Kenya", "MIL"), ("unions of France", "LAB")]
)
def test_a_body_before_its_state_keeps_its_sector(text: str, sector: str) -> None:
    (actor,) = _actors(f"Once the {text} went home")
    assert (actor.surface, actor.sector) == (text, sector)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Kenya France", ["Kenya", "France"]),
        ("Kenya and the police", ["Kenya", "police"]),
        ("Kenya, police", ["Kenya", "police"]),
        ("Kenya. Police", ["Kenya", "Police"]),
        ("“Kenya” police", ["Kenya", "police"]),
        ("police attack French", ["police", "French"]),
        ("the minister the king", ["minister", "king"]),
        ("France, the Bank of Kenya", ["France", "Bank of Kenya"]),
        ("Kenya big brave army", ["Kenya", "army"]),
        ("army of the great republic of France", ["army", "France"]),
        ("unions in Nairobi sued the ministers", ["unions in Nairobi", "ministers"]),
    ],
)
def test_what_a_break_an_act_or_a_second_state_parts_is_two(text: str, surfaces: list[str]) -> None:
    assert _surfaces(text) == surfaces


def test_an_organisation_is_no_country_and_a_body_of_a_state_is_no_organisation() -> None:
    found = _actors("NATO, United Nations, Pentagon")
    assert [(actor.code, actor.organisation) for actor in found] == [("NATO", "NATO"), ("UN", "UN"), ("US", "")]


def test_an_actor_says_which_lines_of_the_pack_found_it() -> None:
    (actor,) = _actors("the ambassador of France")
    assert actor.because == "offices.tsv:3, names.tsv:3"


def test_who_is_named_nowhere_is_not_there() -> None:
    assert _actors("It rained all day") == ()


@given(
    st.lists(
        st.sampled_from(["Kenyan", "France", "police", "army", "king", "attacks", "and", "of", ",", "“", "\u200f", "ß"]),
        max_size=20,
    )
)
def test_actors_come_in_order_each_the_text_at_its_span(words: list[str]) -> None:
    text = " ".join(words)
    found = _actors(text)
    assert all(text[actor.span.start : actor.span.end] == actor.surface for actor in found)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
    named = sum(word in ("Kenyan", "France") for word in words)
    assert sum(bool(actor.code) for actor in found) == named
