"""The program makes one story of two where it is sure and no brief stands on them; all else an officer decides, for good."""

from dataclasses import replace

import pytest
from tests.workbench.build import build_article, build_mission, build_three, build_viewer, fill_mission
from tests.workbench.embassy import sign_in

from chancery.common.errors import NotAllowed
from chancery.workbench.audit.models import AuditRow
from chancery.workbench.people.models import MissionRow
from chancery.workbench.watch.fit_stories import fit_story
from chancery.workbench.watch.models import ArticleLinkRow, ArticleRow, JoiningRow, RepairRow, StoryRow
from chancery.workbench.watch.operations import (
    accept_repair,
    read_waiting,
    refuse_repair,
    repair_stories,
    say_belongs,
    store_articles,
)
from chancery.workbench.watch.queries import read_article, read_story
from chancery.workbench.watch.reading_room import _ROOMS
from chancery.workbench.watch.repair_queries import read_repair
from chancery.workbench.work.jobs import read
from chancery.workbench.work.models import JobRow

pytestmark = pytest.mark.django_db

TITLES = (
    "Kenya breaks ground on a container berth at Mombasa port",
    "Mombasa port: work on third container berth begins in Kenya",
    "Container berth at Mombasa port to cost Kenya 120 million dollars",
    "Peru extends its fishing ban off Trujillo after an oil spill",
)


def headline(number, title, **fields):
    return replace(build_article(number, title, lang="en", **fields), text="")


def places():
    return dict(JoiningRow.objects.values_list("article__ref", "story__ref"))


def parted(mission=None, **fields):
    """Return a mission whose story of the berth was told as two: a1 and a2 in one, a3 in the other; and its machine."""
    mission = mission or build_mission()
    system = fill_mission(mission, [headline(number, title, **fields) for number, title in enumerate(TITLES, 1)])
    assert places()["a1"] == places()["a2"] == places()["a3"] != places()["a4"]
    berth = StoryRow.objects.get(ref=places()["a1"])
    other = StoryRow.objects.create(
        mission=mission, ref="s-other", mark="public", first_seen=berth.first_seen, last_seen=berth.last_seen
    )
    JoiningRow.objects.filter(article__ref="a3").update(story=other)
    assert fit_story(berth)
    assert fit_story(other)
    _ROOMS.clear()
    return mission, system, berth.ref


def proposed(system, **fields):
    """Look again with an article that a brief cites, so that the program only proposes."""
    ArticleRow.objects.filter(ref="a3").update(cited=True)
    assert repair_stories(system) == 0
    return RepairRow.objects.get()


def test_two_stories_that_are_surely_one_are_made_one_and_it_is_written_down():
    mission, system, berth = parted()
    before = MissionRow.objects.get(pk=mission.pk).readings
    assert repair_stories(system) == 1
    assert set(places().values()) == {berth, places()["a4"]}
    assert str(read_article(system, "a3").because[0]) == "the program took its story into this one"
    told = AuditRow.objects.get(verb="merge")
    assert (told.actor, told.kind, told.ref, told.details["other"]) == ("system", "story", berth, "s-other")
    assert MissionRow.objects.get(pk=mission.pk).readings == before + 1
    assert read_story(system, "s-other").ref == berth
    assert repair_stories(system) == 0
    assert not RepairRow.objects.exists()


def test_what_a_brief_cites_is_only_proposed_and_keeps_its_id_when_an_officer_says_yes():
    mission, system, berth = parted()
    row, officer = proposed(system), build_viewer(mission, "ngoc")
    assert places()["a3"] == "s-other"
    view = read_repair(officer, berth)
    assert (view.key, view.other, view.article, read_repair(officer, "s-other").other) == (row.pk, "s-other", "", berth)
    assert accept_repair(officer, row.pk) == "s-other"
    assert {places()[ref] for ref in ("a1", "a2", "a3")} == {"s-other"}
    assert AuditRow.objects.get(verb="merge").person_id == officer.person_id
    assert ArticleLinkRow.objects.get().kind == "together"


def test_no_is_for_good():
    mission, system, berth = parted()
    row, officer = proposed(system), build_viewer(mission, "ngoc")
    assert refuse_repair(officer, row.pk) == berth
    ArticleRow.objects.update(cited=False)
    assert repair_stories(system) == 0
    assert not RepairRow.objects.exists()
    assert places()["a3"] == "s-other"
    with pytest.raises(NotAllowed):
        accept_repair(officer, row.pk)


