"""Places are remembered, the linked ones for good."""

from dataclasses import replace

from tests.watch.build import in_english

from chancery.watch.records import Copy, Link
from chancery.watch.remember_places import Places


def test_the_oldest_place_is_forgotten_but_never_that_of_a_linked_article() -> None:
    places = Places([Link("a", "z", "apart")], lambda story: story, remembered=2)
    for name in "abcd":
        places.take(in_english(name, "Quay"), f"s-{name}")
    assert [places.of(name) for name in "abcd"] == ["s-a", "", "s-c", "s-d"]


def test_the_place_of_an_original_that_is_not_known_is_learnt_from_its_copy() -> None:
    places = Places((), lambda story: story)
    places.take(replace(in_english("b", "Quay"), copy=Copy("b", "a", "text", 0.9)), "s-1")
    assert places.of("a") == "s-1"


def test_stories_that_hold_articles_kept_apart_are_parted_also_after_one_took_in_another() -> None:
    places = Places([], lambda story: {"s-b": "s-c"}.get(story, story))
    for name in "abc":
        places.take(in_english(name, "Quay"), f"s-{name}")
    assert not places.parted("s-a", "s-b")
    places.obey(Link("a", "b", "apart"))
    places.absorb("s-c", "s-b")
    assert places.parted("s-a", "s-c")
    assert places.parted("s-c", "s-a")
