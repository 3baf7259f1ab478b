"""Cues in a text: by table, longest first, halves brought together, nothing found that only looks alike."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.watch.language.build import pack

from chancery.watch.language import CueHit, Pack, match_cues
from chancery.watch.language.fold_exactly import fold_exactly
from chancery.watch.language.match_cues import LEAD

TOPICS = ("WAR\t\twar", "WARS\tweak\twar*", "TRADE\t\ttrade war", "TALK\t\tpeace* talk*", "OFF\t\tcall* … off", "ALSO\t\twar")


def _cues(text: str, given_pack: Pack, table: str = "topics") -> list[tuple[str, str]]:
    hits = match_cues(text, fold_exactly(text), given_pack).get(table, [])
    return [(hit.value, text[hit.start : hit.end]) for hit in hits]


def test_cues_come_by_their_table_with_the_line_they_stand_on() -> None:
    given_pack = pack(topics="# note\nWAR\tweak\twar", say_verbs="say\t\tsaid")
    found = match_cues("War, he said", fold_exactly("War, he said"), given_pack)
    assert found == {
        "topics": [CueHit(0, 3, "topics", "WAR", "weak", 2)],
        "say_verbs": [CueHit(8, 12, "say_verbs", "say", "", 1)],
    }


def test_of_those_that_overlap_the_first_and_longest_is_told() -> None:
    given_pack = pack(topics="WAR\t\twar\nTRADE\t\ttrade\nBOTH\t\ttrade war")
    assert _cues("a trade war", given_pack) == [("BOTH", "trade war")]


def test_a_word_as_it_stands_comes_before_a_stem() -> None:
    given_pack = pack(topics="STEM\t\twar*\nWORD\t\twar")
    assert _cues("war and wars", given_pack) == [("WORD", "war"), ("STEM", "wars")]


def test_a_word_of_two_lines_tells_both() -> None:
    assert _cues("war", pack(topics="ONE\t\twar\nTWO\t\twar")) == [("ONE", "war"), ("TWO", "war")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He calls the talks off now", ["calls the talks off"]),
        ("He calls. Off they go", []),
        ("He calls\noff", []),
        ("off he calls", []),
        ("He calls it off and off", ["calls it off"]),
        ("He calls " + "very " * 12 + "off", []),
    ],
)
def test_two_halves_stand_near_and_in_one_sentence(text: str, found: list[str]) -> None:
    assert [words for _, words in _cues(text, pack(topics="OFF\t\tcall* … off"))] == found


def test_two_stems_side_by_side_are_one_form() -> None:
    assert _cues("peaceful talks; peace, no talks", pack(topics="P\t\tpeace* talk*")) == [("P", "peaceful talks")]


def test_a_form_with_a_capital_is_no_common_word() -> None:
    assert _cues("We march in March", pack(topics="M\t\tMarch")) == [("M", "March")]


@pytest.mark.parametrize(
    ("accents", "found"),
    [("", ["côte", "cote", "CÔTE", "coté"]), ("some", ["côte", "cote", "CÔTE"]), ("all", ["côte", "CÔTE"])],
)
def test_accents_count_as_far_as_the_language_says(accents: str, found: list[str]) -> None:
    given_pack = pack("fr", topics="C\t\tcôte", toml=f'accents = "{accents}"')
    assert [words for _, words in _cues("la côte, la cote, LA CÔTE, coté", given_pack)] == found


def test_what_an_article_is_about_stands_in_its_first_signs() -> None:
    given_pack = pack(topics="WAR\t\twar", say_verbs="say\t\tsaid")
    text = "war " + "and " * (LEAD // 4) + "war said"
    assert _cues(text, given_pack) == [("WAR", "war")]
    assert _cues(text, given_pack, "say_verbs") == [("say", "said")]


def test_a_cue_never_ends_in_half_a_word_where_the_first_signs_end() -> None:
    text = "a" * (LEAD - 4) + " warm"
    assert text[:LEAD].endswith(" war")
    assert _cues(text, pack(topics="WAR\t\twar")) == []


def test_a_star_inside_a_half_is_read_or_named() -> None:
    given_pack = pack(topics="P\t\tpeace* talk* … over")
    assert given_pack.problems or _cues("peaceful talks are over", given_pack) == [("P", "peaceful talks are over")]


@given(
    st.permutations(TOPICS),
    st.lists(st.sampled_from(["war", "wars", "trade", "peace", "talks", "calls", "off", ".", "\u200b", "ß", "İ"]), max_size=20),
)
def test_the_order_of_lines_in_a_table_does_not_matter(rows: list[str], words: list[str]) -> None:
    text = " ".join(words)
    assert _cues(text, pack(topics="\n".join(rows))) == _cues(text, pack(topics="\n".join(TOPICS)))


@given(
    st.lists(
        st.sampled_from(["war", "trade", "peace", "talks", "calls", "off", ". ", " ", "ß", "\u0301", "\ud800"]), max_size=30
    )
)
def test_every_span_is_in_the_text_and_none_lies_over_another(words: list[str]) -> None:
    text = "".join(words)
    hits = match_cues(text, fold_exactly(text), pack(topics="\n".join(TOPICS))).get("topics", [])
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= two.start or (one.start, one.end) == (two.start, two.end) for one, two in pairwise(hits))
