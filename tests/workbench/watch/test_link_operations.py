"""What an officer says of where an article belongs holds for good, through a rebuild, and no brief shows anything else."""

import re
from dataclasses import replace

import pytest
from tests.workbench.build import (
    build_article,
    build_cabinet,
    build_mission,
    build_three,
    build_viewer,
    fill_mission,
)
from tests.workbench.embassy import build_embassy, sign_in

from chancery.common.errors import NotAllowed, RefusedError
from chancery.common.said import Said
from chancery.workbench.advise.operations import release_brief
from chancery.workbench.audit.models import AuditRow
from chancery.workbench.people.models import MissionRow
from chancery.workbench.watch.models import ArticleLinkRow, ArticleRow, JoiningRow, StoryRow
from chancery.workbench.watch.operations import (
    apply_retention,
    keep_articles,
    read_waiting,
    say_apart,
    say_belongs,
    store_articles,
)
from chancery.workbench.watch.queries import list_stories, read_article, read_story
from chancery.workbench.watch.reading_room import _ROOMS

pytestmark = pytest.mark.django_db


def read_all(system, articles):
    """Store and read articles in a worker that knows nothing of before."""
    _ROOMS.clear()
    store_articles(system, articles)
    while read_waiting(system):
        pass


def places():
    return dict(JoiningRow.objects.values_list("article__ref", "story__ref"))


def links():
    return set(ArticleLinkRow.objects.values_list("article__ref", "other__ref", "kind"))


def again(number, like, **fields):
    """Return a later article with the words of another and an address of its own."""
    return replace(build_article(number, like.title, like.text, "ina", lang="en"), **fields)


def open_mission():
    mission = build_mission()
    return mission, fill_mission(mission), build_viewer(mission, "ngoc")


def test_an_article_that_does_not_belong_has_a_story_of_its_own_and_stays_out_of_the_old_one():
    _, system, officer = open_mission()
    old = places()["a1"]
    new = say_apart(officer, "a2")
    assert places() == {"a1": old, "a2": new, "a3": places()["a3"]}
    assert links() == {("a2", "a1", "apart")}
    assert read_article(officer, "a2").because == (Said("an officer took it out of another story"),)
    read_all(system, [again(4, build_cabinet()[1])])
    assert places()["a4"] == new, "its copy goes with it"


def test_the_article_that_founded_a_story_leaves_it_its_id():
    _, _, officer = open_mission()
    old = places()["a1"]
    new = say_apart(officer, "a1")
    assert new != old
    assert places()["a2"] == old


def test_an_article_belongs_to_the_story_it_was_put_into_with_its_copies_and_those_that_come():
    _, system, officer = open_mission()
    museum = places()["a3"]
    read_all(system, [again(4, build_cabinet()[1])])
    say_belongs(officer, "a2", museum)
    assert [places()[ref] for ref in ("a1", "a2", "a3", "a4")] == [places()["a1"], museum, museum, museum]
    assert read_article(officer, "a2").because == (Said("an officer put it here"),)
    read_all(system, [again(5, build_cabinet()[1])])
    assert places()["a5"] == museum


def test_the_last_word_takes_back_what_it_contradicts():
    _, _, officer = open_mission()
    old = places()["a1"]
    say_apart(officer, "a2")
    say_belongs(officer, "a2", old)
    assert (places()["a2"], links()) == (old, {("a2", "a1", "together")})
    say_apart(officer, "a2")
    assert links() == {("a2", "a1", "apart")}


def test_who_was_put_with_an_article_stays_in_the_story_when_that_one_leaves():
    _, _, officer = open_mission()
    museum, cabinet = places()["a3"], places()["a1"]
    say_belongs(officer, "a3", cabinet)
    ((_, anchor, _),) = links()
    say_apart(officer, anchor)
    other = ({"a1", "a2"} - {anchor}).pop()
    assert places()["a3"] == places()[other] == cabinet
    assert ("a3", other, "together") in links()
    assert museum not in places().values()


def test_a_story_opens_again_under_its_id_though_all_but_a_copy_is_older_than_a_rebuilt_room_knows():
    _, system, officer = open_mission()
    museum = places()["a3"]
    read_all(system, [again(4, build_cabinet()[1])])
    say_belongs(officer, "a2", museum)
    ArticleRow.objects.filter(ref__in=("a1", "a2", "a3")).update(seen="2025-01-01T00:00Z")
    read_all(system, [again(5, build_cabinet()[1])])
    assert places()["a5"] == museum
    assert read_article(officer, "a5").copy_of == "a2"


def test_a_rebuilt_room_leaves_everything_where_officers_put_it():
    _, system, officer = open_mission()
    say_belongs(officer, "a3", places()["a1"])
    say_apart(officer, "a2")
    before = places()
    read_all(system, [build_article(9, "Quarry closes for the winter", "Stone is not cut in the cold.")])
    assert {ref: story for ref, story in places().items() if ref != "a9"} == before


def test_a_room_that_was_warm_is_not_used_after_a_word_was_said():
    mission, _, officer = open_mission()
    counted = MissionRow.objects.get(pk=mission.pk).readings
    say_apart(officer, "a2")
    assert MissionRow.objects.get(pk=mission.pk).readings == counted + 1


