"""An article against a story, as numbers."""

import math

from hypothesis import given
from hypothesis import strategies as st
from tests.watch.build import reading

from chancery.watch.compare import FEATURES, compare, weigh
from chancery.watch.live_story import LiveStory
from chancery.watch.take_clues import take_clues
from chancery.watch.weigh_words import WordCounts


def _features(story_title: str, title: str, hours: float = 0.0) -> dict[str, float]:
    counts = WordCounts()
    clues = take_clues(reading("1", story_title, lang="en"))
    first = weigh(clues, counts)
    story = LiveStory("s", 0, clues)
    story.add(clues, first.rarities, first.norm)
    return dict(
        zip(FEATURES, compare(weigh(take_clues(reading("2", title, hours=hours, lang="en")), counts), story), strict=True)
    )


def test_the_same_words_have_cosine_one() -> None:
    found = _features("quay cracks", "quay cracks")
    assert math.isclose(found["cosine"], 1.0, abs_tol=1e-6)
    assert (found["unshared"], found["covered"], found["core"]) == (0.0, 1.0, 1.0)


def test_no_shared_word_leaves_nothing() -> None:
    found = _features("quay cracks", "budget vote")
    assert (found["cosine"], found["rarest"], found["shared"], found["unshared"]) == (0.0, 0.0, 0.0, 1.0)


def test_other_countries_and_other_numbers_speak_against() -> None:
    found = _features("Earthquake of 5.1 in Peru", "Earthquake of 6.2 in Nepal")
    assert (found["other_countries"], found["other_numbers"], found["countries"]) == (1.0, 1.0, 0.0)


def test_time_counts_by_days_and_not_by_minutes() -> None:
    assert _features("quay", "quay", hours=10)["week"] == 1.0
    assert _features("quay", "quay", hours=12 + 7 * 24)["week"] == math.exp(-1)


@given(st.text(alphabet="quay Peru 12 日本ка", max_size=40), st.text(alphabet="quay Peru 12 日本ка", max_size=40))
def test_every_feature_is_a_number_of_modest_size(one: str, two: str) -> None:
    assert all(-1.0 <= value <= 3.0 for value in _features(one, two).values())
