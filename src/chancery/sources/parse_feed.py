"""Any feed becomes entries of plain text: RSS 0.9x, 1.0 and 2.0, Atom, RDF, JSON Feed. Every file is taken for hostile.

Order of work: size, encoding, what it is (guard_xml), then feedparser on our own UTF-8 text with no declaration left in it.
"""

import io

import feedparser

from chancery.common.said import Said, say
from chancery.common.text import squeeze
from chancery.sources.decode_feed import decode_feed
from chancery.sources.guard_xml import Prolog, read_prolog
from chancery.sources.parse_json_feed import looks_like_json, parse_json_feed
from chancery.sources.read_entry import part_keys, read_entry, read_words, tell_cut
from chancery.sources.records import SOUND, ParsedFeed
from chancery.sources.safe_links import safe_link

MAX_FEED = 10_000_000
"""Largest feed read, in bytes: twenty times the largest of the 5,671 shared files and of what we saw in the field."""

MAX_TAGS = 300_000
"""Most tags read in one feed: five thousand entries of sixty. Above it a parser can be kept busy for minutes."""

MAX_ENTRIES = 5_000
"""Most entries taken from one feed."""

ROOTS = ("rss", "rdf", "feed", "channel", "entry")
RSS_1_0, RSS_1_1 = "http://purl.org/rss/1.0/", "http://purl.org/net/rss1.1#"
CUT = ("no element found", "unclosed token", "unclosed CDATA", "partial character")
"""What expat says of a file that ends before its root does."""


def parse_feed(body: bytes, url: str = "", content_type: str = "") -> ParsedFeed:
    """Return the entries of a feed fetched from `url`, or in words why there are none. Never raises.

    >>> parse_feed(b"<html><body>hello</body></html>").reason
    'not a feed: it is HTML'
    """
    if len(body) > MAX_FEED:
        return ParsedFeed("refused", say("larger than {most} MB", most=MAX_FEED // 1_000_000), is_feed=False)
    text = decode_feed(body, content_type).strip("\ufeff\x00 \t\r\n")
    if not text:
        return ParsedFeed("broken", Said("not a feed: the file is empty"), is_feed=False)
    if looks_like_json(text):
        return parse_json_feed(text, url, MAX_ENTRIES)
    prolog = read_prolog(text)
    if prolog.refused:
        return ParsedFeed("refused", prolog.refused, is_feed=False)
    if prolog.root not in ROOTS:
        return ParsedFeed("broken", _name(prolog), is_feed=False)
    if prolog.body.count("<") > MAX_TAGS:
        return ParsedFeed("refused", say("it has more than {most} tags", most=f"{MAX_TAGS:,}"))
    return _parse_xml(prolog.body, url)


def _parse_xml(text: str, url: str) -> ParsedFeed:
    whole = b'<?xml version="1.0" encoding="utf-8"?>' + _level(text).encode("utf-8", "replace")
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    try:
        found = feedparser.parse(io.BytesIO(whole), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    except Exception as stumble:  # a guest's parser on hostile bytes: whatever it stumbles over is the file's fault
        return ParsedFeed("broken", say("cannot be parsed ({why})", why=f"{type(stumble).__name__}: {stumble}"[:180]))
    fault = say("not well-formed ({why})", why=found.get("bozo_exception", "")) if found.get("bozo") else None
    entries = part_keys(read_entry(entry, url) for entry in found.entries[:MAX_ENTRIES])
    cut = tell_cut(len(found.entries), MAX_ENTRIES)
    return ParsedFeed(
        "ok" if entries else "broken" if fault else "empty",
        _join(fault, cut) or (SOUND if entries else Said("no entries")),
        entries,
        title=squeeze(read_words(found.feed.get("title_detail"))),
        home=safe_link(str(found.feed.get("link") or ""), url),
        lang=str(found.feed.get("language") or "")[:20],
        cut=any(sign in str(fault) for sign in CUT),
    )


def _level(text: str) -> str:
    """Return `text` with RSS 1.1, which feedparser does not know, named as the RSS 1.0 it extends."""
    return text.replace(RSS_1_1, RSS_1_0, 4) if RSS_1_1 in text[:2_000] else text


def _join(fault: Said | None, cut: Said | None) -> Said | None:
    return say("{one}; {other}", one=fault, other=cut) if fault and cut else fault or cut


def _name(prolog: Prolog) -> Said:
    if not prolog.root:
        return Said("not a feed: there is no XML in it")
    if prolog.root == "html":
        return Said("not a feed: it is HTML")
    return say("not a feed: its root is <{root}>", root=prolog.root[:40])
