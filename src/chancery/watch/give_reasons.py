"""Why an article is in its story, in words a reader can check."""

import math

from chancery.watch.compare import Weighed
from chancery.watch.live_story import DAY, LiveStory
from chancery.watch.records import Article
from chancery.watch.take_clues import show_sound, show_stem

WORDS = 5  # shared words that are told, the rarest first
TYPICAL = 0.2  # share of the story's weight that a word must have to be told
HOUR = 3_600.0


def give_reasons(article: Article, weighed: Weighed, story: LiveStory) -> tuple[str, ...]:
    """Return what ties an article to a story it joins: words, names, numbers, countries, time."""
    clues = weighed.clues
    parts = (
        ("shares the words", _shared_words(article, weighed, story)),
        ("shares names by their sound", _shared_sounds(article, weighed, story)),
        ("shares the numbers", sorted(number for number in clues.numbers if number in story.numbers)[:WORDS]),
        ("speaks of the same places", sorted(code for code in clues.countries if code in story.countries)[:WORDS]),
    )
    return (*(f"{what}: {', '.join(told)}" for what, told in parts if told), _gap(clues.when - story.last))


def _shared_words(article: Article, weighed: Weighed, story: LiveStory) -> list[str]:
    shared = [
        (rarity + min(0.0, math.log(story.words[word] / story.mass)), word)
        for word, rarity, _, _, _ in weighed.rows
        if word in story.words and story.words[word] >= TYPICAL * story.mass
    ]
    return [show_stem(word, article) for _, word in sorted(shared, key=lambda pair: (-pair[0], pair[1]))[:WORDS]]


def _shared_sounds(article: Article, weighed: Weighed, story: LiveStory) -> list[str]:
    """Return names shared by sound, as the article writes them; where the languages agree, the words themselves are shared."""
    if weighed.clues.lang in story.langs:
        return []
    shared = [(rarity, key) for key, rarity in weighed.sounds if key in story.keys]
    rarest = sorted(shared, key=lambda pair: (-pair[0], pair[1]))[:WORDS]
    return list(dict.fromkeys(show_sound(key, article) for _, key in rarest))


def _gap(seconds: float) -> str:
    side = "after" if seconds >= 0 else "before"
    hours = abs(seconds) / HOUR
    if hours < 1:
        return "within an hour of the latest report"
    amount, unit = (round(hours), "hour") if hours < 48 else (round(hours * HOUR / DAY), "day")
    return f"{amount} {unit}{'' if amount == 1 else 's'} {side} the latest report"
