"""A story remembers its articles, the older the less."""

import pytest
from tests.watch.build import reading

from chancery.watch.compare import weigh
from chancery.watch.live_story import LiveStory
from chancery.watch.take_clues import take_clues
from chancery.watch.weigh_words import WordCounts

COUNTS = WordCounts()


def _story(*hours: float, titles: tuple[str, ...]) -> LiveStory:
    found: LiveStory | None = None
    for number, (hour, title) in enumerate(zip(hours, titles, strict=True)):
        clues = take_clues(reading(str(number), title, hours=hour))
        found = found or LiveStory("s", 0, clues)
        weighed = weigh(clues, COUNTS)
        found.add(clues, weighed.rarities, weighed.norm)
    assert found is not None
    return found


def test_what_was_said_long_ago_weighs_less() -> None:
    story = _story(0, 240, titles=("quay cracks", "quay repairs"))
    assert story.words["cracks"] / story.words["repairs"] == pytest.approx(0.3679, abs=1e-3)


def test_typical_words_are_those_of_half_its_weight() -> None:
    story = _story(0, 1, 2, titles=("quay cracks", "quay repairs", "quay opens"))
    assert [word for word, _ in story.core] == ["quay"]


def test_a_story_of_years_stays_within_numbers() -> None:
    story = _story(0, 4_000, 8_000, titles=("quay cracks", "quay repairs", "quay opens"))
    assert story.mass < 10.0
    assert story.size == 3


def test_an_articles_own_words_are_not_changed_by_its_story() -> None:
    clues = take_clues(reading("1", "quay cracks"))
    before = dict(clues.words)
    story = LiveStory("s", 0, clues)
    weighed = weigh(clues, COUNTS)
    story.add(clues, weighed.rarities, weighed.norm)
    story.add(clues, weighed.rarities, weighed.norm)
    assert clues.words == before
