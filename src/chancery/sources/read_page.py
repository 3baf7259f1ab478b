"""An article page becomes title, text and dates. The text is what trafilatura finds, to the letter: a dateline stays."""

import logging
import re
from datetime import UTC, datetime
from typing import Any

from chancery.common.errors import InputError
from chancery.common.said import Said, say
from chancery.common.text import fold, squeeze
from chancery.common.time import read_instant
from chancery.sources.clean_text import text_of_plain
from chancery.sources.infer_date import date_in_address
from chancery.sources.read_headers import NO_MINING
from chancery.sources.records import Page

MAX_PAGE = 5_000_000
"""Largest page read, in bytes; the largest of the 860 shared pages has 1.5 MB."""

MAX_TAGS = 40_000
"""Most tags of a page that is read; the richest of the 860 shared pages has 3,803. Far above it extraction takes minutes."""

CLAIMS = (
    "//meta[@property='article:published_time' or @name='article:published_time']/@content",
    "//meta[@itemprop='datePublished' or @property='datePublished' or @name='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='date' or @name='pubdate' or @name='publishdate' or @name='DC.date.issued']/@content",
    "//article//time[@pubdate]/@datetime",
)
"""Where a page states its date in a form for machines, best first: Open Graph, schema.org, Dublin Core, HTML."""

_IN_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def read_page(body: bytes, url: str = "", content_type: str = "") -> Page:
    """Return what an article page says; an empty text where no article is found in it. Never raises.

    `claimed` is the date the page states for machines, `inferred` what its text and address let us guess (htmldate).
    """
    import trafilatura

    if body.count(b"<") > MAX_TAGS:
        return Page()
    _quiet()
    try:
        tree = trafilatura.load_html(_decode(body[:MAX_PAGE], content_type))
        if tree is None:
            return Page()
        claimed, reserved, inferred = _claimed(tree), _reserved(tree), _inferred(tree, url)
        found = trafilatura.bare_extraction(tree, url=url or None, include_comments=False, with_metadata=True)
    except Exception:  # a guest's parser on hostile bytes: a page that breaks it has no article for us
        return Page()
    title, text = (str(getattr(found, name, None) or "") for name in ("title", "text"))
    title = squeeze(text_of_plain(title))
    return Page(title, _without_title(text_of_plain(text), title), claimed, inferred, reserved)


def _without_title(text: str, title: str) -> str:
    """Return `text` without a first line that only repeats the title; a dateline is no such line."""
    first, _, rest = text.partition("\n")
    return rest if rest and fold(squeeze(first)) == fold(title) else text


def _decode(body: bytes, content_type: str) -> bytes | str:
    """Return text where the server names an encoding that fits, else the bytes for trafilatura to look at."""
    named = _CHARSET.search(content_type)
    try:
        return body.decode(named[1]) if named else body
    except (LookupError, UnicodeError):
        return body


def _claimed(tree: Any) -> datetime | None:
    stated = [str(value) for path in CLAIMS for value in tree.xpath(path)[:3]]
    for script in tree.xpath("//script[@type='application/ld+json']/text()")[:10]:
        stated += _IN_DATA.findall(str(script))[:3]
    return next((instant for value in stated if (instant := _read(value))), None)


def _read(value: str) -> datetime | None:
    """Return an instant as pages write it; a time without an offset counts as UTC, since pages rarely mean more."""
    try:
        return read_instant(value)
    except (InputError, OverflowError):
        pass
    try:
        return datetime.fromisoformat(value.strip()).replace(tzinfo=UTC)
    except ValueError:
        return None


def _inferred(tree: Any, url: str) -> datetime | None:
    from htmldate import find_date

    day = find_date(tree, extensive_search=True, original_date=True, url=url or None)
    return _read(day) if day else date_in_address(url)


def _reserved(tree: Any) -> Said | None:
    """Return how the page's own head reserves it against text mining, None where it does not."""
    if any(str(value).strip() == "1" for value in tree.xpath("//meta[@name='tdm-reservation']/@content")):
        return say("the page reserves text mining ({rule})", rule="tdm-reservation")
    rules = ",".join(str(value) for value in tree.xpath("//meta[@name='robots' or @name='chancery']/@content")).lower()
    stated = next((rule.strip() for rule in rules.split(",") if rule.strip() in NO_MINING), "")
    return say("the page reserves text mining ({rule})", rule=f"robots: {stated}") if stated else None


def _quiet() -> None:
    """Keep the guests' remarks about other people's pages out of our log."""
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
