"""What CLDR calls a State that the sending State's own table does not name: a first default, never above that table."""

from collections.abc import Iterable, Iterator
from functools import cache

from chancery.common.mission import Place

PRIVATE = (
    "AA",
    "ZZ",
    *(f"X{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    *(f"Q{letter}" for letter in "MNOPQRSTUVWXYZ"),
)
"""Codes that ISO 3166-1 leaves to their users: what they stand for, their table alone says."""


def name_by_cldr(codes: Iterable[str], languages: tuple[str, ...], known: Iterable[Place]) -> Iterator[Place]:
    """Yield a place for each of `codes` that is not `known`, with its names in those of `languages` that have one."""
    missing = sorted({*codes} - {place.code for place in known} - {*PRIVATE})
    for code in missing:
        names = [(language, name) for language in languages if (name := name_in(code, language)) != code]
        if names:
            yield Place(code, "state", tuple(names))


@cache
def name_in(code: str, language: str) -> str:
    """Return what CLDR calls a State in `language`, the code itself where CLDR does not know one of them.

    >>> name_in("IS", "vi"), name_in("XM", "vi")
    ('Iceland', 'XM')
    """
    from babel import Locale, UnknownLocaleError

    try:
        name = None if code in PRIVATE else Locale.parse(language.replace("-", "_")).territories.get(code)
    except (UnknownLocaleError, ValueError):
        return code
    return str(name or code)
