"""One spelling for all addresses of one page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.watch.canonical_address import canonical_address


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://www.a.example/x/?utm_source=feed&id=7#top", "a.example/x?id=7"),
        ("http://M.a.example/x", "a.example/x"),
        ("https://a.example/x?b=2&a=1", "a.example/x?a=1&b=2"),
        ("https://a.example/", ""),
        ("https://[a.example/x", ""),
        ("", ""),
    ],
)
def test_spellings_of_a_page_are_one(url: str, canonical: str) -> None:
    assert canonical_address(url) == canonical


@given(st.text())
def test_any_text_is_answered(url: str) -> None:
    assert isinstance(canonical_address(url), str)
