"""Which sentences of several articles say most of what they share.

A sentence's rank is the root of its cosine with the centroid of all sentences, falling with its place in the article: on news,
place and redundancy carry an extract (measured on the Vietnamese sample of the `briefs` set; see benchmarks/summaries.py).
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from chancery.common.citation import Span
from chancery.common.split_sentences import split_sentences
from chancery.common.text import count_words, tokens
from chancery.watch.records import Article

PLACE = 0.5
"""How fast rank falls with place in the article; .5 was best of .3, .5 and .8 on the tuning half of the sample."""
SHORTEST = 4
"""Fewer tokens than this do not stand alone: bylines, datelines, "Read more"."""

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence of an article, with its rank and its weighted tokens (unit length)."""

    article: str
    source: str
    span: Span
    text: str
    lang: str
    words: int
    rank: float
    vector: Vector


def rank_sentences(articles: Sequence[Article]) -> tuple[Ranked, ...]:
    """Return the sentences of all texts, best first; ties by article and place.

    The title is not ranked: it is a heading. An article without text gives none.
    """
    cut = [
        (article, place, start, end) for article in articles for place, (start, end) in enumerate(split_sentences(article.text))
    ]
    bags = [Counter(tokens(article.text[start:end])) for article, _, start, end in cut]
    vectors = weigh(bags)
    centre = _unit(_sum(vectors))
    ranked = [
        Ranked(
            article.id,
            article.source,
            Span("text", start, end),
            article.text[start:end],
            article.lang,
            count_words(article.text[start:end]),
            math.sqrt(max(dot(vector, centre), 0.0)) / (1 + PLACE * place),
            vector,
        )
        for (article, place, start, end), vector, bag in zip(cut, vectors, bags, strict=True)
        if bag.total() >= SHORTEST and _stands_alone(article.text[start:end])
    ]
    return tuple(sorted(ranked, key=lambda sentence: (-sentence.rank, sentence.article, sentence.span.start)))


def dot(one: Vector, other: Vector) -> float:
    """Return the cosine of two unit vectors."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other.get(token, 0.0) for token, weight in one.items())


def weigh(bags: Sequence[Counter[str]]) -> list[Vector]:
    """Return the tokens of each text by how often they stand in it and how few of the texts hold them, of unit length."""
    spread = Counter(token for bag in bags for token in bag)
    return [_unit({token: count * math.log(1 + len(bags) / spread[token]) for token, count in bag.items()}) for bag in bags]


def _stands_alone(sentence: str) -> bool:
    """Tell whether a sentence says something by itself: not a question, not a fragment that trails off."""
    return not sentence.rstrip("\"'”’» ").endswith(("?", "؟", "？", "...", "…", ":"))


def _sum(vectors: Sequence[Vector]) -> Vector:
    total: Vector = {}
    for vector in vectors:
        for token, weight in vector.items():
            total[token] = total.get(token, 0.0) + weight
    return total


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {token: weight / length for token, weight in vector.items()} if length else {}
