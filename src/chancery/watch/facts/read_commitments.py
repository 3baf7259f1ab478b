"""Commitments announced in public: who promised what to whom, due when."""

import calendar
import re
from collections.abc import Sequence
from datetime import date

from chancery.common.citation import Span
from chancery.common.read_days import read_days
from chancery.common.text import plain_digits
from chancery.watch.facts.cut_sentences import Sentence
from chancery.watch.facts.records import Promise

_YEAR = re.compile(r"(?<![\d.,])(20[2-9]\d)(?![\d.,]*\d)")


def read_commitments(sentences: Sequence[Sentence], published: date) -> tuple[Promise, ...]:
    """Return the commitments of an article, one a sentence at most."""
    found: list[Promise] = []
    for sentence in sentences:
        for hit in sentence.cues.get("commitments", ())[:1]:
            who = next((actor for actor in reversed(sentence.actors) if actor.span.end <= hit.start), None)
            if who is None:
                continue
            after = (actor for actor in sentence.actors if actor.span.start >= hit.end)
            to = next((actor for actor in after if (actor.code, actor.sector) != (who.code, who.sector)), None)
            span = Span(sentence.field, who.span.start, sentence.end)
            due = _due(sentence.text[hit.end : sentence.end], published)
            surface = sentence.text[span.start : span.end]
            found.append(Promise(who, to, due, span, surface, f"commitments.tsv:{hit.line}"))
    return tuple(found)


def _due(text: str, published: date) -> date | None:
    """Return the last day that the words after a promise name, where it lies ahead."""
    for day in reversed(read_days(text)):
        for year in (day.year,) if day.year else (published.year, published.year + 1):
            last = calendar.monthrange(year, day.month)[1]
            due = date(year, day.month, min(day.day, last))
            if due >= published:
                return due
    years = [int(match[1]) for match in _YEAR.finditer(plain_digits(text)) if int(match[1]) >= published.year]
    return date(years[-1], 12, 31) if years else None
