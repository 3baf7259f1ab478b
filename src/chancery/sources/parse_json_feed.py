"""JSON Feed (jsonfeed.org, versions 1 and 1.1) becomes entries."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from chancery.common.errors import InputError
from chancery.common.said import Said, say
from chancery.common.text import squeeze
from chancery.common.time import read_instant
from chancery.sources.clean_text import text_of_html, text_of_plain
from chancery.sources.read_entry import EARLIEST, make_key, part_keys, tell_cut
from chancery.sources.records import SOUND, Entry, ParsedFeed
from chancery.sources.safe_links import safe_link

VERSION = "jsonfeed.org/version/"


def looks_like_json(text: str) -> bool:
    """Tell whether a text can only be JSON."""
    return text[:1] in "{["


def parse_json_feed(text: str, url: str, most: int) -> ParsedFeed:
    """Return at most `most` entries of a JSON Feed, or in words why there are none. Never raises."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as fault:
        return ParsedFeed("broken", say("not JSON ({why})", why=str(fault)[:100]), is_feed=False)
    if not isinstance(found, dict) or VERSION not in str(found.get("version")):
        return ParsedFeed("broken", Said("not a feed: it is other JSON"), is_feed=False)
    items = found.get("items")
    if not isinstance(items, list):
        return ParsedFeed("broken", Said("a JSON Feed without `items`"), is_feed=False)
    entries = part_keys(_read_item(item, url) for item in items[:most] if isinstance(item, dict))
    return ParsedFeed(
        "ok" if entries else "empty",
        (tell_cut(len(items), most) or SOUND) if entries else Said("no entries"),
        entries,
        title=squeeze(_text(found, "title")),
        home=safe_link(_text(found, "home_page_url"), url),
        lang=_text(found, "language")[:20],
    )


def _read_item(item: Mapping[str, Any], base: str) -> Entry:
    title = squeeze(text_of_plain(_text(item, "title")))
    text = max(text_of_html(_text(item, "content_html")), text_of_plain(_text(item, "content_text")), key=len)
    text = text or text_of_plain(_text(item, "summary"))
    links = (_text(item, "url"), _text(item, "external_url"), _text(item, "id"))
    url = next((safe for link in links if link and (safe := safe_link(link, base))), "")
    return Entry(make_key(_text(item, "id"), url, title, text), title, text, url, _read_date(item))


def _read_date(item: Mapping[str, Any]) -> datetime | None:
    for name in ("date_published", "date_modified"):
        try:
            instant = read_instant(_text(item, name))
        except (InputError, OverflowError):
            continue
        if instant >= EARLIEST:
            return instant
    return None


def _text(table: Mapping[str, Any], name: str) -> str:
    found = table.get(name)
    return str(found) if isinstance(found, str | int | float) and not isinstance(found, bool) else ""
