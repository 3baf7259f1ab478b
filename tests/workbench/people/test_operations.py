from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import authenticate
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from tests.workbench.build import PASSWORD, build_mission, build_person, build_three, build_viewer, mission_record

from chancery.clock import now
from chancery.common.errors import InputError, NotAllowed, RefusedError
from chancery.workbench.audit.models import AuditRow
from chancery.workbench.people.models import LinkRow, MembershipRow, MissionRow, PersonRow
from chancery.workbench.people.operations import (
    Newcomer,
    accept_link,
    change_password,
    change_place,
    deactivate,
    invite,
    make_first_link,
    reactivate,
    reset,
    store_mission,
)
from chancery.workbench.people.queries import list_people, read_link, read_viewer
from chancery.workbench.people.sign_in import FREE_OF_ACCOUNT

pytestmark = pytest.mark.django_db

FIRST = Newcomer(PASSWORD, "thu", "Thu", "thu@mfa.example")


def test_the_first_run_offers_one_link_and_it_makes_the_administrator():
    build_mission()
    token = make_first_link()
    person = accept_link(token, FIRST)

    viewer = read_viewer(person)
    assert (viewer.role, viewer.mission_slug, viewer.administers) == ("administrator", "lanval", True)
    assert make_first_link() is None
    with pytest.raises(RefusedError, match="does not work any more"):
        accept_link(token, Newcomer(PASSWORD, "eve", "Eve", "eve@x.example"))


def test_a_link_printed_at_an_earlier_start_stops_working():
    build_mission()
    old = make_first_link()
    new = make_first_link()
    assert read_link(old, now()) is None
    assert read_link(new, now()).kind == "first_administrator"


def test_only_the_digest_of_a_token_is_kept():
    token = make_first_link()
    assert not any(token in str(value) for row in LinkRow.objects.values() for value in row.values())


def test_a_first_administrator_without_a_mission_gets_an_empty_one_that_the_import_fills():
    person = accept_link(make_first_link(), FIRST)
    assert read_viewer(person).mission_slug == "mission"
    store_mission(mission_record("lanval"))
    assert read_viewer(person).mission_slug == "lanval"
    assert MissionRow.objects.count() == 1


def test_who_administers_one_mission_does_not_enter_the_next():
    person = accept_link(make_first_link(), FIRST)
    store_mission(mission_record("lanval"))
    store_mission(mission_record("lumbra"))
    assert [place.mission.slug for place in MembershipRow.objects.filter(person=person)] == ["lanval"]


def test_an_invitation_makes_a_colleague_of_this_mission_alone():
    keeper = build_viewer(build_mission(), "thu", role="administrator")
    build_mission("lumbra")
    token = invite(keeper, " Emre@MFA.example ", "officer", ("economic",), "official")

    person = accept_link(token, Newcomer(PASSWORD, "emre", "Emre"))

    viewer = read_viewer(person)
    assert (viewer.role, viewer.sections, viewer.ceiling) == ("officer", ("economic",), "official")
    assert person.email == "emre@mfa.example"
    assert authenticate(None, username="emre", password=PASSWORD) == person


def test_a_link_runs_out():
    keeper = build_viewer(build_mission(), "thu", role="administrator")
    token = invite(keeper, "emre@mfa.example", "officer")
    LinkRow.objects.update(expires=now() - timedelta(seconds=1))
    with pytest.raises(RefusedError):
        accept_link(token, Newcomer(PASSWORD, "emre", "Emre"))


def test_a_link_made_by_a_clock_that_ran_ahead_does_not_work():
    keeper = build_viewer(build_mission(), "thu", role="administrator")
    token = invite(keeper, "emre@mfa.example", "officer")
    LinkRow.objects.update(expires=now() + timedelta(days=368))
    assert read_link(token, now()) is None
    with pytest.raises(RefusedError, match="does not work any more"):
        accept_link(token, Newcomer(PASSWORD, "emre", "Emre"))


