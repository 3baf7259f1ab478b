"""Blocks that quote: a source's own words, within what the source allows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from chancery.advise.cite import cite_span
from chancery.advise.records import Block
from chancery.common.citation import Span
from chancery.common.text import count_words
from chancery.watch.records import Article, Source


@dataclass(slots=True)
class QuoteBudget:
    """Words of each article already quoted in this brief; a passage quoted twice is counted once."""

    sources: Mapping[str, Source]
    spent: dict[str, int] = field(default_factory=dict)
    taken: set[tuple[str, Span]] = field(default_factory=set)

    def take(self, article: Article, span: Span) -> bool:
        """Spend the words of a passage if the source allows them; tell whether it did."""
        if (article.id, span) in self.taken:
            return True
        rights = self.source_of(article).rights
        words = count_words(article.field(span.field)[span.start : span.end])
        if not rights.pass_on or self.spent.get(article.id, 0) + words > rights.quote_words:
            return False
        self.spent[article.id] = self.spent.get(article.id, 0) + words
        self.taken.add((article.id, span))
        return True

    def source_of(self, article: Article) -> Source:
        """Return the source of an article; one not configured is known by its id alone."""
        return self.sources.get(article.source) or Source(article.source, article.source)


def quote_span(article: Article, span: Span, budget: QuoteBudget, block_id: str, story: str) -> Block | None:
    """Return a fact in the source's own words, or None where the source does not allow them."""
    text = article.field(span.field)[span.start : span.end]
    if not text.strip() or not budget.take(article, span):
        return None
    source = budget.source_of(article)
    return Block(
        block_id, "fact", text, (cite_span(article, source, span),), "source", article.lang, speaker=source.name, story=story
    )


def title_span(article: Article) -> Span:
    """Return the span of an article's whole title."""
    return Span("title", 0, len(article.title))


def quote_title(articles: Sequence[Article], budget: QuoteBudget, block_id: str, story: str) -> Block | None:
    """Return the first title that may be quoted."""
    for article in articles:
        block = quote_span(article, title_span(article), budget, block_id, story)
        if block:
            return block
    return None
