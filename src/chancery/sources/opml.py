"""OPML: a list of feeds from another reader becomes sources, and our sources become such a list."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal
from urllib.parse import urldefrag
from xml.sax.saxutils import escape, quoteattr

from chancery.common.errors import InputError, RefusedError
from chancery.common.said import Said
from chancery.common.text import fold, squeeze
from chancery.sources.clean_text import text_of_html
from chancery.sources.decode_feed import decode_feed
from chancery.sources.guard_xml import read_prolog
from chancery.sources.safe_links import safe_link
from chancery.watch.records import Source

MAX_OPML = 5_000_000
"""Largest list read, in bytes: fifty thousand feeds."""


_BARE_AMPERSAND = re.compile(r"&(?!(?:#\d+|#x[0-9a-fA-F]+|amp|lt|gt|quot|apos);)")
"""What two in three lists in the field hold inside addresses; XML wants it written out."""


_TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of what follows: a name that holds one reads as another."""
_USUAL_PORT = re.compile(r"^(?:(http://[^/:]+):80|(https://[^/:]+):443)(?=/|$)")
"""A port that says what the scheme says already."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An entry of a list that is no source: its place among the entries from 1, what it is called, and why not."""

    entry: int
    name: str
    why: Literal["no address", "no web address", "twice"]


@dataclass(frozen=True, slots=True)
class FeedList:
    """What a list holds: a source for each feed, in its order, and the entries that are none."""

    sources: tuple[Source, ...]
    refused: tuple[Refused, ...]


def read_feed_list(body: bytes, file: str = "") -> FeedList:
    """Return the feeds of a list, each address once, in its order, and each entry not taken with its reason; a folder is none.

    Raises RefusedError on entity tricks and InputError on what is no OPML.
    """
    if len(body) > MAX_OPML:
        raise RefusedError(
            "{file} is larger than {most} MB; split it", file=file or Said("the list"), most=MAX_OPML // 1_000_000
        )
    prolog = read_prolog(decode_feed(body))
    if prolog.refused:
        raise RefusedError("{file} is refused: {why}", file=file or Said("the list"), why=prolog.refused)
    if prolog.root != "opml":
        raise InputError("is no OPML: its root is not <opml>", file=file)
    found = tuple(_read_outlines(_parse(prolog.body, file)))
    sources = _name_apart(each for each in found if isinstance(each, Source))
    return FeedList(tuple(sources), tuple(each for each in found if isinstance(each, Refused)))


def write_opml(sources: Iterable[Source], title: str) -> bytes:
    """Return the sources that have an address as a list that other readers take.

    >>> write_opml([Source("a", "A & B", "https://a.example/rss")], "Ours").splitlines()[4]
    b'<outline type="rss" text="A &amp; B" title="A &amp; B" xmlUrl="https://a.example/rss"/>'
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"<head><title>{escape(_printable(title))}</title></head>",
        "<body>",
        *(_outline(source) for source in sources if source.url),
        "</body>",
        "</opml>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _outline(source: Source) -> str:
    told = {"type": "rss", "text": source.name, "title": source.name, "xmlUrl": source.url, "htmlUrl": source.home}
    written = " ".join(f"{name}={quoteattr(_printable(value))}" for name, value in told.items() if value)
    return f"<outline {written}/>"


def _printable(text: str) -> str:
    """Return a text without the signs that XML 1.0 cannot hold."""
    return "".join(sign for sign in text if sign.isprintable() or sign == " ")


def _parse(text: str, file: str) -> Any:
    """Return the tree of a list. One in five in the field is no XML (quotes in quotes); it is then read as HTML is read."""
    from lxml import etree, html

    whole = _BARE_AMPERSAND.sub("&amp;", text).encode("utf-8", "replace")
    try:
        return etree.fromstring(
            whole, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        )
    except (etree.XMLSyntaxError, ValueError) as fault:
        tree = html.fromstring(whole, parser=html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False))
        if tree.find(".//outline") is None:
            raise InputError("is not well-formed ({why})", file=file, why=fault) from None
        return tree


def _read_outlines(root: Any) -> Iterator[Source | Refused]:
    seen: set[str] = set()
    for entry, outline in enumerate(root.iter("outline"), 1):
        told = {name.lower(): value for name, value in outline.attrib.items()}
        name = squeeze(_TURNS.sub("", text_of_html(told.get("title") or told.get("text") or "")))[:200]
        if "xmlurl" not in told and (told.get("type") != "rss" or len(outline)):
            continue
        written = told.get("xmlurl", "").strip()
        url = safe_link(written)
        if not url:
            yield Refused(entry, name or written[:200], "no web address" if written else "no address")
        elif (feed := feed_of(url)) in seen:
            yield Refused(entry, name or url, "twice")
        else:
            seen.add(feed)
            yield Source(id="", name=name or url, url=url, home=safe_link(told.get("htmlurl", "")))


def feed_of(url: str) -> str:
    """Return what tells one feed from another: its address without a usual port and without a place in it.

    >>> feed_of("http://courier.example:80/rss#top")
    'http://courier.example/rss'
    """
    whole = urldefrag(url).url
    return _USUAL_PORT.sub(r"\1\2", whole, count=1)


def _name_apart(sources: Iterable[Source]) -> Iterator[Source]:
    """Give each source an id made of its name; a second of one name gets a number."""
    uses: dict[str, int] = {}
    for source in sources:
        stem = source_id(source.name)
        uses[stem] = uses.get(stem, 0) + 1
        yield replace(source, id=stem if uses[stem] == 1 else f"{stem}-{uses[stem]}")


def source_id(name: str) -> str:
    """Return a short id for a name, in letters, digits and hyphens.

    >>> source_id("Le Courrier d'Aubry")
    'le-courrier-d-aubry'
    """
    letters = unicodedata.normalize("NFC", fold(name))
    return re.sub(r"[\W_]+", "-", letters).strip("-")[:60].strip("-") or "source"
