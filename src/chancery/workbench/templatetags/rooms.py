"""What every page's frame asks: the five entries, the chosen look, and how reach, bytes and marks are written."""

from dataclasses import dataclass
from typing import Final

from django import template
from django.template.context import RequestContext
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from chancery.workbench.viewer import Viewer
from chancery.workbench.words import ACTS, CONDITIONS, JOBS, KINDS_OF_PAPER, MARKS, ROLES, STANCES, STATES, THINGS

register = template.Library()

ROOMS: Final[tuple[tuple[str, Promise], ...]] = (
    ("today", _("Today")),
    ("briefs", _("Briefs")),
    ("stories", _("Stories")),
    ("conversations", _("Conversations")),
    ("more", _("More")),
)
LOOKS: Final = ("light", "dark")
LOOK_COOKIE: Final = "chancery_look"


@dataclass(frozen=True, slots=True)
class Room:
    """One entry of the navigation."""

    name: str
    label: Promise
    url: str


@register.filter
def rooms(_viewer: Viewer) -> tuple[Room, ...]:
    """Return the five entries; roles decide what stands under More, not here."""
    return tuple(Room(name, label, reverse(name)) for name, label in ROOMS)


@register.simple_tag(takes_context=True)
def chosen_look(context: RequestContext) -> SafeString | str:
    """Return the attribute that fixes light or dark, nothing where the machine decides."""
    request = context.get("request")
    look = request.COOKIES.get(LOOK_COOKIE, "") if request else ""
    return format_html(' data-theme="{}"', look) if look in LOOKS else ""


@register.filter
def mark_word(mark: str) -> Promise | str:
    """Return a handling mark in the reader's language."""
    return MARKS.get(mark, mark)


@register.filter
def role_word(role: str) -> Promise | str:
    """Return a role in the reader's language."""
    return ROLES.get(role, role)


@register.filter
def stance_word(stance: str) -> Promise | str:
    """Return what an outlet is known to be, in the reader's language."""
    return STANCES.get(stance, stance)


@register.filter
def condition_word(condition: str) -> Promise | str:
    """Return a source's condition in the reader's language."""
    return CONDITIONS.get(condition, condition)


@register.filter
def paper_word(kind: str) -> Promise | str:
    """Return the kind of a paper in the reader's language."""
    return KINDS_OF_PAPER.get(kind, kind)


@register.filter
def act_word(verb: str) -> Promise | str:
    """Return what an audit row says was done, in the reader's language."""
    return ACTS.get(verb, verb)


@register.filter
def thing_word(kind: str) -> Promise | str:
    """Return the kind of thing an audit row speaks of, in the reader's language."""
    return THINGS.get(kind, kind)


@register.filter
def job_word(kind: str) -> Promise | str:
    """Return a kind of background work in the reader's language."""
    return JOBS.get(kind, kind)


@register.filter
def state_word(state: str) -> Promise | str:
    """Return the state of background work in the reader's language."""
    return STATES.get(state, state)


@register.filter
def language_word(code: str) -> str:
    """Return the name of a language in the reader's language, its code where no name is known."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code or "?"
