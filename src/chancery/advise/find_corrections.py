"""Which stories were corrected by their own outlet or denied, and where accounts of one matter differ."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chancery.common.read_days import read_days
from chancery.common.read_numbers import outside_days, read_numbers
from chancery.common.split_sentences import split_sentences
from chancery.common.text import fold
from chancery.watch.records import Article, Story

_CUES = re.compile(
    # How agencies head a correction: en, fr, es, pt, it, de, vi, ru, ar, zh; folded.
    r"^\W*(?:correct(?:ion|ed|s)\b|clarification\b|rectificatif|correctif|corrige\b|correccion|fe de erratas|correcao|rettifica"
    r"|korrektur|berichtigung|dinh chinh|поправка|исправлен|تصحيح|تصويب|更正|订正)"
    r"|\bcorrects?\b.*\b(?:toll|figure|report|number)\b|\b(?:dinh chinh|corrige|rectifica)\b"
)
_DENIALS = re.compile(
    # How titles tell a denial: en, fr, es, pt, it, de, vi, ru, ar, zh; folded. To deny a visa or bail is none.
    r"\b(?:den(?:y|ies|ied)|denials?)\b(?!\s+(?:\w+\s+){0,2}(?:entry|visas?|bail|access|boarding|asylum|permits?|licen[cs]es?)\b)"
    r"|\bno truth\b|\b(?:false|unfounded) (?:report|rumou?r|claim)s?\b|\brumou?rs? (?:false|unfounded)\b"
    r"|\bdement(?:ent|i|is)?\b|\bdesmiente[ns]?\b|\bniegan?\b|\bdesment(?:e|em|iu)\b|\bsmenti(?:sce|scono|ta)\b"
    r"|\b(?:dementier|bestreite)\w*|\b(?:bac bo|phu nhan)\b|опроверг|отрицает|отрицают"
    r"|(?<!\w)(?:[تي]نفي|نف[ىت])(?!\w)|否认|否認|辟谣|闢謠"
)
_NOUN = re.compile(r"\s*[-–]?\s*([^\W\d_]{3,})")
STEM = 5  # letters of the counted noun that must agree; enough for plural and case endings


@dataclass(frozen=True, slots=True)
class Difference:
    """Two counts of one thing by two articles: the words of each, number first."""

    one: str
    first: Article
    other: str
    second: Article


def find_correction(story: Story) -> Article | None:
    """Return the latest article of a story that says it corrects, or None."""
    corrections = [r.article for r in story.readings if r.copy is None and _CUES.search(fold(r.article.title))]
    return max(corrections, key=lambda article: (article.seen, article.id), default=None)


def find_denial(articles: Sequence[Article]) -> Article | None:
    """Return the latest of `articles` whose title tells that somebody denies what the others report, or None."""
    denials = [article for article in articles if _DENIALS.search(fold(article.title))]
    return max(denials, key=lambda article: (article.seen, article.id), default=None)


def find_difference(articles: Sequence[Article]) -> Difference | None:
    """Return the first pair of articles, newest first, that count the same noun differently in title or first sentence."""
    ordered = sorted(articles, key=lambda article: (article.seen, article.id), reverse=True)
    seen: dict[tuple[str, str], tuple[float, str, Article]] = {}
    for article in ordered:
        for noun, value, words in _counts(article):
            key = (article.lang, noun)
            known = seen.setdefault(key, (value, words, article))
            if known[0] != value and known[2].source != article.source:
                return Difference(known[1], known[2], words, article)
    return None


def _counts(article: Article) -> Iterator[tuple[str, float, str]]:
    """Yield what an article counts: the stem of the noun, the number, the words."""
    first = next(((a, b) for a, b in split_sentences(article.text)), (0, 0))
    for text in (article.title, article.text[first[0] : first[1]]):
        for number in outside_days(read_numbers(text, article.lang), read_days(text)):
            noun = _NOUN.match(text, number.end)
            if noun and number.value == int(number.value) and number.value not in (1, 2):
                yield fold(noun[1])[:STEM], number.value, text[number.start : noun.end()]
