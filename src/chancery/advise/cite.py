"""Citations: of a span of an article, of one of our own records; and the citable form of each thing of ours."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from chancery.advise.records import Conversation, Paper, Record, RecordKind
from chancery.common.citation import Citation, Span, digest_of
from chancery.common.finding import Finding, Values
from chancery.common.mark import highest
from chancery.common.text import count_words, tokens
from chancery.common.time import day_of
from chancery.watch.records import Article, Source


@dataclass(frozen=True, slots=True)
class Stated:
    """A finding of our own watching before it is cited: its key within its section, its template, what fills it.

    A value that is an instant is told by its day at the mission.
    """

    key: str
    template: str
    values: Values
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


def cite_record(record: Record, quote: str = "") -> Citation:
    """Return the citation of one of our own records, whole or by a `quote` of its text."""
    return Citation(record.kind, record.id, record.title, "", record.date, quote=quote, value=record.value, mark=record.mark)


def record_conversation(conversation: Conversation) -> Record:
    """Return a record of conversation in its citable form; a protected one has its day, and neither a title nor words.

    What it was about and the day together may tell who spoke: whoever prints it says what kind of record it is, and no more.
    """
    title = f"{conversation.title} ({conversation.office}, {conversation.place})"
    return Record(
        conversation.id,
        "conversation",
        at_midnight(conversation.date),
        "" if conversation.protected else title,
        "" if conversation.protected else conversation.text,
        None,
        conversation.readers,
        conversation.mark,
    )


def names_source(conversation: Conversation, text: str) -> bool:
    """Tell whether `text` names the office or the place of a conversation, or a part of them between commas.

    Before the name of an office, a post of one word ("Director") tells nobody and is free.
    """
    post, *offices = re.split(r"[,;()]", conversation.office)
    parts = [*offices, *re.split(r"[,;()]", conversation.place)]
    if not any(tokens(office) for office in offices) or count_words(post) > 1:
        parts.append(post)
    said = f" {' '.join(tokens(text))} "
    return any(f" {' '.join(words)} " in said for words in map(tokens, parts) if words)


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


def record_findings(
    section: str, title: str, stated: Iterable[Stated], now: datetime, zone: str
) -> tuple[tuple[Finding, ...], Record]:
    """Return what our own watching found, in the order given, and the one record that holds it, a line a finding.

    Each finding cites its line: a brief's list of sources names our watching once, a number is looked up in its own line. A
    line that names something marked carries that mark, and the record the highest of its lines'. `zone` is the mission's.
    """
    stated = [replace(each, values=_with_days(each.values, zone)) for each in stated]
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
        tuple(each.values for each in stated),
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


def _with_days(values: Values, zone: str) -> Values:
    return tuple((name, day_of(value, zone) if isinstance(value, datetime) else value) for name, value in values)


def write_values(values: Values) -> str:
    """Return the line of a record that holds `values`: names and values, days as ISO 8601."""
    return "; ".join(f"{name}: {value}" for name, value in values) or "none"


def at_midnight(day: date) -> datetime:
    """Return 00:00 UTC of `day`: a date without a time."""
    return datetime.combine(day, time(), UTC)
