"""Words said in quotation marks, with who said them where the verb of saying and the speaker stand beside."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from typing import Final

from chancery.common.citation import Span
from chancery.watch.facts.records import Actor, Quote
from chancery.watch.language import CueHit, Pack

SHORTEST: Final = 12
"""Signs below which marked words are a title or a so-called thing, not speech."""
LONGEST: Final = 1_500
"""Signs past which a mark that is never closed is taken for an odd one."""
BESIDE: Final = 90
"""Signs on either side of a quotation in which its speaker and verb stand."""


def read_quotes(text: str, field: str, says: list[CueHit], actors: tuple[Actor, ...], pack: Pack) -> tuple[Quote, ...]:
    """Return the quotations in a field. `says` are the verbs of saying and `actors` the actors in it, in order.

    A quotation with no speaker beside it goes on with the last one's, where only a few signs lie between them.
    """
    found: list[Quote] = []
    marked = _marked(text, pack.settings.quotes)
    verbs = _outside(((say.start, say.end) for say in says), marked)
    named = _outside(((actor.span.start, actor.span.end) for actor in actors), marked)
    for start, end in marked:
        if end - start < SHORTEST:
            continue
        verb = _nearest(verbs, start, end)
        speaker = _nearest(named, start, end, verb) if verb else None
        because = "verb of saying beside" if verb else ""
        if verb is None and found and found[-1].speaker and start - found[-1].span.end < BESIDE:
            speaker, verb, because = _pair(found[-1].speaker), _pair(found[-1].verb), "goes on with the last speaker"
        found.append(
            Quote(Span(field, start, end), text[start:end], _span(field, speaker), _span(field, verb), because or "marks alone")
        )
    return tuple(found)


def _marked(text: str, quotes: tuple[tuple[str, str], ...]) -> list[tuple[int, int]]:
    """Return what stands between marks, outermost first; a mark without its partner is passed over."""
    found: list[tuple[int, int]] = []
    last = 0
    pattern, closing = _pattern(quotes), dict(quotes)
    while match := pattern.search(text, last):
        if text[match.start() - 1 : match.start()].isalnum() and match.group() == closing[match.group()]:
            last = match.end()  # a mark inside a word, as in Hebrew abbreviations
            continue
        close = closing[match.group()]
        end = text.find(close, match.end(), match.end() + LONGEST)
        if end < 0:
            last = match.end()
            continue
        found.append((match.end(), end))
        last = end + len(close)
    return found


@cache
def _pattern(quotes: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(opening) for opening, _ in quotes) or r"(?!)")


def _outside(spans: Iterable[tuple[int, int]], marked: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans that lie in no quotation: who is named there is spoken of, and does not speak."""
    kept = []
    for span in spans:
        place = bisect_left(marked, (span[0] + 1, 0)) - 1
        if place < 0 or marked[place][1] <= span[0]:
            kept.append(span)
    return kept


def _nearest(spans: list[tuple[int, int]], start: int, end: int, verb: tuple[int, int] | None = None) -> tuple[int, int] | None:
    """Return the span closest to a quotation; with a verb, the closest to that, on the same side."""
    best, least = None, BESIDE + 1
    for first, last in spans[bisect_left(spans, (start - 2 * BESIDE, 0)) : bisect_left(spans, (end + BESIDE, 0))]:
        away = start - last if last <= start else first - end
        if away > BESIDE or (verb is not None and (verb[0] < start) != (first < start)):
            continue
        gap = away if verb is None else min(abs(first - verb[1]), abs(verb[0] - last))
        if gap < least:
            best, least = (first, last), gap
    return best


def _span(field: str, pair: tuple[int, int] | None) -> Span | None:
    return Span(field, *pair) if pair else None


def _pair(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span else None
