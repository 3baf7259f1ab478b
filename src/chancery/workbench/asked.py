"""What a request asks: who is looking, which page of a list or version, in which form, where to go back to."""

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from chancery.workbench.viewer import Viewer

LAST_PAGE = 100_000
"""No list is paged further than this; a larger number in an address is nonsense."""
LAST_VERSION = 100_000
"""Nothing is corrected more often than this."""


def viewer_of(request: HttpRequest) -> Viewer:
    """Return who is looking. Raises PermissionDenied for nobody; the door has turned such away before."""
    viewer = getattr(request, "viewer", None)
    if viewer is None:
        raise PermissionDenied
    return cast(Viewer, viewer)


def page_of(request: HttpRequest) -> int:
    """Return the page of a list that is asked for, 1 where the address names none that can be."""
    return number_of(request, "page", 1, 1, LAST_PAGE)


def version_of(request: HttpRequest) -> int | None:
    """Return the version that is asked for, None for the standing one."""
    return number_of(request, "version", 0, 0, LAST_VERSION) or None


def number_of(request: HttpRequest, name: str, default: int, low: int, high: int) -> int:
    """Return a whole number of the address, held within `low` and `high`; `default` where it is none."""
    written = request.GET.get(name, "")
    if not (written.isascii() and written.isdecimal() and len(written) <= 10):
        return default
    return min(max(int(written), low), high)


def posted_number(request: HttpRequest, name: str) -> int:
    """Return a whole number of a form of at most nine digits; 0, which no version has, where it is none."""
    written = request.POST.get(name, "")
    return int(written) if written.isascii() and written.isdecimal() and len(written) <= 9 else 0


def way_back(request: HttpRequest, default: str) -> str:
    """Return the address of our own to go back to; an address of another host is never followed."""
    asked = request.POST.get("next", "") or request.GET.get("next", "")
    return asked if url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure()) else default


def render_either(request: HttpRequest, panel: str, page: str, told: dict[str, object]) -> HttpResponse:
    """Return what is asked for: the words alone where a panel beside the page asks, else the whole page."""
    return render(request, panel if request.headers.get("HX-Request") else page, told)


def pages_of(request: HttpRequest, page: int, more: bool) -> dict[str, str]:
    """Return the addresses of the newer and the older page of the same list, "" where there is none, for `parts/pager.html`."""
    return {
        "newer": _other_page(request, page - 1) if page > 1 else "",
        "older": _other_page(request, page + 1) if more else "",
    }


def _other_page(request: HttpRequest, page: int) -> str:
    asked = request.GET.copy()
    asked["page"] = str(page)
    return f"?{asked.urlencode()}"
