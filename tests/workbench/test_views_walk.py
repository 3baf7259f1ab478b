"""Every address, as nobody, as an officer, as a colleague of another section, and as somebody of another mission.

The walk is made from the addresses themselves: a new one without a sample here fails the test.
"""

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.workbench.embassy import SECRETS, Embassy, build_embassy, sign_in

from chancery.workbench.advise.models import BriefRow, ConversationRow, NoteRow
from chancery.workbench.audit.models import AuditRow
from chancery.workbench.people.models import LinkRow, MembershipRow
from chancery.workbench.watch.models import ArticleLinkRow, JoiningRow, SourceRow

pytestmark = pytest.mark.django_db

LISTS = ("today", "briefs", "stories", "conversations", "more", "sources", "search", "settings", "password", "keys", "papers")
"""Pages that everybody has, each about one's own mission."""
OFFICE = ("people", "invite", "audit", "installation")
"""Pages of administrators."""
OPEN = ("sign_in", "sign_out", "link", "look")
"""Pages that need no signing in."""
FORMS = ("new_conversation", "add_source", "bring_list")
"""Pages that hold a form for some roles, and nothing of the mission."""
POSTS = ("mission", "keep", "compose", "note", "hand_list")
"""Addresses without an id that only take a form."""


def things(embassy: Embassy) -> dict[str, tuple[object, ...]]:
    """Return the addresses about one thing of the first mission, with that thing."""
    return {
        "story": (embassy.story,),
        "article": ("a1",),
        "source": ("tribune",),
        "edit_source": ("tribune",),
        "brief": (embassy.brief,),
        "export": (embassy.brief, embassy.version, "html"),
        "say": (embassy.brief,),
        "record": ("p1",),
        "paper_status": ("p1",),
        "conversation": ("c1",),
        "edit_conversation": ("c1",),
        "place": (embassy.officer.person_id,),
    }


def acts(embassy: Embassy) -> dict[str, tuple[tuple[object, ...], dict[str, object]]]:
    """Return the addresses that change one thing of the first mission, with a form that would do it."""
    person = (embassy.officer.person_id,)
    return {
        "pause_source": (("tribune",), {}),
        "resume_source": (("tribune",), {}),
        "look_at_source": (("tribune",), {}),
        "belongs": (("a3",), {"named": embassy.story}),
        "apart": (("a1",), {}),
        "accept_repair": ((1,), {}),
        "refuse_repair": ((1,), {}),
        "move": ((embassy.brief,), {"block": embassy.block, "to": "up", "based_on": embassy.version}),
        "take_out": ((embassy.brief,), {"block": embassy.block, "based_on": embassy.version}),
        "release": ((embassy.brief,), {"version": embassy.version}),
        "reset": (person, {}),
        "deactivate": (person, {}),
        "reactivate": (person, {}),
    }


def names_of(patterns: list[URLPattern | URLResolver]) -> list[str]:
    found: list[str] = []
    for pattern in patterns:
        found += names_of(pattern.url_patterns) if isinstance(pattern, URLResolver) else [str(pattern.name)]
    return found


@pytest.fixture
def embassy() -> Embassy:
    return build_embassy()


def test_every_address_has_a_sample_in_this_walk(embassy: Embassy) -> None:
    samples = {*LISTS, *OFFICE, *OPEN, *FORMS, *POSTS, *things(embassy), *acts(embassy)}
    assert sorted(names_of(get_resolver().url_patterns)) == sorted(samples)


def test_nobody_is_sent_to_the_door_from_every_page(embassy: Embassy) -> None:
    client = Client(HTTP_HOST="localhost")
    addresses = [reverse(name) for name in (*LISTS, *OFFICE, *FORMS, *POSTS)]
    addresses += [reverse(name, args=args) for name, args in things(embassy).items()]
    addresses += [reverse(name, args=args) for name, (args, _form) in acts(embassy).items()]
    for address in addresses:
        for answer in (client.get(address), client.post(address)):
            assert answer.status_code == 302, address
            assert answer.headers["Location"].startswith("/sign-in/?next="), address


def test_an_officer_reads_every_page_of_the_mission(embassy: Embassy) -> None:
    client = sign_in("ngoc")
    own = {
        name: args
        for name, args in things(embassy).items()
        if name not in ("place", "edit_conversation", "edit_source", "export")
    }
    for name in (*LISTS, "new_conversation"):
        assert client.get(reverse(name)).status_code == 200, name
    for name, args in own.items():
        assert client.get(reverse(name, args=args)).status_code == 200, name


