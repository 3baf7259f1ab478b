"""One entry as feedparser gives it becomes an Entry: plain text, one safe link, the outlet's own date."""

from calendar import timegm
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from time import struct_time
from typing import Any

from chancery.common.said import Said, say
from chancery.common.text import squeeze
from chancery.sources.clean_text import text_of_html, text_of_plain
from chancery.sources.records import Entry
from chancery.sources.safe_links import safe_link

DATES = ("published_parsed", "updated_parsed", "created_parsed")
"""Where the outlet's date is looked for, best first."""

EARLIEST = datetime(1970, 1, 2, tzinfo=UTC)
"""A date before this is a clock that was never set."""

MAX_KEY = 500
"""Longest key kept as it is, in signs; a longer one is kept by its digest."""


def read_entry(found: Mapping[str, Any], base: str = "") -> Entry:
    """Return an entry of feedparser as ours. `base` is the address that relative links are resolved against."""
    title = read_words(found.get("title_detail")) or text_of_html(str(found.get("title") or ""))
    text, url = _read_text(found), _read_link(found, base)
    return Entry(
        key=make_key(str(found.get("id") or ""), url, title, text),
        title=squeeze(title),
        text=text,
        url=url,
        claimed=_read_date(found),
    )


def make_key(own: str, url: str, title: str, text: str) -> str:
    """Return what tells an entry from its neighbours: its own id, else its address, else its words."""
    key = own.strip() or url or "words:" + sha256(f"{title}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()
    return key if len(key) <= MAX_KEY else "long:" + sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def part_keys(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return `entries` with a key of its own for each that shares one; only entries alike in every word still share theirs.

    Some outlets give all their entries one id; address and title then tell them apart.
    """
    listed = tuple(entries)
    uses = Counter(entry.key for entry in set(listed))
    return tuple(
        entry
        if uses[entry.key] == 1
        else replace(entry, key=f"{entry.key} {make_key('', '', entry.url + entry.title, entry.text)}")
        for entry in listed
    )


def tell_cut(entries: int, most: int) -> Said | None:
    """Say that only the first `most` entries of a feed are read; None where it has no more."""
    told = say("only the first {most} of its {count} entries are read", most=f"{most:,}", count=f"{entries:,}")
    return told if entries > most else None


def read_words(detail: object) -> str:
    """Return the words of one of feedparser's texts with its type, "" where it is none."""
    if not isinstance(detail, Mapping):
        return ""
    value = str(detail.get("value") or "")
    return text_of_plain(value) if detail.get("type") == "text/plain" else text_of_html(value)


def _read_text(found: Mapping[str, Any]) -> str:
    """Return the longest of the content, the summary and their alternatives."""
    texts = [read_words(detail) for detail in _tables(found, "content")]
    texts.append(read_words(found.get("summary_detail")))
    return max(texts, key=len)


def _read_link(found: Mapping[str, Any], base: str) -> str:
    others = (link.get("href") for link in _tables(found, "links") if link.get("rel") in ("alternate", "via", "related", None))
    return next((safe for link in (found.get("link"), *others) if link and (safe := safe_link(str(link), base))), "")


def _tables(found: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """Return a list of tables; an element of a feed that happens to have its name is text, and none."""
    listed = found.get(name)
    return [each for each in listed if isinstance(each, Mapping)] if isinstance(listed, list) else []


def _read_date(found: Mapping[str, Any]) -> datetime | None:
    for name in DATES:
        if name not in found:  # asked for at once, it would answer one date for another
            continue
        if isinstance(moment := found[name], struct_time):
            try:
                instant = datetime.fromtimestamp(timegm(moment), UTC)
            except (ValueError, OverflowError, OSError):
                continue
            if instant >= EARLIEST:
                return instant
    return None
