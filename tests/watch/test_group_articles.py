"""Articles become stories: none is lost, none is decided by a later one, and each says why."""

import subprocess
import sys
from dataclasses import replace
from itertools import product
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.watch.build import reading, weights, with_copies

from chancery.common.said import Said
from chancery.watch.group_articles import Grouper, gather_stories, group_articles, name_story
from chancery.watch.obey_links import Links
from chancery.watch.records import Joining, Link, Reading, Story

STREAM = (
    reading("k1", "Kenya breaks ground on a container berth at Mombasa port", "The berth costs 120 million dollars.", hours=0),
    reading("p1", "Peru extends its fishing ban off Trujillo after an oil spill", "The spill was seen on Friday.", hours=1),
    reading("k2", "Mombasa port: work on third container berth begins in Kenya", "A berth of 350 metres.", hours=2),
    reading("p2", "Oil spill off Trujillo: fishing ban extended in Peru", "Fishermen ask for help.", hours=5),
    reading("n1", "Nepal parliament rejects the budget of its government", "A vote of confidence follows.", hours=6),
    reading("k3", "Container berth at Mombasa port to cost Kenya 120 million dollars", hours=20),
    reading(
        "r1", "В Кении начали строить контейнерный причал в порту Момбаса", "Причал обойдётся в 120 млн долларов.", hours=21
    ),
)


def _place(readings: list[Reading] | tuple[Reading, ...], max_live: int = 50_000) -> list[Joining]:
    return list(group_articles(readings, weights(), max_live))


def test_reports_of_one_event_make_one_story_and_others_stay_apart() -> None:
    stories = gather_stories(STREAM, _place(STREAM))
    assert [{r.article.id for r in story.readings} & {"k1", "k2", "k3", "p1", "p2", "n1"} for story in stories] == [
        {"k1", "k2", "k3"},
        {"p1", "p2"},
        {"n1"},
    ]


def test_a_report_in_another_language_joins_by_names_numbers_and_countries() -> None:
    joinings = {joining.article: joining for joining in _place(STREAM)}
    assert joinings["r1"].story == joinings["k1"].story
    assert any("Момбаса" in str(reason) for reason in joinings["r1"].because)


def test_every_joining_says_why() -> None:
    first, _, second, *_ = _place(STREAM)
    assert first.because == (Said("first report of its story"),)
    assert any(str(reason).startswith("shares the words: ") and "Mombasa" in str(reason) for reason in second.because)
    assert str(second.because[-1]) == "2 hours after the latest report"
    assert 0.5 < second.likeness <= 1.0


def test_a_story_is_named_after_its_first_article() -> None:
    assert _place(STREAM)[0].story == _place(STREAM)[2].story == name_story("k1")
    assert name_story("k1") != name_story("k2")


def test_a_copy_is_in_the_story_of_its_original() -> None:
    text = (
        "The berth is the third of the port and will take ships of eighty thousand tons from the end of next year on, it said."
    )
    readings = with_copies([reading("a", "Berth", text), reading("b", "Something quite different above it", text)])
    first, copy = _place(readings)
    assert copy.story == first.story
    assert tuple(map(str, copy.because)) == ("near-identical text as article a",)


def test_an_article_that_comes_again_stays_in_its_story() -> None:
    grouper = Grouper(weights())
    first = grouper.place(STREAM[0])
    grouper.place(STREAM[1])
    again = grouper.place(reading("k1", "A headline with no word in common", hours=30))
    assert (again.story, again.because) == (first.story, (Said("a new version of an article that is in it"),))


def test_no_article_is_decided_by_a_later_one() -> None:
    whole = _place(STREAM)
    assert [_place(STREAM[:length]) for length in range(len(STREAM))] == [whole[:length] for length in range(len(STREAM))]


def test_each_article_is_decided_before_the_next_is_read() -> None:
    taken: list[str] = []

    def stream():  # type: ignore[no-untyped-def]
        for each in STREAM:
            taken.append(each.article.id)
            yield each

    places = group_articles(stream(), weights())
    assert next(places).article == "k1"
    assert taken == ["k1"]


