"""Letting people in and out: permission, change and audit, one verb each.

A link works once, is printed or handed over by a person, and only the digest of its token is kept.
"""

import secrets
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from chancery.clock import now
from chancery.common.errors import InputError, NotAllowed, RefusedError
from chancery.common.mark import rank_of
from chancery.common.mission import Mission
from chancery.common.pack import pack
from chancery.workbench.audit.operations import write_audit, write_audit_outside
from chancery.workbench.people.models import ROLES, LinkRow, MembershipRow, MissionRow, PersonRow
from chancery.workbench.people.queries import digest_of_token, system_viewer
from chancery.workbench.viewer import ADMINISTRATORS, Viewer

LIFE_OF_FIRST_LINK: Final = timedelta(hours=24)
LIFE_OF_LINK: Final = timedelta(days=3)
EMPTY_MISSION: Final = "mission"
"""The slug of the mission that stands until one is imported."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What somebody says who opens a one-time link. A reset asks for the password alone."""

    password: str
    username: str = ""
    name: str = ""
    email: str = ""
    language: str = ""


def make_first_link() -> str | None:
    """Return the token of a new link for the first administrator, None where somebody can already sign in.

    The link made at an earlier start stops working: only one is open at a time.
    """
    with transaction.atomic():
        if PersonRow.objects.exists():
            return None
        LinkRow.objects.filter(kind="first_administrator", used_at=None).delete()
        token = _make_link("first_administrator", LIFE_OF_FIRST_LINK, role="administrator")
        write_audit_outside("offer", "link", "first_administrator")
    return token


def invite(viewer: Viewer, email: str, role: str, sections: tuple[str, ...] = (), ceiling: str = "") -> str:
    """Return the token of a link by which a colleague joins this mission.

    Raises NotAllowed, or InputError on an address, a role, a section or a ceiling that is none.
    """
    viewer.need(ADMINISTRATORS, "invite people")
    _check_place(viewer.mission, role, sections, ceiling)
    with transaction.atomic():
        token = _make_link(
            "invite",
            LIFE_OF_LINK,
            mission_id=viewer.mission_id,
            email=_read_email(email),
            role=role,
            sections=list(sections),
            ceiling=ceiling,
        )
        write_audit(viewer, "invite", "link", digest_of_token(token)[:12], role=role)
    return token


def reset(viewer: Viewer, person_id: int) -> str:
    """Return the token of a link by which a colleague sets a new password; the old one works until then.

    Raises RefusedError where the person also works in a mission that the viewer does not administer: whoever holds the link
    could otherwise read that mission too.
    """
    viewer.need(ADMINISTRATORS, "reset a password")
    with transaction.atomic():
        place = _place(viewer, person_id)
        _administer_all_of(viewer, person_id)
        LinkRow.objects.filter(kind="reset", person_id=place.person_id, used_at=None).delete()
        token = _make_link("reset", LIFE_OF_LINK, mission_id=viewer.mission_id, person_id=place.person_id)
        write_audit(viewer, "reset", "person", str(person_id))
    return token


def accept_link(token: str, newcomer: Newcomer) -> PersonRow:
    """Use a one-time link: make the person or set the password, and return who may now sign in.

    Raises RefusedError where the link does not work (any more), InputError where what the newcomer says will not do.
    """
    with transaction.atomic():
        link = LinkRow.objects.select_for_update().filter(digest=digest_of_token(token), used_at=None, expires__gt=now()).first()
        if link is None:
            raise RefusedError("this link does not work any more; ask your administrator for a new one")
        link.used_at = now()
        link.save(update_fields=["used_at"])
        person = _set_password(link, newcomer) if link.kind == "reset" else _join(link, newcomer)
    return person


def deactivate(viewer: Viewer, person_id: int) -> None:
    """Shut a colleague out of this mission, at once and everywhere where it is their only one."""
    _switch(viewer, person_id, active=False)


def reactivate(viewer: Viewer, person_id: int) -> None:
    """Let a colleague in again."""
    _switch(viewer, person_id, active=True)


def change_place(viewer: Viewer, person_id: int, role: str, sections: tuple[str, ...], ceiling: str = "") -> None:
    """Give a colleague another role, other sections, another ceiling."""
    viewer.need(ADMINISTRATORS, "change a role")
    _check_place(viewer.mission, role, sections, ceiling)
    with transaction.atomic():
        place = _place(viewer, person_id)
        if role not in ADMINISTRATORS:
            _keep_an_administrator(viewer, place)
        place.role, place.sections, place.ceiling = role, list(sections), ceiling
        place.save()
        write_audit(viewer, "change", "person", str(person_id), role=role, sections=list(sections))


