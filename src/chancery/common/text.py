"""Text as every room compares it: folded, and cut into words even where a script puts no spaces between them."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

REACH = 60  # signs before a place in which what belongs to it stands
_PLAIN = re.compile(r"[^\W_]+")
_FURTHER_DIGIT = re.compile(r"(?![0-9])\d")
_ASIDE = {"đ": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe"}
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x3400, 0x9FFF),  # Han
    (0xF900, 0xFAFF),  # Han, compatibility
    (0x20000, 0x3134F),  # Han, further planes
)


def fold(text: str) -> str:
    """Return `text` for comparing: lower case, accents dropped, đ as d, width and ligatures levelled.

    >>> fold("Đà Nẵng, Côte d'Ivoire")
    "da nang, cote d'ivoire"
    """
    if text.isascii():
        return text.lower()
    lower = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", lower).translate(_levelled()))


def tokens(text: str) -> list[str]:
    """Return the words of `text`, folded; where a script has no spaces, its overlapping pairs of signs.

    >>> tokens("Hanoi 河内市")
    ['hanoi', '河内', '内市']
    """
    found: list[str] = []
    for word, unspaced in _runs(fold(text)):
        if not unspaced or len(word) == 1:
            found.append(word)
        else:
            found.extend(word[i : i + 2] for i in range(len(word) - 1))
    return found


def count_words(text: str) -> int:
    """Return the number of words: runs of letters or digits; two signs make a word where a script has no spaces."""
    return sum((len(word) + 1) // 2 if unspaced else 1 for word, unspaced in _runs(text))


def opening(text: str, most: int) -> str:
    """Return the first `most` words of `text`, as `count_words` counts them, an exact part of it; all where it has no more.

    >>> opening("Rice, tiles and shrimp.", 2), opening("河内市长", 1)
    ('Rice, tiles', '河内')
    """
    left, end = most, 0
    for run in _patterns()[1].finditer(text):
        words = (len(run.group()) + 1) // 2 if run.lastgroup == "unspaced" else 1
        if words > left:
            return text[: run.start() + 2 * left] if left else text[:end]
        left, end = left - words, run.end()
    return text


def is_unspaced(sign: str) -> bool:
    """Tell whether `sign` is of a script that puts no spaces between words."""
    code = ord(sign)
    return code >= 0x0E00 and any(low <= code <= high for low, high in _UNSPACED)


def plain_digits(text: str) -> str:
    """Return `text` with the digits of every script as 0 to 9, place for place.

    >>> plain_digits("٣٨ 人")
    '38 人'
    """
    return _FURTHER_DIGIT.sub(lambda sign: str(unicodedata.digit(sign.group())), text)


def match_before(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """Return the match of a pattern that must end at `end`, looked for in the sixty signs before it alone."""
    return pattern.search(text, max(0, end - REACH), end)


def squeeze(text: str) -> str:
    """Return `text` with every run of white space as one space, ends trimmed."""
    return " ".join(text.split())


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield runs of letters, digits and their marks, told apart by whether their script has spaces."""
    special, mixed = _patterns()
    if text.isascii() or not special.search(text):
        for word in _PLAIN.findall(text):
            yield word, False
        return
    for match in mixed.finditer(text):
        yield match.group(), match.lastgroup == "unspaced"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what asks for the slow way (marks and scripts without spaces), and the slow way."""
    marks = "".join(chr(code) for code in range(0x300, 0x10000) if is_mark(chr(code)))
    unspaced = "".join(f"{chr(low)}-{chr(high)}" for low, high in _UNSPACED)
    sign = f"(?:[^\\W_]|[{marks}])"
    mixed = rf"(?P<unspaced>(?:(?=[{unspaced}]){sign})+)|(?:(?![{unspaced}]){sign})+"
    return re.compile(f"[{marks}{unspaced}]"), re.compile(mixed)


def is_mark(sign: str) -> bool:
    """Tell whether a sign belongs to the letter before it: an accent, a vowel sign."""
    return unicodedata.category(sign) in ("Mn", "Mc", "Me")


@cache
def _levelled() -> dict[int, str | None]:
    """Return what each sign becomes: letters that do not come apart become their plain form, accents nothing."""
    accents = {code: None for code in range(0x300, 0x1F000) if _is_accent(chr(code))}
    return {ord(sign): plain for sign, plain in _ASIDE.items()} | accents


def _is_accent(sign: str) -> bool:
    """Tell whether a mark may be dropped: accents, Hebrew points, Arabic vowels; not the vowels of Thai or Hindi."""
    rank = unicodedata.combining(sign)
    return rank >= 200 or 10 <= rank <= 36
