"""What every page's frame asks: the five entries, the chosen look, and how reach, bytes and marks are written."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from django import template
from django.template.context import RequestContext
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from chancery.workbench.viewer import Viewer
from chancery.workbench.words import (
    ACTS,
    CONDITIONS,
    FACTS,
    JOBS,
    KINDS_OF_PAPER,
    MARKS,
    NOT_TAKEN,
    ROLES,
    STANCES,
    STATES,
    STATUSES,
    THINGS,
    language_name,
)

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


def _word_of(words: Mapping[str, Promise], key: str) -> Promise | str:
    """Return a word of ours in the reader's language, the key itself where there is none."""
    return words.get(key, key)


for _name, _words in {
    "mark_word": MARKS,
    "role_word": ROLES,
    "stance_word": STANCES,
    "condition_word": CONDITIONS,
    "paper_word": KINDS_OF_PAPER,
    "act_word": ACTS,
    "thing_word": THINGS,
    "job_word": JOBS,
    "state_word": STATES,
    "status_word": STATUSES,
    "fact_word": FACTS,
    "not_taken_word": NOT_TAKEN,
}.items():
    register.filter(_name, partial(_word_of, _words))
register.filter("language_word", language_name)
