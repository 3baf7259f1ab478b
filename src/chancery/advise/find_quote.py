"""Whether a quotation is in the text it claims to come from."""

import unicodedata
from typing import Literal

from chancery.common.text import squeeze

Found = Literal["exact", "folded", "moved", "missing"]
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

    `start` and `end` are code points. White space, quotation marks and dashes are levelled for "folded" only.

    >>> find_quote("It rained", "On Monday it rained. It rained again.", 21, 30)
    'exact'
    """
    at_span = text[start:end] if 0 <= start < end <= len(text) else ""
    if at_span and unicodedata.normalize("NFC", at_span) == unicodedata.normalize("NFC", quote):
        return "exact"
    levelled = _level(quote)
    if levelled and _level(at_span) == levelled:
        return "folded"
    return "moved" if holds(text, quote) else "missing"


def holds(text: str, quote: str) -> bool:
    """Tell whether `text` holds the words of `quote`, white space, quotation marks, dashes and a closing point levelled."""
    levelled = _level(quote).rstrip(".,;")
    return bool(levelled) and levelled in _level(text)


def _level(text: str) -> str:
    return squeeze(unicodedata.normalize("NFC", text).translate(_LEVEL)).strip('"')
