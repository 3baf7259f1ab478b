"""Instants and days. Every instant has an offset; a date without a time means 00:00 UTC."""

from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time
from zoneinfo import ZoneInfo

from chancery.common.errors import InputError


def read_instant(value: str, *, field: str = "") -> datetime:
    """Return the instant written in ISO 8601; a date alone is 00:00 UTC.

    Raises InputError where `value` is no such instant, names a time without an offset, or lies in the first or last year.
    """
    try:
        found = datetime.fromisoformat(value.strip())
    except ValueError:
        raise InputError(
            "{value} is not an ISO 8601 time; write 2026-03-09T07:30:00+00:00", field=field, value=repr(value)
        ) from None
    if not MINYEAR < found.year < MAXYEAR:  # so that the clocks of every zone, and a window around it, can be told
        raise InputError(
            "{value} is at the end of the calendar; write 2026-03-09T07:30:00+00:00", field=field, value=repr(value)
        )
    if found.tzinfo is not None:
        return found.astimezone(UTC)
    if len(value.strip()) <= len("2026-03-09"):
        return found.replace(tzinfo=UTC)
    raise InputError("{value} has no offset; write 2026-03-09T07:30:00+00:00", field=field, value=repr(value))


def read_day(value: str, *, field: str = "") -> date:
    """Return the day written as 2026-03-09. Raises InputError otherwise."""
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise InputError("{value} is not a day; write 2026-03-09", field=field, value=repr(value)) from None


def local_day(instant: datetime, zone: str) -> date:
    """Return the day it is at `instant` on the clocks of `zone`, an IANA name.

    >>> local_day(datetime(2026, 3, 16, 23, 30, tzinfo=UTC), "Asia/Bangkok").isoformat()
    '2026-03-17'
    """
    return instant.astimezone(ZoneInfo(zone)).date()


def day_of(instant: datetime, zone: str) -> date:
    """Return the day that is printed for `instant`: that of `zone`, save for 00:00 UTC, which is a day without a time."""
    whole = instant.astimezone(UTC)
    return whole.date() if whole.time() == time() else local_day(instant, zone)


def write_instant(instant: datetime) -> str:
    """Return ISO 8601 in UTC, to the second. Raises ValueError on an instant without an offset."""
    if instant.tzinfo is None:
        raise ValueError("a naive datetime has no place in a record")
    return instant.astimezone(UTC).isoformat(timespec="seconds")
