"""Quarters, months without a day, and spans of time since ("five years ago"), as each language writes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from chancery.common.day_words import (
    AGO_AFTER,
    AGO_BEFORE,
    ALSO_WORDS,
    FIRST_QUARTER,
    MONTHS,
    NEED_CAPITAL,
    QUARTERS,
    SPANS,
    VI_MONTHS,
)
from chancery.common.read_days import read_days
from chancery.common.read_numbers import read_numbers
from chancery.common.text import match_before, plain_digits


@dataclass(frozen=True, slots=True)
class Period:
    """A quarter (1 to 4) or a month (1 to 12) in a text, with its place."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lapse:
    """A span of time: how many of which unit. `ago` is the side of the word that counts it from something, "" for none."""

    value: float
    unit: str
    ago: Literal["", "before", "after"]
    start: int
    end: int


_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_SHORT = re.compile(r"(?<!\w)(?:Q([1-4])|([1-4])Q)(?!\w)")
_FIRST = re.compile(rf"(?<!\w)(?:{FIRST_QUARTER})(?!\w)", re.IGNORECASE)
_TRIMESTER = re.compile(
    r"(?<!\w)(?:T([1-4])|([1-4])T)(?!\w)"
)  # French, Spanish and Portuguese; elsewhere Tuesday or a terminal
_TRIMESTERS = frozenset({"fr", "es", "pt"})
_QUARTER = re.compile(
    rf"(?<!\w)(?:({'|'.join(sorted(QUARTERS, key=len, reverse=True))}|[1-4]|IV|I{{1,3}})"
    r"(?:st|nd|rd|th|er|ère|re|ème|eme|ertrimestre|e|º|\.º|°|ro|do|to|-й|-го|-м|-ом|-му)?\.?[ \u00a0]"
    r"(?:calendar |fiscal )?(?:quarter(?!-)|trimestre|квартал\w*|quartal\w*)(?!\w)"
    r"|(?:quý|quí)[ \u00a0](\w+)|الربع[ \u00a0](\w+)|第?([一二三四1-4])季度?)",
    re.IGNORECASE,
)
_AGO_BEFORE = re.compile(rf"(?<!\w)(?:{'|'.join(AGO_BEFORE)})[ \u00a0]+$", re.IGNORECASE)
_SPANS = tuple(
    (
        unit,
        re.compile(
            rf"[\s\u00a0]*(?:{'|'.join(words.split())})(?!\w)(?P<ago>\s+(?:{'|'.join(AGO_AFTER)})(?!\w))?", re.IGNORECASE
        ),
    )
    for unit, words in SPANS.items()
)
_MONTH_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBERED_MONTH = re.compile(
    rf"(?:(?<!\d)(?<!\d[ \u00a0])tháng[ \u00a0](?:(\d{{1,2}})(?![\d.,]*\d)|({'|'.join(VI_MONTHS)}))(?!\w)"
    r"|(?<![\d.])(\d{1,2})月(?![份]?\d))(?:/\d{4})?",
    re.IGNORECASE,
)


def read_quarters(text: str, language: str) -> tuple[Period, ...]:
    """Return the quarters of a year that `text` names.

    >>> [q.number for q in read_quarters("in Q3, after the second quarter", "en")]
    [3, 2]
    """
    plain, patterns = plain_digits(text), [_SHORT, _QUARTER, *([_TRIMESTER] if language in _TRIMESTERS else [])]
    found = [
        Period(number, match.start(), match.end())
        for pattern in patterns
        for match in pattern.finditer(plain)
        if (number := _quarter(next(group for group in match.groups() if group)))
    ]
    found += [Period(1, match.start(), match.end()) for match in _FIRST.finditer(plain)]
    return tuple(sorted(found, key=lambda quarter: quarter.start))


def read_months(text: str, language: str) -> tuple[Period, ...]:
    """Return the months that `text` names without a day.

    >>> [m.number for m in read_months("It may open in May, not on 3 April", "en")]
    [5]
    """
    plain, days = plain_digits(text), read_days(text)
    found = [*_numbered_months(plain), *_named_months(plain, language)]
    free = [month for month in found if not any(day.start < month.end and month.start < day.end for day in days)]
    return tuple(sorted(free, key=lambda month: month.start))


def read_lapses(text: str, language: str) -> tuple[Lapse, ...]:
    """Return the spans of time that `text` names.

    >>> [(span.value, span.unit, span.ago) for span in read_lapses("Closed five years ago, il y a 2 jours", "")]
    [(5.0, 'year', 'after'), (2.0, 'day', 'before')]
    """
    plain, found = plain_digits(text), []
    for number in read_numbers(text, language):
        for unit, pattern in _SPANS:
            if match := pattern.match(plain, number.end):
                ago: Literal["", "before", "after"] = "after" if match["ago"] else ""
                ago = ago or ("before" if match_before(_AGO_BEFORE, plain, number.start) else "")
                found.append(Lapse(number.value, unit, ago, number.start, match.end()))
    return tuple(found)


def _quarter(written: str) -> int:
    return int(written) if written.isdigit() else _ROMAN.get(written.upper()) or QUARTERS.get(written.casefold(), 0)


def _numbered_months(text: str) -> Iterator[Period]:
    for match in _NUMBERED_MONTH.finditer(text):
        month = int(match[1] or match[3]) if match[1] or match[3] else VI_MONTHS[match[2].casefold()]
        if 1 <= month <= 12:
            yield Period(month, match.start(), match.end())


def _named_months(text: str, language: str) -> Iterator[Period]:
    for match in _MONTH_WORD.finditer(text):
        word = match.group()
        folded = word.casefold()
        known = folded not in ALSO_WORDS or language in ALSO_WORDS[folded].split()
        if folded in MONTHS and known and (word[0].isupper() or folded not in NEED_CAPITAL):
            yield Period(MONTHS[folded], match.start(), match.end())
