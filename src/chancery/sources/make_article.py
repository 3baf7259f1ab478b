"""An entry becomes an article: its id, its title, its dates, and as much of its text as the source allows."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from chancery.common.said import Said
from chancery.common.text import opening
from chancery.sources.infer_date import date_in_address
from chancery.sources.records import Entry
from chancery.watch.records import Article, Rights, Source

TITLE_WORDS, TITLE_SIGNS = 12, 100
"""Words and signs of the text that stand in for a title where the outlet gives none: a usual headline's length."""


def make_articles(entries: Iterable[Entry], source: Source, seen: datetime) -> tuple[Article, ...]:
    """Return an article for each entry, in their order, seen at `seen`.

    Entries of one key are one article, and an entry without a word and without an address is none.
    """
    distinct = {entry.key: entry for entry in entries if entry.title or entry.text or entry.url}
    return tuple(make_article(entry, source, seen) for entry in distinct.values())


def make_article(entry: Entry, source: Source, seen: datetime) -> Article:
    """Return the article of an entry. Its id follows from the source and the entry's key alone, so that it is stored once."""
    return Article(
        id=article_id(source.id, entry.key),
        source=source.id,
        title=entry.title or _open_words(entry.text) or entry.url,
        seen=seen,
        text=keep_within(entry.text, source.rights),
        url=entry.url,
        claimed=entry.claimed,
        inferred=None if entry.claimed else date_in_address(entry.url),
        body="feed" if entry.text else "missing",
        mark=source.mark,
    )


def keep_within(text: str, rights: Rights, opted_out: Said | None = None) -> str:
    """Return as much of a text as may be kept: all, or its first `quote_words` words where the outlet allows no more.

    `opted_out` is the outlet's reservation against mining, None where there is none; it weighs as much as our setting.
    """
    return text if rights.keep_full_text and not opted_out else opening(text, rights.quote_words)


def _open_words(text: str) -> str:
    """Return the opening of a text, an exact part of its first line."""
    return opening(text.partition("\n")[0], TITLE_WORDS)[:TITLE_SIGNS]


def article_id(source: str, key: str) -> str:
    """Return the id of an article: stable, the same on every machine, 64 bits of a digest."""
    return "a-" + sha256(f"{source}\n{key}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
