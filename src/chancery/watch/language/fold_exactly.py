"""Folding that remembers where each sign came from, so that what is found in the folded text is a span of the given one."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from chancery.common.text import fold

_SILENT: Final = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u0640"
)
"""Soft hyphen, zero-width signs, direction marks, Arabic lengthening: they are not read. CLDR's Khmer names hold U+200B."""

_LEVEL: Final = {"ی": "ي", "ک": "ك", "ى": "ي"}
"""Letters that texts and tables write differently and mean alike (Persian yeh and kaf, Egyptian final yeh)."""

_SAYING: Final = frozenset("%‰٪")
"""Signs that are words: these, and the signs of currencies."""

_ASCII: Final = bytes(
    ord(chr(code).lower()) if chr(code).isalnum() or chr(code) in "%$" else 0x20 for code in range(128)
) + bytes(range(128, 256))


MOST: Final = 1 << 40  # more than any text is long
_FURTHER: Final = re.compile(r"[^\x00-\x7f]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `turns` are the places in it from which the given text runs ahead or behind, and by how much."""

    text: str
    turns: tuple[tuple[int, int], ...] = ()

    def place(self, at: int) -> int:
        """Return where the sign at `at` stands in the given text."""
        if not self.turns:
            return at
        turn = bisect_right(self.turns, (at, MOST)) - 1
        return at + self.turns[turn][1] if turn >= 0 else at

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where `text[start:end]` stands in the given text."""
        if not self.turns:
            return start, end
        return self.place(start), self.place(end - 1) + 1


def fold_exactly(text: str) -> Folded:
    """Return `text` folded sign by sign: case and accents levelled, whatever says nothing as a space.

    Letters, digits, their marks, percent and the signs of currencies stay.

    >>> folded = fold_exactly("Straße in Đà Nẵng!")
    >>> folded.text, folded.span(8, 10)
    ('strasse in da nang ', (7, 9))
    """
    if text.isascii():
        return Folded(text.encode("ascii").translate(_ASCII).decode("ascii"))
    plain = text.encode("ascii", "replace").translate(_ASCII).decode("ascii")
    parts, turns = list[str](), list[tuple[int, int]]()
    last, ahead = 0, 0  # in the given text; how far it runs ahead of the folded one
    for run in _FURTHER.finditer(text):
        start, end = run.span()
        parts += (plain[last:start], run.group().translate(_TABLE))
        if not _TABLE.uneven.isdisjoint(run.group()):
            ahead = _turn(run.group(), start - ahead, ahead, turns)
        last = end
    return Folded("".join(parts) + plain[last:], tuple(turns))


def _turn(run: str, at: int, ahead: int, turns: list[tuple[int, int]]) -> int:
    """Add the turns of a run that begins at `at` of the folded text; return how far the given text is ahead behind it."""
    for sign in run:
        length = len(_TABLE[ord(sign)])
        for further in range(1, length):
            ahead -= 1
            turns.append((at + further, ahead))
        at += length
        if not length:
            ahead += 1
            turns.append((at, ahead))
    return ahead


class _Table(dict[int, str]):
    """What each sign becomes, worked out when it is first met. `uneven` are the signs that become none or several."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        folded = self[code] = _fold_sign(sign)
        if len(folded) != 1:
            self.uneven.add(sign)
        return folded


def _fold_sign(sign: str) -> str:
    if sign in _SILENT:
        return ""
    kind = unicodedata.category(sign)
    if not (sign.isalnum() or kind[0] == "M" or kind == "Sc" or sign in _SAYING):
        return " "
    return fold(_LEVEL.get(sign, sign))


_TABLE: Final = _Table()