def test_an_officer_finds_no_page_of_administrators(embassy: Embassy) -> None:
    client = sign_in("ngoc")
    for address in (*map(reverse, OFFICE), reverse("place", args=[embassy.officer.person_id])):
        assert client.get(address).status_code == 403, address
    more = client.get(reverse("more")).content.decode()
    assert reverse("sources") in more
    assert reverse("people") not in more


def test_an_administrator_finds_every_page_of_administrators(embassy: Embassy) -> None:
    client = sign_in("vera")
    for address in (*map(reverse, OFFICE), reverse("place", args=[embassy.officer.person_id]), reverse("add_source")):
        assert client.get(address).status_code == 200, address


def test_a_colleague_of_another_section_does_not_see_a_reader_list(embassy: Embassy) -> None:
    of_section, of_mission = sign_in("ngoc"), sign_in("emre")
    address = reverse("conversation", args=["c2"])
    assert of_section.get(address).status_code == 200
    assert of_mission.get(address).status_code == 403
    assert "Talk c2" in of_section.get(reverse("conversations")).content.decode()
    assert "Talk c2" not in of_mission.get(reverse("conversations")).content.decode()


def test_local_staff_see_nothing_above_their_ceiling(embassy: Embassy) -> None:
    client = sign_in("local")
    assert client.get(reverse("conversation", args=["c3"])).status_code == 403
    assert client.get(reverse("conversation", args=["c1"])).status_code == 200


@pytest.mark.parametrize("username", ["ana", "otto"])
def test_an_outsider_sees_nothing_of_this_mission_on_any_page(embassy: Embassy, username: str) -> None:
    client = sign_in(username)
    pages = [reverse(name) for name in (*LISTS, *OFFICE, *FORMS)] + [reverse("search") + "?words=cabinet"]
    pages += [reverse("stories") + "?source=tribune", reverse("stories") + "?country=XM"]
    refused = [reverse(name, args=args) for name, args in things(embassy).items()]
    refused += [reverse("record", args=[f"record-{embassy.story}"]) + f"?brief={embassy.brief}"]
    for address in (*pages, *refused):
        for panel in ({}, {"HTTP_HX_REQUEST": "true"}):
            answer = client.get(address, **panel)
            shown = answer.content.decode()
            assert [secret for secret in SECRETS if secret in shown] == [], address
            assert answer.status_code in (403, 404) or address in pages, address


@pytest.mark.parametrize("username", ["ana", "otto"])
def test_an_outsider_changes_nothing_of_this_mission(embassy: Embassy, username: str) -> None:
    client, before = sign_in(username), count_all(embassy)
    note = {"kind": "brief", "about": embassy.brief, "text": "I was here.", "mark": "public"}
    doors = [(reverse(name, args=args), form) for name, (args, form) in acts(embassy).items()]
    doors += [(reverse("note"), note), (reverse("mission"), {"mission": "lanval"})]
    doors += [(reverse("say", args=[embassy.brief]), {"kind": "note", "text": "I was here.", "section": "notes"})]
    doors += [(reverse("edit_conversation", args=["c1"]), {"title": "I was here", "text": "I was here."})]
    doors += [(reverse("edit_source", args=["tribune"]), {"name": "I was here", "affiliation": "agency", "quote_words": 1})]
    doors += [(reverse("paper_status", args=["p1"]), {"status": "done", "reason": "I was here."})]
    doors += [(reverse("place", args=[embassy.officer.person_id]), {"role": "administrator"})]
    for address, form in doors:
        answer = client.post(address, form)
        assert answer.status_code in (302, 400, 403, 404), address
        assert [secret for secret in SECRETS if secret in answer.content.decode()] == [], address
    assert count_all(embassy) == before
    assert "Embassy in Lanval" not in client.get(reverse("today")).content.decode()


def count_all(embassy: Embassy) -> dict[str, object]:
    """Return what an outsider could have changed."""
    mission = embassy.mission
    return {
        "briefs": list(BriefRow.objects.filter(mission=mission).order_by("pk").values_list("ref", "version", "status")),
        "talks": list(ConversationRow.objects.filter(mission=mission).order_by("pk").values_list("ref", "version", "text")),
        "notes": NoteRow.objects.filter(mission=mission).count(),
        "links": ArticleLinkRow.objects.count(),
        "places": list(JoiningRow.objects.order_by("pk").values_list("article__ref", "story__ref")),
        "sources": list(SourceRow.objects.filter(mission=mission).order_by("pk").values_list("ref", "paused")),
        "invitations": LinkRow.objects.filter(mission=mission).count(),
        "people": list(MembershipRow.objects.filter(mission=mission).order_by("pk").values_list("person", "role", "active")),
        "acts": AuditRow.objects.filter(mission=mission).count(),
    }
