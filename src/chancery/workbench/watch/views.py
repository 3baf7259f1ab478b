"""Stories, articles and sources."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.common.errors import FetchError, InputError, RefusedError
from chancery.workbench.asked import number_of, page_of, pages_of, render_either, viewer_of
from chancery.workbench.viewer import EDITORS, KEEPERS, Viewer
from chancery.workbench.watch import operations, queries, repair_queries
from chancery.workbench.watch.forms import AddSourceForm, FilterForm, ListForm, SourceForm, start_of
from chancery.workbench.watch.layout import cut_at, lay_out_days, list_earned
from chancery.workbench.watch.records import StoryFilter
from chancery.workbench.watch.views_links import form_of
from chancery.workbench.words import language_name, say

FURTHEST = 10_000_000
"""No stored text is longer than this many code points."""


def stories(request: HttpRequest) -> HttpResponse:
    """List stories, filtered by country, theme and language."""
    viewer, number = viewer_of(request), page_of(request)
    form = _filter_form(viewer, request)
    asked = form.asked()
    page = queries.list_stories(
        viewer, StoryFilter(asked["country"], asked["theme"], asked["language"], request.GET.get("source", "")), number
    )
    told = {
        "page": page,
        "form": form,
        "filtered": any(asked.values()) or "source" in request.GET,
        "current": "stories",
    }
    return render(request, "watch/stories.html", told | pages_of(request, number, page.more))


def story(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one story: its timeline, its languages and outlets, why each article is here."""
    viewer = viewer_of(request)
    found = queries.read_story(viewer, ref)
    if found.ref != ref:
        return redirect("story", found.ref)
    may_move = viewer.may(EDITORS) and len(found.articles) > 1
    told = {
        "story": found,
        "days": lay_out_days(found.articles),
        "may_move": may_move,
        "repair": repair_queries.read_repair(viewer, ref),
        "current": "stories",
    }
    return render(request, "watch/story.html", told)


def article(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one article as stored, the words that are cited marked; only these parts where a panel asks."""
    viewer = viewer_of(request)
    view = queries.read_article(viewer, ref)
    field = "title" if request.GET.get("in") == "title" else "text"
    start, end = (number_of(request, name, -1, 0, FURTHEST) for name in ("from", "to"))
    cut = cut_at(view.article, field, start, end)
    told = {
        "view": view,
        "field": field,
        "cut": cut,
        "missed": "from" in request.GET and not cut.quoted,
        "earned": list_earned(view),
        "belongs": form_of(viewer, view.story) if view.story and viewer.may(EDITORS) else None,
        "current": "stories",
    }
    return render_either(request, "watch/passage.html", "watch/article.html", told)


def sources(request: HttpRequest) -> HttpResponse:
    """List the sources with their state in plain words, retention and disk."""
    viewer = viewer_of(request)
    told = {"page": queries.list_sources(viewer), "may_keep": viewer.may(KEEPERS), "form": ListForm(), "current": "more"}
    return render(request, "watch/sources.html", told)


def source(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one source and what it allows."""
    viewer = viewer_of(request)
    told = {"line": queries.read_source(viewer, ref), "may_keep": viewer.may(KEEPERS), "current": "more"}
    return render(request, "watch/source.html", told)


def add(request: HttpRequest) -> HttpResponse:
    """Add a source by any address of it."""
    viewer = viewer_of(request)
    viewer.need(KEEPERS, "add a source")
    form = AddSourceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            added = operations.add_source(viewer, **form.cleaned_data)
        except (FetchError, InputError, RefusedError) as fault:
            form.add_error("address", say(fault))
        else:
            messages.success(request, _("%s is added. Its first articles arrive within minutes.") % added.name)
            return redirect("source", added.id)
    return render(request, "watch/add_source.html", {"form": form, "current": "more"})


def edit(request: HttpRequest, ref: str) -> HttpResponse:
    """Change what a source is called and what it allows."""
    viewer = viewer_of(request)
    viewer.need(KEEPERS, "change a source")
    source = queries.read_source(viewer, ref).source
    form = SourceForm(request.POST or None, initial=start_of(source))
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_source(viewer, ref, **form.told())
        except InputError as fault:
            form.add_error(fault.field if fault.field in form.fields else None, say(fault))
        else:
            messages.success(request, _("This is kept."))
            return redirect("source", ref)
    return render(request, "watch/edit_source.html", {"form": form, "source": source, "current": "more"})


def bring_list(request: HttpRequest) -> HttpResponse:
    """Bring in the feeds of an OPML list, and say what came of each entry."""
    viewer = viewer_of(request)
    viewer.need(KEEPERS, "add sources")
    posted = request.method == "POST"
    form, brought = ListForm(request.POST, request.FILES) if posted else ListForm(), None
    if posted and form.is_valid():
        try:
            brought = operations.import_opml(viewer, form.cleaned_data["file"].read())
        except (InputError, RefusedError) as fault:
            form.add_error("file", say(fault))
    return render(request, "watch/bring_list.html", {"form": form, "brought": brought, "current": "more"})


@require_POST
def hand_list(request: HttpRequest) -> HttpResponse:
    """Hand the list of sources out as OPML; that it left is written down."""
    answer = HttpResponse(operations.export_opml(viewer_of(request)), content_type="text/x-opml; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="sources.opml"'
    return answer


@require_POST
def pause(request: HttpRequest, ref: str) -> HttpResponse:
    """Stop reading a source; what is stored stays."""
    operations.pause_source(viewer_of(request), ref)
    return redirect("source", ref)


@require_POST
def resume(request: HttpRequest, ref: str) -> HttpResponse:
    """Read a source again."""
    operations.resume_source(viewer_of(request), ref)
    return redirect("source", ref)


@require_POST
def look(request: HttpRequest, ref: str) -> HttpResponse:
    """Look at a source now, not at its next time."""
    operations.look_now(viewer_of(request), ref)
    messages.success(request, _("It is looked at now. Come back in a minute."))
    return redirect("source", ref)


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Change how long articles are kept."""
    written = request.POST.get("days", "")
    if not (written.isascii() and written.isdecimal() and len(written) <= 5 and int(written) <= 36_500):
        messages.error(request, _("Write a whole number of days, from 0 to 36500."))
        return redirect("sources")
    operations.keep_articles(viewer_of(request), int(written))
    messages.success(request, _("This is kept."))
    return redirect("sources")


def _filter_form(viewer: Viewer, request: HttpRequest) -> FilterForm:
    """Return the form of filters: the mission's own countries, themes and languages."""
    themes = [(theme.id, theme.name) for section in viewer.mission.sections for theme in section.themes]
    return FilterForm(list(queries.list_countries(viewer)), themes, _languages(viewer), request.GET)


def _languages(viewer: Viewer) -> list[tuple[str, str]]:
    return [(code, language_name(code)) for code in viewer.mission.languages]
