"""Who did what."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from chancery.workbench.asked import other_page, page_of, viewer_of
from chancery.workbench.audit import queries


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
