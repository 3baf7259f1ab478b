"""Days, weekdays and months as each language writes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from chancery.common.day_words import ERAS, MONTHS, NEED_CAPITAL, THAI_MONTHS, WEEKDAYS
from chancery.common.text import plain_digits

_ISO_DAY = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_SLASH_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
_BARE_DAY = re.compile(r"(?<![\d/.,])(\d{1,2})/(\d{1,2})(?![\d/]|[.,]\d)")  # day and month, as most of the world writes them
_HAN_DAY = re.compile(r"(?:(\d{4})\s?年|(令和|平成|民国|民國)\s?(\d{1,3})\s?年)?\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]")
_VI_DAY = re.compile(
    r"(?:ngày|mùng)\s+(\d{1,2})(?:[/-](\d{1,2})|\s+tháng\s+(\d{1,2}))(?:[/-](\d{4})|,?\s+năm\s+(\d{4}))?", re.IGNORECASE
)
_DAY_MONTH = re.compile(
    r"(?<![\d.,])(\d{1,2})(?:er|º|\.|st|nd|rd|th|-го)?\s+(?:de\s+|of\s+)?([^\W\d_]{3,20})(?![^\W\d_])\.?(?:,?\s+(?:de\s+)?(\d{4}))?"
)
_MONTH_DAY = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,20})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d.,]\d|\d)(?:,?\s+(\d{4}))?")
_THAI_DAY = re.compile(rf"(\d{{1,2}})\s*({'|'.join(THAI_MONTHS)})\s*(?:พ\.ศ\.|ค\.ศ\.)?\s*(\d{{4}})?")
_WEEKDAY = re.compile("|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True)))
_BUDDHIST = 543  # years between the calendars of Thailand and the common one
_EARLIEST_BUDDHIST = 2400


@dataclass(frozen=True, slots=True)
class Day:
    """A day in a text. `year` is None where the text names none."""

    month: int
    day: int
    year: int | None
    start: int
    end: int


def read_days(text: str) -> tuple[Day, ...]:
    """Return the days of `text` in order, where both a day and a month are named.

    >>> [(d.day, d.month, d.year) for d in read_days("on 12 March, ngày 5/4/2026, le 1er mai 2025")]
    [(12, 3, None), (5, 4, 2026), (1, 5, 2025)]
    """
    found = [day for day in _days(plain_digits(text)) if _is_day(day)]
    kept: list[Day] = []
    for day in sorted(found, key=lambda day: (day.start, -day.end)):
        if not kept or day.start >= kept[-1].end:
            kept.append(day)
    return tuple(kept)


def read_weekdays(text: str) -> tuple[tuple[int, int, int], ...]:
    """Return the weekdays named in `text`: number (Monday 0), start, end.

    >>> read_weekdays("on Tuesday")
    ((1, 3, 10),)
    """
    found = []
    for match in _WEEKDAY.finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if not (before.isalpha() and match.group().isascii()) and not (after.isalpha() and after.isascii()):
            found.append((WEEKDAYS[match.group()], match.start(), match.end()))
    return tuple(found)


def _days(text: str) -> Iterator[Day]:
    for match in _ISO_DAY.finditer(text):
        yield Day(int(match[2]), int(match[3]), int(match[1]), match.start(), match.end())
    for match in _SLASH_DAY.finditer(text):
        yield Day(int(match[2]), int(match[1]), int(match[3]), match.start(), match.end())
    for match in _BARE_DAY.finditer(text):
        yield Day(int(match[2]), int(match[1]), None, match.start(), match.end())
    for match in _HAN_DAY.finditer(text):
        year = ERAS[match[2]] + int(match[3]) if match[2] else _year(match[1])
        yield Day(int(match[4]), int(match[5]), year, match.start(), match.end())
    for match in _VI_DAY.finditer(text):
        yield Day(int(match[2] or match[3]), int(match[1]), _year(match[4] or match[5]), match.start(), match.end())
    for match in _THAI_DAY.finditer(text):
        yield Day(THAI_MONTHS[match[2]], int(match[1]), _year(match[3]), match.start(), match.end())
    yield from _named_months(text)


def _named_months(text: str) -> Iterator[Day]:
    for pattern, month_at, day_at in ((_DAY_MONTH, 2, 1), (_MONTH_DAY, 1, 2)):
        for match in pattern.finditer(text):
            month = _month(match[month_at])
            if month:
                yield Day(month, int(match[day_at]), _year(match[3]), match.start(), match.end())


def _month(word: str) -> int | None:
    """Return the number of a month; an English month that is a verb too needs its capital."""
    folded = word.casefold()
    return None if folded in NEED_CAPITAL and not word[0].isupper() else MONTHS.get(folded)


def _year(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) - _BUDDHIST if int(written) >= _EARLIEST_BUDDHIST else int(written)


def _is_day(day: Day) -> bool:
    try:
        date(day.year or 2000, day.month, day.day)
    except ValueError:
        return False
    return True
