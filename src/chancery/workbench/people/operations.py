"""The people of a mission: permission, change and audit, one verb each. Links and missions have their own files."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q

from chancery.clock import now
from chancery.common.errors import InputError, RefusedError
from chancery.workbench.audit.operations import write_audit
from chancery.workbench.people.link_operations import accept_link, invite, mail_link, make_first_link, reset
from chancery.workbench.people.mission_operations import store_mission
from chancery.workbench.people.models import LinkRow, MembershipRow, PersonRow
from chancery.workbench.people.person_operations import Newcomer, add_person, check_new_password, check_place, find_place
from chancery.workbench.people.queries import CLOCKS_DIFFER
from chancery.workbench.viewer import ADMINISTRATORS, Viewer

__all__ = [
    "Newcomer",
    "accept_link",
    "add_person",
    "change_password",
    "change_place",
    "choose_language",
    "deactivate",
    "forget_sessions",
    "invite",
    "mail_link",
    "make_first_link",
    "reactivate",
    "reset",
    "store_mission",
]


def deactivate(viewer: Viewer, person_id: int) -> None:
    """Shut a colleague out of this mission, at once and everywhere where it is their only one."""
    _switch(viewer, person_id, active=False)


def reactivate(viewer: Viewer, person_id: int) -> None:
    """Let a colleague in again."""
    _switch(viewer, person_id, active=True)


def change_place(
    viewer: Viewer,
    person_id: int,
    role: str,
    sections: tuple[str, ...],
    ceiling: str = "",
    administers: bool | None = None,
) -> None:
    """Give a colleague another role, other sections, another ceiling.

    `administers` says whether the colleague looks after the people beside that role; None leaves it as it is. Raises
    RefusedError where nobody would be left who does.
    """
    viewer.need(ADMINISTRATORS, "change a role")
    check_place(viewer.mission, role, sections, ceiling)
    with transaction.atomic():
        place = find_place(viewer, person_id)
        before = _details(place, "_before")
        place.administers = role in ADMINISTRATORS or (place.administers if administers is None else administers)
        if not place.administers:
            _keep_an_administrator(viewer, place)
        place.role, place.sections, place.ceiling = role, list(sections), ceiling
        place.save()
        write_audit(viewer, "change", "person", str(person_id), **_details(place), **before)


def change_password(viewer: Viewer, old: str, new: str) -> PersonRow:
    """Change the viewer's own password and return the person; every other place where it is signed in is signed out.

    Raises InputError where the old one is wrong or the new one will not do.
    """
    with transaction.atomic():
        person = PersonRow.objects.select_for_update().filter(pk=viewer.person_id or 0).get()
        if not person.check_password(old):
            raise InputError("this is not your password", field="old")
        check_new_password(new, person)
        person.set_password(new)
        person.save(update_fields=["password"])
        write_audit(viewer, "change_password", "person", str(person.pk))
    return person


def choose_language(viewer: Viewer, language: str) -> None:
    """Set the language of the viewer's own pages; "" follows the browser."""
    if language and language not in dict(settings.LANGUAGES):
        raise InputError("{value} is no language of these pages", field="language", value=repr(language))
    with transaction.atomic():
        PersonRow.objects.filter(pk=viewer.person_id or 0).update(language=language)
        write_audit(viewer, "choose_language", "person", str(viewer.person_id), language=language)


def forget_sessions(moment: datetime) -> None:
    """Drop sessions that have run out, and those that would outlast the longest one: a clock that ran ahead made them."""
    longest = moment + timedelta(seconds=settings.SESSION_COOKIE_AGE) + CLOCKS_DIFFER
    Session.objects.filter(Q(expire_date__lt=moment) | Q(expire_date__gt=longest)).delete()


def _switch(viewer: Viewer, person_id: int, *, active: bool) -> None:
    viewer.need(ADMINISTRATORS, "deactivate people" if not active else "let people in")
    with transaction.atomic():
        place = find_place(viewer, person_id)
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


def _details(place: MembershipRow, when: str = "") -> Any:
    told = {"role": place.role, "sections": list(place.sections), "ceiling": place.ceiling, "administers": place.administers}
    return {f"{name}{when}": value for name, value in told.items()}


def _end_sessions(person_id: int) -> None:
    for session in Session.objects.filter(expire_date__gt=now()).iterator():
        if session.get_decoded().get("_auth_user_id") == str(person_id):
            session.delete()


def _keep_an_administrator(viewer: Viewer, place: MembershipRow) -> None:
    mine = MembershipRow.objects.filter(mission_id=viewer.mission_id, administers=True, active=True)
    if mine.filter(pk=place.pk).exists() and not mine.exclude(pk=place.pk).exists():
        raise RefusedError("this is the last administrator of the mission; make somebody else one first")
