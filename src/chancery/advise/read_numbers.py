"""Numbers and days as fourteen languages write them, brought to one value so that two texts can be compared."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from chancery.advise.number_words import MONTHS, SCALES, WORDS

_GROUPED = r"\d{1,3}(?:[ \u00A0\u202F\u2009]\d{3})+(?:[.,]\d+)?(?!\d)"
_DIGITS = rf"(?:{_GROUPED}|\d[\d.,'’\u066B\u066C]*\d|\d)"
_NUMBER = re.compile(rf"(?<![\w.,])-?{_DIGITS}|(?<=[^\W\d_]){_DIGITS}")
_SPACES = "\u00a0\u202f\u2009 '’"
_TIGHT = frozenset({"k", "m"})  # a scale only where they touch the number: "$5m", not "60 m" of road
_LETTERS = re.compile(r"[^\W\d_][\w'’.-]*", re.UNICODE)
_ISO_DAY = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_SLASH_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
_HAN_DAY = re.compile(r"(?:(\d{4})\s?年)?\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]")
_VI_DAY = re.compile(
    r"(?:ngày|mùng)\s+(\d{1,2})(?:[/-](\d{1,2})|\s+tháng\s+(\d{1,2}))(?:[/-](\d{4})|,?\s+năm\s+(\d{4}))?", re.IGNORECASE
)
_DAY_MONTH = re.compile(
    r"(?<![\d.,])(\d{1,2})(?:er|º|\.|st|nd|rd|th|-го)?\s+(?:de\s+|of\s+)?([^\W\d_]{3,})\.?(?:,?\s+(?:de\s+)?(\d{4}))?"
)
_MONTH_DAY = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(\d{4}))?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its value, the place of its words, and the value of one unit of its last printed digit."""

    value: float
    start: int
    end: int
    step: float


@dataclass(frozen=True, slots=True)
class Day:
    """A day in a text. `year` is None where the text names none."""

    month: int
    day: int
    year: int | None
    start: int
    end: int


def read_numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers of `text` in order: digits in any script, scales ("1.2 million", "3 tỷ", "2亿"), number words.

    >>> [n.value for n in read_numbers("1,2 triệu tấn, twelve ships, 3.5bn")]
    [1200000.0, 12.0, 3500000000.0]
    """
    plain = _plain_digits(text)
    taken = [*_digit_numbers(plain)]
    held = [(number.start, number.end) for number in taken]
    taken += [number for number in _word_numbers(plain) if not any(a < number.end and number.start < b for a, b in held)]
    return tuple(sorted(taken, key=lambda number: (number.start, number.end)))


def read_days(text: str) -> tuple[Day, ...]:
    """Return the days of `text` in order, where both a day and a month are named.

    >>> [(d.day, d.month, d.year) for d in read_days("on 12 March, ngày 5/4/2026, le 1er mai 2025")]
    [(12, 3, None), (5, 4, 2026), (1, 5, 2025)]
    """
    found = [day for day in _days(_plain_digits(text)) if _is_day(day)]
    kept: list[Day] = []
    for day in sorted(found, key=lambda day: (day.start, -day.end)):
        if not kept or day.start >= kept[-1].end:
            kept.append(day)
    return tuple(kept)


def same_number(said: Number, source: Number) -> bool:
    """Tell whether `said` is `source`, or rounds it to the digits it prints."""
    if said.value == source.value:
        return True
    return said.step > source.step and abs(said.value - source.value) <= said.step / 2


def _digit_numbers(text: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(text):
        value, step = _value_of(match.group())
        if value is None:
            continue
        scale, end = _scale_after(text, match.end())
        yield Number(value * scale, match.start(), end, step * scale)


def _value_of(written: str) -> tuple[float | None, float]:
    """Return the value of digits with any marks between them, and that of one unit of the last digit."""
    sign = -1.0 if written.startswith("-") else 1.0
    body = written.lstrip("-").translate({ord(space): None for space in _SPACES}).replace("٫", ".").replace("٬", ",")
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
    grouped = len(last) == 3 and not (len(set(marks)) == 2) and whole.lstrip("0") != ""
    if grouped or marks.count(marks[-1]) > 1:
        return body.replace(".", "").replace(",", ""), ""
    return whole.replace(".", "").replace(",", ""), last


def _scale_after(text: str, end: int) -> tuple[float, int]:
    """Return what the word after a number multiplies it by, and where that word ends."""
    gap = 1 if text[end : end + 1] in (" ", "\u00a0", "\u202f") else 0
    ahead = text[end + gap : end + gap + 24]
    for length in range(min(len(ahead), 12), 0, -1):
        word = ahead[:length].casefold()
        scale = SCALES.get(word)
        if (
            scale
            and not (gap and word in _TIGHT)
            and not (ahead[length - 1].isalpha() and ahead[length : length + 1].isalpha() and ahead[length - 1].isascii())
        ):
            return scale, end + gap + length
    return 1.0, end


def _word_numbers(text: str) -> Iterator[Number]:
    for match in _LETTERS.finditer(text):
        value = WORDS.get(match.group().casefold())
        if value is not None:
            scale, end = _scale_after(text, match.end())
            yield Number(value * scale, match.start(), end, scale)


def _days(text: str) -> Iterator[Day]:
    for match in _ISO_DAY.finditer(text):
        yield Day(int(match[2]), int(match[3]), int(match[1]), match.start(), match.end())
    for match in _SLASH_DAY.finditer(text):
        yield Day(int(match[2]), int(match[1]), int(match[3]), match.start(), match.end())
    for match in _HAN_DAY.finditer(text):
        yield Day(int(match[2]), int(match[3]), _year(match[1]), match.start(), match.end())
    for match in _VI_DAY.finditer(text):
        yield Day(int(match[2] or match[3]), int(match[1]), _year(match[4] or match[5]), match.start(), match.end())
    for pattern, month_at, day_at in ((_DAY_MONTH, 2, 1), (_MONTH_DAY, 1, 2)):
        for match in pattern.finditer(text):
            month = MONTHS.get(match[month_at].casefold())
            if month:
                yield Day(month, int(match[day_at]), _year(match[3]), match.start(), match.end())


def _year(written: str | None) -> int | None:
    return int(written) if written else None


def _is_day(day: Day) -> bool:
    try:
        date(day.year or 2000, day.month, day.day)
    except ValueError:
        return False
    return True


def _plain_digits(text: str) -> str:
    """Return `text` with the digits of every script as 0 to 9, place for place."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(sign)) if sign.isdecimal() and not sign.isascii() else sign for sign in text)
