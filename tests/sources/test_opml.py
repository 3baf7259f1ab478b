from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.common.errors import ChanceryError, InputError, RefusedError
from chancery.sources.opml import read_feed_list, source_id

LIST = b"""<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="Maren">
<outline type="rss" text="The Courier" xmlUrl="https://courier.example/rss?a=1&b=2" htmlUrl="https://courier.example/"/>
<outline title="The Courier" xmlurl="http://other.example/feed"/>
<outline text="again" xmlUrl="https://courier.example/rss?a=1&amp;b=2"/>
<outline text="Bad &lt;b&gt;one&lt;/b&gt;" xmlUrl="javascript:alert(1)"/>
</outline></body></opml>"""


def test_each_feed_becomes_one_source_with_an_id_of_its_own() -> None:
    assert [(source.id, source.name, source.url, source.home) for source in read_feed_list(LIST).sources] == [
        ("the-courier", "The Courier", "https://courier.example/rss?a=1&b=2", "https://courier.example/"),
        ("the-courier-2", "The Courier", "http://other.example/feed", ""),
    ]


def test_one_feed_with_its_usual_port_or_a_place_in_it_is_one_feed() -> None:
    body = b"""<opml><body><outline xmlUrl="http://h.example/x"/><outline xmlUrl="http://h.example:80/x"/>
    <outline xmlUrl="http://h.example/x#r"/><outline xmlUrl="http://h.example:8080/x"/></body></opml>"""
    found = read_feed_list(body)
    assert [source.url for source in found.sources] == ["http://h.example/x", "http://h.example:8080/x"]
    assert [(each.entry, each.why) for each in found.refused] == [(2, "twice"), (3, "twice")]


def test_a_name_turns_no_direction() -> None:
    body = '<opml><body><outline text="The \u202eyliaD\u2066 Post\u2069" xmlUrl="https://post.example/rss"/></body></opml>'
    assert [source.name for source in read_feed_list(body.encode()).sources] == ["The yliaD Post"]


def test_quotes_in_quotes_lose_no_feed() -> None:
    body = b'<opml><body><outline text="The "Daily" Post" xmlUrl="https://post.example/rss"/></body></opml>'
    assert [source.url for source in read_feed_list(body).sources] == ["https://post.example/rss"]


@pytest.mark.parametrize(
    "body",
    [
        b'<!DOCTYPE opml [<!ENTITY a "b">]><opml><body/></opml>',
        b'<!DOCTYPE opml SYSTEM "file:///etc/passwd"><opml/>',
        b"<opml>" + b" " * 5_000_000,
    ],
)
def test_a_hostile_list_is_refused(body: bytes) -> None:
    with pytest.raises(RefusedError):
        read_feed_list(body)


@pytest.mark.parametrize("body", [b"", b"<rss/>", b"hello", b"<opml><body>"])
def test_what_is_no_list_is_named(body: bytes) -> None:
    with pytest.raises(InputError, match=r"^feeds\.opml: "):
        read_feed_list(body, "feeds.opml")


def test_a_name_in_any_script_makes_an_id() -> None:
    assert source_id("Báo Nhân Dân!") == "bao-nhan-dan"
    assert source_id("新华社") == "新华社"
    assert source_id("***") == "source"


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_our_errors(body: bytes) -> None:
    for whole in (body, b"<opml><body><outline " + body):
        with suppress(ChanceryError):
            assert all(source.url for source in read_feed_list(whole).sources)
