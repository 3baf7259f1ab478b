"""The address of the audit."""

from django.urls import path

from chancery.workbench.audit import views

urlpatterns = [path("audit/", views.acts, name="audit")]