def change_password(viewer: Viewer, old: str, new: str) -> PersonRow:
    """Change the viewer's own password and return the person; every other place where it is signed in is signed out.

    Raises InputError where the old one is wrong or the new one will not do.
    """
    with transaction.atomic():
        person = PersonRow.objects.select_for_update().get(pk=viewer.person_id)
        if not person.check_password(old):
            raise InputError("this is not your password", field="old")
        _check_password(new, person)
        person.set_password(new)
        person.save(update_fields=["password"])
        write_audit(viewer, "change_password", "person", str(person.pk))
    return person


def choose_language(viewer: Viewer, language: str) -> None:
    """Set the language of the viewer's own pages; "" follows the browser."""
    if language and language not in dict(settings.LANGUAGES):
        raise InputError(f"{language!r} is no language of these pages", field="language")
    with transaction.atomic():
        PersonRow.objects.filter(pk=viewer.person_id).update(language=language)
        write_audit(viewer, "choose_language", "person", str(viewer.person_id), language=language)


def store_mission(mission: Mission) -> MissionRow:
    """Create a mission or bring its record up to date; the empty mission of a first run becomes the first one stored.

    Whoever administers a mission already administers the new one too. Raises RefusedError above the installation's ceiling.
    """
    if rank_of(mission.ceiling) > rank_of(settings.CEILING):
        raise RefusedError(
            f"{mission.name} allows {mission.ceiling}, above the ceiling of this installation ({settings.CEILING}); lower the "
            f"mission's, or set CHANCERY_CEILING where this installation is accredited for it"
        )
    with transaction.atomic():
        row = MissionRow.objects.filter(slug=mission.id).first() or MissionRow.objects.filter(slug=EMPTY_MISSION).first()
        row = row or MissionRow(created=now())
        row.slug, row.name, row.ceiling, row.record = mission.id, mission.name, mission.ceiling, pack(mission)
        row.save()
        for person in MembershipRow.objects.filter(role="administrator", active=True).values_list("person_id", flat=True).distinct():
            MembershipRow.objects.get_or_create(
                person_id=person, mission=row, defaults={"role": "administrator", "since": now()}
            )
        write_audit(system_viewer(row), "store", "mission", row.slug)
    return row


def add_person(mission: MissionRow, newcomer: Newcomer, role: str, sections: tuple[str, ...] = ()) -> PersonRow:
    """Create a person of a mission with a password at once: for the demo and for tests; colleagues get a link."""
    with transaction.atomic():
        person = _create_person(newcomer, newcomer.email)
        MembershipRow.objects.create(person=person, mission=mission, role=role, sections=list(sections), since=now())
        write_audit(system_viewer(mission), "add", "person", str(person.pk), role=role)
    return person


def _make_link(kind: str, life: timedelta, **fields: object) -> str:
    token, moment = secrets.token_urlsafe(32), now()
    LinkRow.objects.create(kind=kind, digest=digest_of_token(token), created=moment, expires=moment + life, **fields)
    return token


def _join(link: LinkRow, newcomer: Newcomer) -> PersonRow:
    """Make the person of an invitation, in its mission; the first administrator enters every mission there is."""
    person = _find_invited(link, newcomer) or _create_person(newcomer, link.email or newcomer.email)
    if link.kind == "first_administrator" and not MissionRow.objects.exists():
        _create_empty_mission()
    missions = [link.mission] if link.mission else list(MissionRow.objects.all())
    for mission in missions:
        place = {"role": link.role, "sections": link.sections, "ceiling": link.ceiling, "since": now(), "active": True}
        MembershipRow.objects.update_or_create(person=person, mission=mission, defaults=place)
        viewer = replace(system_viewer(mission), person_id=person.pk, name=person.name, role=link.role)
        write_audit(viewer, "join", "person", str(person.pk), role=link.role)
    return person


def _find_invited(link: LinkRow, newcomer: Newcomer) -> PersonRow | None:
    """Return the person who is here already under the invited address and proves it by the password."""
    person = PersonRow.objects.filter(email=link.email).first() if link.email else None
    if person is not None and not person.check_password(newcomer.password):
        raise InputError("you are known here already: write the password you sign in with", field="password")
    return person


