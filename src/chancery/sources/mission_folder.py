"""A mission on disk (docs/reference/mission-directory.md), read whole; every error names the file and the field or the line."""

import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from chancery.advise.records import Conversation, Paper
from chancery.common.errors import InputError
from chancery.common.mark import within
from chancery.common.mission import ROLES, Mission
from chancery.common.text import squeeze
from chancery.sources.articles_jsonl import read_article_line, read_object
from chancery.sources.brief_json import read_brief, read_records
from chancery.sources.clean_text import text_of_plain
from chancery.sources.fields import Fields
from chancery.sources.make_article import make_articles
from chancery.sources.mission_tables import read_mission, read_place, read_posting, read_record, read_source
from chancery.sources.parse_feed import MAX_FEED, parse_feed
from chancery.sources.read_entry import EARLIEST
from chancery.sources.records import MissionFolder
from chancery.sources.whole_files import read_bytes, read_text
from chancery.watch.records import Article, Source

FEED_ENDINGS = (".xml", ".rss", ".atom", ".json")
"""A saved feed is `<source id><ending>` or, where a source has several, `<source id>.<anything><ending>`."""

Moment = TypeVar("Moment", date, datetime)
Part = TypeVar("Part")


def read_mission_folder(folder: Path, at: datetime | None = None, latest: datetime | None = None) -> MissionFolder:
    """Return everything that lies in `folder`; `at` stands in for the `as_of` of mission.toml.

    An entry of a saved feed counts as seen at the date it claims, as if it had been fetched the moment it came out; one without
    a date as seen at `as_of`. So the same folder gives the same articles on every machine. What is dated after `latest` and
    `as_of` is refused, where `latest` is told; an entry that claims such a date counts as one without. Raises InputError.
    """
    if not folder.is_dir():
        raise InputError("is no folder; name the folder of a mission", file=str(folder))
    head = _table(folder / "mission.toml")
    as_of = at or head.instant("as_of")
    head.taken.add("as_of")
    latest = max(latest, as_of) if latest and as_of else latest
    places = tuple(read_place(each) for each in _tables(folder / "places.toml", "place"))
    staff = tuple(read_posting(each) for each in head.tables("staff"))
    mission = read_mission(head, places)
    sources = read_sources(folder)
    for source in sources:
        _refuse_above(source.mark, mission, folder / "sources.toml")
    records = [_read_record(file, mission, latest) for file in sorted((folder / "records").glob("*.toml"))]
    _refuse_doubles((record.id for record in records), folder / "records")
    articles, cut = _read_articles(folder, sources, as_of, mission, latest)
    return MissionFolder(
        mission=mission,
        sources=sources,
        articles=articles,
        cut=cut,
        conversations=tuple(record for record in records if isinstance(record, Conversation)),
        papers=tuple(record for record in records if isinstance(record, Paper)),
        previous=_read_previous(folder / "previous.json", read_brief),
        previous_records=_read_previous(folder / "previous.json", read_records) or (),
        as_of=as_of,
        staff=staff,
    )


def read_sources(folder: Path) -> tuple[Source, ...]:
    """Return the outlets of the mission in `folder`, in the order of its sources.toml. Raises InputError."""
    if not folder.is_dir():
        raise InputError("is no folder; name the folder of a mission", file=str(folder))
    sources = tuple(read_source(each) for each in _tables(folder / "sources.toml", "source"))
    _refuse_doubles((source.id for source in sources), folder / "sources.toml")
    return sources


def _read_record(file: Path, mission: Mission, latest: datetime | None) -> Conversation | Paper:
    """Return one record; one above the ceiling, or kept to readers there are none of, is refused and not lost in silence."""
    record = read_record(_table(file), mission.id)
    _refuse_above(record.mark, mission, file)
    first = EARLIEST.date() if isinstance(record, Conversation) else date.min
    _refuse_impossible(record.date, first, latest.date() if latest else date.max, file=file, field="date")
    known = {*ROLES, *(section.id for section in mission.sections)}
    strange = [reader for reader in record.readers if reader not in known]
    if strange:
        raise InputError(
            f"{strange[0]!r} is no role and no section; use {', '.join(sorted(known))}", file=str(file), field="readers"
        )
    return record


