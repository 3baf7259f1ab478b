"""The sentences of a story's sources that stand in the brief: the best that differ, one owner before another speaks twice."""

import re
from collections.abc import Callable, Sequence

from chancery.advise.count_voices import owner_of
from chancery.advise.quote_articles import QuoteBudget, quote_span
from chancery.advise.rank_sentences import Ranked, rank_sentences
from chancery.advise.records import Block
from chancery.advise.summarise import says_same
from chancery.common.citation import Span
from chancery.common.day_words import MONTHS
from chancery.common.text import fold
from chancery.watch.records import Article

_DATELINE = re.compile(r"([^\n–—]{2,60}?)\s*[–—]\s+(?=\S)")
"""What stands before a dash at the head of a text: place, day or agency, if no other word is among it."""
LONGEST_DATELINE = 6  # words

_END = " .!?"
MOST_READ = 40
"""Articles whose sentences are weighed: a story of hundreds says the same in its first forty, best first."""


def quote_facts(
    articles: Sequence[Article], heading: Block, most: int, language: str, budget: QuoteBudget
) -> tuple[Block, ...]:
    """Return at most `most` sentences of `articles`: one of the article that heads the story, then the best.

    Those of the brief's own `language` stand before others; what only repeats the heading is left out.
    """
    read = articles[:MOST_READ]
    by_id = {article.id: article for article in read}
    said = fold(heading.text).rstrip(_END)
    new = [sentence for sentence in rank_sentences(read) if fold(sentence.text).rstrip(_END) != said]
    ranked = sorted(new, key=_order(read, language))
    head = next((sentence for sentence in ranked if sentence.article == heading.citations[0].ref), None)
    if head and head.lang == language:
        ranked = [head, *(sentence for sentence in ranked if sentence is not head)]
    taken: list[Ranked] = []
    blocks: list[Block] = []
    for allowed in (1, most):  # first round: one sentence an owner
        for sentence in ranked:
            article = by_id[sentence.article]
            owner = owner_of(article.source, budget.sources)
            spoken = sum(owner_of(by_id[other.article].source, budget.sources) == owner for other in taken)
            if len(blocks) >= most or spoken >= allowed or any(says_same(sentence, other) for other in taken):
                continue
            span = without_dateline(article, sentence.span)
            block = quote_span(article, span, budget, f"{heading.story}-{len(blocks) + 1}", heading.story)
            if block:
                taken.append(sentence)
                blocks.append(block)
    return tuple(blocks)


def without_dateline(article: Article, span: Span) -> Span:
    """Return `span` without the dateline it begins with, where it is the first of its text."""
    found = _DATELINE.match(article.text[: span.end]) if span.start == 0 else None
    return Span(span.field, found.end(), span.end) if found and _is_dateline(found[1].split()) else span


def _is_dateline(words: Sequence[str]) -> bool:
    """Tell whether words name a place, a day or an agency: each has a capital or a digit, or is a month."""
    bare = [word.strip("(),.") for word in words]
    named = all(not word or not word[0].islower() or word.casefold() in MONTHS for word in bare)
    return named and len(words) <= LONGEST_DATELINE


def _order(articles: Sequence[Article], language: str) -> Callable[[Ranked], tuple[bool, float, int]]:
    """Return the key that sorts sentences: the brief's language first, unless no article has it; then by rank."""
    place = {article.id: at for at, article in enumerate(articles)}
    foreign = {article.id for article in articles if article.lang != language}
    mixed = len(foreign) < len(place)
    return lambda sentence: (mixed and sentence.article in foreign, -sentence.rank, place[sentence.article])
