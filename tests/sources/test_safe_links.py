import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.sources.safe_links import safe_link


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//",
        "",
        "ftp://a.example/",
        "http://",
        "https://[::1",
        "vbscript:x",
        "http://a.example:99999/",
    ],
)
def test_what_is_no_address_of_the_web_is_nothing(link: str) -> None:
    assert safe_link(link) == ""


def test_a_relative_link_is_made_whole() -> None:
    assert safe_link("../b?c=1#d", "https://a.example/x/y/") == "https://a.example/x/b?c=1#d"
    assert safe_link("//b.example/1", "https://a.example/") == "https://b.example/1"


def test_other_scripts_are_written_in_plain_letters() -> None:
    assert safe_link("https://báo.example/tin-tức?q=gạo") == "https://xn--bo-mia.example/tin-t%E1%BB%A9c?q=g%E1%BA%A1o"
    assert safe_link("http://[2001:db8::1]:8080/a b") == "http://[2001:db8::1]:8080/a%20b"


def test_an_address_longer_than_our_column_is_none() -> None:
    assert safe_link("https://a.example/" + "é" * 400) == ""


def test_user_and_password_are_dropped() -> None:
    assert safe_link("https://courier.example@evil.example/") == "https://evil.example/"


def test_signs_that_could_break_out_of_a_page_are_written_out() -> None:
    assert safe_link('https://a.example/"><script>') == "https://a.example/%22%3E%3Cscript%3E"


@given(st.text(max_size=80))
def test_what_comes_out_is_plain_and_begins_with_http(link: str) -> None:
    for whole in (link, "https://a.example/" + link, "//" + link):
        found = safe_link(whole, "https://a.example/")
        assert found == "" or found.startswith(("http://", "https://"))
        assert found.isascii()
        assert not set(found) & set('"<> \n\t\\')
