"""The rules `quote` and `digest`: is a quotation the words at the place it names, in the copy it was taken from."""

import re
from collections.abc import Iterator

from chancery.advise.find_quote import find_quote, holds
from chancery.advise.grounds import Grounds
from chancery.advise.records import Block, Check, Verdict
from chancery.common.citation import Citation, digest_of
from chancery.common.said import Said, say

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
        if holds(stored, *parts):
            told = say("the quotation “{words}” stands in what it cites, but not at the words cited", words=words)
        else:
            told = say("the quotation “{words}” is in nothing this statement cites", words=words)
        yield Check(block.id, "quote", "blocking", told, (start, end))


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
            told = say("the stored copy of {ref} is not the one that was quoted; quote it again", ref=citation.ref)
            yield Check(block.id, "digest", "blocking", told)


def _check_citation(block: Block, citation: Citation, grounds: Grounds) -> Iterator[Check]:
    if citation.kind != "article":
        yield from _check_record(block, citation, grounds)
        return
    article, span = grounds.articles.get(citation.ref), citation.span
    if article is None:
        return
    if span is None:
        yield Check(block.id, "quote", "blocking", say("cites {ref} without a span of its text", ref=citation.ref))
        return
    field = article.field(span.field)
    found = find_quote(citation.quote or field[span.start : span.end], field, span.start, span.end)
    yield from _judge(block, citation, found)


def _check_record(block: Block, citation: Citation, grounds: Grounds) -> Iterator[Check]:
    record = grounds.records.get(citation.ref)
    if record is None:
        return
    if citation.value is not None and citation.value != record.value:
        value = f"{citation.value:g}"
        told = say("cites {ref} with the value {value}, which is not its value", ref=citation.ref, value=value)
        yield Check(block.id, "quote", "blocking", told)
    if citation.quote and not holds(f"{record.title}\n{record.text}", citation.quote):
        yield from _judge(block, citation, "missing")


def _judge(block: Block, citation: Citation, found: str) -> Iterator[Check]:
    if found in _FOUND:
        verdict: Verdict = "warning" if found == "folded" else "blocking"
        yield Check(block.id, "quote", verdict, say(_FOUND[found].template, ref=citation.ref))
    elif found == "missing":
        told = say("the quotation is not in the stored text of {ref}: the span lies outside the text", ref=citation.ref)
        if citation.quote:
            words = citation.quote
            told = say("the quotation is not in the stored text of {ref}: “{words}”", ref=citation.ref, words=words)
        yield Check(block.id, "quote", "blocking", told)


_FOUND = {
    "folded": Said("the quotation from {ref} differs from the text in signs only"),
    "cut": Said("the quotation from {ref} begins or ends inside a word; take the whole word"),
    "moved": Said("the quotation from {ref} does not stand at its span"),
}
"""What is said of a quotation, by what `find_quote` made of it."""
