"""Reasons a reader can check."""

from tests.watch.build import reading

from chancery.watch.compare import weigh
from chancery.watch.give_reasons import give_reasons
from chancery.watch.live_story import LiveStory
from chancery.watch.take_clues import take_clues
from chancery.watch.weigh_words import WordCounts


def _reasons(story_title: str, title: str, hours: float, lang: str = "en") -> tuple[str, ...]:
    counts = WordCounts()
    clues = take_clues(reading("1", story_title, lang="en"))
    first = weigh(clues, counts)
    story = LiveStory("s", 0, clues)
    story.add(clues, first.rarities, first.norm)
    counts.learn((*clues.words, *clues.keys))
    joined = reading("2", title, hours=hours, lang=lang)
    return tuple(map(str, give_reasons(joined.article, weigh(take_clues(joined), counts), story)))


def test_words_numbers_places_and_time_are_told() -> None:
    assert _reasons("Peru: spill of 300 tons", "Spill of 300 tons hits Peru", 3) == (
        "shares the words: 300, Peru, Spill, tons",
        "shares the numbers: 300",
        "speaks of the same places: PE",
        "3 hours after the latest report",
    )


def test_across_languages_the_name_is_told_as_the_article_writes_it() -> None:
    assert "shares names by their sound: Момбаса" in _reasons("Spill off Mombasa", "Разлив нефти у города Момбаса", 0, "ru")


def test_time_is_told_in_days_after_two_and_an_early_report_says_before() -> None:
    assert _reasons("quay", "quay", 72)[-1] == "3 days after the latest report"
    assert _reasons("quay", "quay", -1)[-1] == "1 hour before the latest report"
    assert _reasons("quay", "quay", 0)[-1] == "within an hour of the latest report"