def test_a_link_that_met_a_weak_password_still_works():
    keeper = build_viewer(build_mission(), "thu", role="administrator")
    token = invite(keeper, "emre@mfa.example", "officer")
    with pytest.raises(InputError, match="too short"):
        accept_link(token, Newcomer("short", "emre", "Emre"))
    assert accept_link(token, Newcomer(PASSWORD, "emre", "Emre")).username == "emre"


def test_somebody_known_joins_a_second_mission_only_with_the_own_password():
    person = build_person(build_mission(), "emre")
    keeper = build_viewer(build_mission("lumbra"), "ana", role="administrator")
    token = invite(keeper, "emre@lanval.example", "desk")
    with pytest.raises(InputError, match="known here already"):
        accept_link(token, Newcomer("another password altogether", "emre2", "Emre"))
    assert accept_link(token, Newcomer(PASSWORD)) == person
    assert read_viewer(person, "lumbra").role == "desk"
    assert read_viewer(person).mission_slug == "lanval"


def test_guessing_at_somebody_known_by_an_invitation_must_wait_even_with_the_right_password():
    build_person(build_mission(), "emre")
    keeper = build_viewer(build_mission("lumbra"), "vera", "administrator")
    token = invite(keeper, "emre@lanval.example", "desk")
    for guess in range(FREE_OF_ACCOUNT):
        with pytest.raises(InputError, match="known here already"):
            accept_link(token, Newcomer(f"a long guess, number {guess}"))
    with pytest.raises(RefusedError, match="too many attempts"):
        accept_link(token, Newcomer(PASSWORD))


def test_who_was_shut_out_and_is_invited_again_signs_in_again():
    lanval = build_mission()
    keeper, person = build_viewer(lanval, "vera", "administrator"), build_person(lanval, "emre")
    deactivate(keeper, person.pk)
    accept_link(invite(keeper, "emre@lanval.example", "desk"), Newcomer(PASSWORD))
    assert authenticate(None, username="emre", password=PASSWORD) == person
    assert read_viewer(PersonRow.objects.get(pk=person.pk)).role == "desk"


def test_a_reset_sets_a_new_password_and_the_old_one_stops():
    lanval = build_mission()
    keeper, person = build_viewer(lanval, "thu", role="administrator"), build_person(lanval, "emre")
    accept_link(reset(keeper, person.pk), Newcomer("quite another long password"))
    assert authenticate(None, username="emre", password=PASSWORD) is None
    assert authenticate(None, username="emre", password="quite another long password") == person


def test_nobody_takes_over_a_colleague_of_another_mission_by_a_reset():
    lanval, lumbra = build_mission(), build_mission("lumbra")
    keeper, person = build_viewer(lanval, "thu", role="administrator"), build_person(lanval, "emre")
    MembershipRow.objects.create(person=person, mission=lumbra, role="officer", since=now())
    with pytest.raises(RefusedError, match="another mission"):
        reset(keeper, person.pk)


@pytest.mark.parametrize("act", ["invite", "reset", "deactivate", "change", "list"])
def test_only_an_administrator_of_the_mission_itself_touches_its_people(act):
    lanval, lumbra = build_mission(), build_mission("lumbra")
    of_section, of_mission, _ = build_three(lanval, lumbra)
    outsider = build_viewer(lumbra, "dora", role="administrator")
    target = PersonRow.objects.get(username="emre").pk
    acts = {
        "invite": lambda viewer: invite(viewer, "x@mfa.example", "officer"),
        "reset": lambda viewer: reset(viewer, target),
        "deactivate": lambda viewer: deactivate(viewer, target),
        "change": lambda viewer: change_place(viewer, target, "desk", ()),
        "list": list_people,
    }
    for viewer in (of_section, of_mission):
        with pytest.raises(NotAllowed):
            acts[act](viewer)
    if act in ("reset", "deactivate", "change"):
        with pytest.raises(NotAllowed):
            acts[act](outsider)
    if act == "list":
        assert {colleague.username for colleague in list_people(outsider)} == {"ana", "dora"}


