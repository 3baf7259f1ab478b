"""The address of the installation."""

from django.urls import path

from chancery.workbench.work import views

urlpatterns = [path("installation/", views.installation, name="installation")]
