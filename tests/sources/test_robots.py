import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from tests.servers.hostile_feeds import HostileFeeds

from chancery.sources.http import Http
from chancery.sources.http_settings import HttpSettings
from chancery.sources.robots import RobotsBook, read_robots

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
TEXT = """
User-agent: otherbot
Disallow: /

User-agent: *
Disallow: /private   # ours
Allow: /private/press
Disallow: /*.pdf$
Crawl-delay: 5
"""


@pytest.mark.parametrize(
    ("path", "open_"),
    [
        *(("/", True), ("/private/x", False), ("/private/press/1", True), ("/a/b.pdf", False), ("/a/b.pdf?x=1", True)),
        *(("/%70rivate/x", False), ("/Private/x", True)),
    ],
)
def test_the_longest_pattern_decides(path: str, open_: bool) -> None:
    assert read_robots(TEXT).allows(f"https://a.example{path}") is open_


def test_our_own_group_stands_over_that_for_all() -> None:
    robots = read_robots("User-agent: *\nDisallow: /\n\nUser-agent: Chancery\nUser-agent: x\nDisallow: /shop\nCrawl-delay: 90")
    assert robots.allows("https://a.example/news")
    assert not robots.allows("https://a.example/shop/1")
    assert robots.delay == 30


@pytest.mark.parametrize(
    "text", ["", "Disallow: /", "<html>not found</html>", "User-agent: *\nDisallow:", "User-agent: *\nDisallow: /x\nAllow: /x"]
)
def test_what_closes_nothing_leaves_all_open(text: str) -> None:
    assert read_robots(text).allows("https://a.example/x")


def test_a_pattern_of_stars_takes_no_time() -> None:
    robots = read_robots("User-agent: *\nDisallow: /" + "*a" * 2_000 + "$")
    begun = time.process_time()
    assert robots.allows("https://a.example/" + "a" * 1_900)
    assert time.process_time() - begun < 1


@pytest.fixture
def server() -> Iterator[HostileFeeds]:
    with HostileFeeds() as running:
        yield running


def _book() -> RobotsBook:
    return RobotsBook(Http(HttpSettings(allow=("127.0.0.0/8",), pause=0, backoff=0.01, tries=1)))


def test_a_file_is_asked_for_once_a_day(server: HostileFeeds) -> None:
    server.routes["/robots.txt"] = lambda request: request.say(200, b"User-agent: *\nDisallow: /x")
    book = _book()
    assert not book.look(server.url("/x/1"), NOW).allows(server.url("/x/1"))
    assert book.look(server.url("/y"), NOW + timedelta(hours=23)).allows(server.url("/y"))
    assert server.times("/robots.txt") == 1
    book.look(server.url("/y"), NOW + timedelta(hours=24))
    assert server.times("/robots.txt") == 2


def test_a_host_without_the_file_is_open_and_one_that_fails_is_closed(server: HostileFeeds) -> None:
    assert _book().look(server.url("/x"), NOW).allows(server.url("/x"))
    server.routes["/robots.txt"] = lambda request: request.say(500)
    assert not _book().look(server.url("/x"), NOW).allows(server.url("/x"))
