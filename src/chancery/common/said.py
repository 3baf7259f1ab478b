"""A sentence of ours before it has a language: an English template with named slots, and what fills them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says in the reader's language, and a file or a terminal in English.

    >>> str(Said("{host} answered {status}", (("host", "a.example"), ("status", "404"))))
    'a.example answered 404'
    """

    template: str
    values: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.template.format(**dict(self.values)) if self.values else self.template


def say(template: str, **values: object) -> Said:
    """Return a sentence with its values as text."""
    return Said(template, tuple((name, str(value)) for name, value in values.items()))
