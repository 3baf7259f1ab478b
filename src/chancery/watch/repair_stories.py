"""Stories that were decided article by article are looked at again: two that are one, an article that fits another better.

The decision is the same fitted one; what differs is what is known: all articles of these days, not only the earlier ones.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chancery.common.said import Said
from chancery.watch.compare import Weighed, compare, weigh
from chancery.watch.compare_bodies import Bodies, Body
from chancery.watch.decide import Decision, Weights
from chancery.watch.give_reasons import give_reasons
from chancery.watch.live_story import LiveStory
from chancery.watch.obey_links import Links
from chancery.watch.records import Link, Reading, Repair, Story
from chancery.watch.story_index import StoryIndex
from chancery.watch.take_clues import take_clues
from chancery.watch.weigh_words import WordCounts

ASKED = 6  # latest originals of a story that are asked whether they fit another
LEAST, MOST = 3, 30  # originals of a story whose articles are asked one by one; of two, neither is the odd one
SURE = 1.0
"""Mean log-odds of both ways from which two stories are made one with nobody asked, where not both tell it in one language by
its texts: look-alikes fit too (compare `Grouper`). On the train and dev parts of all sets 5 of 6 such were right, and 22 of 29
of all pairs that are proposed; of articles that would go to another story 23 of 44, so that a person decides on these."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An original of a story, weighed by what is known now."""

    reading: Reading
    weighed: Weighed
    body: Body


@dataclass(frozen=True, slots=True)
class _Kept:
    """A story made anew from its originals."""

    id: str
    live: LiveStory
    told: tuple[_Told, ...]


def propose_repairs(stories: Sequence[Story], weights: Weights, links: Iterable[Link] = ()) -> tuple[Repair, ...]:
    """Return what would be changed of stories, the likeliest first; no story stands in two changes, no link is broken."""
    court = _Court(stories, weights, Links(links))
    found = sorted(
        (*court.merges(), *court.moves()), key=lambda each: (-each.probability, each.story, each.other, each.article)
    )
    taken: set[str] = set()
    kept = []
    for repair in found:
        if taken.isdisjoint((repair.story, repair.other)):
            taken |= {repair.story, repair.other}
            kept.append(repair)
    return tuple(kept)


class _Court:
    """Stories with all counts of these days, to be asked about."""

    def __init__(self, stories: Sequence[Story], weights: Weights, links: Links) -> None:
        self._decision, self._counts, self._bodies = Decision(weights), WordCounts(), Bodies()
        self._index, self._links, self._kept = StoryIndex(), links, list[_Kept]()
        self._learn(sorted((r for story in stories for r in story.readings), key=lambda r: (r.article.seen, r.article.id)))
        for story in stories:
            if told := tuple(self._tell(reading) for reading in story.originals):
                self._kept.append(_Kept(story.id, self._make(story.id, told), told))
                for each in told:
                    self._index.add(self._kept[-1].live, each.weighed)

    def merges(self) -> Iterator[Repair]:
        """Yield the pairs of stories whose articles fit the other one, both ways; two single articles are no such pair."""
        near = [self._near(kept, kept.told[-ASKED:]) for kept in self._kept]
        for number, one in enumerate(self._kept):
            for other in sorted(near[number]):
                if number < other and number in near[other] and len(one.told) + len(self._kept[other].told) > 2:
                    yield from self._merge(one, self._kept[other])

    def moves(self) -> Iterator[Repair]:
        """Yield the articles that do not fit the others of their story, and fit another story."""
        for kept in self._kept:
            if LEAST <= len(kept.told) <= MOST:
                for told in kept.told:
                    if told.reading.article.id not in self._links and (here := self._fit_here(kept, told)) < 0.0:
                        yield from self._move(kept, told, here)

    def _merge(self, one: _Kept, other: _Kept) -> Iterator[Repair]:
        there, back = self._fit(one.told[-ASKED:], other.live), self._fit(other.told[-ASKED:], one.live)
        if min(there, back) <= 0.0 or self._are_parted(one.told, other):
            return
        larger, smaller = sorted((one, other), key=lambda kept: (-len(kept.told), kept.told[0].reading.article.seen, kept.id))
        alike = self._bodies.of_texts and not one.live.langs.keys().isdisjoint(other.live.langs)
        odds = (there + back) / 2
        because = self._reasons(smaller.told[-1], larger)
        yield Repair("merge", larger.id, smaller.id, _probability(odds), because, sure=odds >= SURE and not alike)

    def _move(self, kept: _Kept, told: _Told, here: float) -> Iterator[Repair]:
        others = [self._kept[number] for number in sorted(self._near(kept, (told,)))]
        fits = [(self._fit((told,), other.live), -place) for place, other in enumerate(others)]
        odds, place = max(fits, default=(0.0, 0))
        if odds > 0.0 and not self._are_parted((told,), others[-place]):
            because = (Said("fits the other articles of its story less well"), *self._reasons(told, others[-place]))
            probability = _probability(min(odds, -here))
            yield Repair("move", kept.id, others[-place].id, probability, because, article=told.reading.article.id)

    def _fit_here(self, kept: _Kept, told: _Told) -> float:
        """Return the log-odds of an article to belong to its story, were that made of the others alone."""
        odds = self._fit((told,), self._make("", tuple(each for each in kept.told if each is not told)))
        self._bodies.drop("")
        return odds

    def _are_parted(self, told: Sequence[_Told], other: _Kept) -> bool:
        """Tell whether an officer keeps any of these articles apart from another story's."""
        theirs = {each.reading.article.id for each in other.told}
        return any(self._links.barred(each.reading.article.id) & theirs for each in told)

    def _reasons(self, told: _Told, kept: _Kept) -> tuple[Said, ...]:
        return give_reasons(told.reading.article, told.weighed, kept.live)

    def _near(self, kept: _Kept, asked: Sequence[_Told]) -> set[int]:
        """Return the numbers of other stories that share the rarest words of any of these articles of a story."""
        return {number for told in asked for number in self._index.nearest(told.weighed)} - {kept.live.number}

    def _fit(self, asked: Sequence[_Told], story: LiveStory) -> float:
        """Return the mean log-odds of articles to belong to a story."""
        fitted = self._decision.log_odds([compare(told.weighed, story) for told in asked])
        judged = [self._bodies.judge([odds], told.body, [story.id])[0] for odds, told in zip(fitted, asked, strict=True)]
        return math.fsum(judged) / len(judged)

    def _learn(self, readings: Iterable[Reading]) -> None:
        for reading in readings:
            clues = take_clues(reading)
            self._counts.learn((*clues.words, *clues.keys))
            self._bodies.learn(self._bodies.weigh(reading))

    def _tell(self, reading: Reading) -> _Told:
        return _Told(reading, weigh(take_clues(reading), self._counts), self._bodies.weigh(reading))

    def _make(self, identity: str, told: Sequence[_Told]) -> LiveStory:
        live = LiveStory(identity, len(self._kept), told[0].weighed.clues)
        for each in told:
            live.add(each.weighed.clues, each.weighed.rarities, each.weighed.norm)
            self._bodies.add(each.body, identity)
        return live


def _probability(odds: float) -> float:
    return round(1.0 / (1.0 + math.exp(-odds)), 3)
