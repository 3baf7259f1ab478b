"""One HTML file: strict, no outside request, every citation a link to the list and back, every script marked."""

import re
from html.parser import HTMLParser

from tests.builders.briefs import article, brief, quote, said, tongues_brief

from chancery.exports.html import write_html


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_tag_is_closed_and_every_anchor_leads_somewhere() -> None:
    page = _Page(write_html(tongues_brief()[0]))
    assert page.open == []
    ids = [attrs["id"] for _, attrs in page.tags if attrs.get("id")]
    assert len(ids) == len(set(ids))
    inner = {
        (attrs.get("href") or "")[1:] for tag, attrs in page.tags if tag == "a" and (attrs.get("href") or "").startswith("#")
    }
    assert inner <= set(ids)
    assert {f"source-{number}" for number in range(1, 6)} <= inner


def test_the_page_asks_nobody_for_anything() -> None:
    text = write_html(tongues_brief()[0])
    page = _Page(text)
    assert not {tag for tag, _ in page.tags} & {"script", "img", "link", "iframe", "object", "form"}
    assert "url(" not in text
    assert "@import" not in text
    policy = next(attrs["content"] for tag, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    assert str(policy).startswith("default-src 'none'; style-src 'sha256-")


def test_each_quotation_carries_its_language_and_direction() -> None:
    text = write_html(tongues_brief()[0])
    assert re.search(r'<q lang="ar" dir="rtl">“أعلن', text)
    assert re.search(r'<q lang="vi" dir="ltr">“Đại sứ', text)
    assert "Nhật báo Vạn Lan (Vietnamese): " in text


def test_other_peoples_words_cannot_become_markup() -> None:
    hostile = article("a1", "<script>alert(1)</script> & more words here.", title='"><img src=x>', url="javascript:alert(1)")
    text = write_html(brief(quote(hostile), quote(hostile, "", "b2", "title")))
    for sign in ("<script", "<img", "javascript:"):
        assert sign not in text


def test_a_judgement_is_marked_as_one_with_its_numbers() -> None:
    one = article("a1", "The hearing stands.")
    judged = said(
        "We assess that it stands.", quote(one).citations[0], kind="assessment", probability=0.7, confidence="moderate"
    )
    text = write_html(brief(judged))
    assert '<span class="label">Assessment: </span>We assess that it stands.' in text
    assert "(probability 70%; confidence: moderate)" in text


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert write_html(tongues_brief()[0]) == write_html(tongues_brief()[0])
