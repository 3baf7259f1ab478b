"""The door of every page: who is looking, in which mission, language and time zone; nobody unknown comes in."""

from collections.abc import Callable
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone, translation

from chancery.workbench.people.models import PersonRow
from chancery.workbench.people.queries import read_viewer
from chancery.workbench.viewer import Viewer

MISSION_IN_SESSION: Final = "mission"
"""The session keeps the slug of the mission a person of several has chosen."""

View = TypeVar("View", bound=Callable[..., Any])


def open_to_all(view: View) -> View:
    """Mark a view that people may see who are not signed in: signing in itself, and one-time links."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view


class ViewerAtTheDoor:
    """Put `request.viewer` (a Viewer or None) on every request, and turn away who is not signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer in the viewer's language and the mission's time zone."""
        viewer = _find_viewer(request)
        request.viewer = viewer  # type: ignore[attr-defined]
        if viewer is None:
            return self.get_response(request)
        language = viewer.language or translation.get_language() or settings.LANGUAGE_CODE
        with translation.override(language), timezone.override(ZoneInfo(viewer.mission.time_zone)):
            answer = self.get_response(request)
        answer.headers["Content-Language"] = language
        return answer

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: tuple[Any, ...], _kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Send the unknown to the sign-in page, and refuse who has no mission (any more)."""
        if request.viewer is not None or getattr(view, "open_to_all", False):  # type: ignore[attr-defined]
            return None
        if request.user.is_authenticated:
            raise PermissionDenied("no mission has you among its people; ask its administrator")
        return redirect_to_login(request.get_full_path())


def viewer_in_templates(request: HttpRequest) -> dict[str, Viewer | None]:
    """Give every template the viewer."""
    return {"viewer": getattr(request, "viewer", None)}


def _find_viewer(request: HttpRequest) -> Viewer | None:
    if request.path.startswith(settings.STATIC_URL) or not isinstance(request.user, PersonRow):
        return None
    return read_viewer(request.user, request.session.get(MISSION_IN_SESSION, ""))