def test_who_is_shut_out_is_out_at_once_and_may_come_back():
    lanval = build_mission()
    keeper, person = build_viewer(lanval, "thu", role="administrator"), build_person(lanval, "emre")
    session = SessionStore()
    session["_auth_user_id"] = str(person.pk)
    session.create()

    deactivate(keeper, person.pk)
    person.refresh_from_db()
    assert read_viewer(person) is None
    assert not Session.objects.filter(session_key=session.session_key).exists()

    reactivate(keeper, person.pk)
    person.refresh_from_db()
    assert read_viewer(person).name == "Emre"


def test_the_last_who_administers_stays():
    lanval = build_mission()
    keeper = build_viewer(lanval, "thu", role="administrator")
    with pytest.raises(RefusedError, match="last administrator"):
        deactivate(keeper, keeper.person_id)
    with pytest.raises(RefusedError, match="last administrator"):
        change_place(keeper, keeper.person_id, "officer", (), administers=False)
    change_place(keeper, keeper.person_id, "officer", ("political",))
    viewer = read_viewer(PersonRow.objects.get(username="thu"))
    assert (viewer.role, viewer.administers) == ("officer", True)
    assert list_people(viewer)[0].username == "thu"


@pytest.mark.parametrize(
    ("role", "sections", "ceiling", "said"),
    [
        ("king", (), "", "is no role"),
        ("officer", ("moon",), "", "is no section"),
        ("officer", (), "cosmic", "is no handling mark"),
    ],
)
def test_a_place_that_is_none_is_refused(role, sections, ceiling, said):
    keeper = build_viewer(build_mission(), "thu", role="administrator")
    with pytest.raises(InputError, match=said):
        invite(keeper, "emre@mfa.example", role, sections, ceiling)


def test_one_changes_the_own_password_by_knowing_it():
    viewer = build_viewer(build_mission(), "emre")
    with pytest.raises(InputError, match="not your password"):
        change_password(viewer, "wrong", "quite another long password")
    change_password(viewer, PASSWORD, "quite another long password")
    assert authenticate(None, username="emre", password="quite another long password") is not None


def test_a_mission_above_the_ceiling_of_the_installation_is_refused(settings):
    settings.CEILING = "official"
    with pytest.raises(RefusedError, match="above the ceiling of this installation"):
        store_mission(mission_record(ceiling="sensitive"))


def test_every_act_leaves_an_audit_row_without_a_text():
    lanval = build_mission()
    keeper = build_viewer(lanval, "thu", role="administrator")
    token = invite(keeper, "emre@mfa.example", "officer")
    person = accept_link(token, Newcomer(PASSWORD, "emre", "Emre"))
    reset(keeper, person.pk)
    deactivate(keeper, person.pk)

    rows = list(AuditRow.objects.filter(mission=lanval).order_by("id"))
    assert [row.verb for row in rows] == ["store", "add", "invite", "join", "reset", "deactivate"]
    assert rows[3].person == person
    assert not any("emre@mfa.example" in str(row.details) or PASSWORD in str(row.details) for row in rows)


def test_a_change_of_place_says_what_it_was_and_what_it_is():
    keeper = build_viewer(build_mission(), "thu", role="administrator")
    person = build_person(MissionRow.objects.get(), "emre", "officer", ("economic",))
    change_place(keeper, person.pk, "desk", ("political",), "official", administers=True)
    assert AuditRow.objects.order_by("pk").last().details == {
        "role": "desk",
        "sections": ["political"],
        "ceiling": "official",
        "administers": True,
        "role_before": "officer",
        "sections_before": ["economic"],
        "ceiling_before": "",
        "administers_before": False,
    }


def test_the_last_sign_in_is_told_by_the_clocks_of_the_mission():
    mission = store_mission(replace(mission_record(), time_zone="Asia/Bangkok"))
    keeper = build_viewer(mission, "thu", role="administrator")
    PersonRow.objects.update(last_login=datetime(2026, 3, 16, 23, 30, tzinfo=UTC))
    assert list_people(keeper)[0].last_seen == "2026-03-17"