def test_the_row_of_each_story_follows_its_articles():
    _, system, officer = open_mission()
    ships = build_article(4, "France sends ships to the fair", "Paris, France, sent ships.", "heard", mark="sensitive")
    read_all(system, [ships])
    say_belongs(officer, "a4", places()["a1"])
    row = StoryRow.objects.get(ref=places()["a1"])
    assert (row.mark, row.countries) == ("public", "|XM|")
    assert row.last_seen == ArticleRow.objects.get(ref="a4").seen
    new = StoryRow.objects.get(ref=say_apart(officer, "a4"))
    assert (new.mark, new.countries) == ("sensitive", "|FR|")


def test_an_emptied_story_leads_to_the_one_that_took_its_article_and_is_kept_as_long():
    _, system, officer = open_mission()
    museum, cabinet = places()["a3"], places()["a1"]
    say_belongs(officer, "a3", cabinet)
    assert read_story(officer, museum).ref == cabinet
    assert museum not in [line.ref for line in list_stories(officer).stories]
    with pytest.raises(NotAllowed):
        say_belongs(officer, "a1", museum)
    keep_articles(system, 36_000)
    apply_retention(system)
    assert StoryRow.objects.filter(ref=museum).exists()


def test_what_can_not_be_is_refused_and_changes_nothing():
    _, system, officer = open_mission()
    store_articles(system, [build_article(8)])
    before = places()
    for refused in (
        lambda: say_apart(officer, "a3"),
        lambda: say_belongs(officer, "a3", before["a3"]),
        lambda: say_apart(officer, "a8"),
    ):
        with pytest.raises(RefusedError):
            refused()
    assert (places(), links()) == (before, set())


@pytest.mark.parametrize("act", ["belongs", "apart"])
def test_the_whole_mission_may_say_it_but_no_other_mission_and_no_local_staff(act):
    lanval, lumbra = build_mission(), build_mission("lumbra")
    fill_mission(lanval)
    of_section, of_mission, outsider = build_three(lanval, lumbra)
    local = build_viewer(lanval, "lam", role="local_staff")
    before = places()

    def say(viewer):
        return say_belongs(viewer, "a2", before["a3"]) if act == "belongs" else say_apart(viewer, "a2")

    for viewer in (outsider, local):
        with pytest.raises(NotAllowed):
            say(viewer)
    assert (places(), links()) == (before, set())
    say(of_section)
    told = AuditRow.objects.get(verb__in=("put", "take_out"))
    assert (told.kind, told.ref, told.person_id) == ("article", "a2", of_section.person_id)
    assert told.details == {"story": places()["a2"], "story_before": before["a1"]}
    say_belongs(of_mission, "a2", before["a1"])
    assert places() == before


def test_an_article_above_a_persons_ceiling_cannot_be_moved_by_that_person():
    mission, system, _ = open_mission()
    ships = build_article(4, "France sends ships to the fair", "Paris, France, sent ships.", "heard", mark="sensitive")
    read_all(system, [ships])
    low = build_viewer(mission, "low", ceiling="official")
    for act in (lambda: say_apart(low, "a4"), lambda: say_belongs(low, "a4", places()["a1"])):
        with pytest.raises(NotAllowed):
            act()
    with pytest.raises(NotAllowed):
        say_belongs(low, "a3", places()["a4"])


def test_nothing_tells_a_person_that_a_story_holds_articles_above_the_own_ceiling():
    mission, system, _ = open_mission()
    ships = build_article(4, "France sends ships to the fair", "Paris, France, sent ships.", "heard", mark="sensitive")
    read_all(system, [ships])
    say_belongs(system, "a4", places()["a3"])
    low = build_viewer(mission, "low", ceiling="official")
    with pytest.raises(RefusedError, match="alone"):
        say_apart(low, "a3")


def test_plain_forms_move_an_article_and_say_so():
    embassy = build_embassy()
    client = sign_in("ngoc")
    page = client.get("/article/a3").content.decode()
    assert f'<option value="{embassy.story}">' in page
    answer = client.post("/belongs/a3", {"story": embassy.story}, follow=True)
    assert answer.redirect_chain[-1][0] == f"/story/{embassy.story}"
    assert "stays here" in answer.content.decode()
    assert places()["a3"] == embassy.story
    assert "Does not belong here" in client.get(f"/story/{embassy.story}").content.decode()
    answer = client.post("/apart/a3", follow=True)
    assert answer.redirect_chain[-1][0] == f"/story/{embassy.story}"
    assert places()["a3"] != embassy.story
    assert "Choose a story" in client.post("/belongs/a3", {}, follow=True).content.decode()
    assert "no such story" in client.post("/belongs/a3", {"named": "s-none"}, follow=True).content.decode()
    assert "alone in its story" in client.post("/apart/a3", follow=True).content.decode()
    assert "Does not belong here" not in sign_in("local").get(f"/story/{embassy.story}").content.decode()
    for address in ("/belongs/a3", "/apart/a3"):
        assert sign_in("local").post(address, {"story": embassy.story}).status_code == 403


def test_a_released_brief_shows_what_it_showed_whatever_is_moved():
    embassy = build_embassy()
    release_brief(embassy.head, embassy.brief, embassy.version)
    client = sign_in("emre")
    address = f"/brief/{embassy.brief}?version={embassy.version}"
    before = client.get(address).content.decode()
    assert f"/story/{embassy.story}" in before
    say_apart(embassy.officer, "a1")
    say_belongs(embassy.officer, "a2", places()["a3"])
    assert without_tokens(client.get(address).content.decode()) == without_tokens(before)
    assert client.get(f"/story/{embassy.story}", follow=True).status_code == 200


def without_tokens(page):
    return re.sub(r'(csrfmiddlewaretoken" value=|nonce=|X-CSRFToken": )"[^"]*"', "", page)
