"""Forms about sources and stories."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.workbench.words import STANCES


class AddSourceForm(forms.Form):
    """Any address of an outlet; its feed is looked for."""

    address = forms.CharField(
        label=_("Address"),
        help_text=_("Paste the address of any page of the outlet; its feed is looked for. A feed's own address works too."),
        max_length=2000,
        widget=forms.TextInput({"inputmode": "url", "placeholder": "https://", "autocapitalize": "off", "spellcheck": "false"}),
    )
    name = forms.CharField(
        label=_("Name"), required=False, max_length=200, help_text=_("Left empty, the feed's own title is taken.")
    )
    affiliation = forms.ChoiceField(label=_("What the outlet is known to be"), choices=list(STANCES.items()), initial="unknown")
    owner = forms.CharField(
        label=_("Owner"), required=False, max_length=200, help_text=_("Outlets of one owner count as one voice.")
    )
    keep_full_text = forms.BooleanField(label=_("Its full text may be kept"), required=False, initial=True)
    pass_on = forms.BooleanField(label=_("Its words may leave the mission in a brief"), required=False, initial=True)
    quote_words = forms.IntegerField(
        label=_("Most words of one article quoted in one brief"), min_value=0, max_value=500, initial=60
    )


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
