"""Addresses of More and of what belongs to no room."""

from django.urls import path

from chancery.workbench.pages import views

urlpatterns = [
    path("more/", views.more, name="more"),
    path("search/", views.search, name="search"),
    path("keys/", views.keys, name="keys"),
    path("look/", views.look, name="look"),
]