def test_the_story_quiet_for_longest_is_closed_first() -> None:
    grouper = Grouper(weights(), max_live=1)
    ids = [grouper.place(each).story for each in STREAM]
    assert grouper.live == 1
    assert ids[2] != ids[0]


def test_a_copy_finds_its_story_though_it_was_closed() -> None:
    text = (
        "The berth is the third of the port and will take ships of eighty thousand tons from the end of next year on, it said."
    )
    a, other, b = with_copies([reading("a", "Berth", text), STREAM[1], reading("b", "Berth", text)])
    joinings = _place([a, other, b], max_live=1)
    assert joinings[2].story == joinings[0].story


def test_a_grouper_goes_on_where_another_stopped() -> None:
    half = 4
    whole = _place(STREAM)
    grouper = Grouper(weights())
    grouper.resume(gather_stories(STREAM[:half], whole[:half]))
    assert [grouper.place(each) for each in STREAM[half:]] == whole[half:]


def test_the_order_of_hashes_changes_nothing() -> None:
    code = (
        "from tests.watch.test_group_articles import STREAM, _place\n"
        "print([(j.article, j.story, j.because, j.likeness) for j in _place(STREAM)])"
    )
    root = Path(__file__).parents[2]
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, cwd=root, capture_output=True, text=True, check=True
        )
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout != ""


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.text(alphabet="berth port 12日本ка", max_size=30)), max_size=12))
def test_no_article_is_lost(given_articles: list[tuple[str, str]]) -> None:
    readings = [reading(f"{letter}{number}", title) for number, (letter, title) in enumerate(given_articles)]
    joinings = _place(readings)
    assert [joining.article for joining in joinings] == [each.article.id for each in readings]
    stories = gather_stories(readings, joinings)
    assert sorted(r.article.id for story in stories for r in story.readings) == sorted(r.article.id for r in readings)
    assert all(len(story.readings) == len(story.joinings) for story in stories)


NAMES = tuple(each.article.id for each in STREAM)
SAID = st.lists(
    st.builds(Link, st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(["together", "apart"])), max_size=6
)


def _obeyed(links: list[Link], stories: dict[str, str]) -> bool:
    """Tell whether stories are as the settled links ask, for every pair of articles."""
    settled = Links(links)
    return all(
        stories[one] == stories[other] if other in settled.partners(one) else stories[one] != stories[other]
        for one, other in product(stories, stories)
        if other in (*settled.partners(one), *settled.barred(one))
    )


def _stories(readings: tuple[Reading, ...], links: list[Link]) -> dict[str, str]:
    grouper = Grouper(weights(), links=links)
    return {each.article.id: grouper.place(each).story for each in readings}


def test_an_article_goes_where_an_officer_put_it_and_says_so() -> None:
    grouper = Grouper(weights(), links=[Link("p2", "k1", "together")])
    joinings = {each.article.id: grouper.place(each) for each in STREAM}
    assert joinings["p2"].story == joinings["k1"].story != joinings["p1"].story
    assert joinings["p2"].because == (Said("an officer put it here"),)


def test_an_article_never_goes_where_an_officer_took_it_out() -> None:
    stories = _stories(STREAM, [Link("k2", "k1", "apart")])
    assert stories["k2"] != stories["k1"]


def test_a_word_holds_from_when_it_is_said() -> None:
    grouper = Grouper(weights())
    first = grouper.place(STREAM[0])
    grouper.obey(Link("k2", "k1", "apart"))
    grouper.obey(Link("p1", "k1", "together"))
    assert grouper.place(STREAM[2]).story != first.story
    assert grouper.place(STREAM[1]).story == first.story


