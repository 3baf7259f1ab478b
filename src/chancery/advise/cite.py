"""Citations: of a span of an article, of one of our own records; and the citable form of each thing of ours."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from chancery.advise.records import Conversation, Paper, Record, RecordKind
from chancery.common.citation import Citation, Span, digest_of
from chancery.common.finding import Finding, Value
from chancery.common.mark import highest
from chancery.common.text import tokens
from chancery.watch.records import Article, Source

TELLING = 4  # signs from which a word of an office's name or a place can give a protected source away


@dataclass(frozen=True, slots=True)
class Stated:
    """A finding of our own watching before it is cited: its key within its section, its template, what fills it."""

    key: str
    template: str
    values: tuple[tuple[str, Value], ...]
    mark: str = "public"


def cite_span(article: Article, source: Source, span: Span) -> Citation:
    """Return the citation of `article`'s words at `span`, with the digest of the stored field."""
    field = article.field(span.field)
    return Citation(
        kind="article",
        ref=article.id,
        title=article.title,
        source=source.name,
        date=article.published,
        url=article.url,
        lang=article.lang,
        span=span,
        quote=field[span.start : span.end],
        digest=digest_of(field),
        mark=article.mark,
    )


def cite_title(article: Article, source: Source) -> Citation:
    """Return the citation of an article's whole title."""
    return cite_span(article, source, Span("title", 0, len(article.title)))


def cite_record(record: Record, quote: str = "") -> Citation:
    """Return the citation of one of our own records, whole or by a `quote` of its text."""
    return Citation(record.kind, record.id, record.title, "", record.date, quote=quote, value=record.value, mark=record.mark)


def record_conversation(conversation: Conversation) -> Record:
    """Return a record of conversation in its citable form; of a protected one a title that tells no office and no place."""
    title = f"{conversation.title} ({conversation.office}, {conversation.place})"
    return Record(
        conversation.id,
        "conversation",
        at_midnight(conversation.date),
        title_without_source(conversation) if conversation.protected else title,
        "" if conversation.protected else conversation.text,
        None,
        conversation.readers,
        conversation.mark,
    )


def title_without_source(conversation: Conversation) -> str:
    """Return the title of a record, or its id where a word of the office's name or of the place stands in the title."""
    telling = {word for word in tokens(f"{conversation.office} {conversation.place}") if len(word) >= TELLING}
    return conversation.id if telling.intersection(tokens(conversation.title)) else conversation.title


def record_paper(paper: Paper) -> Record:
    """Return a paper in its citable form; a survey is a figure, every other paper a document."""
    lines = (
        paper.text,
        f"Due {paper.due:%Y-%m-%d}." if paper.due else "",
        f"Status: {paper.status}." if paper.due else "",
        f"Owner: {paper.owner}." if paper.owner else "",
        f"Deputy: {paper.deputy}." if paper.deputy else "",
        f"Value: {paper.value:g} {paper.unit}." if paper.value is not None else "",
        f"Answers: {paper.n}." if paper.n is not None else "",
        f"Asked: {paper.asked}." if paper.asked is not None else "",
    )
    kind: RecordKind = "figure" if paper.kind == "survey" else "document"
    text = "\n".join(line for line in lines if line)
    return Record(paper.id, kind, at_midnight(paper.date), paper.title, text, paper.value, paper.readers, paper.mark)


def record_findings(section: str, title: str, stated: Sequence[Stated], now: datetime) -> tuple[tuple[Finding, ...], Record]:
    """Return what our own watching found, in the order given, and the one record that holds it, a line a finding.

    Each finding cites its line: a brief's list of sources names our watching once, a number is looked up in its own line. A
    line that names something marked carries that mark, and the record the highest of its lines'.
    """
    lines = [write_values(each.values) for each in stated]
    record = Record(
        f"watch-{now:%Y%m%dT%H%M}-{section}",
        "figure",
        now,
        title,
        "\n".join(lines),
        None,
        (),
        highest(each.mark for each in stated),
    )
    findings = tuple(
        Finding(
            f"{section}-{each.key}",
            each.template,
            each.values,
            (replace(cite_record(record, line), mark=each.mark),),
            each.key,
            -float(place),
            each.mark,
        )
        for place, (each, line) in enumerate(zip(stated, lines, strict=True))
    )
    return findings, record


def write_values(values: tuple[tuple[str, Value], ...]) -> str:
    """Return the line of a record that holds `values`: names and values, days as ISO 8601."""
    return "; ".join(f"{name}: {value}" for name, value in values) or "none"


def at_midnight(day: date) -> datetime:
    """Return 00:00 UTC of `day`: a date without a time."""
    return datetime.combine(day, time(), UTC)
