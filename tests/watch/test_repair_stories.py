"""Stories are looked at again with what is known now; what an officer said is never undone."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.watch.build import in_english, weights
from tests.watch.test_bridge_stories import BY_COSINE
from tests.watch.test_group_articles import STREAM

from chancery.watch.records import Copy, Joining, Link, Reading, Repair, Story
from chancery.watch.repair_stories import propose_repairs

BERTH, STRIKE = "Mombasa container berth begun", "Tarbert pilots strike halts quay"


def story(identity: str, *readings: Reading) -> Story:
    return Story(identity, readings, tuple(Joining(each.article.id, identity, ()) for each in readings))


def told(identity: str, title: str, *names: str) -> Story:
    return story(identity, *(in_english(name, title) for name in names))


def propose(*stories: Story, links: tuple[Link, ...] = ()) -> list[tuple[str, str, str, str]]:
    return [(each.kind, each.story, each.other, each.article) for each in propose_repairs(stories, BY_COSINE, links)]


def test_two_stories_that_tell_one_event_are_to_be_one_and_the_larger_keeps_its_name() -> None:
    stories = (told("s-1", BERTH, "a"), told("s-2", BERTH, "b", "c"), told("s-3", STRIKE, "d", "e"))
    (repair,) = propose_repairs(stories, BY_COSINE)
    assert (repair.kind, repair.story, repair.other, repair.sure) == ("merge", "s-2", "s-1", True)
    assert 0.7 < repair.probability <= 1.0
    assert str(repair.because[0]) == "shares the words: begun, berth, container, Mombasa"


def test_two_single_articles_are_left_as_they_were_decided() -> None:
    assert propose(told("s-1", BERTH, "a"), told("s-2", BERTH, "b")) == []


def test_an_article_that_fits_another_story_better_is_to_go_there_but_never_unasked() -> None:
    mixed = story("s-1", in_english("a", BERTH), in_english("b", BERTH), in_english("x", STRIKE))
    (repair,) = propose_repairs((mixed, told("s-2", STRIKE, "d", "e")), BY_COSINE)
    assert (repair.kind, repair.story, repair.other, repair.article, repair.sure) == ("move", "s-1", "s-2", "x", False)
    assert str(repair.because[0]) == "fits the other articles of its story less well"


@pytest.mark.parametrize("link", [Link("a", "b", "apart"), Link("c", "a", "apart")])
def test_stories_that_an_officer_keeps_apart_stay_two(link: Link) -> None:
    assert propose(told("s-1", BERTH, "a"), told("s-2", BERTH, "b", "c"), links=(link,)) == []


def test_an_article_that_an_officer_put_stays_where_it_is() -> None:
    mixed = story("s-1", in_english("a", BERTH), in_english("b", BERTH), in_english("x", STRIKE))
    assert propose(mixed, told("s-2", STRIKE, "d", "e"), links=(Link("x", "a", "together"),)) == []


def test_look_alikes_of_one_language_with_texts_are_proposed_and_not_sure() -> None:
    text = "The berth of the port was begun by the minister who spoke of ships and cranes."
    stories = (
        story("s-1", *(in_english(name, BERTH, text) for name in "ab")),
        story("s-2", *(in_english(name, BERTH, text) for name in "cd")),
    )
    (repair,) = propose_repairs(stories, BY_COSINE)
    assert repair.probability > 0.9
    assert not repair.sure


def test_stories_that_are_as_they_should_be_are_left_alone() -> None:
    berth, spill = (story(f"s-{name}", *(each for each in STREAM if each.article.id[0] == name)) for name in "kp")
    assert propose_repairs((berth, spill), weights()) == ()
    assert propose_repairs((), weights()) == ()


TITLES = (BERTH, STRIKE, "Nepal budget rejected", f"{BERTH} {STRIKE}")


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 3), st.sampled_from(TITLES)), max_size=10),
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=3),
)
def test_each_story_stands_in_one_change_at_most_and_no_link_is_broken(
    placed: list[tuple[int, str]], pairs: list[tuple[int, int]]
) -> None:
    of = {f"a{n}": f"s-{place}" for n, (place, _) in enumerate(placed)}
    links = [Link(f"a{one}", f"a{other}", "apart") for one, other in pairs if one != other]
    stories = [
        story(each, *(in_english(f"a{n}", title) for n, (place, title) in enumerate(placed) if f"s-{place}" == each))
        for each in sorted(set(of.values()))
    ]
    repairs = propose_repairs(stories, BY_COSINE, links)
    touched = [name for each in repairs for name in (each.story, each.other)]
    assert len(touched) == len(set(touched))
    after = {article: _after(article, place, repairs) for article, place in of.items()}
    for link in links:
        if of.get(link.article, "one") != of.get(link.other, "other"):
            assert after.get(link.article, "one") != after.get(link.other, "other")


def _after(article: str, place: str, repairs: tuple[Repair, ...]) -> str:
    for each in repairs:
        if each.article == article:
            return each.other
        if each.kind == "merge" and each.other == place:
            return each.story
    return place


def test_the_order_of_the_stories_is_no_matter() -> None:
    stories = (told("s-1", BERTH, "a"), told("s-2", BERTH, "b", "c"), told("s-3", STRIKE, "d", "e"))
    assert propose(*stories) == propose(*reversed(stories))


def test_copies_have_no_say() -> None:
    again = replace(in_english("b", BERTH), copy=Copy("b", "a", "text", 1.0))
    assert propose(story("s-1", in_english("a", BERTH), again), told("s-2", BERTH, "c")) == [], "each is one voice alone"
