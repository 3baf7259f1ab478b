"""The only reader of the clock. `cli` and `workbench` call it at the edge; everything below takes `now` as an argument."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)  # noqa: TID251 -- the one place that may
