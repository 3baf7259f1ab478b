"""The shared sets as streams of articles with gold stories, in the order and with the parts of rooms/watch 4.2.

A part is `train` (weights were fitted on it) or `test` (only reported). ECB+ may be measured only, so its train topics are
`dev`: looked at while the features were made, never fitted.
"""

import gzip
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha1
from pathlib import Path
from typing import Any

from benchmarks.gate import shared
from chancery.sources.articles_jsonl import read_article_line
from chancery.watch.records import Article

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Stream:
    """Articles in time order; for each its part and its gold story, by one or more labelings."""

    name: str
    articles: tuple[Article, ...]
    parts: tuple[str, ...]
    gold: dict[str, tuple[str, ...]]

    def of_part(self, part: str) -> "Stream":
        """Return the stream of one part alone."""
        places = [place for place, name in enumerate(self.parts) if name == part]
        return Stream(
            self.name,
            tuple(self.articles[place] for place in places),
            tuple(part for _ in places),
            {level: tuple(labels[place] for place in places) for level, labels in self.gold.items()},
        )


def uci() -> Stream:
    """Headlines of two days, by time and id; test: stories with an odd sha1."""
    rows = sorted(_rows("uci-news-aggregator-10mar2014", "headlines.jsonl.gz"), key=lambda row: (row["ts"], row["id"]))
    articles = [
        _article(str(row["id"]), row["ts"], row["title"], lang="en", url=row["url"], source=row["publisher"]) for row in rows
    ]
    return _stream("uci", articles, [row["story"] for row in rows], _is_odd)


def ecb() -> Stream:
    """Train topics, then dev topics (test), each by the sha1 of the document; one article a minute."""
    rows = sorted(_rows("ecbplus-stories", "docs.train-dev.jsonl.gz"), key=lambda row: sha1(row["doc_id"].encode()).hexdigest())
    rows.sort(key=lambda row: str(row["split"] == "dev"))
    articles = []
    for place, row in enumerate(rows):
        title, _, text = row["text"].partition("\n")
        articles.append(_article(row["doc_id"], tick(place).isoformat(), title, text=text, lang="en"))
    parts = tuple("test" if row["split"] == "dev" else "dev" for row in rows)
    return Stream("ecb", tuple(articles), parts, {"": tuple(row["story"] for row in rows)})


def current_events() -> Stream:
    """World events with a topic, by id; test: from 2026-01-01. An episode is a storyline parted by over seven silent days."""
    rows = [row for row in _rows("wikipedia-current-events", "events.dev.jsonl.gz") if row["topic_path"]]
    rows.sort(key=lambda row: row["id"])
    storylines = tuple(row["topic_urls"][-1] or row["topic_path"][-1] for row in rows)
    days = [date.fromisoformat(row["date"]) for row in rows]
    articles = tuple(_article(row["id"], row["date"], row["text"], lang="en") for row in rows)
    parts = tuple("test" if day >= date(2026, 1, 1) else "train" for day in days)
    return Stream("events", articles, parts, {"episode": _episodes(storylines, days), "storyline": storylines})


def itn() -> Stream:
    """Blurbs in 52 languages, stories across languages, by time and story; test: odd sha1 of "b" and the story."""
    rows = sorted(_rows("itn-multilingual", "blurbs.dev.jsonl.gz"), key=lambda row: (row["ts"], row["story"]))
    articles = [_article(f"itn-{place}", row["ts"], row["text"], lang=row["lang"]) for place, row in enumerate(rows)]
    return _stream("itn", articles, [row["story"] for row in rows], lambda story: _is_odd("b" + story))


STREAMS: tuple[Callable[[], Stream], ...] = (uci, ecb, current_events, itn)


def tick(place: int) -> datetime:
    """Return a time for an article of a set without dates: one a minute."""
    return datetime(2016, 1, 1, tzinfo=UTC) + timedelta(minutes=place)


def _stream(name: str, articles: list[Article], gold: list[str], is_test: Callable[[str], bool]) -> Stream:
    return Stream(name, tuple(articles), tuple("test" if is_test(story) else "train" for story in gold), {"": tuple(gold)})


def _episodes(storylines: tuple[str, ...], days: list[date]) -> tuple[str, ...]:
    last: dict[str, date] = {}
    number: Counter[str] = Counter()
    found = []
    for story, day in zip(storylines, days, strict=True):
        number[story] += (day - last.get(story, day)).days > 7
        last[story] = day
        found.append(f"{story}#{number[story]}")
    return tuple(found)


def _article(identity: str, published: str, title: str, **more: str) -> Article:
    return read_article_line({"id": identity, "published": _with_offset(published), "title": title, **more}, 1, identity)[0]


def _with_offset(published: str) -> str:
    return published.replace("Z", "+00:00")


def _is_odd(text: str) -> bool:
    return int(sha1(text.encode()).hexdigest(), 16) % 2 == 1


def _rows(folder: str, name: str) -> list[Row]:
    return read_rows(shared(folder) / name)


def read_rows(path: Path) -> list[Row]:
    """Return the objects of a JSON Lines file, gzipped or not."""
    text = gzip.decompress(path.read_bytes()).decode() if path.suffix == ".gz" else path.read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]
