"""Today, the archive of briefs, one brief, its corrections, exports and release."""

from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from chancery.advise.edit_brief import OF_ITEM
from chancery.common.errors import BlockedBrief, InputError, RefusedError
from chancery.common.mark import within
from chancery.common.said import Said
from chancery.workbench.advise import operations, queries
from chancery.workbench.advise.forms import NoteForm, SayForm
from chancery.workbench.advise.layout import lay_out, list_sources, list_stories, list_warnings
from chancery.workbench.advise.records import BriefView
from chancery.workbench.asked import page_of, pages_of, posted_number, version_of, viewer_of
from chancery.workbench.viewer import EDITORS, RECORDERS, RELEASERS
from chancery.workbench.words import say, say_reason

FORMATS = ("html", "docx", "pdf", "json")


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
        told |= {"laid": lay_out(view.brief), "old": day != queries.local_day(viewer, queries.this_moment(viewer))}
    return render(request, "advise/today.html", told | {"current": "today"})


def briefs(request: HttpRequest) -> HttpResponse:
    """List the archive."""
    viewer, number = viewer_of(request), page_of(request)
    page = queries.list_briefs(viewer, number)
    told = {"page": page, "may_write": viewer.may(EDITORS), "current": "briefs"}
    return render(request, "advise/briefs.html", told | pages_of(request, number, page.more))


def brief(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one version of a brief, the latest where none is named."""
    viewer = viewer_of(request)
    view = queries.read_brief(viewer, ref, version_of(request))
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
        viewer = viewer_of(request)
        made = operations.compose_brief(viewer, queries.this_moment(viewer))
    except BlockedBrief:
        messages.error(request, _("The checker stopped the brief; nothing was kept. Tell your administrator."))
        return redirect("briefs")
    messages.success(request, _("Version %d is written.") % made.version)
    if made.carried:
        said = ngettext("%d sentence of an officer came along.", "%d sentences of officers came along.", made.carried)
        messages.success(request, said % made.carried)
    if made.left_out:
        said = ngettext(
            "%d sentence of an officer was left out: what it cites no longer bears it out. The version before keeps it.",
            "%d sentences of officers were left out: what they cite no longer bears them out. The version before keeps them.",
            made.left_out,
        )
        messages.warning(request, said % made.left_out)
    return redirect("brief", made.ref)


def say_more(request: HttpRequest, ref: str) -> HttpResponse:
    """Add a sentence of an officer to a brief, or put one in the place of another."""
    viewer = viewer_of(request)
    viewer.need(EDITORS, "write in a brief")
    view = queries.read_brief(viewer, ref)
    sources = list_sources(view.brief, queries.list_conversations(viewer).conversations)
    stories = list_stories(view.brief)
    form = SayForm(viewer.mission.likelihood, sources, stories, request.POST or None, initial=_start(request, view))
    refused: tuple[Said, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            operations.add_officer_block(viewer, ref, form.draft(), form.cleaned_data["based_on"])
        except BlockedBrief as fault:
            refused = fault.told
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
def move(request: HttpRequest, ref: str) -> HttpResponse:
    """Move an officer's sentence up or down among those it stands with."""
    step, based_on = 1 if request.POST.get("to") == "down" else -1, posted_number(request, "based_on")
    block = request.POST.get("block", "")
    try:
        operations.shift_block(viewer_of(request), ref, block, step, based_on)
    except InputError as fault:
        messages.error(request, say(fault))
    return redirect(f"{reverse('brief', args=[ref])}#statement-{quote(block)}")


def release(request: HttpRequest, ref: str) -> HttpResponse:
    """Release the version that was read; where warnings stand open, ask first whether they were read."""
    viewer = viewer_of(request)
    viewer.need((*RELEASERS, *EDITORS), "release a brief")
    if request.method != "POST":
        view = queries.read_brief(viewer, ref)
        return render(request, "advise/release.html", {"brief": view, "warnings": list_warnings(view), "current": "briefs"})
    try:
        alone = operations.release_brief(viewer, ref, posted_number(request, "version"), posted_number(request, "seen"))
    except BlockedBrief as fault:
        messages.error(request, _("The checker stops the release: %s") % say_reason(fault.told))
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
    if item is not None:
        start["section"] = f"{OF_ITEM}{item.id}"
        start |= {"ref_1": item.heading.citations[0].ref} if item.heading.citations else {}
    return start


def _safe(name: str) -> str:
    """Return a file name that needs no quoting in a header."""
    return "".join(sign if sign.isascii() and (sign.isalnum() or sign in "-_.") else "-" for sign in name)
