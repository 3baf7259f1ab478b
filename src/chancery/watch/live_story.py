"""A story that can still grow: what its articles have said, the older the less."""

import math
from collections.abc import Callable, Mapping

from chancery.watch.take_clues import Clues

DAY = 86_400.0
FADE = 10 * DAY  # after which an article counts 1/e; a long war is no single bag of words. 4 days did no better on train
REBASE = 1e6  # weights are kept growing instead of shrinking, and levelled before they overflow
KEPT = 4  # latest articles compared one by one
TYPICAL = 0.5  # share of a story's weight from which a word is typical of it
CORE = 16  # typical words kept, the rarest


class LiveStory:
    """Weights of words, names, numbers and countries over a story's articles.

    `mass` is the weight of its articles together; `core` its typical words with their rarity when last said.
    """

    __slots__ = (
        "_base",
        "core",
        "countries",
        "id",
        "keys",
        "langs",
        "last",
        "latest",
        "mass",
        "norm",
        "number",
        "numbers",
        "phrases",
        "size",
        "words",
    )

    def __init__(self, identity: str, number: int, clues: Clues) -> None:
        self.id, self.number = identity, number
        self.words: dict[str, float] = {}
        self.keys: dict[str, float] = {}
        self.numbers: dict[str, float] = {}
        self.countries: dict[str, float] = {}
        self.phrases: frozenset[int] = frozenset()
        self.core: tuple[tuple[str, float], ...] = ()
        self.langs: dict[str, None] = {}
        self.latest: list[tuple[Mapping[str, float], float]] = []
        self.size, self.mass, self.norm = 0, 0.0, 0.0
        self._base = self.last = clues.when

    def add(self, clues: Clues, rarities: Mapping[str, float], norm: float) -> None:
        """Take one article in. `rarities` are those of its words at this moment, `norm` the length of its weighted words."""
        weight = self._weight(clues.when)
        if not self.size:
            self.words, self.phrases = clues.words, clues.phrases  # shared with the article until a second one comes
            self.norm = norm * norm
        else:
            self._mix(clues, rarities, weight)
        for held, found in ((self.keys, clues.keys), (self.numbers, clues.numbers), (self.countries, clues.countries)):
            for each in found:
                held[each] = held.get(each, 0.0) + weight
        self.langs[clues.lang] = None
        self.latest = [*self.latest, (clues.words, norm)][-KEPT:]
        self.size += 1
        self.mass += weight
        self.core = self._core(rarities)
        self.last = max(self.last, clues.when)

    def absorb(self, other: "LiveStory", rarity: Callable[[str], float]) -> None:
        """Take in all that another story has said. `rarity` tells how rare a word is now."""
        fade = math.exp((other._base - self._base) / FADE)
        self.words = dict(self.words)
        for held, found in (
            (self.words, other.words),
            (self.keys, other.keys),
            (self.numbers, other.numbers),
            (self.countries, other.countries),
        ):
            for each, weight in found.items():
                held[each] = held.get(each, 0.0) + weight * fade
        self.mass += other.mass * fade
        self.size += other.size
        self.phrases |= other.phrases
        self.langs |= other.langs
        self.latest = [*other.latest, *self.latest][-KEPT:]
        self.last = max(self.last, other.last)
        self.norm = math.fsum((rarity(word) * weight) ** 2 for word, weight in self.words.items())

    def _mix(self, clues: Clues, rarities: Mapping[str, float], weight: float) -> None:
        if self.size == 1:
            self.words = dict(self.words)
        for word, own in clues.words.items():
            before = self.words.get(word, 0.0)
            after = before + own * weight
            self.words[word] = after
            self.norm += rarities[word] ** 2 * (after * after - before * before)
        self.phrases = self.phrases | clues.phrases

    def _core(self, rarities: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
        """Return the typical words: only those of the latest article can have become so."""
        likely = dict(self.core) | dict(rarities)
        typical = [(word, rarity) for word, rarity in likely.items() if self.words[word] >= TYPICAL * self.mass]
        return tuple(sorted(typical, key=lambda pair: (-pair[1], pair[0]))[:CORE])

    def _weight(self, when: float) -> float:
        """Return what an article of this moment weighs against the first one."""
        weight = math.exp((when - self._base) / FADE)
        if weight < REBASE:
            return weight
        if self.size == 1:
            self.words = dict(self.words)
        for held in (self.words, self.keys, self.numbers, self.countries):
            for each in held:
                held[each] /= weight
        self.norm /= weight * weight
        self.mass /= weight
        self._base = when
        return 1.0
