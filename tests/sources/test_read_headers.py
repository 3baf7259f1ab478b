import pytest

from chancery.sources.read_headers import is_challenge, is_reserved, plain_header, read_retry_after


def test_a_wait_is_read_in_seconds_or_as_a_date() -> None:
    assert read_retry_after({"retry-after": "120"}) == 120
    assert read_retry_after({"retry-after": "Mon, 09 Mar 2026 12:05:00 GMT", "date": "Mon, 09 Mar 2026 12:00:00 GMT"}) == 300
    assert read_retry_after({"retry-after": "Mon, 09 Mar 2026 11:00:00 GMT", "date": "Mon, 09 Mar 2026 12:00:00 GMT"}) == 0


@pytest.mark.parametrize("stated", ["", "soon", "-5", "1e9", "Mon, 09 Mar 2026 12:05:00 GMT"])
def test_a_wait_that_cannot_be_read_is_none(stated: str) -> None:
    assert read_retry_after({"retry-after": stated}) is None


@pytest.mark.parametrize(
    "headers",
    [
        {"tdm-reservation": "1"},
        {"x-robots-tag": "noindex, noai"},
        {"x-robots-tag": "chancery: noai"},
        {"x-robots-tag": "*: notdm"},
    ],
)
def test_reservations_are_honoured(headers: dict[str, str]) -> None:
    assert str(is_reserved(headers, "Chancery")).startswith("the outlet reserves text mining (")


@pytest.mark.parametrize(
    "headers", [{}, {"tdm-reservation": "0"}, {"x-robots-tag": "noindex"}, {"x-robots-tag": "otherbot: noai"}]
)
def test_what_is_no_reservation_is_none(headers: dict[str, str]) -> None:
    assert is_reserved(headers, "Chancery") is None


def test_a_page_for_persons_only_is_told_from_one_about_it() -> None:
    assert is_challenge({"cf-mitigated": "challenge"}, b"")
    assert is_challenge({}, b"<html><div id='px-captcha'>")
    assert not is_challenge({}, b"<rss>how g-recaptcha works</rss>")


def test_a_header_that_could_smuggle_another_is_not_sent_back() -> None:
    assert plain_header({"etag": '"v1"'}, "etag") == '"v1"'
    assert plain_header({"etag": '"v1"\r\nX: y'}, "etag") == ""
    assert plain_header({"etag": "x" * 501}, "etag") == ""
