"""Figures and conditions as people read them."""

from datetime import date
from typing import Final

from django import template
from django.utils.formats import date_format, number_format
from django.utils.translation import ngettext

from chancery.common.finding import Value
from chancery.common.said import Said
from chancery.workbench.watch.records import SourceLine
from chancery.workbench.words import say_reason

register = template.Library()

TONES: Final = {"working": "good", "quiet": "care", "changed": "care", "blocked": "alarm", "broken": "alarm"}


@register.filter
def tone(condition: str) -> str:
    """Return the colour of a source's condition; the word beside it says the same."""
    return TONES.get(condition, "none")


@register.filter
def signs(count: int) -> str:
    """Return a number of characters with its groups of three."""
    said = ngettext("%s character", "%s characters", count)
    return said % number_format(count, use_l10n=True, force_grouping=True)


@register.filter
def as_day(value: Value) -> str:
    """Return a day as the reader's language writes it, all else as it is."""
    return date_format(value, "DATE_FORMAT") if isinstance(value, date) else str(value)


@register.filter
def reason(line: SourceLine) -> str:
    """Return why a source stands as it does, in the reader's language where its words are known."""
    return say_reason(line.said) or line.reason


@register.filter
def sentence(said: Said) -> str:
    """Return a sentence of ours in the reader's language where its words are known."""
    return say_reason((said,))
