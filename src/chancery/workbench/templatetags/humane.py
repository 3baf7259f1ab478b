"""Figures and conditions as people read them."""

from typing import Final

from django import template
from django.utils.formats import number_format
from django.utils.translation import ngettext

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
