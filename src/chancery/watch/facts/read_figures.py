"""Figures: numbers with what they count or measure, where the pack knows the unit beside them."""

import re
from collections.abc import Iterator, Sequence
from math import isfinite

from chancery.common.citation import Span
from chancery.common.read_days import read_days
from chancery.common.read_numbers import Number, outside_days, read_numbers
from chancery.watch.facts.cut_sentences import Sentence
from chancery.watch.facts.records import Figure
from chancery.watch.language import CueHit

BETWEEN = 22
"""Signs that may stand between a number and its unit: a word or two ("12 more fishermen", "40 of the dead")."""
_BREAK = re.compile(r"[.,;:!?()\n\d]")
SPELLED = 2
"""Sentences, the title among them, in which numbers in words are read: looking everywhere costs as much as all other facts."""
_DIGIT = re.compile(r"\d")
_YEAR = range(1900, 2101)


def read_figures(sentences: Sequence[Sentence], lang: str) -> Iterator[Figure]:
    """Yield the figures of an article. Numbers in words are read in its title and first sentences, digits everywhere."""
    for place, sentence in enumerate(sentences):
        units = sentence.cues.get("units", ())
        if units and (place < SPELLED or any(_beside_digit(sentence.text, unit) for unit in units)):
            yield from _figures(sentence, units, read_numbers(sentence.words, lang, spelled=place < SPELLED))


def _beside_digit(text: str, unit: CueHit) -> bool:
    """Tell whether a digit stands where the number of a unit may stand."""
    if unit.mark == "before":
        return _DIGIT.search(text, unit.end, unit.end + 2) is not None
    return _DIGIT.search(text, max(0, unit.start - BETWEEN - 2), unit.start) is not None


def _figures(sentence: Sentence, units: Sequence[CueHit], numbers: Sequence[Number]) -> Iterator[Figure]:
    signs = {hit.end - sentence.start: hit for hit in units if hit.mark == "before"}
    after = [hit for hit in units if hit.mark != "before" and not hit.value.startswith("x1")]
    found: list[tuple[Number, CueHit]] = []
    words = sentence.words
    for number in numbers:
        sign = next((signs[end] for end in (number.start, number.start - 1) if end in signs), None)
        unit = sign or _unit_after(sentence, number, after)
        if unit is None or not isfinite(number.value) or (unit is not sign and _is_named(words, number.start)):
            continue
        if number.value in _YEAR and unit.mark != "before" and unit.start - sentence.start - number.end > 1:
            continue
        found.append((number, unit))
    days = read_days(sentence.words) if found else ()
    kept = set(outside_days((number for number, _ in found), days))
    for number, unit in found:
        if number in kept:
            start = min(sentence.start + number.start, unit.start)
            end = max(sentence.start + number.end, unit.end)
            span = Span(sentence.field, start, end)
            yield Figure(number.value, unit.value, span, sentence.text[start:end], f"units.tsv:{unit.line}")


def _is_named(words: str, start: int) -> bool:
    """Tell whether a number is part of a name or of a time of day: "F-16", "COVID-19", "G20", "10:30"."""
    before, first = words[max(0, start - 1) : start], words[max(0, start - 2) : start - 1]
    cased = before.lower() != before.upper()
    return cased or (before in ("-", "–", ":") and first.isalnum())


def _unit_after(sentence: Sentence, number: Number, units: Sequence[CueHit]) -> CueHit | None:
    end = sentence.start + number.end
    for hit in units:
        if hit.start >= end:
            between = sentence.text[end : hit.start]
            return hit if len(between) <= BETWEEN and not _BREAK.search(between) else None
    return None