def test_copies_are_bound_by_what_was_said_of_their_original() -> None:
    text = (
        "The berth is the third of the port and will take ships of eighty thousand tons from the end of next year on, it said."
    )
    k, _a, b = with_copies(
        [STREAM[0], reading("a", STREAM[2].article.title, text), reading("b", STREAM[0].article.title, text)]
    )
    assert b.copy is not None
    apart = Grouper(weights(), links=[Link("a", "k1", "apart")])
    stories = [apart.place(each).story for each in (k, b)]
    assert stories[0] != stories[1], "its original is barred from there, though it has not come itself"
    together = Grouper(weights(), links=[Link("a", "p1", "together")])
    assert together.place(STREAM[1]).story == together.place(b).story


def test_a_copy_that_an_officer_took_from_its_original_stays_away() -> None:
    text = (
        "The berth is the third of the port and will take ships of eighty thousand tons from the end of next year on, it said."
    )
    a, b = with_copies([reading("a", "Berth", text), reading("b", "Berth", text)])
    grouper = Grouper(weights(), links=[Link("b", "a", "apart")])
    assert grouper.place(a).story != grouper.place(b).story


@settings(max_examples=60)
@given(SAID)
def test_no_word_is_broken_and_no_article_lost_whatever_was_said(links: list[Link]) -> None:
    stories = _stories(STREAM, links)
    assert tuple(stories) == NAMES
    assert _obeyed(links, stories)


@settings(max_examples=60)
@given(SAID)
def test_a_rebuilt_grouper_obeys_what_was_said_of_stories_decided_before(links: list[Link]) -> None:
    decided = gather_stories(STREAM, _place(STREAM))
    grouper = Grouper(weights(), links=links)
    grouper.resume(decided)
    assert _obeyed(links, {each.article.id: grouper.place(each).story for each in STREAM})


@settings(max_examples=30)
@given(st.permutations([Link("k2", "k1", "together"), Link("p2", "p1", "apart"), Link("n1", "p2", "together")]))
def test_links_that_agree_may_be_said_in_any_order(links: list[Link]) -> None:
    assert _stories(STREAM, links) == _stories(STREAM, sorted(links, key=lambda link: link.article))


@given(st.sampled_from(["k1", "k2", "k3"]), st.sampled_from(["k1", "k2", "k3"]), st.sampled_from(["together", "apart"]))
def test_where_no_link_bears_the_stream_is_placed_as_before(one: str, other: str, kind: str) -> None:
    free = ("p1", "p2", "n1")
    before, after = _stories(STREAM, []), _stories(STREAM, [Link(one, other, kind)])  # type: ignore[arg-type]
    assert [after[each] for each in free] == [before[each] for each in free]


def test_a_story_that_was_closed_is_opened_again_by_a_copy_and_grows_on() -> None:
    text = (
        "The berth is the third of the port and will take ships of eighty thousand tons from the end of next year on, it said."
    )
    a, other, b = with_copies([reading("a", "Berth at Mombasa", text), STREAM[1], reading("b", "Berth at Mombasa", text)])
    grouper = Grouper(weights(), max_live=1)
    first, between, again = (grouper.place(each).story for each in (a, other, b))
    assert first == again != between
    assert grouper.place(replace(reading("c", "Berth at Mombasa", text), copy=None)).story == first


def test_a_closed_story_is_opened_again_by_a_link_after_a_rebuild() -> None:
    grouper = Grouper(weights(), links=[Link("k2", "k1", "together")])
    grouper.resume((), known=[("k1", "s-of-last-month")])
    assert grouper.place(STREAM[2]).story == "s-of-last-month"
    assert grouper.place(STREAM[5]).story == "s-of-last-month"
    assert grouper.place(STREAM[1]).story != "s-of-last-month"


def test_a_copy_whose_original_is_older_than_the_rebuild_goes_where_its_other_copies_are() -> None:
    text = (
        "The berth is the third of the port and will take ships of eighty thousand tons from the end of next year on, it said."
    )
    _, b, c = with_copies([reading("a", "Berth", text), reading("b", "Berth", text), reading("c", "Quite another line", text)])
    grouper = Grouper(weights())
    grouper.resume([Story("s-old", (b,), (Joining("b", "s-old", ()),))])
    assert grouper.place(c).story == "s-old"
