"""A story is in the brief for a reason of this mission's; what touches nothing of ours stays out, however large."""

from dataclasses import replace
from datetime import timedelta

from tests.builders.briefs import MORNING, NOW, article, brief, conversation, mission, paper, source, story

from chancery.advise import choose_stories, compile_interests, word_finding
from chancery.advise.choose_stories import start_of_news
from chancery.common.mission import Accreditation, Place
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
    other = story("s-z-other", article("o1", source="phare"), article("o2", source="echo"), country="XV")
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


def test_a_story_of_which_we_know_only_the_country_comes_after_all_others() -> None:
    football = story("s-football", article("f1", title="Port Lanval win"), article("f2", source="phare", title="Lanval win"))
    ours, themed = story("s-own", article("o1"), country="XV"), story("s-tiles", article("t1", title="Tiles dearer"))
    assert _chosen(football, ours, themed)[-1] == "s-football"
    chosen = choose_stories([football, ours, themed], SOURCES, compile_interests(mission(), (), ()), None, NOW)
    assert [each.bare for each in chosen] == [False, False, True]


def test_a_story_told_by_many_needs_no_theme() -> None:
    coup = story("s-coup", *(article(f"c{n}", source=outlet, title="Troops") for n, outlet in enumerate(SOURCES)))
    chosen = choose_stories([coup], SOURCES, compile_interests(mission(), (), ()), None, NOW)
    assert not chosen[0].bare


def test_a_government_s_own_word_and_an_organisation_of_ours_need_no_theme() -> None:
    places = (*mission().places, Place("ORG", "organisation", (("en", "Sea Community"),)))
    accredited = (*mission().accreditations, Accreditation("ORG", "resident"))
    interests = compile_interests(mission(places=places, accreditations=accredited), (), ())
    sources = SOURCES | {"gov": source("gov", affiliation="government")}
    told = [story("s-gov", article("g1", source="gov")), story("s-org", article("o1"), country="ORG")]
    assert [each.bare for each in choose_stories(told, sources, interests, None, NOW)] == [False, False]


def test_a_paper_that_names_no_country_speaks_of_its_own() -> None:
    home = story("s-home", article("h1", source="voz", title="President to accept ruling"))
    silent = replace(home, readings=tuple(replace(reading, countries=()) for reading in home.readings))
    interests = compile_interests(mission(), (), ())
    seated = SOURCES | {"voz": source("voz", country="XJ")}
    (chosen,) = choose_stories([silent], seated, interests, None, NOW)
    assert [word_finding(why, read_phrases("en")) for why in chosen.why] == ["concerns Jadwan"]
    assert choose_stories([silent], SOURCES, interests, None, NOW) == ()


def test_a_first_sentence_ties_a_story_whose_title_does_not() -> None:
    waits = paper(story_terms=("constitutional tribunal",))
    told = story("s1", article("a1", "The Constitutional Tribunal rules tomorrow.", title="All eyes on seven judges"))
    passing = [article(f"b{n}", "It rained on the judges.", title=f"Rain {n}") for n in range(3)]
    far = story("s2", *passing, article("b9", "Rain fell on the Constitutional Tribunal.", title="Rain 9"))
    chosen = choose_stories([told, far], SOURCES, compile_interests(mission(), (waits,), ()), None, NOW)
    assert {each.story.id: [p.id for p in each.papers] for each in chosen} == {"s1": ["task-1"], "s2": []}


def _tied(*terms: str, title: str) -> bool:
    told = story("s1", article("a1", title=title))
    chosen = choose_stories([told], SOURCES, compile_interests(mission(), (paper(story_terms=terms),), ()), None, NOW)
    return bool(chosen[0].papers)


def test_one_word_ties_a_paper_that_has_no_more_than_two_and_two_tie_any_other() -> None:
    assert _tied("Mombasa", title="Strike in Mombasa")
    assert _tied("Mombasa", "Mombaça", title="Greve em Mombaça")
    assert _tied("wine", "vinho", title="Duty on wine")
    assert not _tied("wine", "vinho", "port", title="Duty on wine")
    assert _tied("wine", "vinho", "port", title="Duty on wine and port")
    assert not _tied("Mombasa", title="Strike in Lamu")


SIDES = tuple(
    story(f"s-{n}", article(f"m{n}", title=f"Tile hearing, side {n}", source=outlet))
    for n, outlet in enumerate(("tribune", "phare", "echo"))
)


def test_one_matter_has_two_places_and_its_third_side_is_told_beside_the_first() -> None:
    waits = paper(story_terms=("tile hearing",))
    interests = compile_interests(mission(), (waits,), ())
    chosen = choose_stories(SIDES, SOURCES, interests, None, NOW)
    assert [each.story.id for each in chosen] == ["s-0", "s-1"]
    assert [reading.article.id for reading in chosen[0].beside] == ["m2"]
    assert chosen[0].ids == ("s-0", "s-1", "s-2")  # a side that was in the last brief makes the matter known


def test_a_matter_counts_the_voices_of_all_its_sides() -> None:
    chosen = choose_stories(
        SIDES, SOURCES, compile_interests(mission(), (paper(story_terms=("tile hearing",)),), ()), None, NOW
    )
    assert [(each.story.id, each.voices.outlets, len(each.sides)) for each in chosen] == [("s-0", 3, 2), ("s-1", 1, 0)]


def test_a_side_for_which_there_is_no_line_is_a_story_without_room() -> None:
    sides = tuple(story(f"s-{n}", article(f"n{n}", title=f"Tile hearing, side {n}", source="echo")) for n in range(7))
    chosen = choose_stories(
        sides, SOURCES, compile_interests(mission(), (paper(story_terms=("tile hearing",)),), ()), None, NOW
    )
    assert len(chosen[0].beside) == 3
    assert len(chosen) == 4


def test_a_second_side_of_a_matter_stands_behind_other_matters() -> None:
    waits = paper(story_terms=("tile hearing",))
    other = story("s-other", article("o1", source="echo"), country="XV")
    assert _chosen(*SIDES[:2], other, papers=(waits,)) == ["s-0", "s-other", "s-1"]


def test_the_side_that_the_brief_can_quote_heads_its_matter_where_it_is_worth_as_much() -> None:
    abroad = story("s-abroad", *(article(f"f{n}", title="Tile hearing", source=o, lang="fr") for n, o in enumerate(SOURCES)))
    ours = story("s-ours", article("e1", title="Tile hearing moved"), article("e2", title="Tile hearing moved", source="echo"))
    waits = paper(story_terms=("tile hearing",))
    assert _chosen(abroad, ours, papers=(waits,)) == ["s-ours", "s-abroad"]
    assert _chosen(abroad, papers=(waits,)) == ["s-abroad"]
    other = story("s-other", article("e3", title="Rice"), article("e4", title="Rice", source="echo"))
    assert _chosen(abroad, other, papers=(waits,)) == ["s-abroad", "s-other"]
