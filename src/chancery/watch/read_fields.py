"""The fields of an article made ready for reading: folded once, their names found once, for all who read them."""

from dataclasses import dataclass
from typing import Final

from chancery.watch.language import Hit, Pack
from chancery.watch.language.fold_exactly import Folded, fold_exactly
from chancery.watch.language.match_names import match_names_folded
from chancery.watch.records import Article

READ: Final = 20_000
"""Signs of a text that are read; what is longer is a transcript or a table."""


@dataclass(frozen=True, slots=True)
class Field:
    """The title or text of an article as far as it is read, folded, with the names of States and places in it, in order."""

    name: str
    text: str
    folded: Folded
    names: tuple[Hit, ...]


def read_fields(article: Article, pack: Pack) -> tuple[Field, ...]:
    """Return the title and the text of an article; one that is empty is left out."""
    return tuple(
        Field(name, text, folded, match_names_folded(text, folded, pack))
        for name, text, folded in (
            (name, text, fold_exactly(text))
            for name, text in (("title", article.title[:READ]), ("text", article.text[:READ]))
            if text
        )
    )
