"""What we could not see is said: broken, silent and new sources, and States of which nothing came."""

from dataclasses import replace
from datetime import timedelta

from tests.builders.briefs import MORNING, NOW, article, mission, source, story

from chancery.advise import SourceLook, look_at
from chancery.advise.find_gaps import find_gaps

HEARD = story("s1", article("a1", source="tribune"), country="XM")


def _found(*looks: SourceLook) -> list[tuple[str, str]]:
    return [(gap.template, gap.key) for gap in find_gaps(looks, [HEARD], mission(), NOW)]


def test_a_broken_source_and_a_silent_state_are_named() -> None:
    broken = SourceLook(source("echo"), MORNING, "broken", "the address answers 404")
    assert _found(broken) == [("U2", "echo"), ("U3", "XJ"), ("U4", "sources")]


def test_a_source_is_silent_after_four_of_its_usual_gaps_and_never_within_a_day() -> None:
    daily, hourly = source("daily", every=timedelta(hours=24)), source("hourly", every=timedelta(hours=1))
    three, five, twenty = (NOW - timedelta(days=3), NOW - timedelta(days=5), NOW - timedelta(hours=20))
    assert ("U1", "daily") not in _found(SourceLook(daily, three))
    assert ("U1", "daily") in _found(SourceLook(daily, five))
    assert ("U1", "hourly") not in _found(SourceLook(hourly, twenty))


def test_sources_that_never_gave_anything_share_one_line() -> None:
    assert _found(SourceLook(source("a"), None), SourceLook(source("b"), None)) == [
        ("U3", "XJ"),
        ("U5", "never"),
        ("U4", "sources"),
    ]


def test_without_a_kept_state_what_came_in_tells() -> None:
    looks = look_at({"tribune": source("tribune"), "echo": source("echo")}, [HEARD])
    assert [(look.source.id, look.newest) for look in looks] == [("echo", None), ("tribune", MORNING)]


def test_a_line_that_names_a_source_carries_its_mark() -> None:
    never = [SourceLook(replace(source(ref), mark=mark), None) for ref, mark in (("a", "public"), ("b", "sensitive"))]
    broken = SourceLook(replace(source("echo"), mark="official"), MORNING, "broken", "the address answers 404")
    old = NOW - timedelta(days=9)
    silent = SourceLook(replace(source("daily", every=timedelta(hours=24)), mark="sensitive"), old, cut=3)
    found = find_gaps([*never, broken, silent], [HEARD], mission(), NOW)
    assert [(gap.template, gap.key, gap.mark) for gap in found] == [
        ("U2", "echo", "official"),
        ("U7", "daily-cut", "sensitive"),
        ("U3", "XJ", "public"),
        ("U1", "daily", "sensitive"),
        ("U5", "never", "public"),
        ("U5", "never-sensitive", "sensitive"),
        ("U4", "sources", "public"),
    ]
