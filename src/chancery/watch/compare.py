"""An article against a story, as numbers that a fitted decision weighs."""

import math
from dataclasses import dataclass
from typing import Final

from chancery.watch.live_story import DAY, LiveStory
from chancery.watch.take_clues import Clues
from chancery.watch.weigh_words import WordCounts

FEATURES: Final = (
    "cosine", "rarest", "second", "third", "country_word", "burst", "size", "single", "week", "month",
    "countries", "other_countries", "numbers", "other_numbers", "unshared", "nearest", "phrases", "covered",
    "surprise", "shared", "sound", "second_sound", "new_language", "core", "names",
)  # fmt: skip
"""What is compared, in this order:

the cosine of rarity-weighted words (Salton 1975); the rarity of the three rarest shared words, less where few of the
story's articles hold them, and of a shared word that names a country; how much a shared word is on everybody's lips now; the
story's size and whether it is one article; nearness in time, by the week and by the month; the share of the article's
countries that the story has, and whether it has only others; shared numbers, and whether both have only others; the share of
the article's rarity that the story lacks; the cosine to the nearest of its latest articles; shared pairs of words; the share
of the article's rarity that is typical of the story; the surprise of the shared words, a log-likelihood ratio (Dunning 1993);
how many words are shared; the rarest two names shared by their sound; whether the story has no article in this language; the
share, by rarity, of the story's typical words that the article has, and of the article's names that the story has.
"""

SLACK = 0.5 * DAY  # gaps below it are none: outlets stamp by the day, crawlers by the second
FIVE = 5.0  # natural logarithms of rarity run to about five and more; brought near 1
LARGE = 30  # articles from which a story counts as large and no larger


@dataclass(frozen=True, slots=True)
class Weighed:
    """An article's clues with the rarities of this moment.

    `rows` hold word, rarity, rarity squared times weight, whether it names a country, burst; `sounds` names with their rarity.
    """

    clues: Clues
    rarities: dict[str, float]
    rows: tuple[tuple[str, float, float, bool, float], ...]
    sounds: tuple[tuple[str, float], ...]
    squares: dict[str, float]
    norm: float
    total: float


def weigh(clues: Clues, counts: WordCounts) -> Weighed:
    """Return an article's clues weighed by how rare they are in the stream so far."""
    rarities = {word: counts.rarity(word) for word in clues.words}
    squares = {word: rarities[word] ** 2 * weight for word, weight in clues.words.items()}
    return Weighed(
        clues=clues,
        rarities=rarities,
        rows=tuple((word, rarities[word], squares[word], word in clues.named, counts.burst(word)) for word in clues.words),
        sounds=tuple((key, counts.rarity(key)) for key in clues.keys),
        squares=squares,
        norm=math.sqrt(sum(squares[word] * weight for word, weight in clues.words.items())) or 1.0,
        total=sum(rarities.values()) or 1.0,
    )


def compare(article: Weighed, story: LiveStory) -> tuple[float, ...]:
    """Return the features of an article against a story, in the order of FEATURES."""
    clues = article.clues
    gap = max(0.0, abs(clues.when - story.last) - SLACK) / DAY
    shared_numbers = sum(number in story.numbers for number in clues.numbers)
    words = _compare_words(article, story)
    return (
        *words[:6],
        math.log(min(story.size, LARGE)) / 3.0,
        1.0 if story.size == 1 else 0.0,
        math.exp(-gap / 7.0),
        math.exp(-gap / 30.0),
        *_compare_countries(clues, story),
        min(shared_numbers, 3) / 3.0,
        1.0 if clues.numbers and story.numbers and not shared_numbers else 0.0,
        words[6],
        _nearest(article, story),
        min(len(clues.phrases & story.phrases), 3) / 3.0,
        *words[7:],
        *_compare_sounds(article, story),
        0.0 if clues.lang in story.langs else 1.0,
        _core_had(clues, story),
        _names_had(article, story),
    )


def _compare_words(article: Weighed, story: LiveStory) -> tuple[float, ...]:
    """Return all features of shared words in one pass, for this is where the time goes."""
    words, mass, size = story.words, story.mass, story.size
    product = first = second = third = named = burst = covered = surprise = 0.0
    unshared = total = article.total
    shared = [row for row in article.rows if row[0] in words]
    for word, rarity, square, names_country, heard in shared:
        weight = words[word]
        unshared -= rarity
        product += square * weight
        part = weight / mass
        if part < 1.0:
            typical = rarity + math.log(part)
            heard *= part
        else:
            part, typical = 1.0, rarity
        covered += rarity * min(1.0, 2.0 * part)
        usual = math.exp(-rarity)
        surprise += max(0.0, math.log((part * size + usual) / ((size + 1.0) * usual)))
        burst = max(burst, heard)
        if names_country:
            named = max(named, typical)
        elif typical > first:
            first, second, third = typical, first, second
        elif typical > second:
            second, third = typical, second
        elif typical > third:
            third = typical
    cosine = product / (article.norm * math.sqrt(story.norm) + 1e-9)
    ranks = (first / FIVE, second / FIVE, third / FIVE, named / FIVE, burst / FIVE)
    return (cosine, *ranks, unshared / total, covered / total, surprise / total, min(len(shared), 6) / 6.0)


def _compare_countries(clues: Clues, story: LiveStory) -> tuple[float, float]:
    if not clues.countries or not story.countries:
        return 0.0, 0.0
    shared = sum(min(1.0, story.countries.get(code, 0.0) / story.mass) for code in clues.countries)
    return shared / len(clues.countries), 0.0 if shared else 1.0


def _nearest(article: Weighed, story: LiveStory) -> float:
    best, squares = 0.0, article.squares
    for words, norm in story.latest:
        shared = squares.keys() & words.keys()
        if shared:
            product = math.fsum([squares[word] * words[word] for word in shared])  # exact, so that a set's order is no matter
            best = max(best, product / (article.norm * norm + 1e-9))
    return best


def _compare_sounds(article: Weighed, story: LiveStory) -> tuple[float, float]:
    """Return the rarity of the two rarest names shared by sound."""
    first = second = 0.0
    for key, rarity in article.sounds:
        weight = story.keys.get(key)
        if weight is None:
            continue
        typical = rarity + min(0.0, math.log(weight / story.mass))
        if typical > first:
            first, second = typical, first
        elif typical > second:
            second = typical
    return first / FIVE, second / FIVE


def _core_had(clues: Clues, story: LiveStory) -> float:
    whole = had = 0.0
    for word, rarity in story.core:
        whole += rarity
        if word in clues.words:
            had += rarity
    return had / whole if whole else 0.0


def _names_had(article: Weighed, story: LiveStory) -> float:
    whole = had = 0.0
    for key, rarity in article.sounds:
        whole += rarity
        had += rarity * min(1.0, story.keys.get(key, 0.0) / story.mass)
    return had / whole if whole else 0.0