def test_nothing_is_done_where_articles_came_while_the_program_looked(monkeypatch):
    _, system, _ = parted()
    from chancery.workbench.watch import repair_operations

    def look(*_):
        MissionRow.objects.update(readings=99)
        return propose(*_)

    propose = repair_operations.propose_repairs
    monkeypatch.setattr(repair_operations, "propose_repairs", look)
    assert repair_stories(system) == 0
    assert places()["a3"] == "s-other"


def a_move(mission, system, berth):
    """Return a proposal that the article of the spill, which stands among those of the berth, goes to its own story."""
    spill = StoryRow.objects.get(ref=places()["a4"])
    return RepairRow.objects.create(
        mission=mission,
        mark="public",
        kind="move",
        story=StoryRow.objects.get(ref=berth),
        other=spill,
        article=ArticleRow.objects.get(ref="a2"),
        probability=0.6,
    )


@pytest.mark.parametrize(("act", "moved"), [(accept_repair, True), (refuse_repair, False)])
def test_an_article_goes_to_the_other_story_or_stays_as_an_officer_says(act, moved):
    mission, system, berth = parted()
    officer, row = build_viewer(mission, "ngoc"), a_move(mission, system, berth)
    assert act(officer, row.pk) == berth
    assert places()["a2"] == (places()["a4"] if moved else berth)
    assert ArticleLinkRow.objects.get().kind == "together"
    assert not RepairRow.objects.exists()


def test_a_proposal_falls_when_an_officer_moves_what_it_speaks_of():
    mission, system, _ = parted()
    proposed(system)
    say_belongs(build_viewer(mission, "ngoc"), "a1", "s-other")
    assert not RepairRow.objects.exists()


@pytest.mark.parametrize("act", [accept_repair, refuse_repair])
def test_officers_of_the_mission_decide_and_nobody_else_sees_that_anything_is_proposed(act):
    lanval, lumbra = build_mission(), build_mission("lumbra")
    _, system, berth = parted(lanval)
    row = proposed(system)
    of_section, of_mission, outsider = build_three(lanval, lumbra)
    local = build_viewer(lanval, "lam", role="local_staff")
    before = places()
    for viewer in (outsider, local):
        assert read_repair(viewer, berth) is None
        with pytest.raises(NotAllowed):
            act(viewer, row.pk)
    with pytest.raises(NotAllowed):
        repair_stories(of_section)
    assert (places(), RepairRow.objects.count()) == (before, 1)
    assert read_repair(of_mission, berth) == read_repair(of_section, berth) != None  # noqa: E711
    act(of_section, row.pk)
    with pytest.raises(NotAllowed):
        act(of_mission, row.pk)


def test_words_of_an_article_above_a_persons_ceiling_are_in_no_proposal():
    mission, system, berth = parted()
    ArticleRow.objects.filter(ref="a3").update(mark="sensitive")
    row = proposed(system)
    assert row.mark == "sensitive"
    assert read_repair(build_viewer(mission, "low", ceiling="official"), berth) is None
    assert read_repair(build_viewer(mission, "ngoc"), berth) is not None


def test_the_page_shows_the_proposal_with_two_plain_buttons():
    mission, system, berth = parted()
    row = proposed(system)
    build_viewer(mission, "ngoc")
    client = sign_in("ngoc")
    page = client.get(f"/story/{berth}").content.decode()
    assert "tell one event" in page
    assert f"/repair/{row.pk}/do/" in page
    assert f"/repair/{row.pk}/no/" in page
    assert "not proposed again" in client.post(f"/repair/{row.pk}/no/", follow=True).content.decode()
    assert "tell one event" not in client.get(f"/story/{berth}").content.decode()
    late = client.post(f"/repair/{row.pk}/do/", follow=True)
    assert late.redirect_chain[-1][0] == "/stories/"
    assert "no such proposal" in late.content.decode()
    build_viewer(mission, "lam", role="local_staff")
    assert sign_in("lam").post(f"/repair/{row.pk}/do/").status_code == 403


def test_after_a_batch_the_stories_are_looked_at_again_but_not_after_each():
    _, system, _ = parted()
    for number in (8, 9):
        store_articles(system, [headline(number, f"Quarry {number} closes for the winter")])
        read(system, {})
        JobRow.objects.update(state="done")
    assert list(JobRow.objects.filter(kind="repair").values_list("key", flat=True)) == [f"repair:{system.mission_id}"]
    assert not read_waiting(system)
