"""Instants and days."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from chancery.common.errors import InputError
from chancery.common.time import day_of, local_day, read_day, read_instant, write_instant


def test_a_date_alone_is_midnight_in_utc() -> None:
    assert read_instant("2026-03-17") == datetime(2026, 3, 17, tzinfo=UTC)


def test_an_offset_is_brought_to_utc() -> None:
    assert read_instant("2026-03-17T07:30:00+07:00") == datetime(2026, 3, 17, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("value", ["2026-03-17T07:30:00", "yesterday", "", "2026-13-01"])
def test_a_time_without_an_offset_or_none_at_all_is_an_error_that_names_the_field(value: str) -> None:
    with pytest.raises(InputError, match="field `published`"):
        read_instant(value, field="published")


def test_an_instant_is_written_in_utc_to_the_second() -> None:
    assert (
        write_instant(datetime(2026, 3, 17, 7, 30, 1, 999, tzinfo=timezone(timedelta(hours=1)))) == "2026-03-17T06:30:01+00:00"
    )


def test_a_naive_datetime_has_no_place_in_a_record() -> None:
    with pytest.raises(ValueError, match="naive"):
        write_instant(datetime(2026, 3, 17))  # noqa: DTZ001 -- the fault under test


def test_a_day_is_read_and_anything_else_refused() -> None:
    assert read_day("2026-03-09") == date(2026, 3, 9)
    with pytest.raises(InputError, match="is not a day"):
        read_day("9 March")


def test_a_day_is_that_of_the_mission_s_clock() -> None:
    late = datetime(2026, 3, 16, 23, 30, tzinfo=UTC)
    assert [day_of(late, zone) for zone in ("Asia/Bangkok", "UTC")] == [date(2026, 3, 17), date(2026, 3, 16)]


def test_a_day_without_a_time_stays_that_day_in_every_zone() -> None:
    midnight = datetime(2026, 3, 16, tzinfo=UTC)
    assert day_of(midnight, "America/Lima") == date(2026, 3, 16)
    assert local_day(midnight, "America/Lima") == date(2026, 3, 15)


@pytest.mark.parametrize("value", ["0001-01-01", "9999-12-31T23:59:59-05:00"])
def test_an_instant_at_the_end_of_the_calendar_is_refused_because_no_clock_can_show_it(value: str) -> None:
    with pytest.raises(InputError, match=r"field `published`: .* at the end of the calendar"):
        read_instant(value, field="published")
