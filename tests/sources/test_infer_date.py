from datetime import UTC, datetime

import pytest

from chancery.sources.infer_date import date_in_address


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://a.example/2026/03/09/rice", (2026, 3, 9)),
        ("https://a.example/news/2026-3-9-rice", (2026, 3, 9)),
        ("https://a.example/20260309.html", (2026, 3, 9)),
        ("https://a.example/99/2026_12_31", (2026, 12, 31)),
    ],
)
def test_a_day_in_an_address_is_found(address: str, day: tuple[int, int, int]) -> None:
    assert date_in_address(address) == datetime(*day, tzinfo=UTC)


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/",
        "https://a.example/2026/02/30/",
        "https://a.example/1202603091",
        "https://a.example/2026-03",
        "",
        "https://a.example/2026139",
    ],
)
def test_other_numbers_are_no_days(address: str) -> None:
    assert date_in_address(address) is None
