"""Forms about people: signing in, opening a one-time link, inviting a colleague, one's own settings."""

from typing import Any, Final

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from chancery.clock import now
from chancery.common.mission import Mission
from chancery.workbench.people.operations import Newcomer
from chancery.workbench.people.records import OpenLink
from chancery.workbench.people.sign_in import address_of, wait_left
from chancery.workbench.viewer import Viewer
from chancery.workbench.words import MARKS, ROLES

NEW_PASSWORD: Final[dict[str, str]] = {"autocomplete": "new-password", "minlength": "12"}
BY_THE_BROWSER: Final = ("", _("As my browser asks"))


class SignInForm(AuthenticationForm):
    """User name or e-mail, and password; what is wrong is not told, so that guessing learns nothing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("User name or e-mail")
        self.fields["username"].widget.attrs["maxlength"] = 254
        self.fields["password"].label = _("Password")

    def get_invalid_login_error(self) -> ValidationError:
        """Return what stands above the form: that the pair is wrong, or how long to wait."""
        left = wait_left(self.cleaned_data.get("username", ""), address_of(self.request), now())
        if left:
            told = ngettext("Too many attempts. Wait %d second.", "Too many attempts. Wait %d seconds.", left)
            return ValidationError(told % left)
        return ValidationError(_("Name and password do not fit together, or the account is closed. Ask your administrator."))


class PasswordForm(forms.Form):
    """A new password, written twice."""

    password = forms.CharField(
        label=_("Password"),
        help_text=_("At least 12 characters; a sentence is a good one."),
        widget=forms.PasswordInput(NEW_PASSWORD),
        strip=False,
    )
    again = forms.CharField(label=_("Password again"), widget=forms.PasswordInput(NEW_PASSWORD), strip=False)

    def clean_again(self) -> str:
        """Return the second writing. Raises ValidationError where it differs."""
        again: str = self.cleaned_data["again"]
        if "password" in self.cleaned_data and again != self.cleaned_data["password"]:
            raise ValidationError(_("The two passwords differ."))
        return again

    def newcomer(self) -> Newcomer:
        """Return what the person says."""
        return Newcomer(password=self.cleaned_data["password"])


class NewcomerForm(PasswordForm):
    """Who is new here: name, user name, address, language, password."""

    name = forms.CharField(label=_("Your name, as colleagues know you"), max_length=200)
    username = forms.CharField(label=_("User name"), help_text=_("One word, without @."), max_length=64)
    email = forms.EmailField(label=_("E-mail"), max_length=254)
    language = forms.ChoiceField(
        label=_("Language of the pages"), required=False, choices=[BY_THE_BROWSER, *settings.LANGUAGES]
    )
    field_order = ("name", "username", "email", "language", "password", "again")

    def newcomer(self) -> Newcomer:
        """Return what the newcomer says."""
        said = self.cleaned_data
        return Newcomer(said["password"], said["username"], said["name"], said.get("email", ""), said["language"])


def form_of_link(link: OpenLink, data: Any = None) -> PasswordForm:
    """Return the form a one-time link opens; an invitation already knows the address."""
    if link.kind == "reset":
        return PasswordForm(data)
    form = NewcomerForm(data)
    if link.email:
        del form.fields["email"]
    return form


class PlaceForm(forms.Form):
    """A colleague's place in the mission."""

    role = forms.ChoiceField(label=_("Role"), choices=list(ROLES.items()), initial="officer")
    sections = forms.MultipleChoiceField(label=_("Sections"), required=False, widget=forms.CheckboxSelectMultiple)
    ceiling = forms.ChoiceField(
        label=_("Reads up to"), required=False, choices=[("", _("What the role reads")), *MARKS.items()]
    )
    administers = forms.BooleanField(
        label=_("Looks after the people too"), required=False, help_text=_("Invites, closes accounts, reads who did what.")
    )

    def __init__(self, mission: Mission, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sections = self.fields["sections"]
        assert isinstance(sections, forms.MultipleChoiceField)
        sections.choices = [(section.id, section.name) for section in mission.sections]


class InviteForm(PlaceForm):
    """Whom to invite, and to what place."""

    administers = None  # type: ignore[assignment]  # given afterwards, to somebody who is here
    email = forms.EmailField(label=_("E-mail of your colleague"), max_length=254)
    field_order = ("email", "role", "sections", "ceiling")


class SettingsForm(forms.Form):
    """One's own language, and the mission one works in where there are several."""

    language = forms.ChoiceField(
        label=_("Language of the pages"), required=False, choices=[BY_THE_BROWSER, *settings.LANGUAGES]
    )


class ChangePasswordForm(PasswordForm):
    """The old password and the new one, twice."""

    old = forms.CharField(
        label=_("Your password until now"),
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
        strip=False,
    )
    field_order = ("old", "password", "again")


def initial_settings(viewer: Viewer) -> dict[str, str]:
    """Return what the form of settings starts from."""
    return {"language": viewer.language}
