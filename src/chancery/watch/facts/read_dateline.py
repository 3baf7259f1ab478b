"""The dateline of a report: where and when it was written, for which agency."""

import re
from datetime import date, timedelta
from typing import Final

from chancery.common.citation import Span
from chancery.common.text import fold, plain_digits
from chancery.watch.facts.records import Dateline
from chancery.watch.language import Hit, Pack

LONGEST: Final = 110
"""Signs at the start of a text in which a dateline stands."""

_SPACED = re.compile(
    r"\s*(?P<place>[^\W\d_][^\n()—–:;/.]{1,40}?)"
    r"(?:,\s*(?P<day>[^()\n—–/]{3,24}?))?\.?\s*"
    r"(?:\((?P<agency>[^()\n]{2,40})\)|/(?P<slashed>[^/\n]{2,20})/)?\s*\.?\s*"
    r"(?:—|–|--|-\s|:\s|(?<=/)\.?\s|(?<=/)\s?-)"
)
_CHINESE = re.compile(
    r"\s*(?:[（(【]\s*)?(?P<agency>[^\s\d，。]{1,6}社)?(?P<place>[^\s\d，。社]{2,8}?)(?P<month>\d{1,2})月(?P<date>\d{1,2})日(?:[电電]|訊|讯)?"
)
_DAY = re.compile(r"\d{1,2}")


def read_dateline(text: str, published: date, names: tuple[Hit, ...], pack: Pack) -> Dateline | None:
    """Return the dateline a text begins with, None where it has none. `names` are the text's names in order."""
    if match := _CHINESE.match(text, 0, LONGEST):
        day = _nearest(int(match["date"]), int(match["month"]), published)
        return _dateline(match, names, day, match["agency"] or "")
    match = _SPACED.match(text, 0, LONGEST)
    if match is None:
        return None
    agency = match["agency"] or match["slashed"] or ""
    found = _dateline(match, names, _read_day(match["day"] or "", published, pack), agency)
    upper = match["place"].isupper()
    return found if found.code or (upper and (agency or found.day)) else None


def _dateline(match: re.Match[str], names: tuple[Hit, ...], day: date | None, agency: str) -> Dateline:
    start, end = match.span("place")
    code = next((hit.code for hit in names if start <= hit.start and hit.end <= end and hit.start - start < 3), "")
    last = len(match.group().rstrip())
    return Dateline(Span("text", start, max(end, last)), match["place"], code, day, agency.strip())


def _read_day(words: str, published: date, pack: Pack) -> date | None:
    """Return the day that "March 3" or "3 марта" names, in the year that puts it nearest before publication."""
    number = _DAY.search(plain_digits(words))
    folded = fold(words)
    if number is None:
        return None
    for month, forms in enumerate(pack.settings.months, 1):
        if any(fold(form) in folded for form in forms.split("|")):
            return _nearest(int(number.group()), month, published)
    return None


def _nearest(day: int, month: int, published: date) -> date | None:
    for year in (published.year, published.year - 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= published + timedelta(days=2):
            return found
    return None
