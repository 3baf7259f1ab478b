from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory
from tests.workbench.build import PASSWORD, build_mission, build_person, machine

from chancery.clock import now
from chancery.workbench.people.models import AttemptRow
from chancery.workbench.people.operations import deactivate
from chancery.workbench.people.sign_in import FREE_OF_ACCOUNT, FREE_OF_ADDRESS, LONGEST_WAIT, address_of, wait_left

pytestmark = pytest.mark.django_db


def sign_in(name, password, address="192.0.2.1"):
    return authenticate(RequestFactory().post("/", REMOTE_ADDR=address), username=name, password=password)


@pytest.mark.parametrize("name", ["ngoc", "NGOC", " Ngoc ", "ngoc@lanval.example", "Ngoc@Lanval.Example"])
def test_a_person_signs_in_by_user_name_or_mail_in_any_case(name):
    build_person(build_mission(), "ngoc")
    person = sign_in(name, PASSWORD)
    assert person is not None
    assert person.username == "ngoc"


@pytest.mark.parametrize(("name", "password"), [("ngoc", "wrong"), ("nobody", PASSWORD), ("", ""), ("ngoc", "")])
def test_what_does_not_fit_is_turned_away(name, password):
    build_person(build_mission(), "ngoc")
    assert sign_in(name, password) is None


def test_a_deactivated_person_is_turned_away():
    mission = build_mission()
    person = build_person(mission, "ngoc")
    deactivate(machine(mission), person.pk)
    assert sign_in("ngoc", PASSWORD) is None


def test_guessing_at_an_account_must_wait_even_with_the_right_password():
    build_person(build_mission(), "ngoc")
    for _ in range(FREE_OF_ACCOUNT):
        assert sign_in("ngoc", "wrong") is None
    assert sign_in("ngoc", PASSWORD) is None
    assert 0 < wait_left("ngoc", "192.0.2.1", now()) <= 31
    assert sign_in("ngoc", PASSWORD, "192.0.2.99") is not None, "elsewhere the owner comes in: nobody can be shut out"


def test_the_wait_ends_and_success_wipes_the_count():
    build_person(build_mission(), "ngoc")
    for _ in range(FREE_OF_ACCOUNT):
        sign_in("ngoc", "wrong")
    AttemptRow.objects.update(locked_until=now() - timedelta(seconds=1))
    assert sign_in("ngoc", PASSWORD) is not None
    assert sign_in("ngoc", "wrong") is None
    assert wait_left("ngoc", "192.0.2.1", now()) == 0


def test_an_account_that_does_not_exist_waits_alike():
    for _ in range(FREE_OF_ACCOUNT):
        sign_in("nobody", "wrong")
    assert wait_left("nobody", "192.0.2.1", now()) > 0


def test_an_address_that_guesses_at_many_accounts_must_wait():
    for number in range(FREE_OF_ADDRESS):
        sign_in(f"name{number}", "wrong")
    assert wait_left("quite-new", "192.0.2.1", now()) > 0
    assert wait_left("quite-new", "192.0.2.2", now()) == 0


def test_no_wait_is_longer_than_a_quarter_of_an_hour():
    moment = now()
    for _ in range(FREE_OF_ACCOUNT):
        sign_in("ngoc", "wrong")
    AttemptRow.objects.update(locked_until=moment + timedelta(days=300))
    assert wait_left("ngoc", "192.0.2.1", moment) <= LONGEST_WAIT.total_seconds() + 1


def test_a_wait_written_by_a_clock_that_ran_ahead_shuts_nobody_out():
    build_person(build_mission(), "ngoc")
    for _ in range(FREE_OF_ACCOUNT):
        sign_in("ngoc", "wrong")
    AttemptRow.objects.update(locked_until=now() + timedelta(days=300))
    assert sign_in("ngoc", PASSWORD) is not None


def test_no_name_that_was_tried_is_kept_in_clear():
    sign_in("ngoc", "wrong")
    assert not AttemptRow.objects.filter(account__contains="ngoc").exists()


def test_the_address_is_what_the_own_proxy_saw_and_never_what_a_stranger_claims(settings):
    asked = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", headers={"X-Forwarded-For": "10.0.0.9, 203.0.113.7"})
    assert address_of(asked) == "192.0.2.1"
    settings.BEHIND_PROXY = True
    assert address_of(asked) == "203.0.113.7"