def _set_password(link: LinkRow, newcomer: Newcomer) -> PersonRow:
    person = PersonRow.objects.select_for_update().get(pk=link.person_id)
    _check_password(newcomer.password, person)
    person.set_password(newcomer.password)
    person.save(update_fields=["password"])
    if link.mission is not None:
        viewer = replace(system_viewer(link.mission), person_id=person.pk, name=person.name)
        write_audit(viewer, "set_password", "person", str(person.pk))
    return person


def _create_person(newcomer: Newcomer, email: str) -> PersonRow:
    username, name = newcomer.username.strip().casefold(), newcomer.name.strip()
    if not username or "@" in username or any(sign.isspace() for sign in username):
        raise InputError("a user name is one word without @", field="username")
    if not name:
        raise InputError("write the name colleagues know you by", field="name")
    person = PersonRow(username=username, email=_read_email(email), name=name, language=newcomer.language, created=now())
    _check_password(newcomer.password, person)
    person.set_password(newcomer.password)
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError:
        raise InputError("this user name or address is taken; choose another", field="username") from None
    return person


def _create_empty_mission() -> None:
    languages, zone = (settings.LANGUAGE_CODE,), settings.TIME_ZONE
    mission = Mission(EMPTY_MISSION, "A mission without a name yet", "", languages, zone, (), (), ceiling=settings.CEILING)
    row = MissionRow(slug=mission.id, name=mission.name, ceiling=mission.ceiling, record=pack(mission), created=now())
    row.save()
    write_audit(system_viewer(row), "store", "mission", row.slug)


def _switch(viewer: Viewer, person_id: int, *, active: bool) -> None:
    viewer.need(ADMINISTRATORS, "deactivate people" if not active else "let people in")
    with transaction.atomic():
        place = _place(viewer, person_id)
        if not active:
            _keep_an_administrator(viewer, place)
        place.active = active
        place.save(update_fields=["active"])
        elsewhere = MembershipRow.objects.filter(person_id=person_id, active=True).exists()
        PersonRow.objects.filter(pk=person_id).update(is_active=elsewhere)
        LinkRow.objects.filter(person_id=person_id, used_at=None).delete()
        if not elsewhere:
            _end_sessions(person_id)
        write_audit(viewer, "reactivate" if active else "deactivate", "person", str(person_id))


def _end_sessions(person_id: int) -> None:
    for session in Session.objects.filter(expire_date__gt=now()).iterator():
        if session.get_decoded().get("_auth_user_id") == str(person_id):
            session.delete()


def _keep_an_administrator(viewer: Viewer, place: MembershipRow) -> None:
    others = MembershipRow.objects.filter(mission_id=viewer.mission_id, role="administrator", active=True).exclude(pk=place.pk)
    if place.role == "administrator" and not others.exists():
        raise RefusedError("this is the last administrator of the mission; make somebody else one first")


def _administer_all_of(viewer: Viewer, person_id: int) -> None:
    mine = MembershipRow.objects.filter(person_id=viewer.person_id, role="administrator", active=True).values("mission_id")
    if not viewer.is_system and MembershipRow.objects.filter(person_id=person_id).exclude(mission_id__in=mine).exists():
        raise RefusedError("this person also works in another mission; ask the keeper of the installation to reset the password")


def _place(viewer: Viewer, person_id: int) -> MembershipRow:
    """Return a colleague's place in the viewer's own mission; people of other missions are not there."""
    place = MembershipRow.objects.select_for_update().filter(mission_id=viewer.mission_id, person_id=person_id).first()
    if place is None:
        raise NotAllowed("nobody of this number works in your mission")
    return place


def _check_place(mission: Mission, role: str, sections: tuple[str, ...], ceiling: str) -> None:
    if role not in ROLES:
        raise InputError(f"{role!r} is no role; use one of {', '.join(ROLES)}", field="role")
    known = [section.id for section in mission.sections]
    for section in sections:
        if section not in known:
            raise InputError(f"{section!r} is no section of this mission; it has {', '.join(known)}", field="sections")
    if ceiling:
        rank_of(ceiling)


def _read_email(email: str) -> str:
    address = email.strip().casefold()
    try:
        validate_email(address)
    except ValidationError:
        raise InputError(f"{email!r} is no e-mail address", field="email") from None
    return address


def _check_password(password: str, person: PersonRow) -> None:
    try:
        validate_password(password, person)
    except ValidationError as fault:
        raise InputError(" ".join(fault.messages), field="password") from None
