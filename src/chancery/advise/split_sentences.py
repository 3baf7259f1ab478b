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
_END = re.compile(r"[.!?…؟۔。！？]+[\"'”’»)\]」』]*|\n\s*\n|\n|(?<=[\u0E00-\u0E7F])\s{1,}(?=[\u0E00-\u0E7F])")
_WORD_BEFORE = re.compile(r"[^\s(\[\"'“‘«]+$")
_LONGEST = 12  # signs in the longest abbreviation, with room
THAI_CLAUSE = 60
"""Thai writes no full stop; a space ends a sentence once this many signs have passed (median clause of our example texts)."""


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence of `text`, in code points, white space trimmed.

    >>> [("Mr. Lee left. He flew.")[a:b] for a, b in split_sentences("Mr. Lee left. He flew.")]
    ['Mr. Lee left.', 'He flew.']
    """
    start = 0
    for mark in _END.finditer(text):
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
    after = text[mark.end() : mark.end() + 1]
    if after and not after.isspace():
        return False
    before = _WORD_BEFORE.search(text[max(start, mark.start() - _LONGEST) : mark.start()])
    word = before.group().casefold() if before else ""
    if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()) or (len(word) <= 2 and word.isdigit()):
        return False  # "No.", "J.", and the day in "12. März"
    return not text[mark.end() : mark.end() + 3].lstrip()[:1].islower()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end
