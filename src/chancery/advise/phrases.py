"""The numbered templates: the only sentences this room writes by itself, and only about our own records."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from chancery.common.errors import InputError
from chancery.common.finding import Finding, Value

_YEAR = re.compile(r"[^\w{}]*\{year\}")
_SLOT = re.compile(r"\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}")


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrase book of one language: templates by number, months, weekdays from Monday, and how a day is written.

    `year` is the year of the brief: a day in it is written without its year; 0 writes every day in full.
    """

    language: str
    templates: Mapping[str, str]
    months: tuple[str, ...]
    day: str
    titles: Mapping[str, str]
    weekdays: tuple[str, ...]
    year: int = 0


def word_finding(finding: Finding, phrases: Phrases) -> str:
    """Return the sentence of a finding. Raises InputError where its template or a value of it is missing."""
    return word(finding.template, dict(finding.values), phrases)


def word(number: str, values: Mapping[str, Value], phrases: Phrases) -> str:
    """Fill template `number`: `{name}` takes a value, `{name|one|many}` the noun of a count, `{weekday}` that of `day`."""
    try:
        template = phrases.templates[number]
    except KeyError:
        raise InputError(f"the phrase book of {phrases.language!r} has no template {number}") from None

    def fill(slot: re.Match[str]) -> str:
        name, one, many = slot.groups()
        day = values.get("day")
        if name == "weekday" and isinstance(day, date):
            return phrases.weekdays[day.weekday()]
        if name not in values:
            raise InputError(f"template {number} needs a value for `{name}`")
        value = values[name]
        if one is not None:
            return one if value == 1 else many
        return write_value(value, phrases)

    return _SLOT.sub(fill, template)


def write_value(value: Value, phrases: Phrases) -> str:
    """Return a value as the language writes it: a day in words, a number plain, text as it is."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return write_day(value, phrases)
    return f"{value:g}" if isinstance(value, float) else str(value)


def write_day(day: date, phrases: Phrases) -> str:
    """Return a day as the language writes it, without its year where that is the year of the brief."""
    pattern = _YEAR.sub("", phrases.day) if day.year == phrases.year else phrases.day
    return pattern.format(day=day.day, month=phrases.months[day.month - 1], number=day.month, year=day.year)
