"""Whether a quotation is in the text it claims to come from."""

import re
import unicodedata
from typing import Literal

from chancery.common.text import match_before, squeeze

Found = Literal["exact", "folded", "cut", "moved", "missing"]
_LEVEL = str.maketrans(
    {
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("’‘", "'"),
        **dict.fromkeys("‑–—", "-"),
        "\u00ad": None,
    }
)


def find_quote(quote: str, text: str, start: int, end: int) -> Found:
    """Tell how `quote` stands in `text`: at its span to the letter, at its span but for signs, elsewhere, or nowhere.

    `start` and `end` are code points; a span that begins or ends inside a word is "cut". White space, quotation marks and
    dashes are levelled for "folded" only.

    >>> find_quote("It rained", "On Monday it rained. It rained again.", 21, 30)
    'exact'
    """
    at_span = text[start:end] if 0 <= start < end <= len(text) else ""
    levelled = _level(quote)
    exact = bool(at_span) and unicodedata.normalize("NFC", at_span) == unicodedata.normalize("NFC", quote)
    if exact or (levelled and _level(at_span) == levelled):
        return "cut" if _is_cut(text, start) or _is_cut(text, end) else "exact" if exact else "folded"
    return "moved" if holds(text, quote) else "missing"


def holds(text: str, *parts: str) -> bool:
    """Tell whether `text` holds the whole words of each part, one after the other.

    White space, quotation marks, dashes and a closing point are levelled. "legal" is not held by "illegal".
    """
    levelled, at = _level(text), 0
    for part in parts:
        at = _end_of(_level(part).rstrip(".,;"), levelled, at)
        if at < 0:
            return False
    return True


def _end_of(words: str, text: str, start: int) -> int:
    """Return where `words` end in `text`, from `start` on, as words of their own; -1 where they do not stand there."""
    found = text.find(words, start) if words else -1
    while found >= 0:
        end = found + len(words)
        if not _is_cut(text, found) and not _is_cut(text, end):
            return end
        found = text.find(words, found + 1)
    return -1


def _is_cut(text: str, place: int) -> bool:
    """Tell whether `place` is inside a number, or inside a word in the scripts that part words.

    Arabic writes articles, prepositions and pronouns onto a word: between those and the word is no cut.
    """
    if _IN_NUMBER.match(text[max(place - 2, 0) : place + 1]) or _IN_NUMBER.match(text[max(place - 1, 0) : place + 2]):
        return 0 < place < len(text)
    if not 0 < place < len(text) or not all(
        sign.isalnum() or unicodedata.combining(sign) for sign in text[place - 1 : place + 1]
    ):
        return False
    if all(_PARTED.match(sign) for sign in text[place - 1 : place + 1]):
        return True
    before, after = match_before(_ARABIC_END, text, place), _ARABIC.match(text, place)
    joined = not before or not after or _BEFORE.fullmatch(before[0]) or _AFTER.fullmatch(after[0])
    return not joined


_IN_NUMBER = re.compile(r"\d[.,٫٬]\d$")
_PARTED = re.compile(r"[\u0000-\u058f\u1e00-\u1fff]")  # Latin, its accents, Greek, Cyrillic, Armenian
_ARABIC, _ARABIC_END = re.compile(r"[\u0620-\u065f]+"), re.compile(r"[\u0620-\u065f]+$")
_BEFORE = re.compile("[وف]?[بلكس]?(?:ال|ل)?")  # and, so; in, for, like, will; the
_AFTER = re.compile("ه|ها|هم|هن|هما|ك|كم|نا|ني|ي")  # his, her, their, your, our, my


def _level(text: str) -> str:
    return squeeze(unicodedata.normalize("NFC", text).translate(_LEVEL)).strip('"')
