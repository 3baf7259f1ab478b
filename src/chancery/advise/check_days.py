"""The days of the rule `numbers`: each day, weekday, quarter, month and "years ago" of a statement is one its sources allow."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from chancery.advise.read_periods import read_lapses, read_months, read_quarters
from chancery.advise.records import Block, Check
from chancery.common.read_days import Day, read_days, read_weekdays
from chancery.common.said import Said, say

COMPUTED = re.compile(
    r"[(\[（][^)\]）]*(?:computed|calculé|tính toán|ta tính|calculado|расч[её]т|حساب|计算|計算)[^)\]）]*[)\]）]"
    r"|\b(?:our (?:sum|own sum)|notre (?:calcul|propre calcul)|nuestro cálculo|наш расч[её]т|chúng ta tính|chúng tôi tính)\b",
    re.IGNORECASE,
)
"""A sum or difference of ours says so, in brackets or as ours; its figures are then a warning. A "calculated risk" is none."""

NEAR = timedelta(days=7)
"""A weekday in a report is one of the seven days before or after it."""

_A_DAY = timedelta(days=1)
_OTHER_MONTH = re.compile(
    r"\b(?:(?:last|next|previous|following) month|mois (?:dernier|prochain|suivant)|mes (?:pasado|próximo|que viene)"
    r"|próximo mes|tháng (?:trước|sau|tới)|(?:прошл|следующ)\w+ месяц\w*)\b|الشهر (?:الماضي|المقبل|القادم)|上个?月|下个?月",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """What the sources of a statement say: each text with its language, and the days at the mission on which they came out."""

    texts: Sequence[tuple[str, str]]
    dates: Sequence[date]


def check_days(block: Block, language: str, told: Told) -> Iterator[Check]:
    """Yield a fault for each day, weekday, quarter, month or time since in `block` that nothing it cites allows.

    A day may be one the source names without its year or by its weekday, or the day it came out ("yesterday" too). A quarter or
    a month is a doubt only where the source names none; a time since is judged where the source counts in its unit too.
    """
    days = [day for text, _ in told.texts for day in read_days(text)]
    weekdays = {weekday for text, _ in told.texts for weekday, _, _ in read_weekdays(text)}
    yield from _check_days(block, days, weekdays, told)
    yield from _check_weekdays(block, days, weekdays, told)
    yield from _check_quarters(block, language, days, told)
    yield from _check_months(block, language, days, weekdays, told)
    yield from _check_lapses(block, language, days, told)


def not_found(template: str, block: Block, start: int, end: int, *, sure: bool = True) -> Check:
    """Return the fault of a figure that is in no source; a figure marked as our own sum is warned of."""
    return figure_fault(block, say(template, words=block.text[start:end]), start, end, sure=sure)


def figure_fault(block: Block, said: Said, start: int, end: int, *, sure: bool = True) -> Check:
    """Return the fault of a figure; one that is not `sure`, or is marked as our own sum, is a warning."""
    blocks = sure and not COMPUTED.search(block.text)
    return Check(block.id, "numbers", "blocking" if blocks else "warning", said, (start, end))


def _check_days(block: Block, days: Sequence[Day], weekdays: set[int], told: Told) -> Iterator[Check]:
    for day in read_days(block.text):
        known = any(_same_day(day, other) for other in days) or any(_came_out(day, out, weekdays) for out in told.dates)
        if not known:
            yield not_found("the day “{words}” is in nothing this statement cites", block, day.start, day.end)


def _check_weekdays(block: Block, days: Sequence[Day], weekdays: set[int], told: Told) -> Iterator[Check]:
    """Yield a fault for a weekday the source does not name, unless it is that of a day it names or of the day it came out."""
    known = weekdays | {(day.weekday() - back) % 7 for day in told.dates for back in (-1, 0, 1)}
    known |= {
        date(day.year or near.year, day.month, day.day).weekday()
        for day in days
        for near in told.dates
        if _exists(day, near.year)
    }
    for weekday, start, end in read_weekdays(block.text):
        if weekday not in known:
            yield not_found("the weekday “{words}” is in nothing this statement cites", block, start, end)


def _check_quarters(block: Block, language: str, days: Sequence[Day], told: Told) -> Iterator[Check]:
    """Yield a fault for a quarter that is none the source names; where it names none, a doubt unless it names a month of it."""
    said = read_quarters(block.text, language)
    known = {quarter.number for text, lang in told.texts for quarter in read_quarters(text, lang)} if said else set()
    months = {month.number for text, lang in told.texts for month in read_months(text, lang)} if said else set()
    months |= {day.month for day in days}
    for quarter in said:
        if quarter.number not in (known or {(month + 2) // 3 for month in months}):
            yield not_found(
                "the quarter “{words}” is in nothing this statement cites", block, quarter.start, quarter.end, sure=bool(known)
            )


def _check_months(block: Block, language: str, days: Sequence[Day], weekdays: set[int], told: Told) -> Iterator[Check]:
    """Yield a fault for a month that is none the source names, nor that in which it came out or which it calls the next."""
    said = read_months(block.text, language)
    named = {month.number for text, lang in told.texts for month in read_months(text, lang)} if said else set()
    named |= {day.month for day in days}
    around = NEAR if weekdays else _A_DAY
    known = named | {(day + step).month for day in told.dates if _inside(day) for step in (-around, timedelta(0), around)}
    if any(_OTHER_MONTH.search(text) for text, _ in told.texts):
        known |= {(day.month - 1 + step) % 12 + 1 for day in told.dates for step in (-1, 1)}
    for month in said:
        if month.number not in known:
            yield not_found(
                "the month “{words}” is in nothing this statement cites", block, month.start, month.end, sure=bool(named)
            )


def _check_lapses(block: Block, language: str, days: Sequence[Day], told: Told) -> Iterator[Check]:
    """Yield a fault for "five years ago" where the source counts years otherwise and names no year that gives five."""
    said = [lapse for lapse in read_lapses(block.text, language) if lapse.ago]
    known = [lapse for text, lang in told.texts for lapse in read_lapses(text, lang)] if said else []
    years = {int(year) for text, _ in told.texts for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)}
    for lapse in said:
        alike = [other for other in known if other.unit == lapse.unit]
        counted = lapse.ago == "before" or any(other.ago for other in alike)
        reckoned = lapse.unit == "year" and any(abs(day.year - year) == lapse.value for day in told.dates for year in years)
        if counted and not reckoned and all(other.value != lapse.value for other in alike):
            yield not_found("the time “{words}” is in nothing this statement cites", block, lapse.start, lapse.end)


def _same_day(said: Day, source: Day) -> bool:
    return (said.month, said.day) == (source.month, source.day) and (
        None in (said.year, source.year) or said.year == source.year
    )


def _came_out(said: Day, out: date, weekdays: set[int]) -> bool:
    """Tell whether a day is that of the source, the one before it, or one near it whose weekday the source names."""
    for year in (said.year,) if said.year else (out.year - 1, out.year, out.year + 1):
        if not _exists(said, year):
            continue
        day = date(said.year or year, said.month, said.day)
        away = day - out
        if away in (timedelta(0), -_A_DAY) or (abs(away) <= NEAR and day.weekday() in weekdays):
            return True
    return False


def _exists(day: Day, year: int) -> bool:
    try:
        date(day.year or year, day.month, day.day)
    except ValueError:
        return False
    return True


def _inside(day: date) -> bool:
    """Tell whether the days around `day` exist: the calendar has a first and a last one."""
    return date.min + NEAR <= day <= date.max - NEAR
