"""What of an article can tie it to others: its words, phrases, names by their sound, numbers and countries."""

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from sys import intern
from zlib import crc32

from chancery.common.text import fold, is_unspaced, tokens
from chancery.watch.common_words import COMMON_WORDS
from chancery.watch.records import Article, Reading
from chancery.watch.sound_keys import named_sounds, sound_keys

LEAD = 300  # signs of the text that count: dateline and first paragraphs; the rest is background that ties everything
FIRST = 12  # words of title and of lead whose neighbours are paired; more pairs fill the memory with little use
STEM = 7  # letters of a word that are compared: endings are grammar in most languages
MORE = 0.5  # what a second occurrence adds, times the logarithm of the count (sublinear, as in rooms/watch 4.3)
SOUND = "~"  # before a key of a name by sound, so that it is counted apart from words
_NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Clues:
    """The clues of one article. `words` are stems and their weights; `named` those of them that name countries.

    `phrases` are digests of pairs of neighbouring first words, `keys` of names by sound; `when` is in seconds since 1970.
    """

    words: dict[str, float]
    named: frozenset[str]
    phrases: frozenset[int]
    keys: tuple[str, ...]
    numbers: frozenset[str]
    countries: frozenset[str]
    lang: str
    when: float


def take_clues(reading: Reading) -> Clues:
    """Return the clues of a reading, from its title and lead."""
    article, unsaid = reading.article, COMMON_WORDS.get(reading.lang, frozenset())
    fields = (article.title, article.text[:LEAD])
    words = [_stems(field, unsaid) for field in fields]
    weights = _weights([word for field in words for word in field])
    surfaces = {mention.surface for tag in reading.countries for mention in tag.mentions}
    return Clues(
        words=weights,
        named=frozenset(stem for surface in surfaces for stem in _stems(surface, frozenset()) if stem in weights),
        phrases=frozenset(_phrase(pair) for field in words for pair in pairwise(field[:FIRST])),
        keys=tuple(sorted(f"{SOUND}{key}" for key in sound_keys(" . ".join(fields), unsaid))),
        numbers=frozenset(number for field in fields for number in _numbers(field)),
        countries=frozenset(tag.code for tag in reading.countries),
        lang=reading.lang,
        when=article.published.timestamp(),
    )


def stem(word: str) -> str:
    """Return what of a folded word is compared: its first seven letters; pairs of signs of unspaced scripts stay whole.

    >>> stem("earthquakes"), stem("地震")
    ('earthqu', '地震')
    """
    return word[:STEM] if len(word) > STEM and not is_unspaced(word[0]) else word


def show_stem(wanted: str, article: Article) -> str:
    """Return the word of an article that stands behind a stem, as it is written there."""
    for written in re.findall(r"\w+", f"{article.title} {article.text[:LEAD]}"):
        if wanted in (stem(token) for token in tokens(written)):
            return wanted if is_unspaced(fold(written)[:1] or " ") else written
    return wanted


def show_sound(wanted: str, article: Article) -> str:
    """Return the name of an article that stands behind a clue of `keys`, as it is written there."""
    found = named_sounds(f"{article.title} . {article.text[:LEAD]}")
    return found.get(wanted.removeprefix(SOUND), wanted.removeprefix(SOUND))


def _stems(text: str, unsaid: frozenset[str]) -> list[str]:
    return [_stem(word) for word in tokens(text) if len(word) > 1 and word not in unsaid]


def _phrase(pair: tuple[str, str]) -> int:
    return crc32(" ".join(pair).encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    """Return the stem of a word, one object for all its uses: fifty thousand stories hold millions."""
    return intern(stem(word))


def _weights(words: list[str]) -> dict[str, float]:
    counts: dict[str, float] = {}
    for word in words:
        counts[word] = counts.get(word, 0.0) + 1.0
    return {word: 1.0 if count == 1.0 else min(1.0 + MORE * math.log(count), 2.0) for word, count in counts.items()}


def _numbers(text: str) -> list[str]:
    return [found.strip(".,").replace(",", "") for found in _NUMBER.findall(text)]
