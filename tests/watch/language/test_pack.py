"""A compiled pack: what is wrong with it is named and costs itself alone; a pack of names alone works."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.watch.language.build import pack

from chancery.common.mission import Place
from chancery.watch.language import Pack, Packs, Settings, match_names
from chancery.watch.language.pack import read_settings
from chancery.watch.language.parse_pack import Problem

ROWS = (
    "KE\tname\tKenya",
    "KE\tpeople\tKenyan*",
    "CD\tname\tCongo",
    "CG\tname\tCongo",
    "CD\tplace\tKinshasa",
    "GE\tname?\tGeorgia",
)
RUBBISH = st.text(alphabet=st.characters(exclude_characters="\n\t"), min_size=1) | st.sampled_from(
    ["\t\t", "KE\tx\tPeru", "KE\t\tPeru"]
)
TEXT = "Kenya and Kinshasa, Congo and Kenyans; Georgia"


def _codes(text: str, given_pack: Pack) -> list[str]:
    return [hit.code for hit in match_names(text, given_pack)]


def _packs(files: Mapping[str, Mapping[str, str]]) -> Packs:
    return Packs(lambda lang: files.get(lang, {}))


def test_a_pack_says_how_its_language_writes() -> None:
    text = 'language = "xx"\nadds = 2\nbefore = ["al"]\nquotes = [["<", ">"]]\nunknown = 1'
    problems: list[Problem] = []
    assert read_settings(text, problems) == Settings(language="xx", adds=2, before=("al",), quotes=(("<", ">"),))
    assert problems == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("adds = [", "Invalid value"),
        ('adds = "two"', "adds has the wrong shape"),
        ('before = "al"', "before has the wrong shape"),
        ("words = 1", "words has the wrong shape"),
    ],
)
def test_a_setting_of_the_wrong_shape_is_named_and_left_at_its_default(text: str, why: str) -> None:
    problems: list[Problem] = []
    assert read_settings(text, problems) == Settings()
    assert [(problem.table, problem.why.startswith(why)) for problem in problems] == [("pack.toml", True)]


@pytest.mark.parametrize(
    "text",
    ['quotes = ["a"]', 'quotes = [["“"]]', "joins = [1]", "by = [1]", "to = [1]", "months = [1]", "like = [1]", "adds = true"],
)
def test_a_list_of_the_wrong_things_is_named_and_left_at_its_default(text: str) -> None:
    problems: list[Problem] = []
    assert read_settings(text, problems) == Settings()
    assert [problem.table for problem in problems] == ["pack.toml"]


def test_problems_of_every_table_are_told_and_the_rest_works() -> None:
    given_pack = pack(names="KE\tname\tKenya\nbroken", topics="WAR\tloud\twar", toml="adds = '2'")
    assert {(problem.table, problem.line) for problem in given_pack.problems} == {("names", 2), ("topics", 1), ("pack.toml", 0)}
    assert _codes("Kenya", given_pack) == ["KE"]


def test_a_language_without_a_pack_knows_the_long_names_of_the_fallback() -> None:
    packs = _packs({"en": {"names.tsv": "KE\tname\tKenya\nTD\tname\tChad\nKE\tpeople\tKenyan*|Kenyans\nGE\tname?\tGeorgia"}})
    assert _codes("Kenya Chad Kenyans Georgia", packs.of("xx")) == ["KE"]


def test_what_a_pack_says_of_a_form_stands_above_the_fallback_and_its_neighbours() -> None:
    files = {
        "en": {"names.tsv": "GE\tname\tGeorgia"},
        "xx": {"names.tsv": "XA\tname\tGeorgia", "pack.toml": 'like = ["yy"]'},
        "yy": {"names.tsv": "YA\tname\tYonder"},
    }
    assert _codes("Georgia, Yonder", _packs(files).of("xx")) == ["XA", "YA"]


def test_a_pack_is_compiled_when_it_is_first_asked_for_and_then_kept() -> None:
    asked: list[str] = []
    packs = Packs(lambda lang: asked.append(lang) or {})  # type: ignore[func-returns-value]  # notes the call
    assert asked == []
    assert packs.of("en") is packs.of("en")
    assert set(asked) <= {"en", ""}


def test_languages_without_a_pack_share_one() -> None:
    packs = _packs({"en": {"names.tsv": "KE\tname\tKenya"}})
    assert packs.of("qaa").names is packs.of("qab").names


def test_a_short_name_takes_no_endings_and_people_take_their_own() -> None:
    given_pack = pack("xx", names="ML\tname\tMali\nKE\tname\tKenya\nPE\tpeople\tPeruvian", toml="adds = 1\npeople_adds = 3")
    assert _codes("Malin Mali Kenyas Kenyass Peruviansky", given_pack) == ["ML", "KE", "PE"]


def test_a_single_letter_is_no_name_where_words_have_spaces() -> None:
    assert _codes("A met 中", pack(names="AA\tname\tA\nCN\tname\t中")) == ["CN"]


def test_a_name_that_our_table_doubts_is_doubtful_in_generated_tables_too() -> None:
    given_pack = pack(names="GE\tname\tGeorgia\nFR\tname\tFrance", countries="GE\tname?\tGeorgia")
    assert (_codes("Georgia wins", given_pack), _codes("Georgia and France", given_pack)) == ([], ["GE", "FR"])


def test_small_words_are_kept() -> None:
    assert pack(stop="stop\t\tthe|of").small == {"the", "of"}


def test_the_missions_name_in_another_language_stands_as_it_is() -> None:
    own = Place("XK1", "organisation", (("en", "Harbour Pact"), ("xx", "Hafenpakt")))
    given_pack = pack("xx", (own,), toml="adds = 2")
    text = "Hafenpaktes, Harbour Pact, Harbour Pacts"
    assert [text[hit.start : hit.end] for hit in match_names(text, given_pack)] == ["Hafenpaktes", "Harbour Pact"]


def test_the_missions_name_for_a_country_stands_above_the_packs() -> None:
    own = Place("XK1", "organisation", (("en", "Kenya"),))
    assert _codes("Kenya waits", pack("en", (own,), names="KE\tname\tKenya")) == ["XK1"]


@pytest.mark.parametrize("toml", ["adds = 1", "changes_vowel = true", 'words = "none"'])
def test_the_order_of_a_word_and_its_stem_does_not_matter(toml: str) -> None:
    rows = ("AA\tname\tKenyas", "BB\tname\tKenyas*")
    one, other = (pack("xx", names="\n".join(order), toml=toml) for order in (rows, rows[::-1]))
    assert _codes("Kenyas", one) == _codes("Kenyas", other)


@given(st.permutations(ROWS), st.sampled_from(["", "adds = 1", "changes_vowel = true", 'before = ["al"]', 'words = "none"']))
def test_the_order_of_lines_does_not_matter(rows: list[str], toml: str) -> None:
    one, other = (pack("xx", names="\n".join(order), toml=toml) for order in (rows, ROWS))
    assert _codes(TEXT, one) == _codes(TEXT, other) == ["KE", "CD", "CD", "KE", "GE"]


@given(st.lists(RUBBISH, min_size=1, max_size=12).flatmap(lambda rubbish: st.permutations([*rubbish, *ROWS])))
def test_good_names_are_found_among_any_rubbish(lines: list[str]) -> None:
    assert _codes(TEXT, pack(names="\n".join(lines))) == ["KE", "CD", "CD", "KE", "GE"]
