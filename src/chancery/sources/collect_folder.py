"""A folder of saved files, read as if each had just been fetched: articles out, and a line of report a file."""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from chancery.common.errors import InputError
from chancery.sources.articles_jsonl import read_article_line, read_object
from chancery.sources.make_article import make_articles
from chancery.sources.parse_feed import MAX_FEED, parse_feed
from chancery.sources.records import ParsedState
from chancery.watch.records import Article, Source

MAX_LINES = 200_000_000
"""Largest file of JSON Lines read, in bytes: a year of a busy mission."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file. `file` is relative to the folder, with `/` between its parts; `reason` says what is wrong."""

    file: str
    state: ParsedState
    reason: str
    entries: int


def list_files(folder: Path, without: Collection[Path] = ()) -> list[Path]:
    """Return every file below `folder` in a stable order, save those of `without`. Raises InputError where it is none."""
    if not folder.is_dir():
        raise InputError("is no folder; name a folder of saved feeds", file=str(folder))
    left_out = {path.resolve() for path in without}
    found = (Path(top, name) for top, _, names in os.walk(folder) for name in names)
    return sorted(path for path in found if path.resolve() not in left_out)


def collect_file(path: Path, folder: Path, seen: datetime) -> tuple[FileReport, tuple[Article, ...]]:
    """Return the report of one file and its articles, seen at `seen`; the file's own name stands for its source.

    A file that ends in .jsonl holds articles, one a line; any other is taken for a feed. Never raises on what a file holds.
    """
    name = os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "replace")
    try:
        if path.is_symlink() or not path.is_file():
            return FileReport(name, "refused", "is no plain file", 0), ()
        with path.open("rb") as stream:
            body = stream.read((MAX_LINES if path.suffix == ".jsonl" else MAX_FEED) + 1)
    except OSError as fault:
        return FileReport(name, "broken", f"cannot be read ({fault.strerror})", 0), ()
    if path.suffix == ".jsonl":
        return _collect_lines(body, name)
    feed = parse_feed(body)
    articles = make_articles(feed.entries, Source(id=name, name=feed.title or name), seen)
    return FileReport(name, feed.state, feed.reason, len(feed.entries)), articles


def _collect_lines(body: bytes, name: str) -> tuple[FileReport, tuple[Article, ...]]:
    try:
        articles = tuple(_read_lines(body, name))
    except InputError as fault:
        return FileReport(name, "broken", str(fault), 0), ()
    return FileReport(name, "ok" if articles else "empty", "" if articles else "no entries", len(articles)), articles


def _read_lines(body: bytes, name: str) -> Iterator[Article]:
    if len(body) > MAX_LINES:
        raise InputError(f"is larger than {MAX_LINES // 1_000_000} MB; split it", file=name)
    for number, line in enumerate(body.split(b"\n"), 1):
        if line.strip():
            yield read_article_line(read_object(line, number, name), number, name)[0]
