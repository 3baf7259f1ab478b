"""The brief as JSON: what `chancery advise check` reads, and the brief whole, in one file.

An article travels with the words that are quoted and no others: the rest of its text is blank, sign for sign, so that spans
keep their places and a source's cap holds in this export as in every other.
"""

import json
import re
from collections.abc import Iterable

from chancery.advise.records import BRIEF_FORMAT, Block, Brief, Record
from chancery.common.citation import Citation, digest_of
from chancery.common.pack import pack
from chancery.common.time import write_instant
from chancery.watch.records import Article

Json = dict[str, object]
_HALF_SIGN = re.compile(r"[\ud800-\udfff]")
"""A lone surrogate, which no UTF-8 can hold: the file is then written in ASCII."""


def write_json(brief: Brief, articles: Iterable[Article], records: Iterable[Record]) -> str:
    """Return `brief` with the articles and records it cites, as one JSON object; read and written again, the same bytes."""
    fields = _cited_fields(brief, {article.id: article for article in articles})
    ours = {record.id: record for record in records}
    cited = {citation.ref for citation in brief.citations}
    whole: Json = {
        "format": BRIEF_FORMAT,
        "id": brief.id,
        "title": brief.title,
        "as_of": write_instant(brief.as_of),
        "language": brief.language,
        "time_zone": brief.time_zone,
        "mark": brief.mark,
        "articles": [_article(article, fields) for _, article in sorted(fields.articles.items())],
        "records": [_record(ours[ref]) for ref in sorted(cited & ours.keys())],
        "blocks": [_block(block, fields) for block in brief.blocks],
        "brief": pack(brief),
    }
    written = json.dumps(whole, ensure_ascii=False, indent=1)
    if _HALF_SIGN.search(written):
        written = json.dumps(whole, indent=1)
    return f"{written}\n"


class _Fields:
    """The cited articles, and each field of them with all but its quoted words blank."""

    def __init__(self, articles: dict[str, Article], kept: dict[tuple[str, str], list[tuple[int, int]]]) -> None:
        self.articles = articles
        self.shown = {(ref, name): _blank(articles[ref].field(name), spans) for (ref, name), spans in kept.items()}


def _cited_fields(brief: Brief, articles: dict[str, Article]) -> _Fields:
    kept: dict[tuple[str, str], list[tuple[int, int]]] = {}
    used: dict[str, Article] = {}
    for block in brief.blocks:
        for citation in block.citations:
            if citation.kind == "article" and citation.ref in articles:
                used[citation.ref] = articles[citation.ref]
                if citation.span:
                    spans = kept.setdefault((citation.ref, citation.span.field), [])
                    spans.append((citation.span.start, citation.span.end))
    return _Fields(used, kept)


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    """Return `text` up to its last quoted word, with a space for every sign that no span covers."""
    signs = [" "] * max(end for _, end in spans)
    for start, end in spans:
        signs[start:end] = text[start:end]
    return "".join(signs)


def _article(article: Article, fields: _Fields) -> Json:
    line: Json = {
        "id": article.id,
        "published": write_instant(article.published),
        "title": article.title,
        "text": fields.shown.get((article.id, "text"), ""),
        "lang": article.lang,
        "url": article.url,
        "source": article.source,
        "mark": article.mark,
    }
    return {name: value for name, value in line.items() if value or name == "title"}


def _record(record: Record) -> Json:
    line: Json = {
        "id": record.id,
        "kind": record.kind,
        "date": write_instant(record.date),
        "title": record.title,
        "text": record.text,
        "value": record.value,
        "readers": list(record.readers),
        "mark": record.mark,
    }
    return {name: value for name, value in line.items() if value not in (None, "", [])}


def _block(block: Block, fields: _Fields) -> Json:
    line: Json = {
        "id": block.id,
        "kind": block.kind,
        "text": block.text,
        "citations": [_citation(citation, fields) for citation in block.citations],
        "probability": block.probability,
        "voice": block.voice,
        "lang": block.lang,
        "speaker": block.speaker,
        "template": block.template,
    }
    return {name: value for name, value in line.items() if value not in (None, "")}


def _citation(citation: Citation, fields: _Fields) -> Json:
    if citation.kind != "article" or citation.span is None:
        line: Json = {"record": citation.ref, "quote": citation.quote, "value": citation.value}
        return {name: value for name, value in line.items() if value not in (None, "")}
    span = citation.span
    shown = fields.shown.get((citation.ref, span.field), "")
    return {
        "article": citation.ref,
        "field": span.field,
        "start": span.start,
        "end": span.end,
        "quote": citation.quote,
        "digest": digest_of(shown),
    }
