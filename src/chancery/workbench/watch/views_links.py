"""What an officer says of where an article belongs."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.common.errors import RefusedError
from chancery.workbench.asked import viewer_of
from chancery.workbench.viewer import EDITORS, Viewer
from chancery.workbench.watch import operations, queries
from chancery.workbench.watch.forms import BelongsForm
from chancery.workbench.words import say

LABEL: Final = 90
"""Signs of a title in a list to choose from."""


@require_POST
def belongs(request: HttpRequest, ref: str) -> HttpResponse:
    """Put an article into another story."""
    viewer = viewer_of(request)
    viewer.need(EDITORS, "put an article into a story")
    form = form_of(viewer, queries.read_article(viewer, ref).story, request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose a story, or write its id."))
        return redirect("article", ref)
    try:
        operations.say_belongs(viewer, ref, form.told())
    except RefusedError as fault:
        messages.error(request, say(fault))
        return redirect("article", ref)
    messages.success(request, _("The article is in this story now, and stays here."))
    return redirect("story", form.told())


@require_POST
def apart(request: HttpRequest, ref: str) -> HttpResponse:
    """Take an article out of its story."""
    viewer = viewer_of(request)
    viewer.need(EDITORS, "take an article out of its story")
    before = queries.read_article(viewer, ref).story
    try:
        operations.say_apart(viewer, ref)
    except RefusedError as fault:
        messages.error(request, say(fault))
        return redirect("article", ref)
    messages.success(request, _("The article has a story of its own now, and stays out of this one."))
    return redirect("story", before)


@require_POST
def accept(request: HttpRequest, key: int) -> HttpResponse:
    """Do what the program proposes."""
    return _decide(request, key, operations.accept_repair, _("This is done, and stays so."))


@require_POST
def refuse(request: HttpRequest, key: int) -> HttpResponse:
    """Leave the stories as they are."""
    return _decide(request, key, operations.refuse_repair, _("All stays as it is, and this is not proposed again."))


def form_of(viewer: Viewer, story: str, data: object = None) -> BelongsForm:
    """Return the form that puts an article of a story into another of the latest."""
    lines = queries.list_stories(viewer).stories
    return BelongsForm([(line.ref, _label(line.title, line.last_seen)) for line in lines if line.ref != story], data)


def _decide(request: HttpRequest, key: int, act: Callable[[Viewer, int], str], done: str) -> HttpResponse:
    """Decide on a proposal; one that was decided meanwhile is no fault of the person's."""
    viewer = viewer_of(request)
    viewer.need(EDITORS, "change stories")
    try:
        ref = act(viewer, key)
    except RefusedError as fault:
        messages.error(request, say(fault))
        return redirect("stories")
    messages.success(request, done)
    return redirect("story", ref)


def _label(title: str, last: datetime) -> str:
    short = title if len(title) <= LABEL else f"{title[: LABEL - 1].rstrip()}…"
    return f"{date_format(localtime(last), 'SHORT_DATE_FORMAT')} · {short}"
