"""How long a source rests between two looks: its repeats say, its faults lengthen."""

from datetime import datetime, timedelta

from chancery.advise.find_gaps import SILENT, WINDOW
from chancery.watch.records import Source

FLOOR = timedelta(minutes=5)
"""No source is asked more often; Media Cloud's floor is 10 minutes, GDELT's pace 15, a wire service's 5."""

CEILING = timedelta(hours=6)
"""No source that answers rests longer: one that wakes up at night is in the morning's brief."""

FEW, MANY = 1 / 3, 2 / 3
"""Between these shares of entries known already an interval is right: few enough to waste little, enough to lose none. From
Media Cloud, which settles between 33 and 67 %."""

STEP = 1.5
"""An interval grows by this and shrinks by its square: losing entries is worse than asking once too often."""

USUAL_GAP = timedelta(hours=48)
"""Gap between two items that is thought usual where `every` is not set; SILENT of them make a source quiet."""

LONGEST_REST = timedelta(hours=24)
"""A source that fails is asked again at least once a day."""

FURTHEST = timedelta(days=8)
"""No source rests longer; a time further away was written by a clock that ran ahead."""


def adapt_interval(interval: timedelta, repeats: float) -> timedelta:
    """Return the next interval after a look at which the share `repeats` of entries, in [0, 1], was known already."""
    if repeats > MANY:
        return min(interval * STEP, CEILING)
    if repeats < FEW:
        return max(interval / STEP**2, FLOOR)
    return interval


def rest_after_fault(interval: timedelta, failures: int, retry_after: float | None) -> timedelta:
    """Return how long to rest after the `failures`-th look in a row that failed.

    `retry_after` is the host's own word, in seconds, None where it gave none; it is never undercut, and replaces the doubling.
    """
    if retry_after is not None:
        return max(interval, timedelta(seconds=retry_after))
    return max(min(interval * (1 << min(failures, 8)), LONGEST_REST), FLOOR)


def is_due(next_due: datetime | None, now: datetime) -> bool:
    """Tell whether a source may be looked at; one never looked at is due, and so is one that would rest beyond FURTHEST."""
    return next_due is None or next_due <= now or next_due > now + FURTHEST


def quiet_after(source: Source) -> timedelta:
    """Return how long a source may give nothing new before it is called quiet."""
    return max((source.every or USUAL_GAP) * SILENT, WINDOW)
