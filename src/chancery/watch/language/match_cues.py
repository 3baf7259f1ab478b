"""Cues of a language pack in a text: words of events, speech, offices, figures, tone."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple, TypeAlias

from chancery.watch.language.fold_exactly import Folded
from chancery.watch.language.match_forms import Forms, match_forms
from chancery.watch.language.pack import Cue, Pack
from chancery.watch.language.same_accents import same_accents

_STOP = re.compile(r"[.!?;。！？؟।]\s|\n")


LEAD: Final = 1_500
"""Signs of a text in which events and topics are looked for."""


_Raw: TypeAlias = tuple[int, int, bool, Cue]  # start, end below zero (the longer sorts first), whether a stem, meaning


class CueHit(NamedTuple):
    """A cue at `text[start:end]` of the given text; `line` is its line in the pack's table."""

    start: int
    end: int
    table: str
    value: str
    mark: str
    line: int


def match_cues(text: str, folded: Folded, pack: Pack) -> dict[str, list[CueHit]]:
    """Return the cues in a text by their table, in order; of those that overlap the first and longest, then the exact one."""
    accents = "" if text.isascii() else pack.settings.accents
    cut = folded.text.rfind(" ", 0, LEAD) if len(folded.text) > LEAD else -1
    lead = Folded(folded.text[:cut], folded.turns) if cut > 0 else folded
    found = _match(text, folded, pack.cues, accents) | _match(text, lead, pack.lead, accents)
    return {table: _first_longest(hits, folded) for table, hits in found.items()}


def _match(text: str, folded: Folded, forms: Forms[Cue], accents: str) -> dict[str, list[_Raw]]:
    """Return what is found, by table, in no order; halves are put together."""
    found: dict[str, list[_Raw]] = {}
    heads: list[tuple[int, int, Cue]] = []
    tails: dict[int, list[tuple[int, int]]] = {}
    for start, end, _, cues in match_forms(folded, forms):
        for cue in cues:
            if cue.capital and text[folded.place(start)].islower():
                continue
            if accents and not same_accents(text, folded.span(start, end), cue.written, accents):
                continue
            if not cue.part:
                found.setdefault(cue.table, []).append((start, -end, not cue.exact, cue))
            elif cue.part == 1:
                heads.append((start, end, cue))
            else:
                tails.setdefault(cue.phrase, []).append((start, end))
    for start, end, cue in heads:
        last = _tail(end, cue.gap, tails.get(cue.phrase, ()))
        if last and not _STOP.search(text, folded.place(end - 1) + 1, folded.place(last - 1)):
            found.setdefault(cue.table, []).append((start, -last, not cue.exact, cue))
    return found


def _tail(end: int, gap: int, tails: Sequence[tuple[int, int]]) -> int:
    """Return where the nearest second half ends, 0 where none is near enough."""
    at = bisect_left(tails, (end, 0))
    return tails[at][1] if at < len(tails) and tails[at][0] - end <= gap else 0


def _first_longest(hits: list[_Raw], folded: Folded) -> list[CueHit]:
    """Keep, from the left, the longest of all that overlap; of equal spans all, but a stem only where no exact form stands."""
    hits.sort()
    kept: list[CueHit] = []
    first, last, stem = -1, -1, False
    for start, minus_end, inexact, cue in hits:
        if start >= last or (start == first and -minus_end == last and inexact == stem):
            first, last, stem = start, -minus_end, inexact
            kept.append(CueHit(*folded.span(first, last), cue[0], cue[1], cue[2], cue[3]))
    return kept
