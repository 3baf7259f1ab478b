from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.servers.hostile_feeds import page

from chancery.sources.read_page import read_page


def test_an_article_page_gives_title_text_date_and_keeps_its_dateline() -> None:
    found = read_page(page(), "https://courier.example/1")
    assert (found.title, found.claimed) == ("Rice quota talks", datetime(2026, 3, 9, 8, tzinfo=UTC))
    assert found.text.startswith("PORT LANVAL, 9 March – The ministry said on Monday")
    assert "Home" not in found.text


@pytest.mark.parametrize(
    "head",
    [
        '<meta itemprop="datePublished" content="2026-03-09T15:00:00+07:00">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-03-09T08:00:00Z"}</script>',
        '<meta name="DC.date.issued" content="2026-03-09T08:00:00">',
    ],
)
def test_a_date_for_machines_is_claimed(head: str) -> None:
    body = page().replace(b'<meta property="article:published_time" content="2026-03-09T08:00:00+00:00">', head.encode())
    assert read_page(body).claimed == datetime(2026, 3, 9, 8, tzinfo=UTC)


def test_a_date_in_the_address_is_inferred() -> None:
    body = page().replace(b'<meta property="article:published_time" content="2026-03-09T08:00:00+00:00">', b"")
    found = read_page(body, "https://courier.example/2026/03/07/rice")
    assert (found.claimed, found.inferred) == (None, datetime(2026, 3, 7, tzinfo=UTC))


def test_the_encoding_a_server_states_is_used() -> None:
    body = page().decode().replace("ministry", "министерство").encode("koi8-r", "replace")
    assert "министерство" in read_page(body, content_type="text/html; charset=koi8-r").text


@given(st.binary(max_size=300))
@settings(max_examples=60)
def test_no_bytes_make_it_raise(body: bytes) -> None:
    assert isinstance(read_page(b"<html><body><p>" + body, "https://a.example/").text, str)


def test_a_flood_of_tags_is_no_article() -> None:
    assert read_page(b"<html><body>" + b"<p>x" * 50_000).text == ""
