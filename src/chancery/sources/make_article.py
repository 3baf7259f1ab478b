"""An entry becomes an article: its id, its title, its dates, and as much of its text as the source allows."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from chancery.sources.infer_date import date_in_address
from chancery.sources.records import Entry
from chancery.watch.records import Article, Source

TITLE_WORDS = 12
"""Words of the text that stand in for a title where the outlet gives none: a usual headline's length."""


def make_articles(entries: Iterable[Entry], source: Source, seen: datetime) -> tuple[Article, ...]:
    """Return an article for each entry, in their order, seen at `seen`."""
    return tuple(make_article(entry, source, seen) for entry in entries)


def make_article(entry: Entry, source: Source, seen: datetime) -> Article:
    """Return the article of an entry. Its id follows from the source and the entry's key alone, so that it is stored once."""
    return Article(
        id=article_id(source.id, entry.key),
        source=source.id,
        title=entry.title or " ".join(entry.text.split()[:TITLE_WORDS]) or entry.url or entry.key,
        seen=seen,
        text=entry.text,
        url=entry.url,
        claimed=entry.claimed,
        inferred=None if entry.claimed else date_in_address(entry.url),
        body="feed" if entry.text else "missing",
        mark=source.mark,
    )


def article_id(source: str, key: str) -> str:
    """Return the id of an article: stable, the same on every machine, 64 bits of a digest."""
    return "a-" + sha256(f"{source}\n{key}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
