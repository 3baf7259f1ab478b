"""A statement about our own records, before it is worded."""

from dataclasses import dataclass
from datetime import date

from chancery.common.citation import Citation

Value = str | int | float | date
Values = tuple[tuple[str, Value], ...]
"""What fills a template, by name."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement that a numbered template words, with what it rests on.

    `template` is the number of a template of the phrase book ("D2" is "due in N days"), `values` are what fills it, by name.
    `about` is the id of the record it speaks of; two findings of one day with the same `id` are the same finding.
    `weight` orders findings of one kind, higher first.
    """

    id: str
    template: str
    values: Values
    citations: tuple[Citation, ...]
    about: str = ""
    weight: float = 0.0
    mark: str = "public"
