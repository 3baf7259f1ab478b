"""A dateline gives place, day and agency; a text that only looks like one gives none."""

from datetime import date

import pytest
from tests.watch.facts.build import facts


@pytest.mark.parametrize(
    ("text", "code", "day", "agency"),
    [
        ("NAIROBI, March 2 (Agency) - The port was closed.", "KE", date(2026, 3, 2), "Agency"),
        ("PARIS — The port was closed.", "FR", None, ""),
        ("HANOI (VNA) – The port was closed.", "VN", None, "VNA"),
        ("TOKYO, Dec. 30 (Kyodo) -- The port was closed.", "JP", date(2025, 12, 30), "Kyodo"),
    ],
)
def test_place_day_and_agency_are_read(text: str, code: str, day: date | None, agency: str) -> None:
    found = facts("Port closed", text).dateline
    assert found is not None
    assert (found.code, found.day, found.agency) == (code, day, agency)


@pytest.mark.parametrize(
    "text", ["The port was closed - again.", "", "A well-known port: closed.", "Mr Smith (62) - a sailor - left."]
)
def test_a_text_without_one_has_none(text: str) -> None:
    assert facts("Port closed", text).dateline is None


def test_a_chinese_agency_names_its_day() -> None:
    found = facts("港口", "新华社北京3月2日电 港口关闭。", "zh").dateline
    assert found is not None
    assert (found.code, found.day, found.agency) == ("CN", date(2026, 3, 2), "新华社")
