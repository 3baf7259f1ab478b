"""Every address of the workbench: those of each folder, one after another."""

from django.urls import include, path

urlpatterns = [
    path("", include("chancery.workbench.pages.urls")),
    path("", include("chancery.workbench.people.urls")),
    path("", include("chancery.workbench.watch.urls")),
    path("", include("chancery.workbench.advise.urls")),
    path("", include("chancery.workbench.audit.urls")),
    path("", include("chancery.workbench.work.urls")),
]
