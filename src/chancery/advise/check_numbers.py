"""The rule `numbers`: does every number and day of a statement stand in what it cites, and as the same kind of figure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from chancery.advise.check_days import Told, check_days, figure_fault, not_found
from chancery.advise.grounds import Grounds
from chancery.advise.number_words import ORDINALS
from chancery.advise.read_days import read_days, read_weekdays
from chancery.advise.read_kinds import RANK, Kind, at_odds, loose_fates, read_kinds, tell_kind
from chancery.advise.read_numbers import Number, read_numbers, same_number
from chancery.advise.read_periods import read_lapses, read_months, read_quarters
from chancery.advise.records import Block, Check
from chancery.common.text import plain_digits
from chancery.common.time import day_of

_HEDGE = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|more than|over|under|less than|fewer than"
    r"|environ|près de|plus de|moins de|quelque|unos|unas|cerca de|más de|menos de|casi|khoảng|gần|hơn|chừng"
    r"|около|почти|более|свыше|примерно|rund|etwa|mehr als)\s+\W{0,2}$"
    r"|(?:نحو|حوالي|قرابة|أكثر من|زهاء)\s+$|(?:约|約|近|超过|超過|逾)$",
    re.IGNORECASE,
)
_MARKER = re.compile(r"\[(\d+(?:\s*,\s*\d+)*)\]")
"""The numbers of sources, as briefs print them."""
_WORD = re.compile(r"[^\W\d_]+")


class Figure(NamedTuple):
    """A number of a source with its kind and all the numbers of its text."""

    number: Number
    kind: Kind
    text: str
    language: str


def check_numbers(block: Block, grounds: Grounds) -> Iterator[Check]:
    """Yield a fault for each number or day of `block` that nothing it cites says, or says of something else.

    A number may be rounded to the digits it prints, and to its last digit that is not 0 where it says "about". It has to be of
    its kind in the source: euros are not dollars, percent no percentage points, the injured not the dead, a rise no fall.
    """
    language = grounds.language_of(block)
    texts = [(grounds.vouched(citation), citation.lang or language) for citation in block.citations]
    told = Told(texts, [day_of(citation.date, grounds.zone) for citation in block.citations])
    yield from check_days(block, language, told)
    values = [citation.value for citation in block.citations if citation.value is not None]
    years = {f"{day.year}" for day in told.dates}  # "this year" may be named; "2,026 people" may not
    said = _said_numbers(block, grounds, language)
    figures = [figure for text, lang in texts for figure in _figures(text, lang)] if said else []
    for number, kind in said:
        printed = plain_digits(block.text[number.start : number.end])
        if printed in years or any(_same_value(number, kind, value) for value in values):
            continue
        alike = [figure for figure in figures if _fits(block.text, number, kind, figure)]
        if alike:
            yield from _check_kind(block, number, kind, alike, figures)
        else:
            yield not_found(block, "number", number.start, number.end)


def _said_numbers(block: Block, grounds: Grounds, language: str) -> list[tuple[Number, Kind]]:
    """Return the numbers of a statement with their kinds; not those that `check_days` judges, nor those of sources, "[3]"."""
    text, numbered = block.text, max(grounds.numbered, len(block.citations))
    held = [(day.start, day.end) for day in read_days(text)]
    held += [(period.start, period.end) for period in (*read_months(text, language), *read_quarters(text, language))]
    held += [(lapse.start, lapse.end) for lapse in read_lapses(text, language) if lapse.ago]
    held += [(start, end) for _, start, end in read_weekdays(text)]
    held += [m.span() for m in _MARKER.finditer(text) if all(1 <= int(n) <= numbered for n in m[1].split(","))]
    numbers = read_numbers(text, language)
    kinds = read_kinds(text, numbers, language)
    inside = [any(start < number.end and number.start < end for start, end in held) for number in numbers]
    return [(number, kind) for number, kind, out in zip(numbers, kinds, inside, strict=True) if not out]


def _figures(text: str, language: str) -> Iterator[Figure]:
    """Yield what a source's numbers may be: those it writes, years of its days, its ordinals."""
    days, numbers, weekdays = read_days(text), read_numbers(text, language), read_weekdays(text)
    for number, kind in zip(numbers, read_kinds(text, numbers, language), strict=True):
        ordinal = any(start <= number.start < end for _, start, end in weekdays)  # "thứ hai" is Monday and the second
        if not any(day.start <= number.start < day.end for day in days):
            yield Figure(number, Kind(share=RANK) if ordinal else kind, text, language)
    for day in days:
        if day.year:
            yield Figure(Number(float(day.year), day.start, day.end, 1.0), Kind(), text, language)
    for match in _WORD.finditer(text):
        value = ORDINALS.get(match.group().casefold())
        if value:
            yield Figure(Number(float(value), match.start(), match.end(), 1.0), Kind(share=RANK), text, language)


def _fits(text: str, said: Number, kind: Kind, figure: Figure) -> bool:
    """Tell whether a number says the value of a figure; "fell 3.5%" says that of "-3.5%"."""
    source = figure.number
    if said.value > 0 > source.value and "down" in kind.ways:
        source = replace(source, value=-source.value)
    if said.value < 0 < source.value and "down" in figure.kind.ways:
        said = replace(said, value=-said.value)
    if same_number(said, source):
        return True
    if not _HEDGE.search(text, 0, said.start) or not said.value:
        return False
    step = said.step
    while said.value % (step * 10) == 0:
        step *= 10
    return abs(said.value - source.value) <= step / 2


def _check_kind(block: Block, said: Number, kind: Kind, alike: Sequence[Figure], figures: Sequence[Figure]) -> Iterator[Check]:
    """Yield a fault where every figure of a number's value is of another kind, or goes the other way."""
    shares = any(figure.kind.share == "percent" for figure in figures)
    loose = frozenset[str]().union(*(_loose(figure) for figure in alike)) if kind.fates else frozenset[str]()
    odds = [at_odds(kind, figure.kind, shares=shares, loose=loose) for figure in alike]
    written = block.text[said.start : said.end]
    if all(odds):
        told = tell_kind(alike[odds.index(max(odds))].kind)
        message = f"the number “{written}” is of {tell_kind(kind)}; in what this statement cites it is of {told}"
        yield figure_fault(block, message, said.start, said.end, sure="perhaps" not in odds)
        return
    ways = {way for figure in alike for way in figure.kind.ways if figure.kind.level == kind.level or way in kind.ways}
    if len(kind.ways) == 1 and ways and not ways & kind.ways:
        message = f"the number “{written}” goes {min(kind.ways)}; in what this statement cites it goes {min(ways)}"
        yield figure_fault(block, message, said.start, said.end)


def _loose(figure: Figure) -> frozenset[str]:
    return loose_fates(figure.text, read_numbers(figure.text, figure.language), figure.language)


def _same_value(said: Number, kind: Kind, value: float) -> bool:
    """Tell whether a number is a record's value, rounded to the digits it prints, or in percent where the value is a share."""
    told = value * 100 if kind.share == "percent" and 0 <= value <= 1 else value
    return any(abs(said.value - each) <= said.step / 2 for each in (value, told))
