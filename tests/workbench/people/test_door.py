import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone, translation
from tests.workbench.build import build_mission, build_person

from chancery.clock import now
from chancery.workbench.people.door import ViewerAtTheDoor, open_to_all, viewer_in_templates
from chancery.workbench.people.models import MembershipRow, PersonRow

pytestmark = pytest.mark.django_db


def ask(person=None, path="/", mission=""):
    request = RequestFactory().get(path)
    request.session = SessionStore()
    request.session["mission"] = mission
    request.user = person or PersonRow.objects.none().first() or _Nobody()
    return request


class _Nobody:
    is_authenticated = False


def test_the_viewer_stands_on_the_request_in_own_language_and_time():
    person = build_person(build_mission(), "emre")
    person.language = "vi"
    person.save()
    seen = {}

    def answer(request):
        seen.update(viewer=request.viewer, language=translation.get_language(), zone=str(timezone.get_current_timezone()))
        return HttpResponse()

    told = ViewerAtTheDoor(answer)(ask(person))
    assert seen["viewer"].mission_slug == "lanval"
    assert (seen["language"], seen["zone"], told.headers["Content-Language"]) == ("vi", "UTC", "vi")


def test_the_mission_chosen_is_the_one_seen_but_only_among_the_own():
    person = build_person(build_mission(), "emre")
    MembershipRow.objects.create(person=person, mission=build_mission("lumbra"), role="desk", since=now())
    build_mission("jadwan")
    found = [
        ViewerAtTheDoor(lambda request: HttpResponse(request.viewer.mission_slug))(ask(person, mission=slug)).content.decode()
        for slug in ("", "lumbra", "jadwan")
    ]
    assert found == ["lanval", "lumbra", "lanval"]


def test_the_unknown_is_sent_to_the_sign_in_page_unless_the_page_is_open():
    door = ViewerAtTheDoor(lambda _: HttpResponse())
    request = ask(path="/briefs/?page=2")
    door(request)
    sent = door.process_view(request, lambda _: HttpResponse(), (), {})
    assert sent.status_code == 302
    assert sent.headers["Location"].endswith("?next=/briefs/%3Fpage%3D2")
    assert door.process_view(request, open_to_all(lambda _: HttpResponse()), (), {}) is None


def test_who_has_no_mission_any_more_is_refused():
    person = build_person(build_mission(), "emre")
    MembershipRow.objects.update(active=False)
    door = ViewerAtTheDoor(lambda _: HttpResponse())
    request = ask(person)
    door(request)
    with pytest.raises(PermissionDenied):
        door.process_view(request, lambda _: HttpResponse(), (), {})


def test_templates_know_the_viewer_or_nobody():
    assert viewer_in_templates(RequestFactory().get("/")) == {"viewer": None}
