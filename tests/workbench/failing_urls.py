"""One address that fails, to see the page of a failure."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def fail(_request: HttpRequest) -> HttpResponse:
    """Fail."""
    raise RuntimeError("secret of the failure")


urlpatterns = [path("fails/", fail), path("", include("chancery.workbench.urls"))]
