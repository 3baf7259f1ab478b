"""Which of a list of terms a text holds: folded, from the start of a word, in any script."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from chancery.common.text import fold, is_unspaced
from chancery.watch.records import Reading

LEAD = 600
"""Signs of a text that say what it is about; a news lead is shorter."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms compiled for matching, and how many different ones there are; empty matches nothing."""

    pattern: re.Pattern[str] | None
    count: int = 0


def compile_terms(terms: Iterable[str]) -> Terms:
    """Return `terms` ready to match; a term matches from the start of a word, or anywhere in scripts without spaces."""
    parts = sorted({_part(fold(term.strip())) for term in terms if term.strip()}, key=lambda part: (-len(part), part))
    return Terms(re.compile("|".join(parts)) if parts else None, len(parts))


def find_terms(terms: Terms, folded: str) -> tuple[str, ...]:
    """Return the different terms found in a folded text, sorted."""
    return tuple(sorted(set(terms.pattern.findall(folded)))) if terms.pattern else ()


def fold_leads(readings: Iterable[Reading]) -> str:
    """Return what readings are about, folded: their titles and leads."""
    return "\n".join(fold(f"{reading.article.title}\n{reading.article.text[:LEAD]}") for reading in readings)


def _part(term: str) -> str:
    bound = r"\b" if len(term) <= 3 else ""  # "gao" is rice, "gaol" is not; longer terms may be inflected
    return re.escape(term) if is_unspaced(term[0]) else rf"(?<!\w){re.escape(term)}{bound}"
