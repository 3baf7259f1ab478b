from datetime import UTC, datetime

import pytest
from tests.servers.hostile_feeds import HostileFeeds

from chancery.sources.http import Http
from chancery.sources.http_settings import HttpSettings
from chancery.sources.opt_outs import OptOutBook, read_reservations

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)


def test_a_reserved_place_is_reserved_and_the_rest_is_not() -> None:
    rules = read_reservations(b'[{"location": "/news/*", "tdm-reservation": 1}, {"location": "/blog", "tdm-reservation": 0}]')
    assert [rule.allows("https://a.example/news/1") for rule in rules] == [False]
    assert [rule.allows("https://a.example/blog/1") for rule in rules] == [True]


@pytest.mark.parametrize("body", [b"", b"{}", b"[1]", b"[[[", b"<html>", b'[{"location": "/"}]'])
def test_what_is_no_reservation_reserves_nothing(body: bytes) -> None:
    assert read_reservations(body) == ()


def test_a_host_is_asked_once() -> None:
    with HostileFeeds() as server:
        server.routes["/.well-known/tdmrep.json"] = lambda request: request.say(
            200, b'[{"location": "/x", "tdm-reservation": 1}]'
        )
        book = OptOutBook(Http(HttpSettings(allow=("127.0.0.0/8",), pause=0)))
        assert str(book.look(server.url("/x/1"), NOW)) == "the outlet reserves text mining (tdmrep.json)"
        assert book.look(server.url("/y"), NOW) is None
        assert server.times("/.well-known/tdmrep.json") == 1
