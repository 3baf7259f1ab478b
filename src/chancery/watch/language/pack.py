"""A language pack, compiled: the names of States and the cues of events, speech, offices, figures in one language."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, Literal, NamedTuple, get_type_hints

from chancery.common.mission import Place
from chancery.common.text import is_unspaced
from chancery.watch.language.fold_exactly import fold_exactly
from chancery.watch.language.match_forms import CASES, Forms, compile_forms
from chancery.watch.language.parse_pack import NAME_TABLES, Problem, parse_rows, split_form, split_gap, tables_of

NameKind = Literal["name", "people", "place", "not"]
PackFiles = Mapping[str, str]
"""The files of a pack by name: `pack.toml` and tables."""

FOREIGN: Final = 5
"""Letters from which an English name is known in another language's text: "Mombasa" in Vietnamese."""

SHORTEST: Final = 4
"""A name of so many signs or fewer takes no endings: "Mali" would find "malign"."""

_APART: Final = frozenset({"cues", "stop"})
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
    clause: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    quotes: tuple[tuple[str, str], ...] = (("“", "”"), ("«", "»"), ("「", "」"), ('"', '"'))
    months: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    like: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write one country. `doubt` marks a form that is also something else, `own` the mission's own table.

    `because` is the line of the pack.
    """

    code: str
    kind: NameKind
    capital: bool
    doubt: bool = False
    own: bool = False
    because: str = ""
    written: str = ""


class Cue(NamedTuple):
    """A line's meaning: `table` and `line` say where it stands. `part` and `phrase` tell the halves of a form with a gap.

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
    """A compiled pack. `beside` are the cues beside which a doubtful name counts, `small` the words that say nothing alone.

    `problems` are the lines that could not be read.
    """

    settings: Settings
    names: Forms[Form]
    cues: Forms[Cue]
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
        if lang not in self._packs:
            self._packs[lang] = self._compile(lang)
        return self._packs[lang]

    def _compile(self, lang: str) -> Pack:
        files = self._read(lang)
        problems: list[Problem] = []
        settings = read_settings(files.get("pack.toml", ""), problems)
        forms = [*_name_forms(files, settings, problems), *_place_forms(self._places, lang, settings)]
        for other in {self._fallback, *settings.like} - {lang}:
            forms += _foreign_forms(other, self._read(other))
        cues = list(_cue_forms(files, problems))
        before, spaced = frozenset(settings.before), settings.words == "spaces"
        return Pack(
            settings,
            compile_forms(forms, before, frozenset(settings.endings), spaced=spaced),
            compile_forms((each for each in cues if each[2].table not in _APART), before, spaced=spaced),
            compile_forms((each for each in cues if each[2].table == "cues"), before, spaced=spaced),
            frozenset(form for form, _, cue in cues if cue.table == "stop"),
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
    doubted = {(row.value, form.casefold()) for table, row in rows if row.mark.endswith("?") for form in row.forms}
    for table, (code, mark, forms, line) in rows:
        kind: NameKind = mark.rstrip("?")  # type: ignore[assignment]  # checked by parse_rows
        because = f"{table}.tsv:{line}"
        for form in forms:
            doubt = (code, form.casefold()) in doubted
            meaning = Form(code, kind, form[0].isupper(), doubt, because=because, written=_written(form))
            yield from _inflected(form, meaning, settings)


def _written(form: str) -> str:
    """Return a form as its accents are compared: in small letters, without star."""
    return form.rstrip("*").lower()


def _inflected(form: str, meaning: Form, settings: Settings) -> Iterator[tuple[str, int, Form]]:
    """Yield what must stand there and the letters that may follow, for each way the language inflects a name."""
    stem, adds = split_form(form)
    key = fold_exactly(stem).text.strip()
    if len(key) < 2 and not (key and is_unspaced(key)):
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
    for table in NAME_TABLES:
        for code, mark, forms, line in parse_rows(table, files.get(f"{table}.tsv", ""), unheard):
            if mark in ("name", "place"):
                meaning = Form(code, mark, capital=True, because=f"{lang}/{table}.tsv:{line}")  # type: ignore[arg-type]  # one of two
                for form in forms:
                    if len(form) >= FOREIGN and form[0].isupper() and not form.endswith("*"):
                        yield form, 0, meaning


def _place_forms(places: Iterable[Place], lang: str, settings: Settings) -> Iterator[tuple[str, int, Form]]:
    """Yield the mission's own names: those of this language as it inflects them, those of others as they stand."""
    for place in places:
        for own, form in (*place.names, *place.forms):
            if form:
                meaning = Form(place.code, "name", form[0].isupper(), own=True, because="mission's table")
                yield from _inflected(form, meaning, settings if own == lang else Settings())


def _cue_forms(files: PackFiles, problems: list[Problem]) -> Iterator[tuple[str, int, Cue]]:
    phrase = 0
    for table, text in tables_of(files):
        for value, mark, forms, line in parse_rows(table, text, problems):
            for form in forms:
                cue = Cue(table, value, mark, line, form[0].isupper(), not form.endswith("*"), written=_written(form))
                head, tail, gap = split_gap(form)
                if not tail:
                    yield *split_form(form), cue
                    continue
                phrase += 1
                first = cue._replace(part=1, phrase=phrase, gap=gap, written=_written(head))
                last = cue._replace(part=2, phrase=phrase, gap=gap, written=_written(tail), capital=tail[0].isupper())
                yield *split_form(head), first
                yield *split_form(tail), last
