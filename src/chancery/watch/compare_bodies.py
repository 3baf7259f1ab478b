"""How alike an article is to what a story has said in the same language, for streams whose articles have a text.

The fitted decision was learnt from headlines, for no set with texts may be learnt from. Where most articles of the stream come
with a text, the plain cosine of rarity-weighted words (Salton 1975) has the main say, and the fitted decision a part.
"""

import math
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass

from chancery.common.text import tokens
from chancery.watch.common_words import COMMON_WORDS
from chancery.watch.records import Reading
from chancery.watch.take_clues import LEAD, stem
from chancery.watch.weigh_words import RECENT, WordCounts

SLOPE, LEVEL, FITTED = 40.0, 0.18, 0.4
"""Log-odds for each unit of likeness, the likeness that speaks neither way, and what of the fitted log-odds still counts.

The middle of those settings that were best on the train topics of ECB+ and the dev part of our own corpus."""
UNREAD = 0.5  # log-odds against a story with nothing in the language of the article; the best of 0, .5 and 1 on our dev part
PRIOR = 50.0  # articles a language is thought to have had before its first; of 20 to 200 the best on the example embassy
TEXTS = 0.4  # share of the latest articles with a text from which a stream is one of texts; shared sets have none or over half
KEPT = 32  # words kept of an article, and twice as many of a story: the heaviest
LATEST = 8  # articles of a story compared one by one; likeness is half the story's, half the nearest of these

Words = dict[str, float]


@dataclass(frozen=True, slots=True)
class Body:
    """The stems of an article's title and lead, weighed, of length 1."""

    lang: str
    words: Words
    said: tuple[str, ...]
    has_text: bool


@dataclass(slots=True)
class _Said:
    """What one story has said in one language: its words, their length together, and its latest articles."""

    words: Words
    length: float
    latest: tuple[Words, ...]


class Bodies:
    """What live stories have said, by story and language, and how rare each word is in its language so far.

    Counted by language: in a stream of English the common words of its few Vietnamese articles are not rare.
    """

    def __init__(self) -> None:
        self._counts: dict[str, WordCounts] = {}
        self._stories: dict[str, dict[str, _Said]] = {}
        self._texts: deque[bool] = deque(maxlen=RECENT)
        self._with_text = 0

    @property
    def of_texts(self) -> bool:
        """Whether the latest articles mostly came with a text."""
        return self._with_text > TEXTS * len(self._texts)

    def weigh(self, reading: Reading) -> Body:
        """Return the body of an article with the rarities of this moment."""
        article, unsaid = reading.article, COMMON_WORDS.get(reading.lang, frozenset())
        found = tokens(f"{article.title} {article.text[:LEAD]}")
        bag = Counter(stem(word) for word in found if len(word) > 1 and word not in unsaid)
        rarity = self._counted(reading.lang).rarity
        weights = {word: (1.0 + math.log(count)) * rarity(word) for word, count in bag.items()}
        heaviest = _heaviest(weights, KEPT)
        length = _length(heaviest) or 1.0
        words = {word: weight / length for word, weight in heaviest.items()}
        return Body(reading.lang, words, tuple(bag), bool(article.text.strip()))

    def judge(self, fitted: Sequence[float], body: Body, stories: Sequence[str]) -> list[float]:
        """Return the log-odds of each story: the fitted ones; in a stream of texts, its likeness and a part of these."""
        if not self.of_texts:
            return list(fitted)
        return [self._odds(odds, body, story) for odds, story in zip(fitted, stories, strict=True)]

    def add(self, body: Body, story: str) -> None:
        """Take the body of an article that joined a story in."""
        by_lang = self._stories.setdefault(story, {})
        said = by_lang.get(body.lang)
        if said is None:
            by_lang[body.lang] = _Said(body.words, 1.0, (body.words,))
            return
        by_lang[body.lang] = _both(_Said(body.words, 1.0, (body.words,)), said)

    def absorb(self, larger: str, smaller: str) -> None:
        """Take what one story has said into another."""
        mine = self._stories.setdefault(larger, {})
        for lang, said in self._stories.pop(smaller, {}).items():
            own = mine.get(lang)
            mine[lang] = said if own is None else _both(own, said)

    def learn(self, body: Body) -> None:
        """Count the words of one article, and whether it has a text."""
        if len(self._texts) == RECENT:
            self._with_text -= self._texts[0]
        self._texts.append(body.has_text)
        self._with_text += body.has_text
        self._counted(body.lang).learn(body.said)

    def drop(self, story: str) -> None:
        """Forget a story that can grow no more."""
        self._stories.pop(story, None)

    def _counted(self, lang: str) -> WordCounts:
        return self._counts.setdefault(lang, WordCounts(PRIOR))

    def _odds(self, fitted: float, body: Body, story: str) -> float:
        said = self._stories[story].get(body.lang)
        if said is None:
            return fitted - UNREAD
        nearest = max(_product(body.words, words) for words in said.latest)
        likeness = (_product(body.words, said.words) / (said.length or 1.0) + nearest) / 2
        return FITTED * fitted + SLOPE * (likeness - LEVEL)


def _both(later: _Said, earlier: _Said) -> _Said:
    words = dict(earlier.words)
    for word, weight in later.words.items():
        words[word] = words.get(word, 0.0) + weight
    words = _heaviest(words, 2 * KEPT)
    return _Said(words, _length(words), (*earlier.latest, *later.latest)[-LATEST:])


def _product(one: Words, other: Words) -> float:
    return math.fsum([weight * other[word] for word, weight in one.items() if word in other])


def _heaviest(words: Words, most: int) -> Words:
    if len(words) <= most:
        return words
    return dict(sorted(words.items(), key=lambda pair: (-pair[1], pair[0]))[:most])


def _length(words: Words) -> float:
    return math.sqrt(math.fsum([weight * weight for weight in words.values()]))
