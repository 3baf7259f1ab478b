"""Signing in, opening a one-time link, the people of a mission, one's own settings."""

from django.contrib import messages
from django.contrib.auth import login, update_session_auth_hash
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from chancery.clock import now
from chancery.common.errors import InputError, RefusedError
from chancery.workbench.asked import viewer_of
from chancery.workbench.people import operations, queries
from chancery.workbench.people.door import MISSION_IN_SESSION, open_to_all
from chancery.workbench.people.forms import (
    ChangePasswordForm,
    InviteForm,
    PlaceForm,
    SettingsForm,
    SignInForm,
    form_of_link,
    initial_settings,
)
from chancery.workbench.viewer import ADMINISTRATORS
from chancery.workbench.words import say

BACKEND = "chancery.workbench.people.sign_in.NameOrMail"

sign_in = open_to_all(
    LoginView.as_view(template_name="people/sign_in.html", authentication_form=SignInForm, redirect_authenticated_user=True)
)
sign_out = open_to_all(LogoutView.as_view())


@open_to_all
@never_cache
@sensitive_post_parameters()
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show the form of a one-time link, and use the link once."""
    link = queries.read_link(token, now())
    if link is None:
        return render(request, "people/link_gone.html", status=410)
    form = form_of_link(link, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = operations.accept_link(token, form.newcomer())
        except (InputError, RefusedError) as fault:
            form.add_error(_field(fault, form.fields), say(fault))
        else:
            login(request, person, backend=BACKEND)
            return redirect("today")
    return render(request, "people/link.html", {"form": form, "link": link})


def people(request: HttpRequest) -> HttpResponse:
    """List everybody of the mission."""
    return render(request, "people/people.html", {"people": queries.list_people(viewer_of(request)), "current": "more"})


def invite_colleague(request: HttpRequest) -> HttpResponse:
    """Make the link by which a colleague joins, and show it once."""
    viewer = viewer_of(request)
    viewer.need(ADMINISTRATORS, "invite people")
    form = InviteForm(viewer.mission, request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            token = operations.invite(viewer, said["email"], said["role"], tuple(said["sections"]), said["ceiling"])
        except (InputError, RefusedError) as fault:
            form.add_error(_field(fault, form.fields), say(fault))
        else:
            return _show_link(request, token)
    return render(request, "people/invite.html", {"form": form, "current": "more"})


def place(request: HttpRequest, person: int) -> HttpResponse:
    """Give a colleague another role, other sections, another ceiling."""
    viewer = viewer_of(request)
    colleague = next((one for one in queries.list_people(viewer) if one.person_id == person), None)
    if colleague is None:
        return render(request, "404.html", status=404)
    start: dict[str, object] = {"role": colleague.role, "sections": colleague.sections, "ceiling": colleague.ceiling}
    start["administers"] = colleague.administers
    form = PlaceForm(viewer.mission, request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            operations.change_place(viewer, person, said["role"], tuple(said["sections"]), said["ceiling"], said["administers"])
        except (InputError, RefusedError) as fault:
            form.add_error(_field(fault, form.fields), say(fault))
        else:
            return _told(request, _("The place of %s is changed.") % colleague.name, "people")
    return render(request, "people/place.html", {"form": form, "colleague": colleague, "current": "more"})


@require_POST
def reset_password(request: HttpRequest, person: int) -> HttpResponse:
    """Make the link by which a colleague sets a new password, and show it once."""
    return _show_link(request, operations.reset(viewer_of(request), person))


@require_POST
def deactivate_colleague(request: HttpRequest, person: int) -> HttpResponse:
    """Shut a colleague out."""
    operations.deactivate(viewer_of(request), person)
    return _told(request, _("Done. This person can no longer sign in here."), "people")


@require_POST
def reactivate_colleague(request: HttpRequest, person: int) -> HttpResponse:
    """Let a colleague in again."""
    operations.reactivate(viewer_of(request), person)
    return _told(request, _("Done. This person can sign in again."), "people")


def settings_page(request: HttpRequest) -> HttpResponse:
    """Show and keep one's own settings."""
    viewer = viewer_of(request)
    form = SettingsForm(request.POST or None, initial=initial_settings(viewer))
    if request.method == "POST" and form.is_valid():
        operations.choose_language(viewer, form.cleaned_data["language"])
        return _told(request, _("Your settings are kept."), "settings")
    missions = queries.list_missions_of(viewer)
    return render(request, "people/settings.html", {"form": form, "missions": missions, "current": "more"})


@sensitive_post_parameters()
def password(request: HttpRequest) -> HttpResponse:
    """Change one's own password; other places where one is signed in are signed out."""
    form = ChangePasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            person = operations.change_password(viewer_of(request), said["old"], said["password"])
        except (InputError, RefusedError) as fault:
            form.add_error(_field(fault, form.fields), say(fault))
        else:
            update_session_auth_hash(request, person)
            return _told(request, _("Your password is changed."), "settings")
    return render(request, "people/password.html", {"form": form, "current": "more"})


@require_POST
def mission(request: HttpRequest) -> HttpResponse:
    """Go to another mission one works in."""
    chosen = request.POST.get("mission", "")
    if chosen in dict(queries.list_missions_of(viewer_of(request))):
        request.session[MISSION_IN_SESSION] = chosen
    return redirect("today")


def _show_link(request: HttpRequest, token: str) -> HttpResponse:
    address = request.build_absolute_uri(reverse("link", args=[token]))
    return render(request, "people/link_made.html", {"address": address, "current": "more"})


def _told(request: HttpRequest, message: str, name: str) -> HttpResponse:
    messages.success(request, message)
    return redirect(name)


def _field(fault: InputError | RefusedError, fields: object) -> str | None:
    """Return the field of the form a fault speaks of, None for the whole form."""
    name = getattr(fault, "field", "")
    return name if isinstance(fields, dict) and name in fields else None
