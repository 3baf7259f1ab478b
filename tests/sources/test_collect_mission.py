import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.servers.hostile_feeds import HostileFeeds, feed

from chancery.common.errors import InputError, RefusedError
from chancery.sources.collect_mission import MissionStore, look_at, open_store
from chancery.sources.http import Http
from chancery.sources.http_settings import HttpSettings
from chancery.sources.records import FeedState
from chancery.watch.records import Article, Source

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
SOURCE = Source("courier", "The Courier")
ONE = Article("a1", "courier", "One", NOW, "Opening.")
TWO = Article("a2", "courier", "Two", NOW)


@pytest.fixture
def store(tmp_path: Path) -> MissionStore:
    return MissionStore(tmp_path / "articles.jsonl", tmp_path / "collecting.json")


def _again(store: MissionStore) -> MissionStore:
    return MissionStore(store.articles, store.states_file)


def _lines(store: MissionStore) -> list[tuple[str, str]]:
    lines = store.articles.read_text(encoding="utf-8").splitlines()
    return [(line["id"], line.get("body", "feed")) for line in map(json.loads, lines)]


def test_an_article_is_written_once_however_often_it_comes(store: MissionStore) -> None:
    assert store.keep(SOURCE, FeedState(), (ONE, ONE), ()) == (1, 0)
    assert _again(store).keep(SOURCE, FeedState(), (ONE, TWO), ()) == (1, 0)
    assert _lines(store) == [("a1", "feed"), ("a2", "feed")]


def test_a_page_that_came_later_takes_the_place_of_the_opening(store: MissionStore) -> None:
    store.keep(SOURCE, FeedState(), (ONE, TWO), ())
    assert store.keep(SOURCE, FeedState(), (), (replace(ONE, text="The whole.", body="page"),)) == (0, 1)
    assert _lines(store) == [("a1", "page"), ("a2", "feed")]


def test_a_state_is_there_at_the_next_start(store: MissionStore) -> None:
    state = FeedState(condition="quiet", reason="nothing new", etag='"v1"', interval=timedelta(minutes=7))
    store.keep(SOURCE, state, (), ())
    assert _again(store).states == {"courier": state}


def test_a_line_cut_short_by_a_kill_is_taken_off_and_written_whole(store: MissionStore) -> None:
    store.keep(SOURCE, FeedState(), (ONE, TWO), ())
    whole = store.articles.read_bytes()
    store.articles.write_bytes(whole[:-20])
    again = _again(store)
    assert _lines(store) == [("a1", "feed")]
    again.keep(SOURCE, FeedState(), (ONE, TWO), ())
    assert store.articles.read_bytes() == whole


def test_lines_of_others_stay_as_they_are(store: MissionStore) -> None:
    foreign = '{"id":"x9",   "published":"2026-03-01","title":"Theirs","note":1}'
    store.articles.write_text(foreign, encoding="utf-8")
    again = _again(store)
    again.keep(SOURCE, FeedState(), (ONE,), ())
    again.keep(SOURCE, FeedState(), (), (replace(ONE, body="page"),))
    assert store.articles.read_text(encoding="utf-8").splitlines()[0] == foreign


def test_a_line_that_is_no_article_is_named(store: MissionStore) -> None:
    store.articles.write_text('{"id": "a"}\n{"no": 1}\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"articles\.jsonl, line 2: is no article"):
        _again(store)


def test_a_second_process_is_refused_until_the_first_has_ended(tmp_path: Path) -> None:
    files = (tmp_path / "articles.jsonl", tmp_path / "collecting.json")
    with open_store(*files), pytest.raises(RefusedError, match="is being collected by another process"), open_store(*files):
        pass
    with open_store(*files) as store:
        assert store.ids == set()


@pytest.mark.parametrize(
    "text", ["", "{}", '{"format": "other", "sources": {}}', '{"format": "chancery-collecting/1", "sources": {"a": 3}}']
)
def test_a_state_file_that_cannot_be_read_is_named(store: MissionStore, text: str) -> None:
    store.states_file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"collecting\.json: cannot be read"):
        _again(store)


def test_a_kill_between_articles_and_state_loses_and_doubles_nothing(store: MissionStore) -> None:
    with HostileFeeds() as server:
        server.routes["/slow.xml"] = lambda request: request.say(200, feed(3).replace(b"/pages/", b"/later/"))
        source = replace(SOURCE, url=server.url("/slow.xml"))
        http = Http(HttpSettings(allow=("127.0.0.0/8",), pause=0, backoff=0.01, tries=1))
        first = next(look_at([source], store, http, lambda: NOW))
        store.states_file.unlink()
        server.routes["/later/"] = server.routes["/pages/"]
        second = next(look_at([source], _again(store), http, lambda: NOW + timedelta(minutes=1)))
    assert (first.new, first.completed, second.new, second.completed) == (3, 0, 0, 3)
    assert [body for _, body in _lines(store)] == ["page"] * 3
    assert len({ref for ref, _ in _lines(store)}) == 3


def test_a_slow_source_does_not_hold_up_the_rest(store: MissionStore) -> None:
    with HostileFeeds() as server:
        sources = [replace(SOURCE, id=path, url=server.url(path)) for path in ("/drip.xml", "/good.xml", "/koi8.xml")]
        http = Http(HttpSettings(allow=("127.0.0.0/8",), pause=0, total_timeout=0.5, tries=1))
        looks = list(look_at(sources, store, http, lambda: NOW))
    assert {(look.source.id, look.state.condition, look.new) for look in looks} == {
        ("/drip.xml", "broken", 0),
        ("/good.xml", "working", 3),
        ("/koi8.xml", "working", 3),
    }


def test_a_device_is_no_place_for_articles_and_stays_what_it_is(tmp_path: Path) -> None:
    null = Path("/dev/null")
    with pytest.raises(InputError, match="no file that can grow"), open_store(null, tmp_path / "collecting.json"):
        pass
    assert null.is_char_device()


def test_articles_behind_a_link_are_mended_there_and_the_link_stays(tmp_path: Path, store: MissionStore) -> None:
    store.keep(SOURCE, FeedState(), (ONE, TWO), ())
    link = tmp_path / "link.jsonl"
    link.symlink_to(store.articles)
    linked = MissionStore(link, store.states_file)
    assert linked.keep(SOURCE, FeedState(), (), (replace(ONE, text="The whole.", body="page"),)) == (0, 1)
    assert link.is_symlink()
    assert _lines(store) == [("a1", "page"), ("a2", "feed")]
