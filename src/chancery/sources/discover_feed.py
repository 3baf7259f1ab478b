"""From the address of any page to the feeds behind it: the page itself, what it links to, where feeds usually lie."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from chancery.common.errors import FetchError, RefusedError
from chancery.sources.http import Fetched, Http, Request
from chancery.sources.parse_feed import parse_feed
from chancery.sources.read_page import MAX_PAGE
from chancery.sources.records import FoundFeed, ParsedFeed
from chancery.sources.safe_links import safe_link

TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json")
PATHS = (
    "/feed",
    "/rss",
    "/rss.xml",
    "/feed.xml",
    "/atom.xml",
    "/index.xml",
    "/feed.json",
    "/feeds/posts/default",
    "/?feed=rss2",
)
"""Where the common publishing systems put their feeds."""

MOST = 12
"""Most addresses tried for one page."""


def discover_feeds(url: str, http: Http) -> tuple[FoundFeed, ...]:
    """Return the feeds behind the address of any page, those the page names first; each was read, so that it is one.

    Where the page is a feed, it alone is returned. An empty result means that every place was looked at and none holds a feed.
    Raises FetchError or RefusedError where the page itself cannot be read.
    """
    whole = url.strip() if "://" in url else f"https://{url.strip()}"
    page = http.get(whole, Request(accept="text/html, application/xml;q=0.9, */*;q=0.5", max_body=MAX_PAGE))
    feed = parse_feed(page.body, page.url, page.content_type)
    if feed.is_feed:
        return (_found(page.url, feed),)
    named = list(dict.fromkeys(_named(page)))
    found = tuple(each for address in named[:MOST] if (each := _try(address, http)))
    if found:
        return found
    guessed = [guess for path in PATHS if (guess := safe_link(urljoin(page.url, path))) and guess not in named]
    first = next((each for address in guessed[:MOST] if (each := _try(address, http))), None)
    return (first,) if first else ()


def _try(address: str, http: Http) -> FoundFeed | None:
    """Read an address; whatever keeps us from it, there is no feed for us there."""
    try:
        page = http.get(address)
    except (FetchError, RefusedError):
        return None
    feed = parse_feed(page.body, page.url, page.content_type)
    return _found(page.url, feed) if feed.is_feed else None


def _found(url: str, feed: ParsedFeed) -> FoundFeed:
    return FoundFeed(url, feed.title or urlsplit(url).hostname or url, len(feed.entries))


def _named(page: Fetched) -> Iterator[str]:
    """Yield the feeds a page names: in its head, then those of its links that look like feeds."""
    tree = _parse(page.body)
    if tree is None:
        return
    base = next((safe for href in tree.xpath("//base/@href")[:1] if (safe := safe_link(str(href), page.url))), page.url)
    for link in tree.xpath("//link[@href]"):
        if (
            "alternate" in link.get("rel", "").lower().split()
            and link.get("type", "").lower().partition(";")[0].strip() in TYPES
        ):
            yield from filter(None, [safe_link(link.get("href"), base)])
    for href in tree.xpath("//a/@href"):
        path = urlsplit(link).path.lower() if (link := safe_link(str(href), base)) else ""
        if path.endswith(
            (".rss", ".atom", ".rdf", "/rss", "/feed", "/feed/", "/rss/", "rss.xml", "feed.xml", "atom.xml", "feed.json")
        ):
            yield link


def _parse(body: bytes) -> Any:
    from lxml import etree, html

    try:
        return html.fromstring(body, parser=html.HTMLParser(no_network=True, huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
