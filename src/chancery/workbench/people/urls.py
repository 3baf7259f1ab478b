"""Addresses of signing in, one-time links and people."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter

from chancery.workbench.people import views


class Key(IntConverter):
    """The number of a person, no longer than a database counts."""

    regex = "[0-9]{1,18}"


register_converter(Key, "key")
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("link/<str:token>/", views.open_link, name="link"),
    path("people/", views.people, name="people"),
    path("people/invite/", views.invite_colleague, name="invite"),
    path("people/<key:person>/place/", views.place, name="place"),
    path("people/<key:person>/reset/", views.reset_password, name="reset"),
    path("people/<key:person>/deactivate/", views.deactivate_colleague, name="deactivate"),
    path("people/<key:person>/reactivate/", views.reactivate_colleague, name="reactivate"),
    path("settings/", views.settings_page, name="settings"),
    path("settings/password/", views.password, name="password"),
    path("settings/mission/", views.mission, name="mission"),
]
