"""The rule `numbers`: does every number and day of a statement stand in what it cites."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from chancery.advise.grounds import Grounds
from chancery.advise.number_words import ORDINALS
from chancery.advise.read_days import Day, read_days, read_weekdays
from chancery.advise.read_numbers import Number, read_numbers, same_number
from chancery.advise.records import Block, Check
from chancery.common.citation import Citation
from chancery.common.text import plain_digits

COMPUTED = re.compile(
    r"[(\[（][^)\]）]*(?:computed|calculé|tính toán|ta tính|calculado|расч[её]т|حساب|计算|計算)[^)\]）]*[)\]）]"
    r"|\b(?:our (?:sum|own sum)|notre (?:calcul|propre calcul)|nuestro cálculo|наш расч[её]т|chúng ta tính|chúng tôi tính)\b",
    re.IGNORECASE,
)
"""A sum or difference of ours says so, in brackets or as ours; its figures are then a warning. A "calculated risk" is none."""

NEAR = timedelta(days=7)
"""A weekday in a report is one of the seven days before or after it."""

_HEDGE = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|more than|over|under|less than|fewer than"
    r"|environ|près de|plus de|moins de|quelque|unos|unas|cerca de|más de|menos de|casi|khoảng|gần|hơn|chừng"
    r"|около|почти|более|свыше|примерно|rund|etwa|mehr als)\s+\W{0,2}$"
    r"|(?:نحو|حوالي|قرابة|أكثر من|زهاء)\s+$|(?:约|約|近|超过|超過|逾)$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\s*(?:(?:hours?|days?|weeks?|fortnights?|months?|years?)\s+(?:later|after|before|earlier|ago)\b"
    r"|(?:heures?|jours?|semaines?|mois|ans)\s+(?:plus tard|après|avant|plus tôt)\b"
    r"|(?:horas|días|semanas|meses|años)\s+(?:después|antes|más tarde)\b"
    r"|(?:giờ|ngày|tuần|tháng|năm)\s+(?:sau|trước)\b|(?:часа|часов|дня|дней|недели|недель|месяца|месяцев|лет|года)\s+(?:спустя|назад)\b)",
    re.IGNORECASE,
)
_MARKER = re.compile(r"\[\d+(?:\s*,\s*\d+)*\]")
"""The number of a source, as briefs print it."""
_WORD = re.compile(r"[^\W\d_]+")


def check_numbers(block: Block, grounds: Grounds) -> Iterator[Check]:
    """Yield a fault for each number, day or weekday of `block` that nothing it cites says.

    A number may be rounded to the digits it prints, and to its last digit that is not 0 where it says "about". A day may be one
    the source names without its year or by its weekday, or the day the source came out ("yesterday" too).
    """
    texts = [(grounds.vouched(citation), citation.lang or grounds.language_of(block)) for citation in block.citations]
    days = [day for text, _ in texts for day in read_days(text)]
    yield from _check_days(block, days, texts)
    yield from _check_weekdays(block, days, texts)
    numbers = [number for text, language in texts for number in _source_numbers(text, language)]
    values = [citation.value for citation in block.citations if citation.value is not None]
    years = {f"{citation.date.year}" for citation in block.citations}  # "this year" may be named; "2,026 people" may not
    for number in _said_numbers(block, grounds):
        named = plain_digits(block.text[number.start : number.end]) in years or any(_same_value(number, v) for v in values)
        if not named and not any(_fits(block.text, number, other) for other in numbers):
            yield _fault(block, "number", number.start, number.end)


def _check_days(block: Block, days: Sequence[Day], texts: Sequence[tuple[str, str]]) -> Iterator[Check]:
    weekdays = {weekday for text, _ in texts for weekday, _, _ in read_weekdays(text)}
    for day in read_days(block.text):
        known = any(_same_day(day, other) for other in days) or any(_came_out(day, c, weekdays) for c in block.citations)
        if not known:
            yield _fault(block, "day", day.start, day.end)


def _check_weekdays(block: Block, days: Sequence[Day], texts: Sequence[tuple[str, str]]) -> Iterator[Check]:
    """Yield a fault for a weekday the source does not name, unless it is that of a day it names or of the day it came out."""
    said = read_weekdays(block.text)
    known = {weekday for text, _ in texts for weekday, _, _ in read_weekdays(text)} if said else set()
    dates = [c.date.date() for c in block.citations]
    known |= {(day.weekday() - back) % 7 for day in dates for back in (-1, 0, 1)}
    known |= {
        date(day.year or near.year, day.month, day.day).weekday() for day in days for near in dates if _exists(day, near.year)
    }
    for weekday, start, end in said:
        if weekday not in known:
            yield _fault(block, "weekday", start, end)


def _said_numbers(block: Block, grounds: Grounds) -> Iterator[Number]:
    """Yield the numbers of a statement that are no part of a day, of a weekday's name, of "[3]", and no span of time since."""
    held = [(day.start, day.end) for day in read_days(block.text)]
    held += [found.span() for found in _MARKER.finditer(block.text)]
    held += [(start, end) for _, start, end in read_weekdays(block.text)]
    for number in read_numbers(block.text, grounds.language_of(block)):
        inside = any(start < number.end and number.start < end for start, end in held)
        if not inside and not _RELATIVE.match(block.text, number.end):
            yield number


def _source_numbers(text: str, language: str) -> Iterator[Number]:
    """Yield what a source's numbers may be: those it writes, years of its days, its ordinals."""
    held = [(day.start, day.end) for day in read_days(text)]
    for number in read_numbers(text, language):
        if not any(start <= number.start < end for start, end in held):
            yield number
    for day in read_days(text):
        if day.year:
            yield Number(float(day.year), day.start, day.end, 1.0)
    for match in _WORD.finditer(text):
        value = ORDINALS.get(match.group().casefold())
        if value:
            yield Number(float(value), match.start(), match.end(), 1.0)


def _fits(text: str, said: Number, source: Number) -> bool:
    if same_number(said, source):
        return True
    if not _HEDGE.search(text, 0, said.start) or not said.value:
        return False
    step = said.step
    while said.value % (step * 10) == 0:
        step *= 10
    return abs(said.value - source.value) <= step / 2


def _same_day(said: Day, source: Day) -> bool:
    return (said.month, said.day) == (source.month, source.day) and (
        None in (said.year, source.year) or said.year == source.year
    )


def _came_out(said: Day, citation: Citation, weekdays: set[int]) -> bool:
    """Tell whether a day is that of the source, the one before it, or one near it whose weekday the source names."""
    for year in (said.year,) if said.year else (citation.date.year - 1, citation.date.year, citation.date.year + 1):
        if not _exists(said, year):
            continue
        day = date(said.year or year, said.month, said.day)
        away = day - citation.date.date()
        if away in (timedelta(0), timedelta(days=-1)) or (abs(away) <= NEAR and day.weekday() in weekdays):
            return True
    return False


def _exists(day: Day, year: int) -> bool:
    try:
        date(day.year or year, day.month, day.day)
    except ValueError:
        return False
    return True


def _same_value(said: Number, value: float) -> bool:
    """Tell whether a number is a record's value, as itself or in percent, rounded to the digits it prints."""
    return any(abs(said.value - v) <= said.step / 2 for v in (value, value * 100))


def _fault(block: Block, what: str, start: int, end: int) -> Check:
    message = f"the {what} “{block.text[start:end]}” is in nothing this statement cites"
    return Check(block.id, "numbers", "warning" if COMPUTED.search(block.text) else "blocking", message, (start, end))
