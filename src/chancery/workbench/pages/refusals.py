"""What is shown when something is refused or not there: a page in plain words, never the text of an exception."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from chancery.common.errors import ChanceryError, InputError, NotAllowed, NotComputable, RefusedError
from chancery.workbench.words import say


class Refusals:
    """Turn errors of ours into pages. Others go on to Django, which logs them and shows the page of a failure."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; an address with a NUL in it names nothing, and PostgreSQL would not even look."""
        asked = (request.path, *request.GET.keys(), *(value for values in request.GET.lists() for value in values[1]))
        if any("\x00" in part for part in asked):
            return render(request, "404.html", status=404)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """Return the page of a refusal; a refused act of a form goes back to More's page with a sentence."""
        if not isinstance(fault, ChanceryError):
            return None
        if isinstance(fault, NotAllowed):
            return render(request, "403.html", status=403)
        if isinstance(fault, NotComputable):
            return render(request, "404.html", status=404)
        if not isinstance(fault, InputError | RefusedError):
            return None
        return render(request, "refused.html", {"said": say(fault)}, status=400)
