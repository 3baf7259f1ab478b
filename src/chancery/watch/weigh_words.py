"""How rare a word is in this stream so far, and how much it is on everybody's lips now. No later article is known."""

import math
from collections import deque
from collections.abc import Collection

HALVE_EVERY = 20_000  # articles; then every count is halved, so that last year's news does not set today's weights
PRIOR = 200.0  # articles before the first, so that early counts are not taken at their word
RECENT = 300  # articles that are "now": about a morning of a mission's sources
UNHEARD = 0.2  # count of a word that no recent article holds


class WordCounts:
    """In how many articles of the stream each word stood, and in how many of the last three hundred.

    `prior` is how many articles the stream is thought to have had before its first.
    """

    def __init__(self, prior: float = PRIOR) -> None:
        self._counts: dict[str, float] = {}
        self._articles, self._prior = 0.0, prior
        self._until_halving = HALVE_EVERY
        self._recent: deque[Collection[str]] = deque()
        self._recently: dict[str, int] = {}

    def learn(self, words: Collection[str]) -> None:
        """Count the different words of one article."""
        for word in words:
            self._counts[word] = self._counts.get(word, 0.0) + 1.0
            self._recently[word] = self._recently.get(word, 0) + 1
        self._articles += 1.0
        self._recent.append(words)
        if len(self._recent) > RECENT:
            self._drop(self._recent.popleft())
        self._until_halving -= 1
        if not self._until_halving:
            self._fade()

    def rarity(self, word: str) -> float:
        """Return the natural logarithm of how many articles there are for each one that holds `word`."""
        return math.log((self._articles + self._prior + 1.0) / (self._counts.get(word, 0.0) + 1.0))

    def burst(self, word: str) -> float:
        """Return the natural logarithm of how many times more often `word` is said now than in the stream as a whole."""
        return math.log((self._recently.get(word, 0) + UNHEARD) / (len(self._recent) + 1)) + self.rarity(word)

    def _drop(self, words: Collection[str]) -> None:
        for word in words:
            left = self._recently[word] - 1
            if left:
                self._recently[word] = left
            else:
                del self._recently[word]

    def _fade(self) -> None:
        self._counts = {word: count / 2 for word, count in self._counts.items() if count > 1.0}
        self._articles /= 2
        self._until_halving = HALVE_EVERY
