"""Where sentences begin and end, with their places kept, in every script the packs know."""

import re
from collections.abc import Iterator

_TITLES_AND_UNITS = """
mr mrs ms dr prof st gen col lt sgt hon rev no nos art vol approx dept gov sen rep inc ltd co corp fig vs etc e.g i.e u.s u.k
u.n a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec
m mm mme mlle av bd éd env
sr sra srta ud uds ee.uu pág núm
z.b d.h bzw ca nr str hr fr usw
tp ts ths gs pgs ô
г гг ул им тыс млн млрд руб т.е т.д т.п стр
"""
_ABBREVIATIONS = frozenset(_TITLES_AND_UNITS.split())
"""Words after which a point ends no sentence: English, French, Spanish, German, Vietnamese, Russian. Written by us."""
_AFTER = r"[\"'”’»)\]」』]*"
_MARKS = rf"[!?…؟۔।။。！？][.!?…؟۔।။。！？]*{_AFTER}|\.[.!?…]*{_AFTER}(?=\s+[^a-z\s]|\s*\Z)|\n"
"""What ends a sentence; a point only where none of our small letters follows: that passes over most that end none."""
_END = re.compile(_MARKS)
_THAI_END = re.compile(_MARKS + r"|(?<=[\u0E00-\u0E7F])\s+(?=[\u0E00-\u0E7F])")
_THAI = re.compile(r"[\u0E00-\u0E7F]")
_OPENERS = " \n\t\u00a0([\"'“‘«"
_LONGEST = 12  # signs in the longest abbreviation, with room
THAI_CLAUSE = 60
"""Thai writes no full stop; a space ends a sentence once this many signs have passed (median clause of our example texts)."""


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence of `text`, in code points, white space trimmed.

    >>> [("Mr. Lee left. He flew.")[a:b] for a, b in split_sentences("Mr. Lee left. He flew.")]
    ['Mr. Lee left.', 'He flew.']
    """
    start = 0
    for mark in (_THAI_END if _THAI.search(text) else _END).finditer(text):
        if _ends_sentence(text, start, mark):
            yield from _trimmed(text, start, mark.end())
            start = mark.end()
    yield from _trimmed(text, start, len(text))


def _ends_sentence(text: str, start: int, mark: re.Match[str]) -> bool:
    sign = mark.group()
    if sign.isspace():
        return "\n" in sign or mark.start() - start >= THAI_CLAUSE
    if sign[0] != ".":
        return True
    after = text[mark.end() : mark.end() + 3]
    if (after and not after[0].isspace()) or after.lstrip()[:1].islower():
        return False
    before = text[max(start, mark.start() - _LONGEST) : mark.start()]
    word = before[max(map(before.rfind, _OPENERS)) + 1 :].casefold()
    # "No.", "J.", and the day in "12. März" end no sentence
    return not (word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()) or (len(word) <= 2 and word.isdigit()))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if stripped := piece.strip():
        first = start + len(piece) - len(piece.lstrip())
        yield first, first + len(stripped)
