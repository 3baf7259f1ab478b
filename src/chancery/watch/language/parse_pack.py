"""The tables of a language pack: three columns (value, mark, forms parted by `|`); a broken line costs itself alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

STEM_ADDS: Final = 6
"""Letters that may follow a form that ends in `*`."""

KINDS: Final = ("name", "people", "place", "not", "pair")
"""What a form of a country's table names: the State, its people, a place in it; none at all although it looks so; or, with the
lines of other codes that have the same form, several States in the order of their signs ("中美")."""

GAP: Final = 45
"""Signs that may stand between the two halves of a form: about five words."""

NAME_TABLES: Final = ("names", "places", "countries")
"""The tables of names: from CLDR, from GeoNames, and written by us."""

TONES: Final = frozenset(map(str, range(-3, 4)))

TABLES: Final[dict[str, tuple[str, ...] | None]] = {
    "event_cues": ("", "weak", "passive", "both"),
    "say_verbs": ("",),
    "offices": None,
    "sectors": None,
    "organisations": None,
    "realis": ("",),
    "negation": ("",),
    "tone": ("any", "doer", "target"),
    "topics": ("", "weak"),
    "policy": None,
    "commitments": ("",),
    "units": ("", "before"),
    "cues": ("before", "after"),
    "stop": ("",),
}
"""The tables of cues, each with the marks its lines may bear; None for any."""


class Row(NamedTuple):
    """One line of a table: `line` is its number."""

    value: str
    mark: str
    forms: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Problem:
    """A line of a pack that could not be read, and why; the rest of the pack stands."""

    table: str
    line: int
    why: str


def parse_rows(table: str, text: str, problems: list[Problem]) -> Iterator[Row]:
    """Yield the good lines of a table; what is wrong with the others is added to `problems`."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = line.rstrip("\r").split("\t")
        if why := _fault(table, columns):
            problems.append(Problem(table, number, why))
            continue
        forms = [form.strip() for form in columns[2].split("|") if form.strip()]
        broken = [form for form in forms if _is_broken(form)]
        problems += (Problem(table, number, f"has a gap with nothing beside it, or two: {form}") for form in broken)
        yield Row(columns[0].strip(), columns[1].strip(), tuple(form for form in forms if form not in broken), number)


def split_form(form: str) -> tuple[str, int]:
    """Return a form without its star, and the letters that may follow it.

    >>> split_form("condemn*"), split_form("war")
    (('condemn', 6), ('war', 0))
    """
    return (form[:-1], STEM_ADDS) if form.endswith("*") else (form, 0)


def split_gap(form: str) -> tuple[str, str, int]:
    """Return the halves of a form and how many signs may part them; no second half where it has no gap.

    A star inside a form ("peace* talk*") parts it as well, by a space alone.

    >>> split_gap("call* … off"), split_gap("peace* talk*"), split_gap("war")
    (('call*', 'off', 45), ('peace*', 'talk*', 1), ('war', '', 0))
    """
    head, gap, tail = form.partition("…")
    if gap:
        return head.strip(), tail.strip(), GAP
    head, star, tail = form.partition("* ")
    return (head + "*", tail.strip(), 1) if star else (form, "", 0)


def tables_of(files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield (table, text) for each table of cues a pack has."""
    for table in TABLES:
        if text := files.get(f"{table}.tsv"):
            yield table, text


def _is_broken(form: str) -> bool:
    head, tail, _ = split_gap(form)
    half_read = "…" in tail or "*" in head.rstrip("*") or "*" in tail.rstrip("*")
    return half_read or not head.rstrip("*") or ("…" in form and not tail.rstrip("*"))


def _fault(table: str, columns: list[str]) -> str:
    if len(columns) != 3:
        return f"has {len(columns)} columns; value, mark and forms are needed, parted by tabs"
    value, mark, forms = (column.strip() for column in columns)
    if not value or not forms:
        return "has no value or no form"
    if table == "tone" and value not in TONES:
        return f"has the value {value!r}; it is a whole number from -3 to 3"
    marks = TABLES.get(table)
    if table in NAME_TABLES:
        marks = tuple(kind + doubt for kind in KINDS for doubt in ("", "?"))
    if marks is not None and mark not in marks:
        return f"has the mark {mark!r}; it is one of {', '.join(repr(each) for each in marks)}"
    return ""
