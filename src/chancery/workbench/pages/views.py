"""More, the search, the list of keys, and the choice of light, dark and language."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from chancery.workbench.advise import search_queries
from chancery.workbench.asked import page_of, pages_of, viewer_of, way_back
from chancery.workbench.people.door import open_to_all
from chancery.workbench.templatetags.rooms import LOOK_COOKIE, LOOKS
from chancery.workbench.viewer import ADMINISTRATORS, Viewer

A_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Door:
    """A page below More, and who finds it there; everybody where `roles` is empty."""

    name: str
    label: Promise
    about: Promise
    roles: tuple[str, ...] = ()


DOORS = (
    Door("sources", _("Sources"), _("Which outlets are read, how they are, and what they take on disk.")),
    Door("papers", _("Papers"), _("Instructions, tasks, agreements: what is due, and what became of it.")),
    Door("search", _("Search"), _("Articles, conversations and papers, in every language and script.")),
    Door("people", _("People"), _("Invite colleagues, change their roles, close an account."), ADMINISTRATORS),
    Door("audit", _("Who did what"), _("Every act, with its person and its time."), ADMINISTRATORS),
    Door("settings", _("Settings"), _("Language, light or dark, password, signing out.")),
    Door("installation", _("This installation"), _("Version, work in hand, and what has left the house."), ADMINISTRATORS),
    Door("keys", _("Keys"), _("Everything can be reached from the keyboard.")),
)


def more(request: HttpRequest) -> HttpResponse:
    """Show what else there is for this role."""
    viewer = viewer_of(request)
    return render(request, "pages/more.html", {"doors": _doors_for(viewer), "current": "more"})


def search(request: HttpRequest) -> HttpResponse:
    """Search the stored articles, conversations and papers."""
    words, number = request.GET.get("words", "").strip()[:200], page_of(request)
    found = search_queries.search(viewer_of(request), words, number)
    told = {"found": found.articles, "own": found.own, "more_own": found.more_own, "words": words, "current": "more"}
    return render(request, "pages/search.html", told | pages_of(request, number, found.articles.more))


def keys(request: HttpRequest) -> HttpResponse:
    """List the keys."""
    return render(request, "pages/keys.html", {"current": "more"})


@open_to_all
@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Keep the choice of light or dark, or of the language of the sign-in page, in a cookie."""
    answer = HttpResponseRedirect(way_back(request, reverse("today")))
    chosen, language = request.POST.get("look", ""), request.POST.get("language", "")
    if chosen in LOOKS:
        _keep(answer, LOOK_COOKIE, chosen)
    elif chosen == "auto":
        answer.delete_cookie(LOOK_COOKIE)
    if language in dict(settings.LANGUAGES):
        _keep(answer, settings.LANGUAGE_COOKIE_NAME, language)
    return answer


def _doors_for(viewer: Viewer) -> list[Door]:
    return [door for door in DOORS if not door.roles or viewer.may(door.roles)]


def _keep(answer: HttpResponse, name: str, value: str) -> None:
    secure = settings.SESSION_COOKIE_SECURE
    answer.set_cookie(name, value, max_age=A_YEAR, secure=secure, httponly=True, samesite="Lax")
