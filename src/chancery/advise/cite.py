"""Citations: of a span of an article, of one of our own records; and the citable form of each thing of ours."""

from datetime import UTC, date, datetime, time

from chancery.advise.records import Conversation, Paper, Record
from chancery.common.citation import Citation, Span, digest_of
from chancery.common.finding import Value
from chancery.watch.records import Article, Source, Story


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
    """Return a record of conversation in its citable form; a protected one names no office and no place."""
    title = f"Record of conversation, {conversation.date:%Y-%m-%d}"
    if not conversation.protected:
        title = f"{title}, {conversation.office}, {conversation.place}"
    return Record(
        conversation.id,
        "conversation",
        at_midnight(conversation.date),
        title,
        conversation.text,
        None,
        conversation.readers,
        conversation.mark,
    )


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
    kind = "figure" if paper.kind == "survey" else "document"
    text = "\n".join(line for line in lines if line)
    return Record(paper.id, kind, at_midnight(paper.date), paper.title, text, paper.value, paper.readers, paper.mark)


def record_story(story: Story, title: str, counts: tuple[tuple[str, Value], ...], now: datetime, mark: str) -> Record:
    """Return what we know about a story as such: its counts and the articles behind them."""
    counted = "; ".join(f"{name}: {value}" for name, value in counts)
    held = "; ".join(reading.article.id for reading in story.readings)
    return Record(
        f"record-{story.id}", "figure", now, title, f"{counted}\nArticles: {held}", float(len(story.readings)), (), mark
    )


def record_watch(name: str, title: str, values: tuple[tuple[str, Value], ...], now: datetime) -> Record:
    """Return a state of our own watching (a silent source, a count) as a record of the moment of the brief."""
    return Record(
        f"watch-{name}", "figure", now, title, "; ".join(f"{key}: {value}" for key, value in values), None, (), "public"
    )


def at_midnight(day: date) -> datetime:
    """Return 00:00 UTC of `day`: a date without a time."""
    return datetime.combine(day, time(), UTC)
