"""Articles become stories: none is lost, none is decided by a later one, and each says why."""

import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.watch.build import reading, weights, with_copies

from chancery.common.said import Said
from chancery.watch.group_articles import Grouper, gather_stories, group_articles, name_story
from chancery.watch.records import Joining, Reading

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
