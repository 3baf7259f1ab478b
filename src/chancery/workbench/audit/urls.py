"""Addresses of the audit and of the installation."""

from django.urls import path

from chancery.workbench.audit import views

urlpatterns = [
    path("audit/", views.acts, name="audit"),
    path("installation/", views.installation, name="installation"),
]