def _refuse_above(mark: str, mission: Mission, file: Path, line: int | None = None) -> None:
    if not within(mark, mission.ceiling):
        message = f"is {mark}, above the mission's ceiling ({mission.ceiling}); take it out"
        raise InputError(message, file=str(file), line=line, field="mark")


def _refuse_impossible(moment: Moment, first: Moment, last: Moment, *, file: Path, field: str, line: int | None = None) -> None:
    if not first <= moment <= last:
        message = (
            f"{moment:%Y-%m-%d} cannot be (it must lie from {first:%Y} to {last:%Y-%m-%d}); mend it, or this machine's clock"
        )
        raise InputError(message, file=str(file), line=line, field=field)


def _read_articles(
    folder: Path, sources: tuple[Source, ...], as_of: datetime | None, mission: Mission, latest: datetime | None
) -> tuple[tuple[Article, ...], dict[str, int]]:
    """Return the articles of feeds and lines in the order they were seen; of two with one id that of articles.jsonl stands.

    Beside them, by source, how many entries could be read of feeds that end in the middle.
    """
    found: dict[str, Article] = {}
    cut: dict[str, int] = {}
    for file, source in _feeds(folder / "feeds", {each.id: each for each in sources}):
        articles, whole = _read_feed(file, source, as_of, latest)
        found |= {article.id: article for article in articles}
        if not whole:
            cut[source.id] = cut.get(source.id, 0) + len(articles)
    found |= {article.id: article for article in _read_lines(folder / "articles.jsonl", mission, latest)}
    return tuple(sorted(found.values(), key=lambda article: (article.seen, article.id))), cut


def _feeds(folder: Path, sources: dict[str, Source]) -> Iterator[tuple[Path, Source]]:
    for file in sorted(each for each in folder.glob("*") if each.suffix in FEED_ENDINGS):
        source = sources.get(file.stem) or sources.get(file.name.partition(".")[0])
        if source is None:
            raise InputError("belongs to no source of sources.toml; name it <source id>.xml", file=str(file))
        yield file, source


def _read_feed(file: Path, source: Source, as_of: datetime | None, latest: datetime | None) -> tuple[list[Article], bool]:
    """Return the articles of a saved feed, and whether it goes on to its end."""
    feed = parse_feed(read_bytes(file, MAX_FEED), source.url)
    if feed.state in ("broken", "refused"):
        raise InputError(f"is {feed.state}: {feed.reason}", file=str(file))
    articles: list[Article] = []
    for entry in feed.entries:
        late = entry.claimed is not None and latest is not None and entry.claimed > latest
        seen = as_of if late else entry.claimed or as_of
        if seen is None:
            raise InputError(f"has an entry without a date ({entry.title!r}); set `as_of` in mission.toml", file=str(file))
        articles += make_articles((entry,), source, seen)
    return articles, not feed.cut


def _read_lines(file: Path, mission: Mission, latest: datetime | None) -> Iterator[Article]:
    if not file.exists():
        return
    for number, line in enumerate(read_text(file).split("\n"), 1):
        if not line.strip():
            continue
        article, _ = read_article_line(read_object(line, number, str(file)), number, str(file))
        _refuse_above(article.mark, mission, file, number)
        _refuse_impossible(article.seen, EARLIEST, latest or article.seen, file=file, line=number, field="seen")
        yield replace(article, title=squeeze(text_of_plain(article.title)), text=text_of_plain(article.text))


def _read_previous(file: Path, read: Callable[[str, str], Part]) -> Part | None:
    return read(read_text(file), str(file)) if file.exists() else None


def _tables(file: Path, name: str) -> Iterator[Fields]:
    """Yield the tables `name` of a file; a file that is not there has none."""
    if file.exists():
        whole = _table(file)
        yield from whole.tables(name)
        whole.finish()


def _table(file: Path) -> Fields:
    try:
        table: dict[str, Any] = tomllib.loads(read_text(file))
    except (ValueError, RecursionError) as fault:  # a TOMLDecodeError, a number of 5,000 digits, a table 1,000 deep
        raise InputError(f"is not TOML: {fault}", file=str(file)) from None
    return Fields(table, file=str(file))


def _refuse_doubles(ids: Iterable[str], file: Path) -> None:
    seen: set[str] = set()
    for ref in ids:
        if ref in seen:
            raise InputError(f"{ref!r} stands there twice; give each its own id", file=str(file), field="id")
        seen.add(ref)
