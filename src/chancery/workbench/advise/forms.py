"""Forms of the mission's own words: a record of conversation, a note, a sentence of an officer in a brief."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from chancery.advise.edit_brief import OWN_SECTION
from chancery.common.likelihood import Band
from chancery.common.mission import Mission
from chancery.workbench.advise.records import Asked, BlockDraft, ConversationDraft
from chancery.workbench.viewer import Viewer
from chancery.workbench.words import CONFIDENCE, MARKS, ROLES, STATUSES

RESTS_ON: Final = 3
"""Sources that the form has room for; a sentence that needs more is two sentences."""
SECTIONS: Final = ((OWN_SECTION, _("From our officers")), ("bottom_line", _("Bottom line")))
SET_BY_HAND: Final = ("open", "done", "answered")
"""Statuses of a paper that a person sets; whether it is late its day says."""
KINDS: Final = (
    ("fact", _("Fact: what happened or was said")),
    ("assessment", _("Assessment: what it means")),
    ("recommendation", _("Recommendation: what to do")),
    ("outlook", _("Outlook: what may come")),
    ("note", _("Note: for the reader, no claim")),
)


class ConversationForm(forms.Form):
    """What was said to us."""

    title = forms.CharField(label=_("Subject"), max_length=500)
    date = forms.DateField(
        label=_("Day"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), input_formats=["%Y-%m-%d"]
    )
    place = forms.CharField(label=_("Place"), max_length=300, required=False)
    office = forms.CharField(
        label=_("Office that spoke"), max_length=300, help_text=_("For example “Deputy Director, Ministry of Trade”; no name.")
    )
    text = forms.CharField(
        label=_("What was said"),
        max_length=100_000,
        help_text=_("Plain sentences; a brief may quote them word for word."),
        widget=forms.Textarea({"rows": 12, "dir": "auto"}),
    )
    differs = forms.BooleanField(label=_("It does not agree with what the press reports"), required=False)
    mark = forms.ChoiceField(label=_("Handling mark"), initial="official")
    protected = forms.BooleanField(
        label=_("Protected source"),
        required=False,
        help_text=_("A brief prints the day of the talk: no title, no words, no office, no place."),
    )
    readers = forms.MultipleChoiceField(
        label=_("Reader list"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Nobody ticked: the whole mission reads it."),
    )
    story_terms = forms.CharField(
        label=_("Words that tie it to a story"),
        required=False,
        max_length=500,
        help_text=_("In any language, between commas: “seafood bill, dự luật thủy sản”."),
    )

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "mark", [(mark, MARKS[mark]) for mark in viewer.marks])
        _offer(self, "readers", readers_of(viewer.mission))

    def draft(self) -> ConversationDraft:
        """Return what was entered."""
        said = self.cleaned_data
        terms = tuple(term.strip() for term in said["story_terms"].split(",") if term.strip())
        return ConversationDraft(**{**said, "story_terms": terms, "readers": tuple(said["readers"])})


class NoteForm(forms.Form):
    """A note beside a record."""

    text = forms.CharField(label=_("Note"), max_length=100_000, widget=forms.Textarea({"rows": 4, "dir": "auto"}))
    mark = forms.ChoiceField(label=_("Handling mark"), initial="official")

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "mark", [(mark, MARKS[mark]) for mark in viewer.marks])


class SayForm(forms.Form):
    """A sentence of an officer, of one of five kinds, with what it rests on."""

    kind = forms.ChoiceField(label=_("Kind"), choices=KINDS, widget=forms.RadioSelect, initial="assessment")
    text = forms.CharField(label=_("Sentence"), max_length=2000, widget=forms.Textarea({"rows": 4, "dir": "auto"}))
    section = forms.ChoiceField(label=_("Where it stands"), choices=SECTIONS, initial=OWN_SECTION)
    probability = forms.ChoiceField(
        label=_("Likelihood"), required=False, help_text=_("The sentence must use the word of the table.")
    )
    confidence = forms.ChoiceField(label=_("Confidence"), required=False, choices=[("", _("Not stated")), *CONFIDENCE.items()])
    replaces = forms.CharField(required=False, widget=forms.HiddenInput, max_length=200)
    based_on = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        likelihood: Sequence[Band],
        sources: Sequence[tuple[str, str]],
        stories: Sequence[tuple[str, str]],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "section", [*SECTIONS, (_("With the story"), list(stories))] if stories else SECTIONS)
        _offer(self, "probability", [("", _("Not stated")), *(_band(band) for band in likelihood)])
        for row in range(1, RESTS_ON + 1):
            self.fields[f"ref_{row}"] = forms.ChoiceField(
                label=_("Source"), required=False, choices=[("", _("None")), *sources]
            )
            self.fields[f"quote_{row}"] = forms.CharField(
                label=_("Words quoted"), required=False, max_length=1000, widget=forms.TextInput({"dir": "auto"})
            )

    @property
    def statement(self) -> Iterator[BoundField]:
        """Yield the fields of the sentence itself."""
        return (self[name] for name in ("kind", "text", "section", "replaces", "based_on"))

    @property
    def judgement(self) -> Iterator[BoundField]:
        """Yield the fields of a judgement."""
        return (self[name] for name in ("probability", "confidence"))

    @property
    def rests_on(self) -> Iterator[tuple[BoundField, BoundField]]:
        """Yield a source and the words quoted of it, row by row."""
        return ((self[f"ref_{row}"], self[f"quote_{row}"]) for row in range(1, RESTS_ON + 1))

    def clean(self) -> dict[str, Any]:
        """Raise ValidationError where words are quoted of no source."""
        said: dict[str, Any] = super().clean() or {}
        for row in range(1, RESTS_ON + 1):
            if said.get(f"quote_{row}") and not said.get(f"ref_{row}"):
                self.add_error(f"ref_{row}", ValidationError(_("Choose the source of these words.")))
        return said

    def draft(self) -> BlockDraft:
        """Return what was entered."""
        said = self.cleaned_data
        rows = ((said[f"ref_{row}"], said[f"quote_{row}"]) for row in range(1, RESTS_ON + 1))
        return BlockDraft(
            kind=said["kind"],
            text=said["text"],
            cites=tuple(Asked(ref, quote) for ref, quote in rows if ref),
            section=said["section"],
            probability=float(said["probability"]) if said["probability"] else None,
            confidence=said["confidence"] or None,
            replaces=said["replaces"],
        )


class StatusForm(forms.Form):
    """What became of a paper, and why."""

    status = forms.ChoiceField(label=_("Status"), choices=[(key, STATUSES[key]) for key in SET_BY_HAND])
    reason = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        help_text=_("It is kept as a note beside the paper, read by those who read the paper."),
        widget=forms.Textarea({"rows": 3, "dir": "auto"}),
    )


def readers_of(mission: Mission) -> list[tuple[str, str]]:
    """Return who can stand on a reader list: roles, then the mission's sections."""
    roles = [(role, str(name)) for role, name in ROLES.items() if role != "administrator"]
    return [*roles, *((section.id, section.name) for section in mission.sections)]


def _offer(form: forms.Form, name: str, choices: Sequence[tuple[Any, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


def _band(band: Band) -> tuple[str, str]:
    """Return a term of the table with its bounds; its middle stands for it."""
    return f"{(band.low + band.high) / 2:.3f}", f"{band.term} ({band.low:.0%}\u2013{band.high:.0%})"
