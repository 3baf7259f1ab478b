"""The first checker: every statement is cited, its quotation found, its numbers and days found, its likelihood word fits.

A brief is checked on every save and every export; what is blocking does not leave. Rules:

cited       a statement cites something that is there; a note may stand alone
quote       a quotation is the text at its span; one that only differs in signs is a warning
numbers     each number and day of a statement stands in what it cites
likelihood  a word of likelihood fits the probability of its block
voice       a machine sentence about the world is the quotation itself, to the letter
readers     no block cites what is marked above the brief
"""

from collections.abc import Iterator, Mapping, Sequence

from chancery.advise.check_likelihood import check_likelihood
from chancery.advise.check_numbers import check_numbers
from chancery.advise.find_quote import find_quote
from chancery.advise.records import Block, Brief, Check, Record
from chancery.common.citation import Citation
from chancery.common.likelihood import NEUTRAL, LikelihoodTable
from chancery.common.errors import BlockedBrief
from chancery.common.mark import within
from chancery.watch.records import Article, Source


def check_brief(
    brief: Brief,
    articles: Mapping[str, Article],
    records: Mapping[str, Record],
    table: LikelihoodTable = NEUTRAL,
    sources: Mapping[str, Source] | None = None,
) -> tuple[Check, ...]:
    """Return every fault of `brief` against the stored `articles` and `records`, by id, in reading order."""
    checks: list[Check] = []
    for block in brief.blocks:
        checks += check_block(block, articles, records, table)
        checks += [
            Check(block.id, "readers", "blocking", f"cites {c.ref}, marked {c.mark}, in a brief marked {brief.mark}")
            for c in block.citations
            if not within(c.mark, brief.mark)
        ]
    return tuple(checks)


def check_block(
    block: Block, articles: Mapping[str, Article], records: Mapping[str, Record], table: LikelihoodTable
) -> tuple[Check, ...]:
    """Return the faults of one block; an empty result means nothing to say against it."""
    return (
        *_check_cited(block, articles, records),
        *(check for citation in block.citations for check in _check_quote(block, citation, articles, records)),
        *_check_voice(block),
        *check_numbers(block, articles, records),
        *check_likelihood(block, table),
    )


def faults(checks: Sequence[Check]) -> tuple[str, ...]:
    """Return what blocks, in words, one a fault."""
    return tuple(f"{check.block}: {check.message}" for check in checks if check.verdict == "blocking")


def refuse_blocked(checks: Sequence[Check]) -> None:
    """Raise BlockedBrief where a check blocks; a brief passes here before every save and every export."""
    blocking = faults(checks)
    if blocking:
        raise BlockedBrief(blocking)


def _check_cited(block: Block, articles: Mapping[str, Article], records: Mapping[str, Record]) -> Iterator[Check]:
    if not block.citations and block.kind != "note":
        yield Check(block.id, "cited", "blocking", f"this {block.kind} cites nothing; name an article or a record")
    for citation in block.citations:
        known = citation.ref in (articles if citation.kind == "article" else records)
        if not known:
            yield Check(block.id, "cited", "blocking", f"cites {citation.ref}, which is not stored here")


def _check_quote(
    block: Block, citation: Citation, articles: Mapping[str, Article], records: Mapping[str, Record]
) -> Iterator[Check]:
    if citation.kind == "article":
        article, span = articles.get(citation.ref), citation.span
        if article is None:
            return
        if span is None:
            yield Check(block.id, "quote", "blocking", f"cites {citation.ref} without a span of its text")
            return
        found = find_quote(citation.quote, article.field(span.field), span.start, span.end)
    else:
        record = records.get(citation.ref)
        if record is None or not citation.quote:
            return
        place = record.text.find(citation.quote)
        found = find_quote(citation.quote, record.text, place, place + len(citation.quote))
    if found == "folded":
        yield Check(block.id, "quote", "warning", f"the quotation from {citation.ref} differs from the text in signs only")
    elif found == "moved":
        yield Check(block.id, "quote", "blocking", f"the quotation from {citation.ref} does not stand at its span")
    elif found == "missing":
        yield Check(
            block.id, "quote", "blocking", f"the quotation is not in the stored text of {citation.ref}: “{citation.quote}”"
        )


def _check_voice(block: Block) -> Iterator[Check]:
    if block.voice == "source" and not any(block.text == citation.quote for citation in block.citations):
        yield Check(block.id, "voice", "blocking", "a machine sentence about the world must be a quotation, to the letter")
    if block.voice == "record" and not block.template:
        yield Check(block.id, "voice", "blocking", "a machine sentence about our own records must name its template")
