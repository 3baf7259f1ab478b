"""A language pack, compiled: the names of States and the cues of events, speech, offices, figures in one language."""

import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, Literal, NamedTuple, get_type_hints

from chancery.common.mission import Place
from chancery.common.text import is_unspaced
from chancery.watch.language.fold_exactly import fold_exactly
from chancery.watch.language.match_forms import CASES, Forms, compile_forms
from chancery.watch.language.parse_pack import NAME_TABLES, TABLES, Problem, Row, parse_rows, split_form, split_gap, tables_of

NameKind = Literal["name", "people", "place", "not", "pair"]
PackFiles = Mapping[str, str]
"""The files of a pack by name: `pack.toml` and tables."""

FOREIGN: Final = 5
"""Letters from which an English name is known in another language's text: "Mombasa" in Vietnamese."""

SHORTEST: Final = 4
"""A name of so many signs or fewer takes no endings: "Mali" would find "malign"."""

LEAD_ONLY: Final = frozenset({"event_cues", "topics", "realis"})
"""Tables that are looked for in the first signs of a text alone: title and lead say what an article is about."""
_VOWELS: Final = frozenset("aeiouyаеиоуыэюяіїєйьაეიოუ")


@dataclass(frozen=True, slots=True)
class Settings:
    """How a language writes: what `pack.toml` says. Everything has a default, so that a pack of names alone works.

    `accents`: "" where they may be dropped or added, "some" where a word that bears one is not the word without it, "all" where
    one without is no other's either.
    """

    language: str = ""
    name: str = ""
    version: str = ""
    words: str = "spaces"
    order: str = "svo"
    before: tuple[str, ...] = ()
    adds: int = 0
    changes_vowel: bool = False
    endings: tuple[str, ...] = ()
    accents: str = ""
    people_adds: int = 0
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    quotes: tuple[tuple[str, str], ...] = (("“", "”"), ("«", "»"), ("「", "」"), ('"', '"'))
    months: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    like: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write one country. `doubt` marks a form that is also something else, `own` the mission's own table.

    `capital` and `last_capital` tell whether its first and its last word are written so; `because` is the line of the pack.
    """

    code: str
    kind: NameKind
    capital: bool
    last_capital: bool
    doubt: bool = False
    own: bool = False
    because: str = ""
    written: str = ""


class Cue(NamedTuple):
    """A line's meaning: `table` and `line` say where it stands.

    `part` tells the halves of a form with a gap, `phrase` is the number of its second half.

    `exact` tells a form that stands as it is from a stem with any ending; `gap` is how many signs may part the halves.
    """

    table: str
    value: str
    mark: str
    line: int
    capital: bool = False
    exact: bool = True
    part: int = 0
    phrase: int = 0
    gap: int = 0
    written: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """A compiled pack. `lead` are the cues that are looked for in the first signs alone, `cues` those of the whole text.

    `beside` are the cues beside which a doubtful name counts, `small` the words that say nothing alone.

    `problems` are the lines that could not be read.
    """

    settings: Settings
    names: Forms[Form]
    cues: Forms[Cue]
    lead: Forms[Cue]
    beside: Forms[Cue]
    small: frozenset[str]
    problems: tuple[Problem, ...] = ()


class Packs:
    """All language packs, each compiled when its language is first met.

    `read` gives the files of a language's pack, none where there is no pack; `places` is the mission's own table, above the
    names of every pack. The names of the language `fallback` are known in all the others.
    """

    def __init__(self, read: Callable[[str], PackFiles], places: Sequence[Place] = (), fallback: str = "en") -> None:
        self._read, self._places, self._fallback = read, tuple(places), fallback
        self._packs: dict[str, Pack] = {}

    def of(self, lang: str) -> Pack:
        """Return the pack of a language; for one without a pack, that of the fallback's names."""
        known = lang if lang in self._packs or self._read(lang) else ""  # all that have no pack share one
        if known not in self._packs:
            self._packs[known] = self._compile(known)
        return self._packs[known]

    def _compile(self, lang: str) -> Pack:
        files = self._read(lang)
        problems: list[Problem] = []
        settings = read_settings(files.get("pack.toml", ""), problems)
        forms = list(_name_forms(files, settings, problems))
        known = {meaning.written for _, _, meaning in forms}
        forms += _place_forms(self._places, lang, settings)
        for other in sorted({self._fallback, *settings.like} - {lang}):  # what the pack itself says of a form stands
            forms += (each for each in _foreign_forms(other, self._read(other)) if each[2].written not in known)
        rows = [(table, row) for table, text in tables_of(files) for row in parse_rows(table, text, problems)]

        def cues(tables: Collection[str]) -> Forms[Cue]:
            chosen = _cue_forms((table, row) for table, row in rows if table in tables)
            return compile_forms(chosen, before, spaced=spaced, glued=lambda cue: cue.table == "units")

        before, spaced = frozenset(settings.before), settings.words == "spaces"
        return Pack(
            settings,
            compile_forms(forms, before, frozenset(map(_levelled, settings.endings)), spaced=spaced),
            cues(TABLES.keys() - LEAD_ONLY - {"cues", "stop"}),
            cues(LEAD_ONLY),
            cues({"cues"}),
            frozenset(form for table, row in rows if table == "stop" for form in row.forms),
            tuple(problems),
        )


