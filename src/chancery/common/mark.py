"""Handling marks: labels that say who may see a text, in rising order. Labels are not protection (decision 0012)."""

from collections.abc import Iterable

from chancery.common.errors import InputError, RefusedError

MARKS = ("public", "official", "sensitive", "restricted")
"""The neutral default, lowest first. A service may configure its own words in the same order."""

DEFAULT_MARK = "official"


def rank_of(mark: str) -> int:
    """Return the place of `mark` in MARKS, 0 lowest. Raises InputError on a mark that is not there."""
    try:
        return MARKS.index(mark)
    except ValueError:
        raise InputError(
            "{value} is no handling mark; use one of {all}", field="mark", value=repr(mark), all=", ".join(MARKS)
        ) from None


def within(mark: str, ceiling: str) -> bool:
    """Tell whether `mark` is at or below `ceiling`."""
    return rank_of(mark) <= rank_of(ceiling)


def highest(marks: Iterable[str]) -> str:
    """Return the highest of `marks`; a compilation is marked no lower than its parts. None at all is public."""
    return max(marks, key=rank_of, default=MARKS[0])


def refuse_above(mark: str, ceiling: str, what: str) -> None:
    """Raise RefusedError where `what` is marked above `ceiling`."""
    if not within(mark, ceiling):
        raise RefusedError(
            "{what} is marked {mark}, above the ceiling of this installation ({ceiling}); do not enter it here",
            what=what,
            mark=mark,
            ceiling=ceiling,
        )
