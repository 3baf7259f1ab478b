"""How many a text says died, were hurt or are missing: a number that it gives for something else is not that number."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from chancery.advise.read_kinds import Kind, Odds, counts_nothing_named, find_fates
from chancery.common.read_numbers import Number
from chancery.common.text import REACH, match_before

_SENTENCE = re.compile(r"[;!?\n؛؟]|\.(?!\w)")
_BEFORE = re.compile(r"([^\W\d_])\w*[\s\u00a0-]$")
_TOUCHING = 4  # words between a number and the fate of those it counts: "killing at least 12", "four of our nationals died"
_YEARS = range(1900, 2101)
_MOST = 40  # figures of one value that are looked at; a text that has more is a table, and no table is sure
_SETTLED = frozenset({"the dead", "the rescued", "the arrested"})  # the missing and the injured may yet be found or die
_VAGUE = re.compile(
    r"(?<!\w)(?:toll|casualt\w+|victims?|bilan|victimes?|balance|víctimas?|nạn nhân|thương vong|пострадавш\w+|ضحايا|ضحية|حصيلة"
    r"|others?|more|autres?|otros?|otras?|más|khác|nữa|други\w+|ещ[её]|آخر\w*)(?!\w)",
    re.IGNORECASE,
)
"""Words that count people without saying what became of them; a number beside one may be of any fate."""
_PART = re.compile(
    r"(?:of whom|of them|of those|among them|including|dont|d['’]entre eux|parmi eux|y compris|de ell[oa]s|entre ell[oa]s"
    r"|de los cuales|de las cuales|incluidos?|incluidas?|trong đó(?: có)?|gồm|kể cả|в том числе|из них|среди них|включая"
    r"|منهم|بينهم|من بينهم)",
    re.IGNORECASE,
)
"""Words that make a number a part of the one before: "12 died, three of them children"."""

_JOINED = re.compile(r"\s+[\w-]+\s+(?:(?:and|et|y|e|và|и)\s+|و\s?)", re.IGNORECASE)
"""What stands between two numbers of one fate: "13 people and 2 policemen were killed"."""


class Figure(NamedTuple):
    """A number of a source with its kind and all the numbers of its text."""

    number: Number
    kind: Kind
    text: str
    language: str


def counted_otherwise(said: Figure, alike: Sequence[Figure], figures: Sequence[Figure]) -> tuple[Odds, Figure | None]:
    """Tell whether a source counts those of a fate by other numbers than `said`, and return one such figure.

    `alike` are the figures of its value, `figures` all of the source's. "perhaps" where one that is alike may be of that fate:
    in a sentence that names it, of victims, of nothing named.
    """
    fates = said.kind.fates
    counts = [figure for figure in figures if figure.kind.fates and figure.kind.fates <= fates and _counts_people(figure)]
    if not counts or not _counts_people(said) or any(figure.kind.fates & fates for figure in alike):
        return "", None
    near = alike[:_MOST]
    if any(_part_of(figure, figures) & fates for figure in near):
        return "", None
    doubt = len(fates) > 1 or len(alike) > _MOST or any(_may_be(figure, fates, figures) for figure in near)
    return "perhaps" if doubt else "surely", counts[0]


def _counts_people(figure: Figure) -> bool:
    """Tell whether a number with a fate counts people: it says so, or its fate stands close by; no year, no part of a name."""
    number, text = figure.number, figure.text
    if number.value in _YEARS or number.value < 0 or _in_name(text, number.start):
        return False
    if figure.kind.thing == "people":
        return True
    if figure.kind.thing:
        return False
    start = max(0, number.start - REACH)
    here = text[start : number.end + REACH]
    first, last = number.start - start, number.end - start
    return any(
        len((here[end:first] if end <= first else here[last:begin]).split()) <= _TOUCHING
        for begin, end in find_fates(here, figure.kind.fates, figure.language)
    )


def _in_name(text: str, start: int) -> bool:
    """Tell whether a word with a capital stands right before a number within a sentence: "a Boeing 737", "on Flight 302"."""
    word = match_before(_BEFORE, text, start)
    if word is None or not word[1].isupper():
        return False
    before = text[max(0, word.start() - REACH) : word.start()].rstrip()
    return before != "" and before[-1] not in '.:;!?»”"'


def _part_of(figure: Figure, figures: Sequence[Figure]) -> frozenset[str]:
    """Return the fates of those a figure counts a part of, "12 died, of whom three were children", or counts together with."""
    number, text = figure.number, figure.text
    start, end = _sentence(figure)
    near = [other for other in figures if other.text is text and start <= other.number.start < end and other.kind.fates]
    for other in near:
        if other.number.start > number.end and _JOINED.fullmatch(text, number.end, other.number.start):
            return other.kind.fates
    before = [other for other in near if other.number.start < number.start]
    after = _PART.match(text[number.end :].lstrip())
    wholes = [other for other in before if after or _PART.search(text, other.number.end, number.start)]
    return wholes[-1].kind.fates if wholes else frozenset()


def _may_be(figure: Figure, fates: frozenset[str], figures: Sequence[Figure]) -> bool:
    """Tell whether a figure without a fate may be of one of `fates` after all."""
    text, number = figure.text, figure.number
    if _part_of(figure, figures) & _SETTLED:
        return False
    start, end = _sentence(figure)
    if _VAGUE.search(text, start, end) or counts_nothing_named(text, number, figure.language):
        return True
    others = [other.number for other in figures if other.text is text and start <= other.number.start < number.start]
    named = [(first, last) for first, last in find_fates(text, fates, figure.language) if start <= first < end]
    return any(not any(other.end <= first and last <= number.start for other in others) for first, last in named)


def _sentence(figure: Figure) -> tuple[int, int]:
    """Return where the sentence of a figure begins and ends; a semicolon parts it."""
    ends = [match.end() for match in _SENTENCE.finditer(figure.text, 0, figure.number.start)]
    stop = _SENTENCE.search(figure.text, figure.number.end)
    return ends[-1] if ends else 0, stop.start() if stop else len(figure.text)
