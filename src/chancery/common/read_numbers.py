"""Numbers as fourteen languages write them, brought to one value so that two texts can be compared."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chancery.common.number_words import FRACTIONS, LONG_SCALE, LONG_SCALES, SCALES, TIGHT
from chancery.common.read_days import Day
from chancery.common.spelled_numbers import spelled_numbers
from chancery.common.text import match_before, plain_digits

_GROUPED = r"\d{1,3}(?:[ \u00A0\u202F\u2009]\d{3})+(?:[.,]\d+)?(?!\d)"
_DIGITS = rf"(?:{_GROUPED}|\d[\d.,'’\u066B\u066C]*\d|\d)"
_NUMBER = re.compile(rf"(?<![\w.,])[-−]?{_DIGITS}|(?<=[^\W\d_]){_DIGITS}")
_SPACES = "\u00a0\u202f\u2009 '’"
_LONGEST_SCALE = 12  # signs
_SCALE_STARTS = frozenset(word[0] for words in (SCALES, LONG_SCALES) for word in words)
_MONEY = re.compile(r"[$€£¥₫฿₹₽]\s?$|\b(?:US|AU|CA|HK|S)?\$\s?$|\b(?:USD|EUR|GBP)\s?$")
_PART = re.compile(
    r"(?<!\w)(" + "|".join(sorted(map(re.escape, FRACTIONS), key=len, reverse=True)) + r")[\s\u00a0-]?", re.IGNORECASE
)
_PER_CENT = re.compile(
    r"(?<!\w)(?:phần[ \u00a0]trăm|pour[ \u00a0]cent|por[ \u00a0]c(?:i)?ento|per[ \u00a0]cento)(?!\w)", re.IGNORECASE
)
"""Percent in two words: its hundred counts nothing."""
_CURRENCIES = ("$", "€", "£", "¥")
_QUARTER_NAMES = re.compile(r"(?<!\w)[QHTF]$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its value, the place of its words, and the value of one unit of its last printed digit."""

    value: float
    start: int
    end: int
    step: float


def read_numbers(text: str, language: str = "", *, spelled: bool = True) -> tuple[Number, ...]:
    """Return the numbers of `text` in order: digits in any script, scales ("1.2 million", "3 tỷ", "2亿"), number words.

    `language`, ISO 639-1, tells a French billion from an English one and which words are numbers; "" where it is not known.
    Without `spelled`, digits alone are read: that is a quarter of the work.

    >>> [n.value for n in read_numbers("1,2 triệu tấn, twelve ships, 3.5bn")]
    [1200000.0, 12.0, 3500000000.0]
    """
    plain = plain_digits(text)
    taken = _join(_digit_numbers(plain, language), plain)
    if not spelled:
        return tuple(taken)
    taken += _fractions(plain, language)
    percents = {match.end() for match in _PER_CENT.finditer(plain)}
    for value, start, end in spelled_numbers(plain, language):
        if end in percents:
            continue
        scale, stop = _scale_after(plain, end, language)
        if value is not None and not any(number.start < stop and start < number.end for number in taken):
            taken.append(Number(value * scale, start, stop, scale))
        elif value is None and scale > 1 and not any(number.start < stop and start < number.end for number in taken):
            taken.append(Number(scale, start, stop, scale))
    return tuple(sorted(taken, key=lambda number: (number.start, number.end)))


def outside_days(numbers: Iterable[Number], days: Sequence[Day]) -> Iterator[Number]:
    """Yield the numbers that are no part of a day named in the same text."""
    for number in numbers:
        if not any(day.start < number.end and number.start < day.end for day in days):
            yield number


def same_number(said: Number, source: Number) -> bool:
    """Tell whether `said` is `source`, or rounds it to the digits it prints."""
    if said.value == source.value:
        return True
    return said.step > source.step and abs(said.value - source.value) <= said.step / 2


def _digit_numbers(text: str, language: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(text):
        value, step = _value_of(match.group())
        if value is None or match_before(_QUARTER_NAMES, text, match.start()):
            continue
        scale, end = _scale_after(text, match.end(), language, money=bool(match_before(_MONEY, text, match.start())))
        yield Number(value * scale, match.start(), end, step * scale)


def _join(numbers: Iterator[Number], text: str) -> list[Number]:
    """Add up what is written in one: 1万2千 is 12,000."""
    found: list[Number] = []
    for number in numbers:
        before = found[-1] if found else None
        joined = (
            before
            and before.end == number.start
            and before.step > number.value
            and text[before.end - 1] in "万萬千百亿億만천억"
        )
        if before and joined:
            found[-1] = Number(before.value + number.value, before.start, number.end, number.step)
        else:
            found.append(number)
    return found


def _fractions(text: str, language: str) -> Iterator[Number]:
    for match in _PART.finditer(text):
        scale, end = _scale_after(text, match.end(), language)
        if scale > 1:
            yield Number(FRACTIONS[match[1].casefold()] * scale, match.start(), end, scale / 4)


def _value_of(written: str) -> tuple[float | None, float]:
    """Return the value of digits with any marks between them, and that of one unit of the last digit."""
    sign = -1.0 if written.startswith(("-", "−")) else 1.0
    body = written.lstrip("-−").translate({ord(space): None for space in _SPACES}).replace("٫", ".").replace("٬", ",")
    body = body.rstrip(".,")
    whole, fraction = _split_fraction(body)
    if not whole.isdigit() or (fraction and not fraction.isdigit()):
        return None, 1.0
    return sign * float(f"{whole}.{fraction or 0}"), 10.0 ** -len(fraction)


def _split_fraction(body: str) -> tuple[str, str]:
    """Part a number at its decimal mark: the last mark, unless it parts thousands (1.234 and 1,234,567 are whole)."""
    marks = [sign for sign in body if sign in ".,"]
    if not marks:
        return body, ""
    whole, _, last = body.rpartition(marks[-1])
    grouped = len(last) == 3 and len(set(marks)) != 2 and whole.lstrip("0") != ""
    if grouped or marks.count(marks[-1]) > 1:
        return body.replace(".", "").replace(",", ""), ""
    return whole.replace(".", "").replace(",", ""), last


def _scale_after(text: str, end: int, language: str, *, money: bool = False) -> tuple[float, int]:
    """Return what the words after a number multiply it by, and where they end: "mil millones" are two words."""
    total, stop = 1.0, end
    while True:
        scale, after = _one_scale(text, stop, language, money)
        if scale == 1.0:
            return total, stop
        total, stop = total * scale, after


def _one_scale(text: str, end: int, language: str, money: bool) -> tuple[float, int]:
    gap = 1 if text[end : end + 1] in (" ", "\u00a0", "\u202f") else 0
    if text[end + gap : end + gap + 1].casefold()[:1] not in _SCALE_STARTS:
        return 1.0, end
    ahead = text[end + gap : end + gap + 2 * _LONGEST_SCALE]
    for length in range(min(len(ahead), _LONGEST_SCALE), 0, -1):
        word = ahead[:length].casefold()
        scale = LONG_SCALES.get(word) if language in LONG_SCALE else None
        scale = scale or SCALES.get(word)
        priced = ahead[length : length + 1] in _CURRENCIES  # "4,5 M€"
        if scale is None or (word in TIGHT and not priced and (gap or (word == "m" and not money))):
            continue
        goes_on = ahead[length : length + 1].isalpha()
        if not (goes_on and word[-1].isalpha() and (word[-1].isascii() or word[-1] in "ệỷỉнрدن")):
            return scale, end + gap + length
    return 1.0, end
