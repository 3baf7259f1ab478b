"""The rules `quote` and `digest`: is a quotation the words at the place it names, in the copy it was taken from."""

import re
from collections.abc import Iterator

from chancery.advise.find_quote import find_quote, holds
from chancery.advise.grounds import Grounds
from chancery.advise.records import Block, Check
from chancery.common.citation import Citation, digest_of

_QUOTED = re.compile(
    r"“([^“”]+)”|«\s*([^«»]+?)\s*»|„([^„“”]+)[“”]|\"([^\"“”]+)”|\"([^\"]+)\"|“([^“”\"]+)\"|”([^“”]+)”|＂([^＂]+)＂"
    r"|「([^「」]+)」|『([^『』]+)』|｢([^｢｣]+)｣|‹([^‹›]+)›"
    r"|(?<!\w)‘([^‘’\n]+(?:’\w[^‘’\n]*)*)’(?!\w)|(?<!\w)'([^'\n]+(?:'\w[^'\n]*)*)'(?!\w)"  # it's is one word
)
_ELLIPSIS = re.compile(r"\s*[\[(]?(?:…|\.\.\.)[\])]?\s*")


def check_quotes(block: Block, grounds: Grounds) -> Iterator[Check]:
    """Yield a fault for each citation whose quotation is not at its span, and each quotation in the sentence that is nobody's.

    A source's own words are compared once, as the citation; what stands in quotation marks inside them is the source's.
    """
    for citation in block.citations:
        yield from _check_citation(block, citation, grounds)
    if block.voice == "source":
        return
    vouched = "\n".join(grounds.vouched(citation) for citation in block.citations)
    stored = "\n".join(grounds.whole(citation) for citation in block.citations)
    for start, end, words in quotations(block.text):
        parts = [part for part in _ELLIPSIS.split(words) if part.strip()]
        if holds(vouched, *parts):
            continue
        elsewhere = holds(stored, *parts)
        where = "stands in what it cites, but not at the words cited" if elsewhere else "is in nothing this statement cites"
        yield Check(block.id, "quote", "blocking", f"the quotation “{words}” {where}", (start, end))


def quotations(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and words of what stands in quotation marks in `text`, the marks outside."""
    for found in _QUOTED.finditer(text):
        group = found.lastindex or 0
        yield found.start(group), found.end(group), found[group]


def check_digest(block: Block, grounds: Grounds) -> Iterator[Check]:
    """Yield a fault where the stored field is no longer the copy that was quoted."""
    for citation in block.citations:
        article, span = grounds.articles.get(citation.ref), citation.span
        if article and span and citation.digest and citation.digest != digest_of(article.field(span.field)):
            message = f"the stored copy of {citation.ref} is not the one that was quoted; quote it again"
            yield Check(block.id, "digest", "blocking", message)


def _check_citation(block: Block, citation: Citation, grounds: Grounds) -> Iterator[Check]:
    if citation.kind != "article":
        yield from _check_record(block, citation, grounds)
        return
    article, span = grounds.articles.get(citation.ref), citation.span
    if article is None:
        return
    if span is None:
        yield Check(block.id, "quote", "blocking", f"cites {citation.ref} without a span of its text")
        return
    field = article.field(span.field)
    found = find_quote(citation.quote or field[span.start : span.end], field, span.start, span.end)
    yield from _judge(block, citation, found)


def _check_record(block: Block, citation: Citation, grounds: Grounds) -> Iterator[Check]:
    record = grounds.records.get(citation.ref)
    if record is None:
        return
    if citation.value is not None and citation.value != record.value:
        message = f"cites {citation.ref} with the value {citation.value:g}, which is not its value"
        yield Check(block.id, "quote", "blocking", message)
    if citation.quote and not holds(f"{record.title}\n{record.text}", citation.quote):
        yield from _judge(block, citation, "missing")


def _judge(block: Block, citation: Citation, found: str) -> Iterator[Check]:
    ref = citation.ref
    if found == "folded":
        yield Check(block.id, "quote", "warning", f"the quotation from {ref} differs from the text in signs only")
    elif found == "cut":
        yield Check(
            block.id, "quote", "blocking", f"the quotation from {ref} begins or ends inside a word; take the whole word"
        )
    elif found == "moved":
        yield Check(block.id, "quote", "blocking", f"the quotation from {ref} does not stand at its span")
    elif found == "missing":
        said = f"“{citation.quote}”" if citation.quote else "the span lies outside the text"
        yield Check(block.id, "quote", "blocking", f"the quotation is not in the stored text of {ref}: {said}")
