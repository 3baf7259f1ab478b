from hypothesis import given
from hypothesis import strategies as st

from chancery.sources.clean_text import MAX_TEXT, text_of_html, text_of_plain


def test_scripts_styles_and_handlers_leave_nothing() -> None:
    html = '<style>p{}</style><img src=x onerror="alert(1)"><p onclick="x">Talks</p><script>alert(1)</script>'
    assert text_of_html(html) == "Talks"


def test_blocks_become_lines_and_words_stay_whole() -> None:
    assert text_of_html("<p>Port <b>Lan</b>val</p>\n <ul><li>one</li><li>two</li></ul>a<br>b") == "Port Lanval\none\ntwo\na\nb"


def test_a_dateline_stays() -> None:
    assert text_of_html("<p><strong>PORT LANVAL (INA)</strong> — Rice</p>") == "PORT LANVAL (INA) — Rice"


def test_text_without_tags_keeps_its_comparison_signs() -> None:
    assert text_of_html("5 &lt; 6 &amp; 7") == "5 < 6 & 7"
    assert text_of_plain("a < b > c") == "a < b > c"


def test_control_signs_are_gone_and_lines_levelled() -> None:
    assert text_of_plain("a\x00b\r\n\r\n  c\xa0 d\x1b") == "a b\nc d"


@given(st.text(max_size=200))
def test_no_text_keeps_a_tag_that_html_would_act_on(text: str) -> None:
    found = text_of_html(f"<div>{text}<script>evil()</script></div>")
    assert "evil()" not in found or "evil()" in text or "<" in text
    assert len(found) <= MAX_TEXT
