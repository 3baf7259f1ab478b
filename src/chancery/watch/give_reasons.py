"""Why an article is in its story, in words a reader can check."""

import math

from chancery.common.said import Said, say
from chancery.watch.compare import Weighed
from chancery.watch.live_story import DAY, LiveStory
from chancery.watch.records import Article
from chancery.watch.take_clues import show_sound, show_stem

WORDS = 5  # shared words that are told, the rarest first
TYPICAL = 0.2  # share of the story's weight that a word must have to be told
HOUR = 3_600.0


def give_reasons(article: Article, weighed: Weighed, story: LiveStory) -> tuple[Said, ...]:
    """Return what ties an article to a story it joins: words, names, numbers, countries, time."""
    clues = weighed.clues
    words, sounds = _shared_words(article, weighed, story), _shared_sounds(article, weighed, story)
    numbers = sorted(number for number in clues.numbers if number in story.numbers)[:WORDS]
    places = sorted(code for code in clues.countries if code in story.countries)[:WORDS]
    told = (
        say("shares the words: {words}", words=", ".join(words)) if words else None,
        say("shares names by their sound: {names}", names=", ".join(sounds)) if sounds else None,
        say("shares the numbers: {numbers}", numbers=", ".join(numbers)) if numbers else None,
        say("speaks of the same places: {places}", places=", ".join(places)) if places else None,
    )
    return (*(each for each in told if each), _gap(clues.when - story.last))


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


def _gap(seconds: float) -> Said:
    hours, after = abs(seconds) / HOUR, seconds >= 0
    if hours < 1:
        return Said("within an hour of the latest report")
    if hours >= 48:
        days = round(hours * HOUR / DAY)
        if after:
            return say("{count} days after the latest report", count=days)
        return say("{count} days before the latest report", count=days)
    if round(hours) == 1:
        return Said("1 hour after the latest report") if after else Said("1 hour before the latest report")
    if after:
        return say("{count} hours after the latest report", count=round(hours))
    return say("{count} hours before the latest report", count=round(hours))
