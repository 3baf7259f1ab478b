"""Who did what."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from chancery.workbench.asked import page_of, pages_of, viewer_of
from chancery.workbench.audit import queries


def acts(request: HttpRequest) -> HttpResponse:
    """List every act of the mission, newest first."""
    number = page_of(request)
    page = queries.list_audit(viewer_of(request), number)
    return render(request, "audit/acts.html", {"page": page, "current": "more"} | pages_of(request, number, page.more))
