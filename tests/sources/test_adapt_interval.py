from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.sources.adapt_interval import CEILING, FLOOR, FURTHEST, adapt_interval, is_due, quiet_after, rest_after_fault
from chancery.watch.records import Source

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(("repeats", "minutes"), [(1.0, 90), (0.67, 90), (0.5, 60), (0.34, 60), (0.1, 60 / 2.25)])
def test_many_repeats_lengthen_and_few_shorten(repeats: float, minutes: float) -> None:
    assert adapt_interval(HOUR, repeats) == timedelta(minutes=minutes)


@given(st.lists(st.floats(0, 1), max_size=40))
def test_no_source_is_asked_more_often_than_the_floor_or_less_than_the_ceiling(shares: list[float]) -> None:
    interval = HOUR
    for share in shares:
        interval = adapt_interval(interval, share)
        assert FLOOR <= interval <= CEILING


def test_the_floor_is_five_minutes() -> None:
    assert adapt_interval(timedelta(minutes=6), 0.0) == timedelta(minutes=5)


def test_what_a_host_asks_for_is_never_undercut() -> None:
    assert rest_after_fault(HOUR, 3, 7_200) == 2 * HOUR
    assert rest_after_fault(HOUR, 3, 10) == HOUR
    assert rest_after_fault(HOUR, 3, None) == 8 * HOUR
    assert rest_after_fault(HOUR, 40, None) == 24 * HOUR


def test_an_outlet_that_writes_steadily_settles_between_a_third_and_two_thirds() -> None:
    """Twenty entries in the feed, one every ten minutes: about ten are new after a hundred minutes."""
    interval, known_until, now, shares = HOUR, 0.0, 0.0, []
    for _ in range(30):
        now += interval / timedelta(minutes=1)
        new = min(20, int(now // 10) - int(known_until // 10))
        known_until = now
        shares.append(1 - new / 20)
        interval = adapt_interval(interval, shares[-1])
    assert all(1 / 3 <= share <= 2 / 3 for share in shares[-10:])


def test_a_source_that_rests_longer_than_any_may_is_due() -> None:
    now = datetime(2026, 3, 9, 12, tzinfo=UTC)
    assert [is_due(now + rest, now) for rest in (-HOUR, HOUR, FURTHEST, FURTHEST + HOUR)] == [True, False, False, True]


@pytest.mark.parametrize(("every", "hours"), [(None, 192), (timedelta(hours=1), 24), (timedelta(hours=12), 48)])
def test_a_source_is_quiet_after_four_of_its_gaps_and_never_within_a_day(every: timedelta | None, hours: int) -> None:
    assert quiet_after(Source("a", "A", every=every)) == timedelta(hours=hours)
