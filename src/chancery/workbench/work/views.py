"""How this installation stands: its ceilings, its work in hand, and what has left the house."""

import os

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from chancery import __version__
from chancery.sources.http_settings import read_http_settings
from chancery.workbench.asked import viewer_of
from chancery.workbench.audit.left_queries import list_left
from chancery.workbench.work.queries import list_work


def installation(request: HttpRequest) -> HttpResponse:
    """Show version, ceilings, work in hand and what has left the house."""
    viewer = viewer_of(request)
    told = {
        "version": __version__,
        "ceiling": settings.CEILING,
        "export_ceiling": settings.EXPORT_CEILING,
        "mail": "dummy" not in settings.EMAIL_BACKEND,
        "proxy": bool(read_http_settings(os.environ).proxy),
        "work": list_work(viewer),
        "left": list_left(viewer),
        "current": "more",
    }
    return render(request, "work/installation.html", told)
