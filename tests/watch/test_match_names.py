"""Names in a text: the longest wins, words are whole, spans are exact."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.watch.build import names

from chancery.common.errors import InputError
from chancery.common.mission import Place
from chancery.watch.match_names import compile_names, match_names

TABLE = (
    "# a note",
    "NE\tname\ten\tNiger",
    "NG\tname\ten\tNigeria",
    "GN\tname\ten\tGuinea",
    "PG\tname\ten\tPapua New Guinea",
    "CD\tname\ten\tCongo",
    "CG\tname\ten\tCongo",
    "CD\tplace\ten\tKinshasa",
    "RU\tpeople\tru\tроссийск*",
    "EG\tname\tar\tمصر",
    "TR\tname\ten\tTurkey",
    "JP\tname\tja,zh\t日本",
    "KE\tname\ten,vi\tKenya",
    "FI\tname\tru\tФинляндия",
)


def _codes(text: str, lang: str) -> list[str]:
    return [hit.code for hit in match_names(text, lang, compile_names(TABLE))]


def test_the_longest_name_over_the_whole_dictionary_wins() -> None:
    assert _codes("Papua New Guinea and Guinea", "en") == ["PG", "GN"]


def test_a_name_is_not_found_inside_a_word() -> None:
    assert _codes("Nigeria talks to Niger about Nigers", "en") == ["NG", "NE"]


def test_a_common_word_in_small_letters_is_no_country() -> None:
    assert _codes("turkey for dinner, says Turkey", "en") == ["TR"]


def test_a_shared_name_is_told_by_another_name_or_not_at_all() -> None:
    assert _codes("Congo votes", "en") == []
    assert _codes("Congo votes, Kinshasa waits", "en") == ["CD", "CD"]


def test_a_particle_written_as_one_does_not_hide_a_name() -> None:
    text = "وقالت لمصر"
    (hit,) = match_names(text, "ar", compile_names(TABLE))
    assert text[hit.start : hit.end] == "مصر"


def test_a_stem_takes_endings_and_a_name_changes_its_last_vowel() -> None:
    assert _codes("российского посла ждут в Финляндии", "ru") == ["RU", "FI"]


def test_a_script_without_spaces_needs_no_border() -> None:
    assert _codes("昨日日本政府は", "ja") == ["JP"]


def test_a_long_capitalised_name_is_known_in_a_language_of_the_table_that_lacks_it() -> None:
    assert _codes("В Nigeria тихо", "ru") == ["NG"]
    assert _codes("NIGER", "ru") == ["NE"]
    assert _codes("nigeria", "ru") == []


def test_the_missions_own_table_stands_above_the_rest() -> None:
    own = Place("XK1", "organisation", (("en", "Kenya"),), (("en", "Harbour Pact"),))
    found = match_names("Kenya joins the Harbour Pact", "en", compile_names(TABLE, (own,)))
    assert [hit.code for hit in found] == ["XK1", "XK1"]


def test_a_broken_line_is_named_by_its_number() -> None:
    with pytest.raises(InputError, match="line 2"):
        compile_names(["FR\tname\tfr\tFrance", "DE\tname"])


def test_no_names_find_nothing() -> None:
    assert match_names("Kenya", "en", compile_names(())) == ()


@pytest.mark.parametrize(
    ("text", "lang", "codes"),
    [
        ("Kenyan lawmakers visit Mombasa", "en", ["KE", "KE"]),
        ("Les autorités sénégalaises à Dakar", "fr", ["SN", "SN"]),
        ("Việt Nam và Nhật Bản ký kết", "vi", ["VN", "JP"]),
        ("В Тбилиси прибыл посол Армении", "ru", ["GE", "AM"]),
        ("美国和越南", "zh", ["US", "VN"]),
        ("Ranskassa ja Ruotsissa", "fi", ["FR", "SE"]),
    ],
)
def test_the_names_that_ship_read_many_languages(text: str, lang: str, codes: list[str]) -> None:
    assert [hit.code for hit in match_names(text, lang, names())] == codes


@given(st.text(alphabet="Niger iaKenyß日本\u200b\u0301مصر.россйк", max_size=60), st.sampled_from(["en", "ar", "ru", "ja", ""]))
def test_every_hit_is_the_text_at_its_span_and_none_lies_over_another(text: str, lang: str) -> None:
    hits = match_names(text, lang, compile_names(TABLE))
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= two.start for one, two in pairwise(hits))
