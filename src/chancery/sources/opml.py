"""OPML: a list of feeds from another reader becomes sources."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from chancery.common.errors import InputError, RefusedError
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


def read_opml(body: bytes, file: str = "") -> tuple[Source, ...]:
    """Return a source for each feed of a list, each address once, in the order of the list; folders are left out.

    What has no http(s) address is left out. Raises RefusedError on entity tricks and InputError on what is no OPML.
    """
    if len(body) > MAX_OPML:
        raise RefusedError(f"{file or 'the list'} is larger than {MAX_OPML // 1_000_000} MB; split it")
    prolog = read_prolog(decode_feed(body))
    if prolog.refused:
        raise RefusedError(f"{file or 'the list'} is refused: {prolog.refused}")
    if prolog.root != "opml":
        raise InputError("is no OPML: its root is not <opml>", file=file)
    return tuple(_name_apart(_read_outlines(_parse(prolog.body, file))))


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
            raise InputError(f"is not well-formed ({fault})", file=file) from None
        return tree


def _read_outlines(root: Any) -> Iterator[Source]:
    seen: set[str] = set()
    for outline in root.iter("outline"):
        told = {name.lower(): value for name, value in outline.attrib.items()}
        url = safe_link(told.get("xmlurl", ""))
        if url and url not in seen:
            seen.add(url)
            name = squeeze(text_of_html(told.get("title") or told.get("text") or ""))[:200]
            yield Source(id="", name=name or url, url=url, home=safe_link(told.get("htmlurl", "")))


def _name_apart(sources: Iterator[Source]) -> Iterator[Source]:
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
