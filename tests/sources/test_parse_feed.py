import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.sources.parse_feed import MAX_ENTRIES, MAX_FEED, parse_feed

RSS = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The Courier</title><link>https://courier.example/</link><language>en</language>
<item><title>Rice &amp; tiles</title><link>/news/1</link><guid>n1</guid>
<description>&lt;p onclick="x()"&gt;PORT LANVAL, 9 March &#8211; Talks resumed.&lt;/p&gt;
&lt;script&gt;alert(1)&lt;/script&gt;</description>
<pubDate>Mon, 09 Mar 2026 07:30:00 +0700</pubDate></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://gov.example/press/"><title>Press office</title>
<entry><id>tag:1</id><title type="html">Visit &lt;b&gt;confirmed&lt;/b&gt;</title><link href="2026/visit"/>
<updated>2026-03-09T08:00:00Z</updated><published>2026-03-08T08:00:00Z</published>
<summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The whole <em>text</em>.</p></div>
</content></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Agency</title></channel>
<item rdf:about="https://a.example/1"><title>One</title><link>https://a.example/1</link>
<dc:date>2026-03-09</dc:date></item></rdf:RDF>"""
JSON_FEED = """{"version": "https://jsonfeed.org/version/1.1", "title": "Bulletin", "items": [
{"id": "1", "url": "https://b.example/1", "title": "Nước", "content_html": "<p>Một</p><p>Hai</p>",
"date_published": "2026-03-09T07:30:00+07:00"},
{"id": "2", "content_text": "Only words"}]}""".encode()


def test_rss_gives_plain_text_a_whole_link_and_the_outlets_date() -> None:
    feed = parse_feed(RSS, "https://courier.example/feeds/all.xml")
    entry = feed.entries[0]
    assert (feed.state, feed.title, feed.home, feed.lang) == ("ok", "The Courier", "https://courier.example/", "en")
    assert entry.title == "Rice & tiles"
    assert entry.text == "PORT LANVAL, 9 March – Talks resumed."
    assert entry.url == "https://courier.example/news/1"
    assert entry.claimed == datetime(2026, 3, 9, 0, 30, tzinfo=UTC)


def test_atom_takes_the_longer_text_and_the_day_of_publication() -> None:
    entry = parse_feed(ATOM).entries[0]
    assert (entry.title, entry.text) == ("Visit confirmed", "The whole text.")
    assert entry.url == "https://gov.example/press/2026/visit"
    assert entry.claimed == datetime(2026, 3, 8, 8, tzinfo=UTC)


def test_rdf_is_read() -> None:
    entry = parse_feed(RDF).entries[0]
    assert (entry.title, entry.url, entry.claimed) == ("One", "https://a.example/1", datetime(2026, 3, 9, tzinfo=UTC))


def test_json_feed_is_read() -> None:
    feed = parse_feed(JSON_FEED)
    assert (feed.state, feed.title, len(feed.entries)) == ("ok", "Bulletin", 2)
    assert feed.entries[0].text == "Một\nHai"
    assert feed.entries[0].claimed == datetime(2026, 3, 9, 0, 30, tzinfo=UTC)
    assert feed.entries[1].text == "Only words"


def test_rss_1_1_is_read_like_rss_1_0() -> None:
    names = b'xmlns="http://purl.org/net/rss1.1#" xmlns:rss="http://purl.org/net/rss1.1#"'
    feed = parse_feed(b"<Channel " + names + b"><items><item><title>One</title></item></items></Channel>")
    assert [entry.title for entry in feed.entries] == ["One"]


@pytest.mark.parametrize(
    "subset",
    [
        b'<!DOCTYPE rss [<!ENTITY a "b">]>',
        b'<!DOCTYPE rss SYSTEM "file:///etc/passwd">',
        b'<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://a.example/" [<!ENTITY a "b">]>',
        b'<!doctype rss system "http://evil.example/x.dtd">',
        b'<!-- calm --><!DOCTYPE rss [ <!ENTITY % x SYSTEM "http://evil.example/"> %x; ]>',
        b'<!ENTITY a "b">',
    ],
)
def test_entities_brought_along_are_refused(subset: bytes) -> None:
    feed = parse_feed(b'<?xml version="1.0"?>' + subset + b"<rss><channel><item><title>&a;</title></item></channel></rss>")
    assert feed.state == "refused"
    assert feed.reason
    assert feed.entries == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_an_entity_is_refused_in_every_encoding(encoding: str) -> None:
    text = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>'
    assert parse_feed(text.encode(encoding)).state == "refused"


def test_the_bare_document_type_of_rss_0_91_is_read() -> None:
    names = b'"-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"'
    feed = parse_feed(
        b"<!DOCTYPE rss PUBLIC "
        + names
        + b">"
        + b'<rss version="0.91"><channel><item><title>One</title></item></channel></rss>'
    )
    assert [entry.title for entry in feed.entries] == ["One"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "not a feed: the file is empty"),
        (b"<!DOCTYPE html><html><head></head></html>", "not a feed: it is HTML"),
        (b'<opml version="2.0"><body><outline xmlUrl="https://a.example/"/></body></opml>', "not a feed: its root is <opml>"),
        (b'{"version": "1.0", "items": [{}]}', "not a feed: it is other JSON"),
        (b"just words", "not a feed: there is no XML in it"),
    ],
)
def test_what_is_no_feed_is_broken_and_says_so(body: bytes, reason: str) -> None:
    feed = parse_feed(body)
    assert (feed.state, feed.reason, feed.is_feed) == ("broken", reason, False)


def test_a_feed_without_entries_is_empty() -> None:
    feed = parse_feed(b"<rss><channel><title>calm</title></channel></rss>")
    assert (feed.state, feed.reason, feed.is_feed) == ("empty", "no entries", True)


def test_a_feed_cut_short_gives_what_it_has_and_says_so() -> None:
    feed = parse_feed(RSS[: RSS.index(b"</item>") + 7] + b"<item><title>Half")
    assert feed.state == "ok"
    assert feed.entries[0].title == "Rice & tiles"
    assert feed.reason.startswith("not well-formed")


def test_only_http_links_are_kept() -> None:
    feed = parse_feed(b"<rss><channel><item><title>x</title><link>javascript:alert(1)</link></item></channel></rss>")
    assert feed.entries[0].url == ""


def test_a_feed_above_the_cap_is_refused() -> None:
    feed = parse_feed(b" " * (MAX_FEED + 1))
    assert (feed.state, feed.reason) == ("refused", "larger than 10 MB")


def test_a_flood_of_tags_is_refused_at_once() -> None:
    assert parse_feed(b"<rss>" + b"<a>" * 400_000).state == "refused"


def test_more_entries_than_the_cap_are_cut_and_it_is_said() -> None:
    feed = parse_feed(b"<rss><channel>" + b"<item><guid>1</guid></item>" * (MAX_ENTRIES + 1) + b"</channel></rss>")
    assert (len(feed.entries), feed.reason) == (5_000, "only the first 5,000 of its 5,001 entries are read")


def test_more_items_of_a_json_feed_than_the_cap_are_cut_and_it_is_said() -> None:
    items = [{"id": str(number), "title": "One"} for number in range(MAX_ENTRIES + 1)]
    feed = parse_feed(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode())
    assert (len(feed.entries), feed.reason) == (5_000, "only the first 5,000 of its 5,001 entries are read")


def test_entries_that_share_an_id_are_told_apart() -> None:
    items = b"".join(b"<item><guid>same</guid><title>%d</title></item>" % number for number in range(3))
    feed = parse_feed(b"<rss><channel>" + items + b"</channel></rss>")
    assert len({entry.key for entry in feed.entries}) == 3


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "utf-8"), ("cp1252", "iso-8859-1"), ("koi8-r", "koi8-r"), ("utf-16", "utf-16"), ("cp1258", "windows-1258")],
)
def test_encodings_are_read(encoding: str, declared: str) -> None:
    word = {"koi8-r": "Переговоры", "cp1258": "Nước".replace("ư", "ư").replace("ớ", "ơ\u0301")}.get(encoding, "Opéra")
    text = f'<?xml version="1.0" encoding="{declared}"?><rss><channel><item><title>{word}</title></item></channel></rss>'
    assert parse_feed(text.encode(encoding)).entries[0].title == word


@pytest.mark.parametrize(
    "name", ["links", "content", "title_detail", "summary_detail", "published_parsed", "id", "link", "tags"]
)
def test_an_element_named_like_a_field_of_the_parser_is_harmless(name: str) -> None:
    body = f"<rss><channel><{name}>x</{name}><item><title>One</title><{name}>x</{name}></item></channel></rss>"
    assert [entry.title for entry in parse_feed(body.encode()).entries] == ["One"]


@given(st.binary(max_size=300))
def test_no_bytes_make_it_raise(body: bytes) -> None:
    feed = parse_feed(body, "https://a.example/")
    assert (feed.state == "ok") == bool(feed.entries)


PIECES = st.sampled_from(
    [
        *("<rss>", "<channel>", "<item>", "</item>", "<title>", "<![CDATA[", "]]>", "<!--", "&amp;", "&x;", "&#0;", "<entry>"),
        *("<feed xmlns='http://www.w3.org/2005/Atom'>", "<link href='//[x'/>", "<pubDate>", "9999-99-99", "<guid>", "<?xml?>"),
        *("<content type='xhtml'>", "<div>", "\x00", "\ud800", "é", "{", "]"),
    ]
)


@given(st.lists(PIECES, max_size=25))
def test_no_heap_of_pieces_makes_it_raise(pieces: list[str]) -> None:
    body = "".join(pieces).encode("utf-8", "surrogatepass")
    for whole in (body, b"<rss><channel><item>" + body):
        feed = parse_feed(whole)
        assert feed.state in ("ok", "empty", "broken", "refused")
        assert feed.state == "ok" or feed.reason
