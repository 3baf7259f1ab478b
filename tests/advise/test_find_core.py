"""The core of a story is its newest matter: neighbours, old reports and what was corrected stay out of it."""

from datetime import timedelta

from tests.builders.briefs import MORNING, NOW, article, story

from chancery.advise.find_core import find_core
from chancery.watch.records import Article

SINCE = NOW - timedelta(hours=36)
TOLL = article("a1", "The Coastguard counts 38 dead from the ferry Jadwan Star off Cormel.", title="Ferry toll rises to 38")
SEARCH = article(
    "a2", "The Coastguard scales down the search for the ferry Jadwan Star off Cormel.", title="Ferry search scaled down"
)
FUEL = article("a3", "Diesel prices went up again at pumps in the capital, drivers complain.", title="Diesel dearer")
FRENCH = article("a4", "Le Jadwan Star a coulé au large de Cormel.", title="Le Jadwan Star a coulé", lang="fr")


def _core(*articles: object) -> list[str]:
    return [reading.article.id for reading in find_core(story("s", *articles), SINCE, ("en", "fr"))]  # type: ignore[arg-type]


def test_a_neighbour_that_shares_no_words_is_not_of_the_matter() -> None:
    assert sorted(_core(TOLL, SEARCH, FUEL)) == ["a1", "a2"]


def test_the_mission_s_languages_come_in_their_order() -> None:
    assert _core(FRENCH, TOLL, SEARCH)[-1] == "a4"


def test_what_was_told_before_is_left_out_unless_nothing_is_new() -> None:
    old = article("a0", SEARCH.text, title="Ferry search goes on", seen=NOW - timedelta(days=4))
    assert "a0" not in _core(old, TOLL, SEARCH)
    assert _core(old) == ["a0"]


def test_what_an_outlet_corrected_is_no_part_of_it() -> None:
    wrong = article("w", TOLL.text, title="Ferry toll 41", seen=MORNING - timedelta(hours=1))
    right = article("r", TOLL.text, title="Correction: ferry toll 38, not 41")
    assert _core(wrong, right) == ["r"]


def test_the_outlet_that_heads_a_story_does_so_with_its_latest_report() -> None:
    later = article("a5", SEARCH.text, title="Ferry search scaled down", seen=MORNING + timedelta(hours=1))
    told = story("s", *_twice("tribune", "phare"), later)
    assert [r.article.id for r in find_core(told, SINCE, ("en",), {"tribune"})] == ["a5", "b-tribune", "b-phare"]


def test_of_two_that_say_as_much_the_agency_heads_the_story() -> None:
    told = story("s", *_twice("ina", "phare"))
    assert find_core(told, SINCE, ("en",), {"ina"})[0].article.id == "b-ina"
    assert find_core(told, SINCE, ("en",), {"phare"})[0].article.id == "b-phare"


def _twice(*outlets: str) -> list[Article]:
    return [article(f"b-{outlet}", TOLL.text, title=TOLL.title, source=outlet) for outlet in outlets]
