"""How rare a word is in this stream so far. Counts grow with the stream and fade; no word of a later article is known."""

import math
from collections.abc import Iterable
from functools import lru_cache

HALVE_EVERY = 20_000  # articles; then every count is halved, so that last year's news does not set today's weights
PRIOR = 200.0  # articles the stream is thought to have had before its first, so that early counts are not taken at their word
SHORT_SHARE = (0.0, 0.05, 0.05, 0.03, 0.01)  # share of those that held a word of so many letters: the grammar of most languages


class WordCounts:
    """In how many articles of the stream each word stood."""

    def __init__(self) -> None:
        self._counts: dict[str, float] = {}
        self._articles = 0.0
        self._until_halving = HALVE_EVERY

    def learn(self, words: Iterable[str]) -> None:
        """Count the different words of one article."""
        for word in words:
            self._counts[word] = self._counts.get(word, 0.0) + 1.0
        self._articles += 1.0
        self._until_halving -= 1
        if not self._until_halving:
            self._fade()

    def rarity(self, word: str) -> float:
        """Return the natural logarithm of how many articles there are for each one that holds `word`."""
        held = self._counts.get(word, 0.0) + PRIOR * _prior_share(word)
        return math.log((self._articles + PRIOR + 1.0) / (held + 0.5))

    def _fade(self) -> None:
        self._counts = {word: count / 2 for word, count in self._counts.items() if count > 1.0}
        self._articles /= 2
        self._until_halving = HALVE_EVERY


@lru_cache(maxsize=100_000)
def _prior_share(word: str) -> float:
    return SHORT_SHARE[len(word)] if len(word) < len(SHORT_SHARE) and word.isascii() and word.isalpha() else 0.0
