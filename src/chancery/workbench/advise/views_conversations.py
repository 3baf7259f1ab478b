"""Records of conversation, and notes beside any record."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.clock import now
from chancery.common.errors import InputError, NotAllowed, RefusedError
from chancery.workbench.advise import operations, queries
from chancery.workbench.advise.forms import ConversationForm, NoteForm, readers_of
from chancery.workbench.asked import page_of, pages_of, posted_number, render_either, version_of, viewer_of, way_back
from chancery.workbench.viewer import RECORDERS
from chancery.workbench.words import say


def conversations(request: HttpRequest) -> HttpResponse:
    """List the records of conversation this viewer may read."""
    viewer, number = viewer_of(request), page_of(request)
    page = queries.list_conversations(viewer, number)
    told = {"page": page, "may_record": viewer.may(RECORDERS), "current": "conversations"}
    return render(request, "advise/conversations.html", told | pages_of(request, number, page.more))


def conversation(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one version of a record of conversation, the standing one where none is named; only its words where a panel asks."""
    viewer = viewer_of(request)
    view = queries.read_conversation(viewer, ref, version_of(request))
    names = dict(readers_of(viewer.mission))
    told = {
        "view": view,
        "readers": [names.get(reader, reader) for reader in view.conversation.readers],
        "may_note": viewer.may(RECORDERS),
        "note_form": NoteForm(viewer),
        "current": "conversations",
    }
    return render_either(request, "advise/talk_panel.html", "advise/conversation.html", told)


def new(request: HttpRequest) -> HttpResponse:
    """Record a conversation."""
    viewer = viewer_of(request)
    viewer.need(RECORDERS, "record a conversation")
    form = ConversationForm(viewer, request.POST or None, initial={"date": queries.local_day(viewer, now())})
    if request.method == "POST" and form.is_valid():
        try:
            ref = operations.write_conversation(viewer, form.draft())
        except (InputError, RefusedError) as fault:
            _complain(form, fault)
        else:
            messages.success(request, _("The conversation is recorded."))
            return redirect("conversation", ref)
    told = {"form": form, "heading": _("Record a conversation"), "current": "conversations"}
    return render(request, "advise/conversation_form.html", told)


def edit(request: HttpRequest, ref: str) -> HttpResponse:
    """Correct a record of conversation; the version before stays readable."""
    viewer = viewer_of(request)
    view = queries.read_conversation(viewer, ref)
    if not view.may_amend:
        raise NotAllowed("only its author or the head of mission may amend a record of conversation")
    talk = view.conversation
    fields = ("title", "date", "place", "office", "text", "differs", "mark", "protected")
    start = {name: getattr(talk, name) for name in fields} | {
        "readers": list(talk.readers),
        "story_terms": ", ".join(talk.story_terms),
    }
    form, based_on = ConversationForm(viewer, request.POST or None, initial=start), posted_number(request, "based_on")
    if request.method == "POST" and form.is_valid():
        try:
            operations.amend_conversation(viewer, ref, form.draft(), based_on)
        except (InputError, RefusedError) as fault:
            _complain(form, fault)
        else:
            messages.success(request, _("The correction is kept, as a new version."))
            return redirect("conversation", ref)
    told = {"form": form, "heading": _("Correct a record of conversation"), "current": "conversations", "view": view}
    if request.method == "POST" and based_on != view.version:
        names = dict(readers_of(viewer.mission))
        told |= {"newer": True, "readers": [names.get(reader, reader) for reader in talk.readers]}
    return render(request, "advise/conversation_form.html", told)


@require_POST
def note(request: HttpRequest) -> HttpResponse:
    """Keep a note beside a record, and go back to it."""
    viewer = viewer_of(request)
    back = way_back(request, reverse("today"))
    form = NoteForm(viewer, request.POST)
    if not form.is_valid():
        messages.error(request, _("The note was empty or its mark is not one of yours; nothing was kept."))
        return redirect(back)
    said = form.cleaned_data
    operations.write_note(viewer, request.POST.get("kind", ""), request.POST.get("about", ""), said["text"], said["mark"])
    messages.success(request, _("The note is kept."))
    return redirect(back)


def _complain(form: ConversationForm, fault: InputError | RefusedError) -> None:
    field = getattr(fault, "field", "")
    form.add_error(field if field in form.fields else None, say(fault))
