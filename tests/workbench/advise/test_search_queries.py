from dataclasses import replace

import pytest
from tests.workbench.build import build_mission, build_paper, build_talk, build_three, build_viewer, fill_mission

from chancery.workbench.advise.operations import amend_conversation, write_conversation
from chancery.workbench.advise.records import ConversationDraft
from chancery.workbench.advise.search_queries import search

pytestmark = pytest.mark.django_db


def found(viewer, query, page=1):
    return [hit.ref for hit in search(viewer, query, page).own]


def test_conversations_and_papers_are_found_by_who_may_read_them():
    lanval, lumbra = build_mission(), build_mission("lumbra")
    of_section, of_mission, outsider = build_three(lanval, lumbra)
    fill_mission(
        lanval,
        [],
        talks=(build_talk("c1"), build_talk("c2", readers=("political",)), build_talk("c3", mark="sensitive")),
        papers=(build_paper("p1"), build_paper("p2", readers=("political",)), build_paper("p3", mark="sensitive")),
    )
    local = build_viewer(lanval, "lam", "local_staff")
    told = {viewer.name: found(viewer, "cabinet") for viewer in (of_section, of_mission, local, outsider)}
    assert told == {
        "Ngoc": ["c3", "c2", "c1", "p3", "p2", "p1"],
        "Emre": ["c3", "c1", "p3", "p1"],
        "Lam": ["c1", "p1"],
        "Ana": [],
    }


@pytest.mark.parametrize(
    ("query", "hit"),
    [
        ("hải sản", True),
        ("HAI SAN", True),
        ('"dự luật hải sản"', True),
        ('"luật sản hải"', False),
        ("sả", False),
        ("河内", True),
        ("河", True),
        ("会河", False),
        ("100%", False),
        ("_", False),
        ("", False),
        ("luật nothing", False),
    ],
)
def test_words_are_found_whole_with_and_without_accents_in_every_script(query, hit):
    lanval = build_mission()
    text = "Ta trao đổi về dự luật hải sản. 我们在河内开会。"
    fill_mission(lanval, [], talks=(replace(build_talk("c1"), text=text),))
    assert bool(found(build_viewer(lanval, "ngoc"), query)) is hit


def test_what_was_corrected_is_found_by_its_new_words_alone():
    officer = build_viewer(build_mission(), "ngoc")
    draft = ConversationDraft(build_talk().date, "Director", "Port Lanval", "On tiles", "Word barquentine.", "official")
    ref = write_conversation(officer, draft)
    amend_conversation(officer, ref, replace(draft, text="Word felucca."))
    assert (found(officer, "barquentine"), found(officer, "felucca")) == ([], [ref])


def test_the_newest_ten_are_shown_on_the_first_page_alone():
    lanval = build_mission()
    fill_mission(lanval, [], talks=tuple(build_talk(f"c{number}") for number in range(12)))
    viewer = build_viewer(lanval, "ngoc")
    first = search(viewer, "cabinet")
    assert (len(first.own), first.more_own) == (10, True)
    assert found(viewer, "cabinet", page=2) == []


def test_a_paper_without_a_text_is_found_by_its_title():
    lanval = build_mission()
    fill_mission(lanval, [], papers=(replace(build_paper("p1"), text=""),))
    assert found(build_viewer(lanval, "ngoc"), "instruction") == ["p1"]
