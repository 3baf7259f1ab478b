"""Articles become stories, one at a time: each is decided when it arrives, with no look at later ones."""

import math
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from chancery.common.text import tokens
from chancery.watch.records import Joining, Reading, Story
from chancery.watch.weigh_words import WordCounts

MAX_LIVE = 50_000
CANDIDATES = 40
POSTINGS = 200


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted merge decision: weights by feature, and their sum with nothing known."""

    bias: float
    weights: tuple[tuple[str, float], ...]


class _Live:
    """A story that can still grow."""

    __slots__ = ("first", "id", "last", "norm", "number", "size", "words")

    def __init__(self, identity: str, number: int, when: float) -> None:
        self.id, self.number = identity, number
        self.words: dict[str, float] = {}
        self.norm = 0.0
        self.size = 0
        self.first = self.last = when


class Grouper:
    """Places articles into stories, online. State: the live stories and the counts of words of the stream so far."""

    def __init__(self, weights: Weights, max_live: int = MAX_LIVE) -> None:
        self._weights, self._max_live = weights, max_live
        self._counts = WordCounts()
        self._live: OrderedDict[int, _Live] = OrderedDict()
        self._postings: dict[str, OrderedDict[int, None]] = {}
        self._story_of: dict[str, _Live] = {}
        self._next = 0

    def place(self, reading: Reading) -> Joining:
        """Return the story of an article: that of its original if it is a copy, that of the likeliest, or a new one."""
        words = _words(reading)
        if reading.copy is not None and (original := self._story_of.get(reading.copy.of)) is not None:
            self._join(original, reading, words)
            return Joining(reading.article.id, original.id, (f"copy of {reading.copy.of}",), reading.copy.likeness)
        vector = {word: weight * self._counts.rarity(word) for word, weight in words.items()}
        norm = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        best, likeness, shared = None, 0.0, ()
        for story in self._candidates(vector):
            both = [(vector[word] * story.words[word] * self._counts.rarity(word), word) for word in vector if word in story.words]
            cosine = sum(value for value, _ in both) / (norm * math.sqrt(story.norm))
            if cosine > likeness:
                best, likeness, shared = story, cosine, tuple(word for _, word in sorted(both, reverse=True)[:5])
        if best is None or likeness < 0.2:
            best = self._open(reading)
            self._join(best, reading, words)
            return Joining(reading.article.id, best.id, ("first report of its story",), 0.0)
        self._join(best, reading, words)
        return Joining(reading.article.id, best.id, ("shares " + ", ".join(shared),), round(likeness, 3))

    def resume(self, stories: Iterable[Story]) -> None:
        """Rebuild the state from stories that were decided before."""
        placed = [(reading, story.id) for story in stories for reading in story.readings]
        by_id: dict[str, _Live] = {}
        for reading, identity in sorted(placed, key=lambda pair: (pair[0].article.seen, pair[0].article.id)):
            if identity not in by_id:
                by_id[identity] = self._open(reading, identity)
            self._join(by_id[identity], reading, _words(reading))

    def _candidates(self, vector: dict[str, float]) -> list[_Live]:
        votes: dict[int, float] = {}
        for word, value in sorted(vector.items(), key=lambda pair: (-pair[1], pair[0]))[:24]:
            for number in self._postings.get(word, ()):
                votes[number] = votes.get(number, 0.0) + value
        best = sorted(votes.items(), key=lambda pair: (-pair[1], -pair[0]))[:CANDIDATES]
        return [self._live[number] for number, _ in best]

    def _open(self, reading: Reading, identity: str = "") -> _Live:
        name = identity or "s-" + sha256(reading.article.id.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        story = _Live(name, self._next, reading.article.published.timestamp())
        self._next += 1
        self._live[story.number] = story
        while len(self._live) > self._max_live:
            self._retire(self._live.popitem(last=False)[1])
        return story

    def _join(self, story: _Live, reading: Reading, words: dict[str, float]) -> None:
        for word, weight in words.items():
            rarity = self._counts.rarity(word)
            before = story.words.get(word, 0.0)
            story.words[word] = before + weight
            story.norm += rarity * rarity * ((before + weight) ** 2 - before**2)
            postings = self._postings.setdefault(word, OrderedDict())
            postings[story.number] = None
            postings.move_to_end(story.number)
            if len(postings) > POSTINGS:
                postings.popitem(last=False)
        story.size += 1
        story.last = max(story.last, reading.article.published.timestamp())
        if story.number in self._live:
            self._live.move_to_end(story.number)
        self._story_of[reading.article.id] = story
        self._counts.learn(words)

    def _retire(self, story: _Live) -> None:
        for word in story.words:
            postings = self._postings.get(word)
            if postings is not None:
                postings.pop(story.number, None)
                if not postings:
                    del self._postings[word]


def group_articles(readings: Iterable[Reading], weights: Weights, max_live: int = MAX_LIVE) -> Iterator[Joining]:
    """Yield the place of each reading in a story before the next one is read."""
    grouper = Grouper(weights, max_live)
    for reading in readings:
        yield grouper.place(reading)


def gather_stories(readings: Sequence[Reading], joinings: Sequence[Joining]) -> tuple[Story, ...]:
    """Return the stories of readings and their joinings, each in the order of its articles, in the order of their first."""
    found: dict[str, Story] = {}
    for reading, joining in zip(readings, joinings, strict=True):
        story = found.get(joining.story, Story(joining.story, (), ()))
        found[joining.story] = replace(story, readings=(*story.readings, reading), joinings=(*story.joinings, joining))
    return tuple(found.values())


def _words(reading: Reading) -> dict[str, float]:
    counted: dict[str, float] = {}
    for word in tokens(reading.article.title):
        counted[word] = counted.get(word, 0.0) + 1.0
    for word in tokens(reading.article.text[:600]):
        counted[word] = counted.get(word, 0.0) + 0.5
    return {word: 1 + math.log(count) if count > 1 else count for word, count in counted.items() if len(word) > 1}
