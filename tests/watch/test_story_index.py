"""Which stories are worth comparing."""

from tests.watch.build import in_english

from chancery.watch.compare import Weighed, weigh
from chancery.watch.live_story import LiveStory
from chancery.watch.story_index import CANDIDATES, StoryIndex
from chancery.watch.take_clues import take_clues
from chancery.watch.weigh_words import WordCounts

COUNTS = WordCounts()


def _weighed(title: str) -> Weighed:
    return weigh(take_clues(in_english("1", title)), COUNTS)


def _add(index: StoryIndex, number: int, title: str) -> LiveStory:
    article = _weighed(title)
    story = LiveStory(f"s-{number}", number, article.clues)
    story.add(article.clues, article.rarities, article.norm)
    index.add(story, article)
    return story


def test_stories_that_share_most_come_first() -> None:
    index = StoryIndex()
    _add(index, 1, "budget vote")
    _add(index, 2, "quay cracks")
    _add(index, 3, "quay opens")
    assert index.nearest(_weighed("quay cracks repaired")) == [2, 3]
    assert index.id_of(2) == "s-2"


def test_a_closed_story_is_not_found_again() -> None:
    index = StoryIndex()
    story = _add(index, 1, "quay cracks")
    index.drop(story)
    assert index.nearest(_weighed("quay cracks")) == []


def test_the_number_compared_stays_the_same_however_many_share_a_word() -> None:
    index = StoryIndex()
    for number in range(1_000):
        _add(index, number, f"quay part{number}")
    found = index.nearest(_weighed("quay"))
    assert len(found) == CANDIDATES
    assert found[0] == 999
