"""Two stories that turn out to be one grow as one; what was placed stays."""

from tests.watch.build import in_english

from chancery.watch.bridge_stories import LEAST, Bridges
from chancery.watch.compare import FEATURES
from chancery.watch.decide import Weights
from chancery.watch.group_articles import Grouper
from chancery.watch.live_story import LiveStory
from chancery.watch.take_clues import take_clues


def _story(number: int, size: int) -> LiveStory:
    story = LiveStory(f"s-{number}", number, take_clues(in_english("1", "Quay cracks")))
    story.size = size
    return story


def test_one_article_that_fits_both_makes_no_bridge_and_enough_do() -> None:
    bridges, small, large = Bridges(), _story(2, 2), _story(1, 9)
    for _ in range(LEAST - 1):
        assert bridges.cross(small, large) is None
    assert bridges.cross(large, small) == (large, small)
    assert bridges.root("s-2") == "s-1"
    assert bridges.root("s-1") == "s-1"


def test_a_large_story_needs_more_bridges() -> None:
    bridges, one, other = Bridges(), _story(1, 8), _story(2, 20)
    assert [bridges.cross(one, other) is None for _ in range(6)] == [True] * 5 + [False]


def test_of_equals_the_older_story_stays() -> None:
    bridges, older, younger = Bridges(), _story(1, 1), _story(2, 1)
    bridges.cross(younger, older)
    assert bridges.cross(younger, older) == (older, younger)


def test_a_story_is_followed_through_all_that_took_it_in() -> None:
    bridges = Bridges()
    for small, large in ((_story(3, 1), _story(2, 2)), (_story(2, 2), _story(1, 9))):
        while bridges.cross(small, large) is None:
            pass
    assert bridges.root("s-3") == "s-1"


NONE = tuple(0.0 for _ in FEATURES)
BY_COSINE = Weights(
    FEATURES, NONE, tuple(1.0 for _ in FEATURES), (NONE,), (0.0,), (0.0,), tuple(9.0 * (n == "cosine") for n in FEATURES), -3.0
)
"""A decision that a test can follow: an article joins from a cosine of a third."""
HEADLINES = (
    ("k1", "Mombasa container berth begun"),
    ("t1", "Tarbert pilots strike halts quay"),
    *((f"b{n}", "Mombasa container berth halted by Tarbert pilots strike") for n in range(6)),
)


def test_later_headlines_go_to_one_story_and_earlier_ones_stay() -> None:
    grouper = Grouper(BY_COSINE)
    placed = {article: grouper.place(in_english(article, title)).story for article, title in HEADLINES}
    assert placed["k1"] != placed["t1"]
    whole = placed["b5"]
    assert whole in {placed["k1"], placed["t1"]}
    assert grouper.live == 1
    for number, (_, title) in enumerate(HEADLINES[:2]):
        assert grouper.place(in_english(f"x{number}", title)).story == whole


def test_a_new_version_of_an_article_follows_its_story() -> None:
    grouper = Grouper(BY_COSINE)
    placed = {article: grouper.place(in_english(article, title)).story for article, title in HEADLINES}
    again = {grouper.place(in_english(article, title)).story for article, title in HEADLINES[:2]}
    assert again == {placed["b5"]}


def test_a_stream_of_texts_joins_stories_of_two_languages_alone() -> None:
    grouper = Grouper(BY_COSINE)
    cranes, crews = "Cranes and steel came by ship.", "Crews walked out over pay."
    for (article, title), text in zip(HEADLINES, (cranes, crews, *[f"{cranes} {crews}"] * 6), strict=True):
        grouper.place(in_english(article, title, text))
    assert grouper.live == 2
