from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from tests.servers.hostile_feeds import HostileFeeds, page

from chancery.common.said import Said
from chancery.sources.complete_articles import MOST_PAGES, Completion, PageReader, complete_articles, wants_page
from chancery.sources.http import Http
from chancery.sources.http_settings import HttpSettings
from chancery.sources.records import Retry
from chancery.watch.records import Article, Rights, Source

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
SOURCE = Source("courier", "The Courier", rights=Rights(quote_words=4))


@pytest.fixture
def server() -> Iterator[HostileFeeds]:
    with HostileFeeds() as running:
        yield running


@pytest.fixture
def reader() -> PageReader:
    return PageReader(Http(HttpSettings(allow=("127.0.0.0/8",), pause=0, backoff=0.01, tries=1)))


def _article(server: HostileFeeds, path: str, number: int = 1) -> Article:
    return Article(f"a{number}", "courier", "Rice", NOW, "One two three four five six.", server.url(path))


def _complete(server: HostileFeeds, reader: PageReader, *paths: str) -> Completion:
    waiting = [Retry(_article(server, path, number), NOW) for number, path in enumerate(paths)]
    return complete_articles(waiting, SOURCE, reader, NOW)


def test_a_page_gives_its_text_and_its_date(server: HostileFeeds, reader: PageReader) -> None:
    done = _complete(server, reader, "/pages/1")
    assert (done.articles[0].body, done.articles[0].claimed) == ("page", datetime(2026, 3, 9, 8, tzinfo=UTC))
    assert done.articles[0].text.startswith("PORT LANVAL, 9 March – The ministry said")
    assert (done.retries, done.notes) == ((), ())


def test_a_page_shorter_than_the_feed_changes_no_text(server: HostileFeeds, reader: PageReader) -> None:
    server.routes["/stub"] = lambda request: request.say(
        200, b"<html><body><p>Subscribe</p></body></html>", content_type="text/html"
    )
    done = _complete(server, reader, "/stub")
    assert (done.articles[0].text, done.articles[0].body) == ("One two three four five six.", "feed")


def test_robots_txt_closes_pages_and_it_is_said(server: HostileFeeds, reader: PageReader) -> None:
    server.routes["/robots.txt"] = lambda request: request.say(200, b"User-agent: *\nDisallow: /pages/")
    done = _complete(server, reader, "/pages/1")
    assert (done.articles[0].body, done.retries, done.notes) == ("feed", (), (Said("robots.txt closes its pages to us"),))
    assert server.times("/pages/1") == 0


@pytest.mark.parametrize("how", ["header", "meta", "robots meta", "file"])
def test_a_reserved_page_keeps_the_opening_only_and_says_why(server: HostileFeeds, reader: PageReader, how: str) -> None:
    told = {"header": {"tdm_reservation": "1"}}.get(how, {})
    heads = {"meta": '<meta name="tdm-reservation" content="1">', "robots meta": '<meta name="robots" content="index, noai">'}
    server.routes["/pages/"] = lambda request: request.say(200, page(head=heads.get(how, "")), content_type="text/html", **told)
    if how == "file":
        server.routes["/.well-known/tdmrep.json"] = lambda request: request.say(
            200, b'[{"location": "/", "tdm-reservation": 1}]'
        )
    done = _complete(server, reader, "/pages/1")
    assert (done.articles[0].text, done.articles[0].body) == ("One two three four", "feed")
    assert "reserves text mining" in str(done.notes[0])


def test_a_page_that_fails_is_tried_again_after_growing_waits_and_then_left(server: HostileFeeds, reader: PageReader) -> None:
    server.routes["/bad"] = lambda request: request.say(500)
    waits, retry, now = [], Retry(_article(server, "/bad"), NOW), NOW
    while True:
        done = complete_articles([retry], SOURCE, reader, now)
        assert done.articles == (retry.article,)
        if not done.retries:
            break
        retry = done.retries[0]
        waits.append((retry.due - now) // timedelta(hours=1))
        now = retry.due
    assert waits == [1, 2, 4, 8, 16]


def test_a_page_that_is_gone_is_not_asked_again(server: HostileFeeds, reader: PageReader) -> None:
    assert _complete(server, reader, "/gone.xml").retries == ()


def test_a_host_that_turns_us_away_is_left_alone_and_nothing_is_lost(server: HostileFeeds, reader: PageReader) -> None:
    server.routes["/no/"] = lambda request: request.say(429, retry_after="7200")
    done = _complete(server, reader, "/no/1", "/no/2", "/no/3")
    assert server.times("/no/2") == 0
    assert [article.id for article in done.articles] == ["a0", "a1", "a2"]
    assert [(each.article.id, each.due) for each in done.retries] == [
        ("a0", NOW + timedelta(hours=2)),
        ("a1", NOW),
        ("a2", NOW),
    ]


def test_one_look_asks_for_so_many_pages_and_keeps_the_rest_for_later(server: HostileFeeds, reader: PageReader) -> None:
    done = _complete(server, reader, *["/pages/1"] * (MOST_PAGES + 2))
    assert len(done.articles) == MOST_PAGES + 2
    assert [each.article.id for each in done.retries] == ["a20", "a21"]


def test_a_page_is_wanted_where_the_feed_gives_an_opening_that_may_grow(server: HostileFeeds) -> None:
    short = _article(server, "/pages/1")
    whole = Article("b", "courier", "Rice", NOW, "word " * 300, short.url)
    assert wants_page(short, SOURCE)
    assert not wants_page(whole, SOURCE)
    assert not wants_page(short, Source("courier", "The Courier", rights=Rights(keep_full_text=False)))
    assert not wants_page(Article("c", "courier", "Rice", NOW), SOURCE)
