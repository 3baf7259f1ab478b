"""Who did what, and how this installation stands: its work in hand and what has left the house."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from chancery import __version__
from chancery.workbench.audit import queries
from chancery.workbench.audit.left_queries import list_left
from chancery.workbench.pages.asked import other_page, page_of, viewer_of
from chancery.workbench.work.queries import list_work


def acts(request: HttpRequest) -> HttpResponse:
    """List every act of the mission, newest first."""
    number = page_of(request)
    page = queries.list_audit(viewer_of(request), number)
    told = {
        "page": page,
        "older": other_page(request, number + 1) if page.more else "",
        "newer": other_page(request, number - 1) if number > 1 else "",
        "current": "more",
    }
    return render(request, "audit/acts.html", told)


def installation(request: HttpRequest) -> HttpResponse:
    """Show version, ceilings, work in hand and what has left the house."""
    viewer = viewer_of(request)
    told = {
        "version": __version__,
        "ceiling": settings.CEILING,
        "export_ceiling": settings.EXPORT_CEILING,
        "mail": "dummy" not in settings.EMAIL_BACKEND,
        "proxy": bool(settings.HTTP_PROXY),
        "work": list_work(viewer),
        "left": list_left(viewer),
        "current": "more",
    }
    return render(request, "audit/installation.html", told)
