"""Rows become the records of `watch`, and back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from chancery.common.citation import digest_of
from chancery.common.pack import pack, unpack
from chancery.common.said import Said
from chancery.watch.records import Article, Copy, CountryTag, Joining, Reading, Source, Story
from chancery.workbench.watch.models import ArticleRow, JoiningRow, SourceRow


def read_source_row(row: SourceRow) -> Source:
    """Return the source that a row keeps."""
    return unpack(Source, row.record)


def read_article_row(row: ArticleRow) -> Article:
    """Return the article that a row keeps, text and all."""
    return Article(
        id=row.ref,
        source=row.source,
        title=row.title,
        seen=row.seen,
        text=row.text,
        url=row.url,
        lang=row.lang,
        claimed=row.claimed,
        inferred=row.inferred,
        body=row.body,  # type: ignore[arg-type]
        mark=row.mark,
    )


def read_reading_row(row: ArticleRow) -> Reading:
    """Return an article with what was read in it."""
    copy = Copy(row.ref, row.copy_of, row.copy_kind, row.copy_likeness) if row.copy_of else None  # type: ignore[arg-type]
    return Reading(read_article_row(row), row.lang, unpack(tuple[CountryTag, ...], row.countries), copy)


def read_story_rows(ref: str, joinings: Sequence[JoiningRow]) -> Story:
    """Return a story from its joinings, each with its article, in the order they were seen."""
    rows = sorted(joinings, key=lambda row: (row.article.seen, row.article.ref))
    return Story(ref, tuple(read_reading_row(row.article) for row in rows), tuple(read_joining_row(row, ref) for row in rows))


def read_joining_row(row: JoiningRow, story: str) -> Joining:
    """Return an article's place in a story."""
    return Joining(row.article.ref, story, read_because(row.because), row.likeness)


def read_because(kept: Sequence[Any]) -> tuple[Said, ...]:
    """Return why an article is in its story; a reason kept before it had a template is its own."""
    return tuple(Said(each) if isinstance(each, str) else unpack(Said, each) for each in kept)


def make_article_row(mission_id: int, article: Article) -> ArticleRow:
    """Return the row of an article nobody has read yet."""
    return ArticleRow(
        mission_id=mission_id,
        mark=article.mark,
        ref=article.id,
        source=article.source,
        seen=article.seen,
        claimed=article.claimed,
        inferred=article.inferred,
        published=article.published,
        lang=article.lang,
        body=article.body,
        digest=digest_of(f"{article.title}\n{article.text}"),
        size=len(article.text),
        title=article.title,
        url=article.url,
        text=article.text,
    )


def fill_row(row: ArticleRow, reading: Reading) -> None:
    """Write what was read in an article into its row."""
    row.lang, row.read = reading.lang or row.lang, True
    row.countries = pack(reading.countries)
    if reading.copy is not None:
        row.copy_of, row.copy_kind, row.copy_likeness = reading.copy.of, reading.copy.kind, reading.copy.likeness


def make_source_row(mission_id: int, source: Source, added: datetime) -> SourceRow:
    """Return the row of a source."""
    return SourceRow(
        mission_id=mission_id,
        mark=source.mark,
        ref=source.id,
        name=source.name,
        url=source.url,
        added=added,
        record=pack(source),
    )
