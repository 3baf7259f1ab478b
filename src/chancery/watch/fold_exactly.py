"""Folding that remembers where each sign came from, so that what is found in the folded text is a span of the given one."""

from dataclasses import dataclass
from functools import lru_cache

from chancery.common.text import fold

_SILENT = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u0640"
)
"""Soft hyphen, zero-width signs, direction marks, Arabic lengthening: they are not read. CLDR's Khmer names hold U+200B."""

_LEVEL = {"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "\u00a0": " ", "\u202f": " ", "ی": "ي", "ک": "ك"}
"""Signs that texts and tables write differently and mean alike (Ukrainian U+02BC, Persian yeh and kaf)."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text with, for each of its signs, the place of the given sign it came from; None where nothing moved."""

    text: str
    places: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where `text[start:end]` stands in the given text."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def fold_exactly(text: str) -> Folded:
    """Return `text` folded sign by sign.

    >>> folded = fold_exactly("Straße in Đà Nẵng")
    >>> folded.text, folded.span(8, 10)
    ('strasse in da nang', (7, 9))
    """
    if text.isascii():
        return Folded(text.lower(), None)
    signs = [_fold_sign(sign) for sign in text]
    folded = "".join(signs)
    if len(folded) == len(text) and all(signs):
        return Folded(folded, None)
    return Folded(folded, tuple(place for place, sign in enumerate(signs) for _ in sign))


@lru_cache(maxsize=20_000)  # every sign of the scripts news is written in; cost only, never the answer
def _fold_sign(sign: str) -> str:
    return "" if sign in _SILENT else fold(_LEVEL.get(sign, sign))
