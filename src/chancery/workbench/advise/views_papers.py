"""The mission's own papers, and the records of our own watching that a brief cites."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chancery.common.errors import InputError
from chancery.workbench.advise import operations, queries
from chancery.workbench.advise.forms import NoteForm, StatusForm
from chancery.workbench.advise.layout import list_facts
from chancery.workbench.asked import render_either, version_of, viewer_of
from chancery.workbench.viewer import RECORDERS
from chancery.workbench.words import say


def papers(request: HttpRequest) -> HttpResponse:
    """List the papers this viewer may read, the nearest day first."""
    return render(request, "advise/papers.html", {"papers": queries.list_papers(viewer_of(request)), "current": "more"})


def record(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a paper, or a state of our own watching, that a brief cites."""
    viewer, brief = viewer_of(request), request.GET.get("brief", "")
    view = queries.read_record(viewer, ref, brief, version_of(request))
    told = {
        "view": view,
        "said": [(block, text, line, list_facts(values)) for block, text, line, values in view.said],
        "brief": brief,
        "may_note": viewer.may(RECORDERS),
        "note_form": NoteForm(viewer),
        "current": "today",
    }
    return render_either(request, "advise/paper_panel.html", "advise/record.html", told)


def paper_status(request: HttpRequest, ref: str) -> HttpResponse:
    """Say what became of a paper, and why."""
    viewer = viewer_of(request)
    viewer.need(RECORDERS, "change a paper")
    view = queries.read_record(viewer, ref)
    form = StatusForm(request.POST or None, initial={"status": view.paper.status if view.paper else ""})
    if request.method == "POST" and form.is_valid():
        try:
            operations.set_paper_status(viewer, ref, form.cleaned_data["status"], form.cleaned_data["reason"])
        except InputError as fault:
            form.add_error("reason", say(fault))
        else:
            messages.success(request, _("This is kept."))
            return redirect("record", ref)
    return render(request, "advise/paper_status.html", {"view": view, "form": form, "current": "more"})
