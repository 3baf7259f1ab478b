"""A person comes to be: a name nobody has yet, an address, a password that will do, a place that exists."""

from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from chancery.clock import now
from chancery.common.errors import InputError, NotAllowed
from chancery.common.mark import rank_of
from chancery.common.mission import ROLES, Mission
from chancery.workbench.audit.operations import write_audit
from chancery.workbench.people.models import MembershipRow, MissionRow, PersonRow
from chancery.workbench.people.queries import system_viewer
from chancery.workbench.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What somebody says who opens a one-time link. A reset asks for the password alone."""

    password: str
    username: str = ""
    name: str = ""
    email: str = ""
    language: str = ""


def add_person(
    mission: MissionRow, newcomer: Newcomer, role: str, sections: tuple[str, ...] = (), *, administers: bool = False
) -> PersonRow:
    """Create a person of a mission with a password at once: for the demo and for tests; colleagues get a link."""
    with transaction.atomic():
        person = create_person(newcomer, newcomer.email)
        place = MembershipRow(person=person, mission=mission, role=role, sections=list(sections), since=now())
        place.administers = administers or role == "administrator"
        place.save()
        write_audit(system_viewer(mission), "add", "person", str(person.pk), role=role)
    return person


def create_person(newcomer: Newcomer, email: str) -> PersonRow:
    """Create a person from what a newcomer says. Raises InputError where it will not do or is taken."""
    username, name = newcomer.username.strip().casefold(), newcomer.name.strip()
    if not username or "@" in username or any(sign.isspace() for sign in username):
        raise InputError("a user name is one word without @", field="username")
    if not name:
        raise InputError("write the name colleagues know you by", field="name")
    person = PersonRow(username=username, email=read_email(email), name=name, language=newcomer.language, created=now())
    check_new_password(newcomer.password, person)
    person.set_password(newcomer.password)
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError:
        raise InputError("this user name or address is taken; choose another", field="username") from None
    return person


def read_email(email: str) -> str:
    """Return an e-mail address, case-folded. Raises InputError where it is none."""
    address = email.strip().casefold()
    try:
        validate_email(address)
    except ValidationError:
        raise InputError("{value} is no e-mail address", field="email", value=repr(email)) from None
    return address


def check_new_password(password: str, person: PersonRow) -> None:
    """Raise InputError, saying why, where a password is too weak for this person."""
    try:
        validate_password(password, person)
    except ValidationError as fault:
        raise InputError(" ".join(fault.messages), field="password") from None


def check_place(mission: Mission, role: str, sections: tuple[str, ...], ceiling: str) -> None:
    """Raise InputError on a role, section or ceiling that this mission does not have."""
    if role not in ROLES:
        raise InputError("{value} is no role; use one of {all}", field="role", value=repr(role), all=", ".join(ROLES))
    known = [section.id for section in mission.sections]
    for section in sections:
        if section not in known:
            raise InputError(
                "{value} is no section of this mission; it has {all}",
                field="sections",
                value=repr(section),
                all=", ".join(known),
            )
    if ceiling:
        rank_of(ceiling)


def find_place(viewer: Viewer, person_id: int) -> MembershipRow:
    """Return a colleague's place in the viewer's own mission; people of other missions are not there."""
    place = MembershipRow.objects.select_for_update().filter(mission_id=viewer.mission_id, person_id=person_id).first()
    if place is None:
        raise NotAllowed("nobody of this number works in your mission")
    return place
