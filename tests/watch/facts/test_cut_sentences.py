"""Sentences: a title is one, each holds its own actors and cues, none is longer than a paragraph."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.watch.facts.build import sentences
from tests.watch.language.build import pack

from chancery.watch.facts.cut_sentences import LONGEST

TABLES = {
    "names": "KE\tname\tKenya\nFR\tname\tFrance\nKN\tname\tSt. Kitts",
    "say_verbs": "say\t\tsaid",
    "topics": "WAR\t\twar*|call* … off",
}
PIECES = ["Kenya", "France", "St. Kitts", "said", "wars", "calls", "off", ". ", "! ", "\n", " ", "。", "\u200f", "ß", "x" * 400]


def test_a_title_is_one_sentence_and_a_text_is_cut() -> None:
    found = sentences(pack(), "Port shut. Ships wait!", "The port is shut. Ships wait!\nNobody knows")
    assert [(each.field, each.words) for each in found] == [
        ("title", "Port shut. Ships wait!"),
        ("text", "The port is shut."),
        ("text", "Ships wait!"),
        ("text", "Nobody knows"),
    ]


def test_each_sentence_holds_its_own_actors_and_cues() -> None:
    first, second = sentences(pack(**TABLES), "", "Kenya said so. France wars on.")
    assert [actor.code for actor in first.actors] == ["KE"]
    assert [actor.code for actor in second.actors] == ["FR"]
    assert {table: [hit.value for hit in hits] for table, hits in first.cues.items()} == {"say_verbs": ["say"]}
    assert {table: [hit.value for hit in hits] for table, hits in second.cues.items()} == {"topics": ["WAR"]}


def test_a_cue_that_runs_over_the_end_of_a_sentence_is_in_none() -> None:
    found = sentences(pack(topics="SO\t\tso. go|rain"), "", "It is so. Go home. Rain.")
    assert [[hit.value for hit in each.cues.get("topics", ())] for each in found] == [[], [], ["SO"]]


def test_a_list_without_full_stops_is_cut_into_pieces_that_hold_all_of_it() -> None:
    text = "Kenya, " * 400
    found = sentences(pack(**TABLES), "", text)
    assert [len(each.words) for each in found] == [LONGEST, LONGEST, len(text.strip()) - 2 * LONGEST]
    assert sum(len(each.actors) for each in found) == 400


def test_a_field_of_nothing_has_no_sentences() -> None:
    assert sentences(pack(), "", "") == []
    assert sentences(pack(), " \n ", "\u2003\n") == []


@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(["title", "text"]))
def test_no_word_no_actor_and_no_order_is_lost(pieces: list[str], field: str) -> None:
    given_pack, whole = pack(**TABLES), "".join(pieces)
    found = sentences(given_pack, whole) if field == "title" else sentences(given_pack, "", whole)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert "".join("".join(each.words.split()) for each in found) == "".join(whole.split())
    assert all(field == "title" or each.end - each.start <= LONGEST for each in found)
    for each in found:
        assert all(each.start <= actor.span.start < each.end for actor in each.actors)
        assert all(each.start <= hit.start < hit.end <= each.end for hits in each.cues.values() for hit in hits)
