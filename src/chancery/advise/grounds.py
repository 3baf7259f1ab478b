"""What the statements of one brief are looked up in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from chancery.advise.records import Block, Record
from chancery.common.citation import Citation
from chancery.common.likelihood import NEUTRAL, LikelihoodTable
from chancery.watch.records import Article, Source

FindNames = Callable[[str, str], Iterable[tuple[str, str, int, int]]]
"""From a text and its language to the names in it: a country's code; `place` for a town, else another word; start, end."""


def no_names(text: str, language: str) -> tuple[tuple[str, str, int, int], ...]:
    """Find no name: the checker then judges none."""
    return ()


@dataclass(frozen=True, slots=True)
class Grounds:
    """Stored articles and records by id, words of likelihood, rights of the sources, the gazetteer, and what the brief says.

    That is its language, its mark, the mission's time zone, and how many sources it numbers: "[3]" is one of them.
    """

    articles: Mapping[str, Article]
    records: Mapping[str, Record]
    table: LikelihoodTable = NEUTRAL
    sources: Mapping[str, Source] = field(default_factory=dict)
    find_names: FindNames = no_names
    language: str = ""
    mark: str = "restricted"
    zone: str = "UTC"
    numbered: int = 0

    def vouched(self, citation: Citation) -> str:
        """Return the words a citation vouches for: the quoted ones, else those at its span, else the whole of a record."""
        if citation.kind == "article":
            return citation.quote or self.at_span(citation)
        record = self.records.get(citation.ref)
        if record is None or citation.quote:
            return citation.quote
        return f"{record.title}\n{record.text}\n{record.date:%Y-%m-%d}"

    def at_span(self, citation: Citation) -> str:
        """Return the stored text at a citation's span, "" where there is none."""
        article, span = self.articles.get(citation.ref), citation.span
        return article.field(span.field)[span.start : span.end] if article and span else ""

    def whole(self, citation: Citation) -> str:
        """Return all that is stored of what a citation names, the outlet's name included."""
        if citation.kind != "article":
            record = self.records.get(citation.ref)
            return f"{record.title}\n{record.text}" if record else ""
        article = self.articles.get(citation.ref)
        return f"{article.title}\n{article.text}\n{citation.source}" if article else ""

    def language_of(self, block: Block) -> str:
        """Return the language of a block's words."""
        return block.lang or self.language
