"""Articles that hold the words of a query, in any script, with the words that matched."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from chancery.common.text import tokens
from chancery.watch.records import Article

TITLE = 3.0  # a word in the headline weighs as much as three in the text
FULL = 1_200.0  # signs of text at which frequent words stop counting for length alone


@dataclass(frozen=True, slots=True)
class Found:
    """An article that matches: the words of the query that it holds, folded, and how well it answers, above 0."""

    article: Article
    matched: tuple[str, ...]
    score: float


def compile_query(query: str) -> tuple[str, ...]:
    """Return the different folded words of a query; pairs of signs where a script has no spaces.

    >>> compile_query("Đà Nẵng 河内市")
    ('da', 'nang', '河内', '内市')
    """
    return tuple(dict.fromkeys(tokens(query)))


def search_article(article: Article, query: Sequence[str]) -> Found | None:
    """Return how an article answers a compiled query, or None where it lacks one of its words.

    >>> from datetime import UTC, datetime
    >>> article = Article("1", "s", "Rice quota in Đà Nẵng", datetime(2026, 3, 9, tzinfo=UTC), "The quota ends.")
    >>> search_article(article, compile_query("da nang quota")).matched
    ('da', 'nang', 'quota')
    """
    title, text = tokens(article.title), tokens(article.text)
    in_title, in_text = _count(title, query), _count(text, query)
    if not query or any(not in_title[word] and not in_text[word] for word in query):
        return None
    length = 1.0 + len(article.text) / FULL
    score = sum(TITLE * min(in_title[word], 1) + math.log1p(in_text[word]) / length for word in query) / len(query)
    return Found(article, tuple(query), round(score, 4))


def _count(words: Sequence[str], query: Sequence[str]) -> dict[str, int]:
    counts = dict.fromkeys(query, 0)
    for word in words:
        if word in counts:
            counts[word] += 1
    return counts
