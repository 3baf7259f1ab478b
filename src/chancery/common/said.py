"""A sentence of ours before it has a language: an English template with named slots, and what fills them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says in the reader's language, and a file or a terminal in English.

    A value that is a word or a sentence of ours is `Said` too; any other is text, the same in every language.

    >>> str(Said("{host} answered {status}", (("host", "a.example"), ("status", "404"))))
    'a.example answered 404'
    """

    template: str
    values: "tuple[tuple[str, str | Said], ...]" = ()

    def __str__(self) -> str:
        return self.template.format(**dict(self.values)) if self.values else self.template


def say(template: str, **values: object) -> Said:
    """Return a sentence with its values as text; a value that is `Said` stays so."""
    return Said(template, tuple((name, value if isinstance(value, Said) else str(value)) for name, value in values.items()))
