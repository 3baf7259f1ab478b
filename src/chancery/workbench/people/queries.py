"""Who is who: the viewer behind a request, the colleagues of a mission, and links that still work."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from chancery.common.errors import InputError
from chancery.common.mark import rank_of
from chancery.common.mission import Mission
from chancery.common.pack import unpack
from chancery.common.time import local_day
from chancery.workbench.people.models import LinkRow, MembershipRow, MissionRow, PersonRow
from chancery.workbench.people.records import Colleague, OpenLink
from chancery.workbench.viewer import ADMINISTRATORS, CEILING_OF_ROLE, LOCAL_CEILING, Viewer

LIFE_OF_LINK: Final = timedelta(days=3)
"""How long a one-time link works; none works longer."""
CLOCKS_DIFFER: Final = timedelta(hours=1)
"""A link that seems to live longer than that by less was made a moment ago, and the clock was set."""


def read_viewer(person: PersonRow, mission_slug: str = "") -> Viewer | None:
    """Return the person at work in the mission asked for, else in the one joined first; None where there is none."""
    places = list(MembershipRow.objects.filter(person=person, active=True).select_related("mission").order_by("since", "id"))
    if not places or not person.is_active:
        return None
    place = next((place for place in places if place.mission.slug == mission_slug), places[0])
    return Viewer(
        person_id=person.pk,
        name=person.name,
        language=person.language,
        mission_id=place.mission.pk,
        mission_slug=place.mission.slug,
        mission=unpack(Mission, place.mission.record),
        role=place.role,
        sections=tuple(place.sections),
        ceiling=_ceiling(place.ceiling or CEILING_OF_ROLE.get(place.role, LOCAL_CEILING), place.mission.ceiling),
        administers=place.administers,
    )


def system_viewer(mission: MissionRow) -> Viewer:
    """Return the machine itself, at work for one mission."""
    record = unpack(Mission, mission.record)
    ceiling = _ceiling(mission.ceiling, settings.CEILING)
    return Viewer(None, "Chancery", record.language, mission.pk, mission.slug, record, "system", (), ceiling)


def find_system_viewer(slug: str = "") -> Viewer:
    """Return the machine at work for the mission named, or for the only one there is. Raises InputError otherwise."""
    missions = list(MissionRow.objects.filter(slug=slug) if slug else MissionRow.objects.order_by("id")[:2])
    if len(missions) == 1:
        return system_viewer(missions[0])
    if slug:
        raise InputError(f"no mission is called {slug!r} here; `chancery doctor` lists them")
    raise InputError(
        "there is no mission yet; load one with `chancery import`" if not missions else "name the mission: --mission"
    )


def list_missions_of(viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """Return slug and name of every mission this person works in."""
    places = MembershipRow.objects.filter(person_id=viewer.person_id, active=True).order_by("since", "id")
    return tuple(places.values_list("mission__slug", "mission__name"))


def list_people(viewer: Viewer) -> tuple[Colleague, ...]:
    """Return everybody of this mission by name, also those deactivated. Raises NotAllowed for all but administrators."""
    viewer.need(ADMINISTRATORS, "see the list of people")
    places = MembershipRow.objects.filter(mission_id=viewer.mission_id).select_related("person")
    zone = viewer.mission.time_zone
    return tuple(_colleague(place, zone) for place in places.order_by("person__name", "id"))


def read_link(token: str, moment: datetime) -> OpenLink | None:
    """Return what a one-time link opens, None where it never was, is used, or has run out."""
    link = open_links(token, moment).select_related("mission").first()
    if link is None:
        return None
    return OpenLink(link.kind, link.mission.name if link.mission else "", link.email, link.role)


def open_links(token: str, moment: datetime) -> QuerySet[LinkRow]:
    """Return the one link of a token, if it still works: not used, not run out, and not made by a clock that ran ahead."""
    rows = LinkRow.objects.filter(digest=digest_of_token(token), used_at=None)
    return rows.filter(expires__gt=moment, expires__lte=moment + LIFE_OF_LINK + CLOCKS_DIFFER)


def digest_of_token(token: str) -> str:
    """Return what is kept of a one-time token."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def _ceiling(asked: str, of_mission: str) -> str:
    """Return the lowest of three: what is asked, the mission's, the installation's."""
    return min((asked, of_mission, settings.CEILING), key=rank_of)


def _colleague(place: MembershipRow, zone: str) -> Colleague:
    person = place.person
    seen = local_day(person.last_login, zone).isoformat() if person.last_login else ""
    active = place.active and person.is_active
    return Colleague(
        person_id=person.pk,
        username=person.username,
        email=person.email,
        name=person.name,
        role=place.role,
        sections=tuple(place.sections),
        ceiling=place.ceiling,
        active=active,
        last_seen=seen,
        administers=place.administers,
    )


def find_colleague(viewer: Viewer, username: str) -> Colleague:
    """Return a colleague by user name. Raises InputError where nobody of this mission has it."""
    found = next((each for each in list_people(viewer) if each.username == username.casefold()), None)
    if found is None:
        raise InputError(f"nobody here signs in as {username!r}; `chancery people list` names everybody")
    return found


def count_people() -> tuple[tuple[str, str, int, int], ...]:
    """Return slug, name, people and administrators of every mission: for the machine's own command line."""
    active = Q(memberships__active=True)
    rows = MissionRow.objects.order_by("slug").annotate(
        people=Count("memberships", filter=active),
        keepers=Count("memberships", filter=active & Q(memberships__administers=True)),
    )
    return tuple(rows.values_list("slug", "name", "people", "keepers"))
