"""What CLDR calls a State that the sending State's own table does not name: a first default, never above that table."""

from collections.abc import Iterable, Iterator

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
    if not missing:
        return
    from babel import Locale, UnknownLocaleError

    for code in missing:
        names = []
        for language in languages:
            try:
                name = Locale.parse(language).territories.get(code)
            except (UnknownLocaleError, ValueError):
                continue
            names += [(language, str(name))] if name else []
        if names:
            yield Place(code, "state", tuple(names))
