"""One look at a source, against a real server that does what servers do."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.servers.hostile_feeds import HostileFeeds, feed

from chancery.common.pack import pack, unpack
from chancery.sources.http import Http
from chancery.sources.http_settings import HttpSettings
from chancery.sources.poll import collect_source
from chancery.sources.records import Collected, FeedState
from chancery.watch.records import Rights, Source

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(scope="module")
def server() -> Iterator[HostileFeeds]:
    with HostileFeeds() as running:
        yield running


@pytest.fixture
def http() -> Http:
    return Http(HttpSettings(allow=("127.0.0.0/8",), total_timeout=0.8, pause=0, backoff=0.01))


def _source(server: HostileFeeds, path: str, **more: object) -> Source:
    return replace(Source("courier", "The Courier", server.url(path)), **more)


def _look(server: HostileFeeds, http: Http, path: str, state: FeedState | None = None, now: datetime = NOW) -> Collected:
    return collect_source(_source(server, path), state or FeedState(), http, now)


def test_a_working_source_gives_its_articles_with_the_text_of_their_pages(server: HostileFeeds, http: Http) -> None:
    got = _look(server, http, "/good.xml")
    assert (got.state.condition, got.state.reason) == ("working", "")
    assert [(article.title, article.body) for article in got.articles] == [
        ("news 3", "page"),
        ("news 2", "page"),
        ("news 1", "page"),
    ]
    assert got.articles[0].text.startswith("PORT LANVAL, 9 March – The ministry said")
    assert got.articles[0].claimed == datetime(2026, 3, 9, 3, tzinfo=UTC)
    assert got.state.next_due == NOW + HOUR


def test_a_second_look_asks_whether_anything_changed_and_gives_nothing_twice(server: HostileFeeds, http: Http) -> None:
    first = _look(server, http, "/good.xml")
    second = _look(server, http, "/good.xml", first.state, NOW + HOUR)
    assert server.headers[-1]["if-none-match"] == '"v1"'
    assert server.headers[-1]["if-modified-since"] == "Mon, 09 Mar 2026 09:00:00 GMT"
    assert second.articles == ()
    assert second.state.condition == "working"
    assert second.state.repeats[-1] == 1.0
    assert second.state.interval == 1.5 * HOUR
    assert second.state.etag == '"v1"'


def test_a_source_that_moved_for_good_is_read_there_and_says_so(server: HostileFeeds, http: Http) -> None:
    first = _look(server, http, "/moved.xml")
    assert (first.state.condition, len(first.articles)) == ("changed", 3)
    assert first.state.url == server.url("/good.xml")
    assert "moved for good" in first.state.reason
    second = _look(server, http, "/moved.xml", first.state, NOW + HOUR)
    assert server.asked[-1] == "/good.xml"
    assert second.state.condition == "working"


def test_a_redirect_for_now_changes_nothing(server: HostileFeeds, http: Http) -> None:
    got = _look(server, http, "/elsewhere.xml")
    assert (got.state.condition, got.state.url, len(got.articles)) == ("working", "", 3)


@pytest.mark.parametrize(
    ("path", "condition", "words"),
    [
        ("/busy.xml", "blocked", "429 (we ask too often); it asks us to come back in 2 minutes"),
        ("/forbidden.xml", "blocked", "403 (we are not let in)"),
        ("/secret.xml", "blocked", "401 (a password is asked for)"),
        ("/challenge.xml", "blocked", "a page that asks for a person"),
        ("/failing.xml", "broken", "500 (the server failed)"),
        ("/unavailable.xml", "broken", "503 (the server is busy); it asks us to come back in 10 minutes"),
        ("/gone.xml", "broken", "410 (it is gone for good)"),
        ("/nowhere.xml", "broken", "404 (nothing is there)"),
        ("/drip.xml", "broken", "the answer was not whole after 0.8 seconds"),
        ("/drip-head.xml", "broken", "the answer was not whole after 0.8 seconds"),
        ("/huge.xml", "broken", "larger than 10 MB"),
        ("/endless.xml", "broken", "larger than 10 MB"),
        ("/gzip-bomb.xml", "broken", "unpacks to more than 10 MB"),
        ("/entity-bomb.xml", "broken", "refused: its document type has an internal subset"),
        ("/cut.xml", "broken", "the answer broke off"),
        ("/loop.xml", "broken", "leads from one address to the next without end"),
        ("/to-private.xml", "broken", "10.0.0.1 leads to a private address"),
        ("/to-metadata.xml", "broken", "169.254.169.254 leads to a private address"),
        ("/to-file.xml", "broken", "is no http or https address"),
        ("/html.xml", "broken", "not a feed: it is HTML"),
        ("/empty.xml", "quiet", "holds nothing yet"),
    ],
)
def test_every_fault_ends_in_its_state_with_its_reason_and_loses_nothing(
    server: HostileFeeds, http: Http, path: str, condition: str, words: str
) -> None:
    before = FeedState(known=("a-1",), last_new=NOW - HOUR) if condition != "quiet" else FeedState()
    got = _look(server, http, path, before)
    assert got.state.condition == condition
    assert words in got.state.reason
    assert got.articles == ()
    assert got.state.known == before.known
    assert got.state.next_due is not None
    assert got.state.next_due >= NOW + HOUR
    assert _look(server, http, "/good.xml").state.condition == "working"


def test_a_fault_that_passes_at_once_is_not_noticed(server: HostileFeeds, http: Http) -> None:
    got = _look(server, http, "/flaky.xml")
    assert (got.state.condition, len(got.articles), server.times("/flaky.xml")) == ("working", 3, 2)


def test_faults_in_a_row_lengthen_the_rest_to_a_day_at_most(server: HostileFeeds, http: Http) -> None:
    state, rests = FeedState(), []
    for _ in range(6):
        state = _look(server, http, "/forbidden.xml", state).state
        assert state.next_due is not None
        rests.append((state.next_due - NOW) / HOUR)
    assert rests == [2, 4, 8, 16, 24, 24]


def test_a_feed_that_turned_into_a_page_has_changed(server: HostileFeeds, http: Http) -> None:
    first = _look(server, http, "/changing.xml")
    second = _look(server, http, "/changing.xml", first.state, NOW + HOUR)
    assert (first.state.condition, second.state.condition) == ("working", "changed")
    assert second.state.reason == "it was a feed and is none now: not a feed: it is HTML"
    assert second.state.known == first.state.known


@pytest.mark.parametrize(("path", "words"), [("/latin.xml", "Le ministère a reçu"), ("/koi8.xml", "Переговоры о рисе")])
def test_wrong_encodings_are_read_right(server: HostileFeeds, http: Http, path: str, words: str) -> None:
    source = _source(server, path, rights=Rights(keep_full_text=False))
    assert collect_source(source, FeedState(), http, NOW).articles[0].text.startswith(words)


@pytest.mark.parametrize("path", ["/gzip.xml", "/deflate.xml"])
def test_packed_answers_are_unpacked(server: HostileFeeds, http: Http, path: str) -> None:
    assert len(_look(server, http, path).articles) == 3


def test_a_source_silent_for_four_of_its_gaps_is_quiet(server: HostileFeeds, http: Http) -> None:
    got = _look(server, http, "/good.xml", now=NOW + timedelta(days=9))
    assert (got.state.condition, got.state.reason) == ("quiet", "nothing new since 2026-03-09 03:00 UTC")
    often = _source(server, "/good.xml", every=timedelta(days=3))
    assert collect_source(often, FeedState(), http, NOW + timedelta(days=9)).state.condition == "working"


def test_a_reserved_feed_keeps_openings_only_and_says_why(server: HostileFeeds, http: Http) -> None:
    got = collect_source(_source(server, "/reserved.xml", rights=Rights(quote_words=10)), FeedState(), http, NOW)
    assert got.state.condition == "working"
    assert got.state.reason == "the outlet reserves text mining (TDM-Reservation: 1)"
    assert {len(article.text.split()) for article in got.articles} == {10}


def test_a_page_that_fails_costs_no_text_and_is_read_later(server: HostileFeeds, http: Http) -> None:
    server.routes["/later.xml"] = lambda request: request.say(200, feed(1).replace(b"/pages/", b"/later/"))
    first = _look(server, http, "/later.xml")
    assert [(article.body, article.text) for article in first.articles] == [("feed", "Rice quota talks resume in Port Lanval.")]
    assert [(each.article.id, each.due) for each in first.state.retries] == [(first.articles[0].id, NOW + HOUR)]
    second = _look(server, http, "/later.xml", first.state, NOW + HOUR)
    assert (second.articles, second.completed) == ((), ())
    assert second.state.retries[0].due == NOW + 3 * HOUR
    third = _look(server, http, "/later.xml", second.state, NOW + 3 * HOUR)
    assert [(each.id, each.body) for each in third.completed] == [(first.articles[0].id, "page")]
    assert third.completed[0].seen == first.articles[0].seen
    assert third.state.retries == ()


def test_a_state_survives_being_kept(server: HostileFeeds, http: Http) -> None:
    server.routes["/kept.xml"] = lambda request: request.say(200, feed(2).replace(b"/pages/", b"/none-such/"))
    server.routes["/none-such/"] = lambda request: request.say(503)
    state = _look(server, http, "/kept.xml").state
    assert state.retries
    assert unpack(FeedState, pack(state)) == state


def test_a_source_without_an_address_says_so(http: Http) -> None:
    got = collect_source(Source("paper", "On paper"), FeedState(), http, NOW)
    assert (got.state.condition, got.state.reason) == ("broken", "it has no address; give it one")
