from collections.abc import Iterator

import pytest
from tests.servers.hostile_feeds import HostileFeeds, feed

from chancery.common.errors import FetchError, RefusedError
from chancery.sources.discover_feed import discover_feeds
from chancery.sources.http import Http
from chancery.sources.http_settings import HttpSettings
from chancery.sources.records import FoundFeed


@pytest.fixture
def server() -> Iterator[HostileFeeds]:
    with HostileFeeds() as running:
        yield running


@pytest.fixture
def http() -> Http:
    return Http(HttpSettings(allow=("127.0.0.0/8",), pause=0, backoff=0.01, tries=1))


def _serve(server: HostileFeeds, path: str, head: str, body: str = "") -> None:
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()
    server.routes[path] = lambda request: request.say(200, html, content_type="text/html")


def test_the_address_of_a_feed_is_that_feed(server: HostileFeeds, http: Http) -> None:
    assert discover_feeds(server.url("/good.xml"), http) == (FoundFeed(server.url("/good.xml"), "news", 3),)


def test_the_feeds_a_page_names_are_found_in_its_order(server: HostileFeeds, http: Http) -> None:
    server.routes["/second.xml"] = lambda request: request.say(200, feed(2, name="second"))
    links = (
        '<link rel="alternate" type="application/atom+xml" href="second.xml">'
        '<link rel="ALTERNATE" type="application/rss+xml" href="/good.xml">'
        '<link rel="alternate" type="application/rss+xml" href="/dead.xml"><link rel="stylesheet" href="/x.css">'
    )
    _serve(server, "/news", links)
    assert [each.title for each in discover_feeds(server.url("/news"), http)] == ["second", "news"]


def test_a_link_in_the_text_will_do(server: HostileFeeds, http: Http) -> None:
    server.routes["/all/feed"] = lambda request: request.say(200, feed(1, name="linked"))
    _serve(server, "/news", "", '<a href="/all/feed">RSS</a> <a href="javascript:feed.xml">no</a>')
    assert [each.title for each in discover_feeds(server.url("/news"), http)] == ["linked"]


def test_the_usual_places_are_looked_at_last(server: HostileFeeds, http: Http) -> None:
    server.routes["/rss.xml"] = lambda request: request.say(200, feed(1, name="usual"))
    _serve(server, "/news", "")
    assert [each.url for each in discover_feeds(server.url("/news"), http)] == [server.url("/rss.xml")]


def test_a_page_with_no_feed_anywhere_has_none(server: HostileFeeds, http: Http) -> None:
    _serve(server, "/news", '<link rel="alternate" type="application/rss+xml" href="http://10.0.0.1/feed">')
    assert discover_feeds(server.url("/news"), http) == ()


def test_a_page_that_cannot_be_read_is_told(server: HostileFeeds, http: Http) -> None:
    with pytest.raises(FetchError, match="answered 404"):
        discover_feeds(server.url("/nowhere"), http)
    with pytest.raises(RefusedError):
        discover_feeds("http://10.0.0.1/", http)
