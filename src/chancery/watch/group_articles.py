"""Articles become stories, one at a time: each is decided when it arrives, with no look at later ones."""

import math
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from chancery.common.said import Said, say
from chancery.watch.bridge_stories import Bridges
from chancery.watch.compare import Weighed, compare, weigh
from chancery.watch.compare_bodies import Bodies, Body
from chancery.watch.decide import Decision, Weights
from chancery.watch.give_reasons import give_reasons
from chancery.watch.live_story import LiveStory
from chancery.watch.records import Joining, Reading, Story
from chancery.watch.story_index import StoryIndex
from chancery.watch.take_clues import Clues, take_clues
from chancery.watch.weigh_words import WordCounts

MAX_LIVE = 50_000
ALSO_FIT = 2  # further stories that an article may fit; a bridge to each is counted
REMEMBERED = 200_000  # articles whose story is remembered for their copies, after the story itself was closed


class Grouper:
    """Places articles into stories, online. State: the live stories and the counts of words of the stream so far.

    At most `max_live` stories can grow; beyond, the one quiet for longest is closed. The same articles in the same order give
    the same stories on every run.
    """

    def __init__(self, weights: Weights, max_live: int = MAX_LIVE) -> None:
        self._decision, self._max_live = Decision(weights), max_live
        self._counts, self._bodies = WordCounts(), Bodies()
        self._stories: OrderedDict[str, LiveStory] = OrderedDict()
        self._index, self._bridges = StoryIndex(), Bridges()
        self._story_of: OrderedDict[str, str] = OrderedDict()
        self._opened = 0

    @property
    def live(self) -> int:
        """How many stories can still grow."""
        return len(self._stories)

    def place(self, reading: Reading) -> Joining:
        """Return the story of an article: that of its original if it is a copy, the likeliest, or a new one."""
        identity, clues = reading.article.id, take_clues(reading)
        weighed, body = weigh(clues, self._counts), self._bodies.weigh(reading)
        if story_id := self._place_of(identity):
            self._join(story_id, identity, weighed, body)
            return Joining(identity, story_id, (Said("a new version of an article that is in it"),), 1.0)
        if reading.copy is not None and (story_id := self._place_of(reading.copy.of)):
            self._join(story_id, identity, weighed, body)
            return Joining(identity, story_id, (_same(reading),), reading.copy.likeness)
        story, odds = self._likeliest(weighed, body)
        if story is None:
            opened = self._open(identity, clues)
            self._join(opened.id, identity, weighed, body)
            return Joining(identity, opened.id, (Said("first report of its story"),))
        reasons = give_reasons(reading.article, weighed, story)
        self._join(story.id, identity, weighed, body)
        return Joining(identity, story.id, reasons, round(1.0 / (1.0 + math.exp(-odds)), 3))

    def resume(self, stories: Iterable[Story]) -> None:
        """Take in stories that were decided before, in the order their articles were seen."""
        placed = [(reading, story.id) for story in stories for reading in story.readings]
        for reading, story_id in sorted(placed, key=lambda pair: (pair[0].article.seen, pair[0].article.id)):
            clues = take_clues(reading)
            if story_id not in self._stories:
                self._open(reading.article.id, clues, story_id)
            self._join(story_id, reading.article.id, weigh(clues, self._counts), self._bodies.weigh(reading))

    def _likeliest(self, weighed: Weighed, body: Body) -> tuple[LiveStory | None, float]:
        """Return the story with the best log-odds and these, or None where none is likelier than a new one."""
        numbers = self._index.nearest(weighed)
        stories = [self._stories[self._index.id_of(number)] for number in numbers]
        if not stories:
            return None, 0.0
        fitted = self._decision.log_odds([compare(weighed, story) for story in stories])
        odds = self._bodies.judge(fitted, body, [story.id for story in stories])
        ranked = sorted(((odd, -place) for place, odd in enumerate(odds) if odd > 0.0), reverse=True)[: 1 + ALSO_FIT]
        if not ranked:
            return None, 0.0
        (odd, place), *others = ranked
        best = stories[-place]
        for _, other in others:
            best = self._bridge(best, stories[-other])
        return best, odd

    def _bridge(self, best: LiveStory, other: LiveStory) -> LiveStory:
        """Count an article that fits two stories, and return where it goes: to both in one, once they are known to be one."""
        if self._bodies.of_texts and not best.langs.keys().isdisjoint(other.langs):
            return best  # look-alikes fit too: what is told in one language by its texts is parted by them
        found = self._bridges.cross(best, other)
        if found is None:
            return best
        larger, smaller = found
        larger.absorb(smaller, self._counts.rarity)
        self._index.hand_over(smaller, larger)
        self._bodies.absorb(larger.id, smaller.id)
        del self._stories[smaller.id]
        return larger

    def _place_of(self, article: str) -> str:
        """Return the story an article is in, or what took that in; "" where it is not known."""
        return self._bridges.root(self._story_of.get(article, ""))

    def _open(self, article: str, clues: Clues, story_id: str = "") -> LiveStory:
        story = LiveStory(story_id or name_story(article), self._opened, clues)
        self._opened += 1
        self._stories[story.id] = story
        while len(self._stories) > self._max_live:
            closed = self._stories.popitem(last=False)[1]
            self._index.drop(closed)
            self._bodies.drop(closed.id)
        return story

    def _join(self, story_id: str, article: str, weighed: Weighed, body: Body) -> None:
        story = self._stories.get(story_id)
        if story is not None:
            story.add(weighed.clues, weighed.rarities, weighed.norm)
            self._index.add(story, weighed)
            self._bodies.add(body, story_id)
            self._stories.move_to_end(story_id)
        self._counts.learn((*weighed.clues.words, *weighed.clues.keys))
        self._bodies.learn(body)
        self._story_of[article] = story_id
        if len(self._story_of) > REMEMBERED:
            self._story_of.popitem(last=False)


def group_articles(readings: Iterable[Reading], weights: Weights, max_live: int = MAX_LIVE) -> Iterator[Joining]:
    """Yield the place of each reading in a story before the next one is read."""
    grouper = Grouper(weights, max_live)
    for reading in readings:
        yield grouper.place(reading)


def gather_stories(readings: Sequence[Reading], joinings: Sequence[Joining]) -> tuple[Story, ...]:
    """Return the stories of readings and their joinings, by their first articles. Raises ValueError on unequal lengths."""
    found: dict[str, tuple[list[Reading], list[Joining]]] = {}
    for reading, joining in zip(readings, joinings, strict=True):
        members, reasons = found.setdefault(joining.story, ([], []))
        members.append(reading)
        reasons.append(joining)
    return tuple(Story(identity, tuple(members), tuple(reasons)) for identity, (members, reasons) in found.items())


def name_story(article: str) -> str:
    """Return the id of the story that an article opens: the same for the same article, whatever came before.

    >>> name_story("a-1")
    's-2f8fe63a6224'
    """
    return "s-" + sha256(article.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _same(reading: Reading) -> Said:
    assert reading.copy is not None
    if reading.copy.kind == "address":
        return say("the same address as article {article}", article=reading.copy.of)
    return say("near-identical text as article {article}", article=reading.copy.of)
