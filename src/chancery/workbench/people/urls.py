"""Addresses of signing in, one-time links and people."""

from django.urls import path

from chancery.workbench.people import views

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("link/<str:token>/", views.open_link, name="link"),
    path("people/", views.people, name="people"),
    path("people/invite/", views.invite_colleague, name="invite"),
    path("people/<int:person>/place/", views.place, name="place"),
    path("people/<int:person>/reset/", views.reset_password, name="reset"),
    path("people/<int:person>/deactivate/", views.deactivate_colleague, name="deactivate"),
    path("people/<int:person>/reactivate/", views.reactivate_colleague, name="reactivate"),
    path("settings/", views.settings_page, name="settings"),
    path("settings/password/", views.password, name="password"),
    path("settings/mission/", views.mission, name="mission"),
]
