"""Forms about sources and stories."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from chancery.watch.records import Rights, Source
from chancery.workbench.words import STANCES

MOST_BYTES = 2_000_000
"""Largest list taken; below FILE_UPLOAD_MAX_MEMORY_SIZE, above which no file is read at all."""


class SourceForm(forms.Form):
    """What a source is called and known to be, and what it allows."""

    name = forms.CharField(label=_("Name"), max_length=200)
    affiliation = forms.ChoiceField(label=_("What the outlet is known to be"), choices=list(STANCES.items()), initial="unknown")
    owner = forms.CharField(
        label=_("Owner"), required=False, max_length=200, help_text=_("Outlets of one owner count as one voice.")
    )
    keep_full_text = forms.BooleanField(label=_("Its full text may be kept"), required=False, initial=True)
    pass_on = forms.BooleanField(label=_("Its words may leave the mission in a brief"), required=False, initial=True)
    quote_words = forms.IntegerField(
        label=_("Most words of one article quoted in one brief"), min_value=0, max_value=500, initial=60
    )

    def told(self) -> dict[str, Any]:
        """Return what was entered, as `change_source` takes it."""
        said = self.cleaned_data
        rights = Rights(**{name: said[name] for name in ("keep_full_text", "quote_words", "pass_on")})
        return {"rights": rights} | {name: said[name] for name in ("name", "owner", "affiliation")}


class AddSourceForm(SourceForm):
    """Any address of an outlet; its feed is looked for."""

    field_order = ("address",)
    address = forms.CharField(
        label=_("Address"),
        help_text=_("Paste the address of any page of the outlet; its feed is looked for. A feed's own address works too."),
        max_length=2000,
        widget=forms.TextInput({"inputmode": "url", "placeholder": "https://", "autocapitalize": "off", "spellcheck": "false"}),
    )
    name = forms.CharField(
        label=_("Name"), required=False, max_length=200, help_text=_("Left empty, the feed's own title is taken.")
    )


class ListForm(forms.Form):
    """A list of feeds from another reader."""

    file = forms.FileField(
        label=_("OPML file"),
        help_text=_("Every feed reader can export one. At most 2 MB."),
        error_messages={"required": _("Choose an OPML file of at most 2 MB."), "empty": _("This file is empty.")},
        widget=forms.FileInput({"accept": ".opml,.xml,text/xml,text/x-opml"}),
    )

    def clean_file(self) -> Any:
        """Raise ValidationError on a file that is too large."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(_("Choose an OPML file of at most 2 MB."))
        return file


class FilterForm(forms.Form):
    """Which stories to list; every field may stay empty."""

    country = forms.ChoiceField(label=_("Country"), required=False)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)

    def __init__(
        self,
        countries: list[tuple[str, str]],
        themes: list[tuple[str, str]],
        languages: list[tuple[str, str]],
        data: Any = None,
    ) -> None:
        super().__init__(data)
        offered = {
            "country": (_("All countries"), countries),
            "theme": (_("All themes"), themes),
            "language": (_("All languages"), languages),
        }
        for name, (every, choices) in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", every), *choices]

    def asked(self) -> dict[str, str]:
        """Return what is asked for; a value that is not offered asks for nothing."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}


class BelongsForm(forms.Form):
    """The story an article belongs to: one of the latest, or any by its id."""

    story = forms.ChoiceField(label=_("Belongs to"), required=False)
    named = forms.CharField(
        label=_("or to the story with the id"),
        required=False,
        max_length=200,
        help_text=_("The id stands at the end of the address of the story's page."),
        widget=forms.TextInput({"autocapitalize": "off", "spellcheck": "false", "placeholder": "s-2f8fe63a6224"}),
    )

    def __init__(self, stories: Iterable[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data)
        field = self.fields["story"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Choose one of the latest stories")), *stories]

    def clean(self) -> dict[str, Any]:
        """Raise ValidationError where no story is named."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not said.get("named", "").strip() and not said.get("story"):
            raise ValidationError(_("Choose a story, or write its id."))
        return said

    def told(self) -> str:
        """Return the id of the story; what was written stands before what was chosen."""
        written: str = self.cleaned_data["named"].strip()
        return written or str(self.cleaned_data["story"])


def start_of(source: Source) -> dict[str, Any]:
    """Return what the form of a source starts from."""
    told = {name: getattr(source, name) for name in ("name", "affiliation", "owner")}
    return told | {name: getattr(source.rights, name) for name in ("keep_full_text", "pass_on", "quote_words")}
