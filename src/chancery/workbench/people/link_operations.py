"""One-time links: the first administrator, an invitation, a new password.

A link works once, is printed or handed over by a person, and only the digest of its token is kept.
"""

import secrets
from dataclasses import replace
from datetime import timedelta
from smtplib import SMTPException
from typing import Final

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction

from chancery.clock import now
from chancery.common.errors import InputError, RefusedError
from chancery.workbench.audit.operations import write_audit, write_audit_outside
from chancery.workbench.people.mission_operations import create_empty_mission
from chancery.workbench.people.models import LinkRow, MembershipRow, MissionRow, PersonRow
from chancery.workbench.people.person_operations import (
    Newcomer,
    check_new_password,
    check_place,
    create_person,
    find_place,
    read_email,
)
from chancery.workbench.people.queries import LIFE_OF_LINK, digest_of_token, open_links, system_viewer
from chancery.workbench.people.sign_in import count_failure, wait_left
from chancery.workbench.viewer import ADMINISTRATORS, Viewer

LIFE_OF_FIRST_LINK: Final = timedelta(hours=24)
BY_LINK: Final = "a link"
"""Stands for the address where the failures of those are counted who prove by an invitation that they are known here."""


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
    check_place(viewer.mission, role, sections, ceiling)
    with transaction.atomic():
        token = _make_link(
            "invite",
            LIFE_OF_LINK,
            mission_id=viewer.mission_id,
            email=read_email(email),
            role=role,
            sections=list(sections),
            ceiling=ceiling,
        )
        write_audit(viewer, "invite", "link", digest_of_token(token)[:12], role=role, sections=list(sections), ceiling=ceiling)
    return token


def reset(viewer: Viewer, person_id: int) -> str:
    """Return the token of a link by which a colleague sets a new password; the old one works until then.

    Raises RefusedError where the person also works in a mission that the viewer does not administer: whoever holds the link
    could otherwise read that mission too.
    """
    viewer.need(ADMINISTRATORS, "reset a password")
    with transaction.atomic():
        place = find_place(viewer, person_id)
        _refuse_elsewhere(viewer, person_id)
        LinkRow.objects.filter(kind="reset", person_id=place.person_id, used_at=None).delete()
        token = _make_link("reset", LIFE_OF_LINK, mission_id=viewer.mission_id, person_id=place.person_id)
        write_audit(viewer, "reset", "person", str(person_id))
    return token


def accept_link(token: str, newcomer: Newcomer) -> PersonRow:
    """Use a one-time link: make the person or set the password, and return who may now sign in.

    Raises RefusedError where the link does not work (any more), InputError where what the newcomer says will not do.
    """
    _slow_guessing(token, newcomer)
    with transaction.atomic():
        link = open_links(token, now()).select_for_update().first()
        if link is None:
            raise RefusedError("this link does not work any more; ask your administrator for a new one")
        link.used_at = now()
        link.save(update_fields=["used_at"])
        return _set_password(link, newcomer) if link.kind == "reset" else _join(link, newcomer)


def _slow_guessing(token: str, newcomer: Newcomer) -> None:
    """Count a wrong password of somebody known as signing in does, outside of what the refusal rolls back."""
    link = open_links(token, now()).filter(kind="invite").first()
    person = PersonRow.objects.filter(email=link.email).first() if link else None
    if person is None:
        return
    if wait_left(person.username, BY_LINK, now()):
        raise RefusedError("too many attempts; wait a quarter of an hour")
    if not person.check_password(newcomer.password):
        count_failure(person.username, BY_LINK, now())
        raise InputError("you are known here already: write the password you sign in with", field="password")


def mail_link(viewer: Viewer, email: str, link: str) -> None:
    """Send a one-time link, and nothing else, to an address. Raises RefusedError where mail is off or did not go."""
    viewer.need(ADMINISTRATORS, "send links")
    if settings.EMAIL_BACKEND.endswith("dummy.EmailBackend"):
        raise RefusedError("mail is off here; hand the link over yourself, or set CHANCERY_SMTP_URL")
    try:
        send_mail("Chancery", f"{link}\n", settings.DEFAULT_FROM_EMAIL, [read_email(email)])
    except (OSError, SMTPException) as fault:
        raise RefusedError("the mail did not go ({why}); hand the link over yourself", why=type(fault).__name__) from fault
    with transaction.atomic():
        write_audit(viewer, "mail", "link", "", sent=1)


def _refuse_elsewhere(viewer: Viewer, person_id: int) -> None:
    mine = MembershipRow.objects.filter(person_id=viewer.person_id, administers=True, active=True).values("mission_id")
    if not viewer.is_system and MembershipRow.objects.filter(person_id=person_id).exclude(mission_id__in=mine).exists():
        raise RefusedError(
            "this person also works in another mission; ask the keeper of the installation to reset the password"
        )


def _make_link(kind: str, life: timedelta, **fields: object) -> str:
    token, moment = secrets.token_urlsafe(32), now()
    LinkRow.objects.create(kind=kind, digest=digest_of_token(token), created=moment, expires=moment + life, **fields)
    return token


def _join(link: LinkRow, newcomer: Newcomer) -> PersonRow:
    """Make the person of an invitation, in its mission; the first administrator enters every mission there is."""
    person = _find_invited(link, newcomer) or create_person(newcomer, link.email or newcomer.email)
    if link.kind == "first_administrator" and not MissionRow.objects.exists():
        create_empty_mission()
    missions = [link.mission] if link.mission else list(MissionRow.objects.all())
    for mission in missions:
        place = {"role": link.role, "sections": link.sections, "ceiling": link.ceiling, "since": now(), "active": True}
        place["administers"] = link.role == "administrator"
        MembershipRow.objects.update_or_create(person=person, mission=mission, defaults=place)
        viewer = replace(system_viewer(mission), person_id=person.pk, name=person.name, role=link.role)
        write_audit(viewer, "join", "person", str(person.pk), role=link.role)
    return person


def _find_invited(link: LinkRow, newcomer: Newcomer) -> PersonRow | None:
    """Return the person who is here already under the invited address and proves it by the password; shut out, let in again."""
    person = PersonRow.objects.filter(email=link.email).first() if link.email else None
    if person is None:
        return None
    if not person.check_password(newcomer.password):
        raise InputError("you are known here already: write the password you sign in with", field="password")
    person.is_active = True
    person.save(update_fields=["is_active"])
    return person


def _set_password(link: LinkRow, newcomer: Newcomer) -> PersonRow:
    person = PersonRow.objects.select_for_update().get(links=link)
    check_new_password(newcomer.password, person)
    person.set_password(newcomer.password)
    person.save(update_fields=["password"])
    if link.mission is not None:
        viewer = replace(system_viewer(link.mission), person_id=person.pk, name=person.name)
        write_audit(viewer, "set_password", "person", str(person.pk))
    return person
