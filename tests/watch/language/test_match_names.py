"""Names in a text: the longest wins, words are whole, spans are exact."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.watch.build import packs
from tests.watch.language.build import pack

from chancery.common.mission import Place
from chancery.watch.language import Pack, match_names

NAMES = "NE\tname\tNiger\nNG\tname\tNigeria\nGN\tname\tGuinea\nPG\tname\tPapua New Guinea\nTR\tname\tTurkey\nKE\tname\tKenya"
CONGO = "CD\tname\tCongo\nCG\tname\tCongo\nCD\tplace\tKinshasa"
RUSSIAN = "RU\tpeople\tроссийск*\nFI\tname\tФинляндия"
DOUBTFUL = "GE\tname?\tGeorgia\nJO\tname?\tJordan\nFR\tname\tFrance\nGB\tplace?\tBath"
CUES = "cue\tbefore\tgovernment of\ncue\tafter\tcabinet"


def _codes(text: str, given_pack: Pack) -> list[str]:
    return [hit.code for hit in match_names(text, given_pack)]


def test_the_longest_name_over_the_whole_dictionary_wins() -> None:
    assert _codes("Papua New Guinea and Guinea", pack(names=NAMES)) == ["PG", "GN"]


def test_a_name_is_not_found_inside_a_word() -> None:
    assert _codes("Nigeria talks to Niger about Nigers", pack(names=NAMES)) == ["NG", "NE"]


def test_a_common_word_in_small_letters_is_no_country() -> None:
    assert _codes("turkey for dinner, says Turkey", pack(names=NAMES)) == ["TR"]


def test_a_shared_name_is_told_by_another_name_or_not_at_all() -> None:
    assert _codes("Congo votes", pack(names=CONGO)) == []
    assert _codes("Congo votes, Kinshasa waits", pack(names=CONGO)) == ["CD", "CD"]


def test_a_longer_form_that_is_no_country_hides_the_country_in_it() -> None:
    table = NAMES + "\n-\tnot\tGuinea pig|Kenya Airways"
    assert _codes("A guinea pig flew Kenya Airways to Guinea", pack(names=NAMES, countries=table)) == ["GN"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Jordan scores twice", []),
        ("Georgia and France sign", ["GE", "FR"]),
        ("The government of Georgia resigns", ["GE"]),
        ("Jordan cabinet meets", ["JO"]),
        ("A bath in France", ["FR"]),
        ("Bath and France", ["FR"]),
    ],
)
def test_a_doubtful_name_counts_beside_a_cue_or_another_country_only(text: str, codes: list[str]) -> None:
    assert _codes(text, pack(countries=DOUBTFUL, cues=CUES)) == codes


def test_a_particle_written_as_one_does_not_hide_a_name() -> None:
    text = "وقالت لمصر"
    (hit,) = match_names(text, pack("ar", names="EG\tname\tمصر", toml='before = ["و", "ل"]'))
    assert text[hit.start : hit.end] == "مصر"


def test_a_stem_takes_endings_and_a_name_changes_its_last_vowel() -> None:
    russian = pack("ru", names=RUSSIAN, toml="changes_vowel = true")
    assert _codes("российского посла ждут в Финляндии", russian) == ["RU", "FI"]


def test_a_script_without_spaces_needs_no_border() -> None:
    japanese = pack("ja", names="JP\tname\t日本\nKE\tname\tKenya", toml='words = "none"')
    assert _codes("昨日日本政府はKenyaへ", japanese) == ["JP", "KE"]


def test_a_long_english_name_is_known_in_other_languages() -> None:
    assert _codes("В Mombasa тихо", packs().of("ru")) == ["KE"]
    assert _codes("mombasa", packs().of("ru")) == []


def test_the_missions_own_table_stands_above_the_rest() -> None:
    own = Place("XK1", "organisation", (("en", "Kenya"),), (("en", "Harbour Pact"),))
    assert _codes("Kenya joins the Harbour Pact", pack("en", (own,), names=NAMES)) == ["XK1", "XK1"]


def test_no_names_find_nothing() -> None:
    assert match_names("Kenya", pack()) == ()


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
    assert _codes(text, packs().of(lang)) == codes


@given(st.text(alphabet="Niger iaKenyß日本\u200b\u0301مصر.россйк", max_size=60), st.sampled_from(["en", "ar", "ru", "ja"]))
def test_every_hit_is_inside_the_text_and_none_lies_over_another(text: str, lang: str) -> None:
    hits = match_names(text, packs().of(lang))
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= two.start for one, two in pairwise(hits))
