"""Articles become stories, one at a time: each is decided when it arrives, with no look at later ones."""

import math
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence, Set
from hashlib import sha256

from chancery.common.said import Said, say
from chancery.watch.bridge_stories import Bridges
from chancery.watch.compare import Weighed, compare, weigh
from chancery.watch.compare_bodies import Bodies, Body
from chancery.watch.decide import Decision, Weights
from chancery.watch.give_reasons import give_reasons
from chancery.watch.live_story import LiveStory
from chancery.watch.records import Joining, Link, Reading, Story
from chancery.watch.remember_places import Places
from chancery.watch.story_index import StoryIndex
from chancery.watch.take_clues import Clues, take_clues
from chancery.watch.weigh_words import WordCounts

MAX_LIVE = 50_000
ALSO_FIT = 2  # further stories that an article may fit; a bridge to each is counted


class Grouper:
    """Places articles into stories, online. State: the live stories and the counts of words of the stream so far.

    At most `max_live` stories can grow; beyond, the one quiet for longest is closed, until an article that is known to belong
    there opens it again. What officers said (`links`) stands before all else. The same articles in the same order give the same
    stories on every run.
    """

    def __init__(self, weights: Weights, max_live: int = MAX_LIVE, links: Iterable[Link] = ()) -> None:
        self._decision, self._max_live = Decision(weights), max_live
        self._counts, self._bodies = WordCounts(), Bodies()
        self._stories: OrderedDict[str, LiveStory] = OrderedDict()
        self._index, self._bridges = StoryIndex(), Bridges()
        self._places, self._opened = Places(links, self._bridges.root), 0

    @property
    def live(self) -> int:
        """How many stories can still grow."""
        return len(self._stories)

    def place(self, reading: Reading) -> Joining:
        """Return the story of an article: where an officer put it, that of its original, the likeliest, or a new one."""
        weighed, body = weigh(take_clues(reading), self._counts), self._bodies.weigh(reading)
        joining = self._known(reading) or self._judge(reading, weighed, body)
        self._join(joining.story, reading, weighed, body)
        return joining

    def obey(self, link: Link) -> None:
        """Take in what an officer said, for all that is placed from now on; it stands before what was said earlier."""
        self._places.obey(link)

    def resume(self, stories: Iterable[Story], known: Iterable[tuple[str, str]] = ()) -> None:
        """Take in stories that were decided before, in the order their articles were seen, each article where its links allow.

        `known` are the places, as article and story, of articles that are in none of `stories`: such a story is closed.
        """
        for article, story_id in known:
            self._places.remember(article, story_id)
        placed = [(reading, story.id) for story in stories for reading in story.readings]
        for reading, story_id in sorted(placed, key=lambda pair: (pair[0].article.seen, pair[0].article.id)):
            there = self._places.put(reading.article.id)
            if not there:
                there = self._new_name(reading) if story_id in self._places.barred(reading) else story_id
            self._join(there, reading, weigh(take_clues(reading), self._counts), self._bodies.weigh(reading))

    def _known(self, reading: Reading) -> Joining | None:
        """Return the place of an article that needs no weighing: an officer, an earlier version or its original tells it."""
        identity, copy, places = reading.article.id, reading.copy, self._places
        own, put, barred = places.of(identity), places.put(identity), places.barred(reading)
        if put and put != own:
            return Joining(identity, put, (Said("an officer put it here"),), 1.0)
        if own and (put or own not in barred):
            return Joining(identity, own, (Said("a new version of an article that is in it"),), 1.0)
        if copy is not None and (story_id := places.of(copy.of) or places.put(copy.of)) and story_id not in barred:
            return Joining(identity, story_id, (_same(reading),), copy.likeness)
        return None

    def _judge(self, reading: Reading, weighed: Weighed, body: Body) -> Joining:
        """Return the place of an article by what it says."""
        identity = reading.article.id
        story, odds = self._likeliest(weighed, body, self._places.barred(reading))
        if story is None:
            return Joining(identity, self._new_name(reading), (Said("first report of its story"),))
        reasons = give_reasons(reading.article, weighed, story)
        return Joining(identity, story.id, reasons, round(1.0 / (1.0 + math.exp(-odds)), 3))

    def _likeliest(self, weighed: Weighed, body: Body, barred: Set[str]) -> tuple[LiveStory | None, float]:
        """Return the story with the best log-odds and these, or None where none is likelier than a new one."""
        ids = [self._index.id_of(number) for number in self._index.nearest(weighed)]
        stories = [self._stories[story_id] for story_id in ids if story_id not in barred]
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
        if self._places.parted(best.id, other.id):
            return best
        found = self._bridges.cross(best, other)
        if found is None:
            return best
        larger, smaller = found
        larger.absorb(smaller, self._counts.rarity)
        self._index.hand_over(smaller, larger)
        self._bodies.absorb(larger.id, smaller.id)
        self._places.absorb(larger.id, smaller.id)
        del self._stories[smaller.id]
        return larger

    def _new_name(self, reading: Reading) -> str:
        """Return the id of the story that an article opens; it is no live one, and none that the article is barred from."""
        name, barred = name_story(reading.article.id), self._places.barred(reading)
        while name in self._stories or name in barred:
            name = name_story(name)
        return name

    def _open(self, story_id: str, clues: Clues) -> LiveStory:
        story = self._stories[story_id] = LiveStory(story_id, self._opened, clues)
        self._opened += 1
        while len(self._stories) > self._max_live:
            closed = self._stories.popitem(last=False)[1]
            self._index.drop(closed)
            self._bodies.drop(closed.id)
        return story

    def _join(self, story_id: str, reading: Reading, weighed: Weighed, body: Body) -> None:
        story = self._stories.get(story_id) or self._open(story_id, weighed.clues)
        story.add(weighed.clues, weighed.rarities, weighed.norm)
        self._index.add(story, weighed)
        self._bodies.add(body, story_id)
        self._stories.move_to_end(story_id)
        self._counts.learn((*weighed.clues.words, *weighed.clues.keys))
        self._bodies.learn(body)
        self._places.take(reading, story_id)


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
