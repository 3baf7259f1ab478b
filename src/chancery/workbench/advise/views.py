"""Today, the archive of briefs, one brief, its exports and its release, and the records of ours that it cites."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.clock import now
from chancery.common.errors import BlockedBrief, InputError, RefusedError
from chancery.common.mark import within
from chancery.workbench.advise import operations, queries
from chancery.workbench.advise.forms import NoteForm, SayForm
from chancery.workbench.advise.layout import lay_out, list_facts, list_sources
from chancery.workbench.advise.records import BriefView
from chancery.workbench.asked import number_of, other_page, page_of, posted_number, viewer_of
from chancery.workbench.viewer import EDITORS, RECORDERS
from chancery.workbench.words import say

FORMATS = ("html", "docx", "pdf", "json")
LAST_VERSION = 100_000


def today(request: HttpRequest) -> HttpResponse:
    """Show the latest brief; its sources are one click away."""
    viewer = viewer_of(request)
    view = queries.today(viewer)
    told: dict[str, object] = {
        "view": view,
        "brief": view.brief,
        "on_today": True,
        "may_write": viewer.may(EDITORS),
        "current": "today",
    }
    if view.brief is not None:
        day = queries.local_day(viewer, view.brief.brief.as_of)
        told |= {"laid": lay_out(view.brief), "old": day != queries.local_day(viewer, now())}
    return render(request, "advise/today.html", told | {"current": "today"})


def briefs(request: HttpRequest) -> HttpResponse:
    """List the archive."""
    viewer, number = viewer_of(request), page_of(request)
    page = queries.list_briefs(viewer, number)
    told = {
        "page": page,
        "may_write": viewer.may(EDITORS),
        "older": other_page(request, number + 1) if page.more else "",
        "newer": other_page(request, number - 1) if number > 1 else "",
        "current": "briefs",
    }
    return render(request, "advise/briefs.html", told)


def brief(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one version of a brief, the latest where none is named."""
    viewer = viewer_of(request)
    view = queries.read_brief(viewer, ref, number_of(request, "version", 0, 0, LAST_VERSION) or None)
    told = {
        "brief": view,
        "laid": lay_out(view),
        "versions": queries.list_versions(viewer, ref),
        "formats": FORMATS,
        "may_leave": within(view.brief.mark, settings.EXPORT_CEILING),
        "export_ceiling": settings.EXPORT_CEILING,
        "may_note": viewer.may(RECORDERS),
        "may_correct": view.may_edit,
        "note_form": NoteForm(viewer),
        "current": "briefs",
    }
    return render(request, "advise/brief.html", told)


@require_POST
def compose(request: HttpRequest) -> HttpResponse:
    """Write the brief of this moment from what is stored."""
    try:
        ref, version = operations.make_brief(viewer_of(request))
    except BlockedBrief:
        messages.error(request, _("The checker stopped the brief; nothing was kept. Tell your administrator."))
        return redirect("briefs")
    messages.success(request, _("Version %d is written.") % version)
    return redirect("brief", ref)


def say_more(request: HttpRequest, ref: str) -> HttpResponse:
    """Add a sentence of an officer to a brief, or put one in the place of another."""
    viewer = viewer_of(request)
    viewer.need(EDITORS, "write in a brief")
    view = queries.read_brief(viewer, ref)
    sources = list_sources(view.brief, queries.list_conversations(viewer).conversations)
    form = SayForm(viewer.mission.likelihood, sources, request.POST or None, initial=_start(request, view))
    refused: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            operations.add_officer_block(viewer, ref, form.draft(), form.cleaned_data["based_on"])
        except BlockedBrief as fault:
            refused = tuple(said.partition(": ")[2] or said for said in fault.faults)
        except (InputError, RefusedError) as fault:
            form.add_error("text" if getattr(fault, "field", "") == "text" else None, say(fault))
        else:
            messages.success(request, _("Kept, as a new version."))
            return redirect("brief", ref)
    told = {"form": form, "brief": view, "refused": refused, "current": "briefs"}
    return render(request, "advise/say.html", told)


@require_POST
def take_out(request: HttpRequest, ref: str) -> HttpResponse:
    """Take an officer's sentence out; the version before keeps it."""
    operations.remove_block(viewer_of(request), ref, request.POST.get("block", ""), posted_number(request, "based_on"))
    messages.success(request, _("Taken out, in a new version."))
    return redirect("brief", ref)


@require_POST
def release(request: HttpRequest, ref: str) -> HttpResponse:
    """Release the version that was read."""
    try:
        alone = operations.release_brief(viewer_of(request), ref, posted_number(request, "version"))
    except BlockedBrief as fault:
        messages.error(request, _("The checker stops the release: %s") % "; ".join(fault.faults))
    except RefusedError as fault:
        messages.error(request, say(fault))
    else:
        messages.success(request, _("Released, marked self-certified.") if alone else _("Released."))
    return redirect("brief", ref)


def export(request: HttpRequest, ref: str, version: int, form: str) -> HttpResponse:
    """Hand a brief out as a file; what leaves is written down."""
    file = operations.export_brief(viewer_of(request), ref, version, form)
    answer = HttpResponse(file.content, content_type=file.content_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{_safe(file.name)}"'
    return answer


def record(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a paper, or a state of our own watching, that a brief cites."""
    viewer = viewer_of(request)
    version = number_of(request, "version", 0, 0, LAST_VERSION) or None
    view = queries.read_record(viewer, ref, request.GET.get("brief", ""), version)
    told = {
        "view": view,
        "facts": list_facts(view.record),
        "may_note": viewer.may(RECORDERS),
        "note_form": NoteForm(viewer),
        "current": "today",
    }
    panel = bool(request.headers.get("HX-Request"))
    return render(request, "advise/paper_panel.html" if panel else "advise/record.html", told)


def _start(request: HttpRequest, view: BriefView) -> dict[str, object]:
    """Return what the form starts from: an old sentence to correct, or the source of the story it was opened at."""
    start: dict[str, object] = {"based_on": view.version}
    old = next((block for block in view.brief.blocks if block.id == request.GET.get("replaces", "")), None)
    if old is not None and old.voice == "officer":
        start |= {"replaces": old.id, "kind": old.kind, "text": old.text, "confidence": old.confidence or ""}
        start |= {f"ref_{row}": citation.ref for row, citation in enumerate(old.citations, 1)}
        start |= {f"quote_{row}": citation.quote for row, citation in enumerate(old.citations, 1)}
        return start
    items = (item for section in view.brief.sections for item in section.items)
    item = next((item for item in items if item.id == request.GET.get("item", "")), None)
    if item is not None and item.heading.citations:
        start["ref_1"] = item.heading.citations[0].ref
    return start


def _safe(name: str) -> str:
    """Return a file name that needs no quoting in a header."""
    return "".join(sign if sign.isascii() and (sign.isalnum() or sign in "-_.") else "-" for sign in name)
