"""The rule `numbers`: does every number and day of a statement stand in what it cites, and as the same kind of figure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chancery.advise.check_days import Told, check_days, figure_fault, not_found
from chancery.advise.count_fates import Figure, counted_otherwise
from chancery.advise.grounds import Grounds
from chancery.advise.read_kinds import RANK, Kind, at_odds, loose_fates, read_kinds, tell_kind
from chancery.advise.read_periods import read_lapses, read_months, read_quarters
from chancery.advise.records import Block, Check
from chancery.common.number_words import ORDINALS
from chancery.common.read_days import read_days, read_weekdays
from chancery.common.read_numbers import Number, read_numbers, same_number
from chancery.common.said import Said, say
from chancery.common.text import match_before, plain_digits
from chancery.common.time import day_of

_ABOUT = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|environ|près de|quelque|unos|unas|cerca de|casi|khoảng|gần|chừng"
    r"|около|почти|примерно|rund|etwa)\s+\W{0,2}$|(?:نحو|حوالي|قرابة|زهاء)\s+$|(?:约|約|近)$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:more than|over|plus de|más de|mais de|hơn|trên|более|свыше|mehr als)\s+\W{0,2}$|أكثر من\s+$|(?:超过|超過|逾)$",
    re.IGNORECASE,
)
_FEWER = re.compile(
    r"\b(?:less than|fewer than|under|moins de|menos de|dưới|менее|weniger als)\s+\W{0,2}$|أقل من\s+$|(?:不到|不足)$",
    re.IGNORECASE,
)
_MARKER = re.compile(r"\[(\d+(?:\s*,\s*\d+)*)\]")
"""The numbers of sources, as briefs print them."""
_WORD = re.compile(r"[^\W\d_]+")
_TURNED = {
    "up": Said("the number “{words}” goes up; in what this statement cites it goes down"),
    "down": Said("the number “{words}” goes down; in what this statement cites it goes up"),
}


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
        held = any(_same_value(number, kind, value) for value in values)
        if printed in years or (held and not kind.fates):
            continue
        alike = [figure for figure in figures if _fits(block.text, number, kind, figure)]
        if alike:
            yield from _check_kind(block, Figure(number, kind, block.text, language), alike, figures)
        elif not held:
            yield not_found("the number “{words}” is in nothing this statement cites", block, number.start, number.end)


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
    if not said.value:
        return False
    step = said.step
    while said.value % (step * 10) == 0:
        step *= 10
    if match_before(_MORE, text, said.start):
        return said.value <= source.value <= said.value + step
    if match_before(_FEWER, text, said.start):
        return said.value - step <= source.value <= said.value
    return bool(match_before(_ABOUT, text, said.start)) and abs(said.value - source.value) <= step / 2


def _check_kind(block: Block, figure: Figure, alike: Sequence[Figure], figures: Sequence[Figure]) -> Iterator[Check]:
    """Yield a fault where every figure of a number's value is of another kind or fate, or goes the other way."""
    said, kind = figure.number, figure.kind
    shares = any(each.kind.share == "percent" for each in figures)
    texts = {(each.text, each.language) for each in alike} if kind.fates else set()
    loose = frozenset[str]().union(*(loose_fates(text, read_numbers(text, lang), lang) for text, lang in texts))
    odds = [at_odds(kind, each.kind, shares=shares, loose=loose) for each in alike]
    written = block.text[said.start : said.end]
    if all(odds):
        told = say(
            "the number “{words}” is of {kind}; in what this statement cites it is of {other}",
            words=written,
            kind=tell_kind(kind),
            other=tell_kind(alike[odds.index(max(odds))].kind),
        )
        yield figure_fault(block, told, said.start, said.end, sure="perhaps" not in odds)
        return
    sure, count = counted_otherwise(figure, alike, figures)
    if count:
        told = say(
            "the number “{words}” is of {kind}; what this statement cites counts “{count}” of them",
            words=written,
            kind=tell_kind(Kind(fates=kind.fates)),
            count=count.text[count.number.start : count.number.end],
        )
        yield figure_fault(block, told, said.start, said.end, sure=sure == "surely" and not kind.fates & loose)
        return
    ways = {way for each in alike for way in each.kind.ways if each.kind.level == kind.level or way in kind.ways}
    if len(kind.ways) == 1 and ways and not ways & kind.ways:
        yield figure_fault(block, say(_TURNED[min(kind.ways)].template, words=written), said.start, said.end)


def _same_value(said: Number, kind: Kind, value: float) -> bool:
    """Tell whether a number is a record's value, rounded to the digits it prints, or in percent where the value is a share."""
    told = value * 100 if kind.share == "percent" and 0 <= value <= 1 else value
    return any(abs(said.value - each) <= said.step / 2 for each in (value, told))
