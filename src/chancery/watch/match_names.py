"""Names of States, their people and their places, found in a text: the longest match over the whole dictionary wins.

The table has four columns, parted by tabs: the country's code; the kind (`name`, `people`, `place`); the languages that use the
form; the forms, parted by `|`. A form that ends in `*` is a stem: letters may follow. Lines that start with `#` are notes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import ahocorasick

from chancery.common.errors import InputError
from chancery.common.mission import Place
from chancery.common.text import is_unspaced
from chancery.watch.fold_exactly import Folded, fold_exactly
from chancery.watch.inflect import ADJECTIVE_ADDS, BEFORE, stem_of

NameKind = Literal["name", "people", "place"]

STEM_ADDS = 5  # letters after a form that the table itself marks as a stem
FOREIGN = 5  # letters from which a name is known in a language that has its own form of it: "Mombasa" in Vietnamese


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write one country. `adds` is how many letters may follow, `own` marks the mission's own table."""

    code: str
    kind: NameKind
    langs: frozenset[str]
    adds: int
    capital: bool
    own: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found: `text[start:end]` of the given text."""

    code: str
    kind: NameKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Names:
    """A dictionary of names, compiled. `langs` are the languages it knows."""

    automaton: ahocorasick.Automaton
    langs: frozenset[str]


def compile_names(lines: Iterable[str], places: Sequence[Place] = ()) -> Names:
    r"""Return a dictionary of the table's names, with the mission's own places above them.

    Raises InputError where a line has not four columns.

    >>> names = compile_names(["JP\tname\ten\tJapan"])
    >>> [(hit.code, hit.start, hit.end) for hit in match_names("Japan votes", "en", names)]
    [('JP', 0, 5)]
    """
    found: dict[str, dict[Form, None]] = {}
    langs: set[str] = set()
    for key, form in _table_forms(lines):
        found.setdefault(key, {})[form] = None
        langs |= form.langs
    for key, form in _place_forms(places):
        found.setdefault(key, {})[form] = None
    automaton = ahocorasick.Automaton()
    for key, forms in found.items():
        own = tuple(form for form in forms if form.own)
        automaton.add_word(key, (len(key), own or tuple(forms)))
    automaton.make_automaton()
    return Names(automaton, frozenset(langs))


def match_names(text: str, lang: str, names: Names) -> tuple[Hit, ...]:
    """Return the names in `text`, in order, none over another. `lang` is the text's language, "" where it is unknown."""
    if not names.automaton:
        return ()
    folded = fold_exactly(text)
    found: list[tuple[int, int, tuple[Form, ...]]] = []
    for last, (length, forms) in names.automaton.iter(folded.text):
        start = last + 1 - length
        if not _starts(folded.text, start, lang):
            continue
        fitting = [form for form in forms if _fits(form, text, folded, start, last + 1, lang, names)]
        if fitting:
            found.append((start, last + 1, tuple(fitting)))
    return tuple(_choose(_longest(found), folded))


def _table_forms(lines: Iterable[str]) -> Iterator[tuple[str, Form]]:
    """Yield (folded form, what it means) for each form of each line."""
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = line.rstrip("\n").split("\t")
        if len(columns) != 4 or columns[1] not in ("name", "people", "place"):
            raise InputError("needs the columns code, kind (name, people, place), languages, forms", line=number)
        code, kind, langs, forms = columns
        for form in forms.split("|"):
            yield from _forms_of(form, code, kind, langs.split(","), own=False)  # type: ignore[arg-type]  # checked above


def _place_forms(places: Sequence[Place]) -> Iterator[tuple[str, Form]]:
    for place in places:
        for lang, form in (*place.names, *place.forms):
            yield from _forms_of(form, place.code, "name", [lang], own=True)


def _forms_of(form: str, code: str, kind: NameKind, langs: list[str], *, own: bool) -> Iterator[tuple[str, Form]]:
    stem = form.endswith("*")
    key = fold_exactly(form.removesuffix("*")).text
    if len(key) < 2:
        return
    capital = form[0].isupper()
    for part, adds, group in _inflected(key, langs, kind, stem=stem):
        yield part, Form(code, kind, frozenset(group), adds, capital, own)


def _inflected(key: str, langs: list[str], kind: NameKind, *, stem: bool) -> Iterator[tuple[str, int, list[str]]]:
    """Yield (what must stand there, letters that may follow, languages), one for each way the languages inflect."""
    groups: dict[tuple[str, int], list[str]] = {}
    for lang in langs:
        if is_unspaced(key[-1]):
            ends = (key, 0)
        elif stem:
            ends = (key, STEM_ADDS)
        else:
            part, adds = stem_of(key, lang)
            ends = (part, max(adds, ADJECTIVE_ADDS.get(lang, 0) if kind == "people" else 0))
        groups.setdefault(ends, []).append(lang)
    for (part, adds), group in groups.items():
        yield part, adds, group


def _starts(text: str, start: int, lang: str) -> bool:
    """Tell whether a name may start here: not inside a word, save behind a particle written as one with it."""
    if start == 0 or not text[start - 1].isalnum() or is_unspaced(text[start]):
        return True
    particles = BEFORE.get(lang)
    if particles is None:
        return False
    first = start
    while first and text[first - 1].isalpha() and start - first < 4:
        first -= 1
    return (first == 0 or not text[first - 1].isalnum()) and text[first:start] in particles


def _fits(form: Form, text: str, folded: Folded, start: int, end: int, lang: str, names: Names) -> bool:
    """Tell whether this form is meant here: its end, its capital letter and its language agree with the text."""
    if not _ends(folded.text, end, form.adds):
        return False
    first = text[folded.span(start, start + 1)[0]]
    if form.capital and first.islower():
        return False
    if form.own or not lang or lang in form.langs or lang not in names.langs:
        return True
    return form.kind != "people" and end - start >= FOREIGN and (first.isupper() or is_unspaced(first))


def _ends(text: str, end: int, adds: int) -> bool:
    """Tell whether a word ends at `end`, or at most `adds` letters later."""
    if end == len(text) or not text[end].isalnum() or is_unspaced(text[end - 1]):
        return True
    last = end
    while last < len(text) and text[last].isalpha():
        last += 1
    return 0 < last - end <= adds and (last == len(text) or not text[last].isdigit())


def _longest(found: list[tuple[int, int, tuple[Form, ...]]]) -> list[tuple[int, int, tuple[Form, ...]]]:
    """Keep the longest of all that overlap; of equals, the first."""
    kept: list[tuple[int, int, tuple[Form, ...]]] = []
    for start, end, forms in sorted(found, key=lambda hit: (hit[0] - hit[1], hit[0])):
        if all(end <= a or b <= start for a, b, _ in kept):
            kept.append((start, end, forms))
    return sorted(kept, key=lambda hit: hit[0])


def _choose(found: list[tuple[int, int, tuple[Form, ...]]], folded: Folded) -> Iterator[Hit]:
    """Yield each hit with one code: where several States share a name, the one named elsewhere; else none."""
    sure = {forms[0].code for _, _, forms in found if len({form.code for form in forms}) == 1}
    for start, end, forms in found:
        ranked = sorted(forms, key=lambda form: (form.kind != "name", form.kind))
        best = [form for form in ranked if form.kind == ranked[0].kind]
        codes = {form.code for form in best}
        named = codes & sure
        if len(codes) == 1 or len(named) == 1:
            chosen = next(form for form in best if len(codes) == 1 or form.code in named)
            yield Hit(chosen.code, chosen.kind, *folded.span(start, end))