def read_settings(text: str, problems: list[Problem]) -> Settings:
    """Return what `pack.toml` says; a setting of the wrong shape is named in `problems` and left at its default."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        problems.append(Problem("pack.toml", 0, str(fault)))
        return Settings()
    kinds = get_type_hints(Settings)
    kept: dict[str, Any] = {}
    for field in fields(Settings):
        if field.name not in said:
            continue
        value = _frozen(said[field.name])
        if isinstance(value, kinds[field.name] if isinstance(kinds[field.name], type) else tuple):
            kept[field.name] = value
        else:
            problems.append(Problem("pack.toml", 0, f"{field.name} has the wrong shape"))
    return Settings(**kept)


def _frozen(value: object) -> object:
    return tuple(_frozen(each) for each in value) if isinstance(value, list) else value


def _name_forms(files: PackFiles, settings: Settings, problems: list[Problem]) -> Iterator[tuple[str, int, Form]]:
    """Yield the names of a pack; one that `countries.tsv` doubts is doubtful in the generated tables too."""
    rows = [(table, row) for table in NAME_TABLES for row in parse_rows(table, files.get(f"{table}.tsv", ""), problems)]
    doubted = {
        (row.value, form.casefold())
        for table, row in rows
        if table == "countries" and row.mark.endswith("?")
        for form in row.forms
    }
    for table, (code, mark, forms, line) in rows:
        kind: NameKind = mark.rstrip("?")  # type: ignore[assignment]  # checked by parse_rows
        because = f"{table}.tsv:{line}"
        for form in forms:
            doubt = mark.endswith("?") or (table != "countries" and (code, form.casefold()) in doubted)
            yield from _inflected(form, _form(code, kind, form, doubt=doubt, because=because), settings)


def _form(code: str, kind: NameKind, form: str, **more: Any) -> Form:
    return Form(code, kind, form[0].isupper(), form.rpartition(" ")[2][:1].isupper(), written=_written(form), **more)


def _levelled(ending: str) -> str:
    return fold_exactly(ending).text


def _written(form: str) -> str:
    """Return a form as its accents are compared: in small letters, without star."""
    return form.rstrip("*").lower()


def _inflected(form: str, meaning: Form, settings: Settings) -> Iterator[tuple[str, int, Form]]:
    """Yield what must stand there and the letters that may follow, for each way the language inflects a name."""
    stem, adds = split_form(form)
    key = fold_exactly(stem).text.strip()
    if not key or (len(key) < 2 and not is_unspaced(key) and not meaning.doubt):
        return
    if adds or len(key) <= SHORTEST or meaning.kind == "not":
        yield stem, adds, meaning
    elif settings.changes_vowel:
        cut = key[-1] in _VOWELS
        yield (key[:-1] if cut else key), CASES, meaning
    else:
        yield stem, max(settings.adds, settings.people_adds if meaning.kind == "people" else 0), meaning


def _foreign_forms(lang: str, files: PackFiles) -> Iterator[tuple[str, int, Form]]:
    """Yield the long sure names of the fallback's pack: they are met in the texts of other languages."""
    unheard: list[Problem] = []
    rows = [(table, row) for table in NAME_TABLES for row in parse_rows(table, files.get(f"{table}.tsv", ""), unheard)]
    doubted = {form.casefold() for _, row in rows if row.mark.endswith("?") or row.mark == "not" for form in row.forms}
    for table, (code, mark, forms, line) in rows:
        if mark not in ("name", "place"):
            continue
        because = f"{lang}/{table}.tsv:{line}"
        for form in forms:
            if len(form) >= FOREIGN and form[0].isupper() and not form.endswith("*") and form.casefold() not in doubted:
                yield form, 0, _form(code, mark, form, because=because)  # type: ignore[arg-type]  # one of two


def _place_forms(places: Iterable[Place], lang: str, settings: Settings) -> Iterator[tuple[str, int, Form]]:
    """Yield the mission's own names: those of this language as it inflects them, those of others as they stand."""
    for place in places:
        for own, form in (*place.names, *place.forms):
            if form:
                meaning = _form(place.code, "name", form, own=True, because="mission's table")
                yield from _inflected(form, meaning, settings if own == lang else Settings())


def _cue_forms(rows: Iterable[tuple[str, Row]]) -> Iterator[tuple[str, int, Cue]]:
    """Yield the cues of tables. Forms with the same second half share it: "to" would else be found once for each of fifty."""
    tails: dict[str, int] = {}
    for table, (value, mark, forms, line) in rows:
        for form in forms:
            cue = Cue(table, value, mark, line, form[0].isupper(), not form.endswith("*"), written=_written(form))
            head, tail, gap = split_gap(form)
            if not tail:
                yield *split_form(form), cue
                continue
            if tail not in tails:
                tails[tail] = len(tails)
                yield (
                    *split_form(tail),
                    Cue("", "", "", 0, tail[0].isupper(), part=2, phrase=tails[tail], written=_written(tail)),
                )
            yield *split_form(head), cue._replace(part=1, phrase=tails[tail], gap=gap, written=_written(head))
