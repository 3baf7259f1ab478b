"""Which of a list of terms a text holds: folded, from the start of a word, in any script."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from chancery.common.text import fold, is_unspaced
from chancery.watch.records import Story

LEAD = 600
"""Signs of a text that say what it is about; a news lead is shorter."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms compiled for matching; empty matches nothing."""

    pattern: re.Pattern[str] | None


def compile_terms(terms: Iterable[str]) -> Terms:
    """Return `terms` ready to match; a term matches from the start of a word, or anywhere in scripts without spaces."""
    parts = sorted({_part(fold(term.strip())) for term in terms if term.strip()}, key=lambda part: (-len(part), part))
    return Terms(re.compile("|".join(parts)) if parts else None)


def find_terms(terms: Terms, folded: str) -> tuple[str, ...]:
    """Return the different terms found in a folded text, sorted."""
    return tuple(sorted(set(terms.pattern.findall(folded)))) if terms.pattern else ()


def titles_of_story(story: Story) -> str:
    """Return the titles of a story's originals, folded: what ties it to a matter of ours."""
    return "\n".join(fold(reading.article.title) for reading in story.originals)


def text_of_story(story: Story) -> str:
    """Return what a story is about, folded: titles and leads of its originals."""
    return "\n".join(fold(f"{r.article.title}\n{r.article.text[:LEAD]}") for r in story.originals)


def _part(term: str) -> str:
    bound = r"\b" if len(term) <= 3 else ""  # "gao" is rice, "gaol" is not; longer terms may be inflected
    return re.escape(term) if is_unspaced(term[0]) else rf"(?<!\w){re.escape(term)}{bound}"
