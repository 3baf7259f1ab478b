"""The one Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkbenchConfig(AppConfig):
    """All tables and pages under one label, so that there is one line of migrations."""

    name = "chancery.workbench"
    label = "workbench"
    verbose_name = _("Workbench")
