"""A story is in the brief for a reason of this mission's; what touches nothing of ours stays out, however large."""

from datetime import timedelta

from tests.builders.briefs import MORNING, NOW, article, brief, conversation, mission, paper, source, story

from chancery.advise import choose_stories, compile_interests, word_finding
from chancery.advise.choose_stories import start_of_news
from chancery.sources.package_data import read_phrases
from chancery.watch.records import Story

SOURCES = {ref: source(ref) for ref in ("tribune", "phare", "echo")}


def _chosen(*stories: Story, papers: tuple[object, ...] = (), talks: tuple[object, ...] = ()) -> list[str]:
    interests = compile_interests(mission(), papers, talks)  # type: ignore[arg-type]
    return [each.story.id for each in choose_stories(stories, SOURCES, interests, None, NOW)]


def test_a_story_of_no_state_or_theme_of_ours_is_left_out() -> None:
    far = story("s-far", *(article(f"x{n}", source=f"s{n}", title="Flood far away") for n in range(9)), country="ZZ")
    assert _chosen(far, story("s-near", article("a1"))) == ["s-near"]


def test_what_gave_nothing_new_is_left_out() -> None:
    old = article("a1", seen=NOW - timedelta(days=3))
    assert _chosen(story("s-old", old)) == []


def test_residence_weighs_more_than_concurrence_and_more_voices_weigh_more() -> None:
    one = story("s-one", article("a1"), country="XJ")
    two = story("s-two", article("a2"), country="XM")
    three = story("s-three", article("a3"), article("a4", source="phare"), country="XM")
    assert _chosen(one, two, three) == ["s-three", "s-two", "s-one"]


def test_a_matter_of_ours_that_waits_lifts_a_story_and_is_told() -> None:
    plain, touched = story("s-plain", article("a1")), story("s-touched", article("a2", title="Tile hearing moved"))
    waits = paper(story_terms=("tile hearing",))
    assert _chosen(plain, touched, papers=(waits,)) == ["s-touched", "s-plain"]
    interests = compile_interests(mission(), (waits,), ())
    first = choose_stories([touched], SOURCES, interests, None, NOW)[0]
    assert [word_finding(why, read_phrases("en")) for why in first.why][-1] == "bears on what is due on 19 March 2026"


def test_what_we_heard_lifts_a_story() -> None:
    plain, heard = story("s-a", article("a1")), story("s-b", article("a2", title="Tile hearing moved"))
    assert _chosen(plain, heard, talks=(conversation(),)) == ["s-b", "s-a"]


def test_what_is_new_starts_at_the_last_brief_unless_that_is_too_old() -> None:
    assert start_of_news(brief(as_of=NOW - timedelta(days=1)), NOW) == NOW - timedelta(days=1)
    assert start_of_news(brief(as_of=NOW - timedelta(days=9)), NOW) == NOW - timedelta(hours=36)
    assert start_of_news(None, NOW) == NOW - timedelta(hours=36)


def test_the_reasons_printed_name_the_places_once() -> None:
    chosen = choose_stories(
        [story("s1", article("a1", seen=MORNING))], SOURCES, compile_interests(mission(), (), ()), None, NOW
    )
    assert [word_finding(why, read_phrases("en")) for why in chosen[0].why] == ["concerns Ilmara"]


def test_one_theme_does_not_crowd_out_the_others() -> None:
    tiles = [story(f"s-tiles-{n}", article(f"t{n}", title=f"Tiles {n}")) for n in range(3)]
    other = story("s-z-other", article("o1", source="phare"), article("o2", source="echo"))
    assert _chosen(*tiles, other).index("s-z-other") == 1


def test_a_theme_in_passing_is_no_reason() -> None:
    far = [article(f"x{n}", "Snow fell.", title=f"Snow {n}") for n in range(4)]
    passing = article("x9", "Snow fell on a lorry of tiles.", title="Snow 9")
    interests = compile_interests(mission(), (), ())
    told = choose_stories([story("s1", *far, passing)], SOURCES, interests, None, NOW)[0]
    assert told.theme == ""
    assert choose_stories([story("s2", passing)], SOURCES, interests, None, NOW)[0].theme == "Ceramic tiles"


def test_old_items_of_a_source_just_added_are_no_news() -> None:
    archive = article("a1", seen=NOW - timedelta(hours=1), claimed=NOW - timedelta(days=60))
    assert _chosen(story("s-old", archive)) == []
    assert _chosen(story("s-new", article("a2", seen=NOW - timedelta(hours=1), claimed=NOW - timedelta(hours=2)))) == ["s-new"]
