"""A language pack, compiled: the names of States and the cues of events, speech, offices, figures in one language."""

import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, Final, Literal, NamedTuple, get_args, get_type_hints

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


class Pack:
    """A language pack. Each part is compiled when it is first asked for: who tells countries alone needs no words of events.

    `names` are the pack's own and the mission's, `foreign` those of other packs that are met in texts of this language.
    """

    def __init__(
        self, files: PackFiles, settings: Settings, names: Forms[Form], foreign: tuple[Forms[Form], ...], broken: list[Problem]
    ) -> None:
        self.settings, self.names, self.foreign = settings, names, foreign
        self._files, self._broken = files, broken

    @cached_property
    def cues(self) -> Forms[Cue]:
        """The cues that are looked for in the whole text."""
        return self._compile(TABLES.keys() - LEAD_ONLY - {"cues", "stop"})

    @cached_property
    def lead(self) -> Forms[Cue]:
        """The cues that are looked for in the first signs alone."""
        return self._compile(LEAD_ONLY)

    @cached_property
    def beside(self) -> Forms[Cue]:
        """The cues beside which a doubtful name counts."""
        return self._compile({"cues"})

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that say nothing alone."""
        return frozenset(form for _, row in self._rows({"stop"}, []) for form in row.forms)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The lines of all tables that could not be read."""
        found = list(self._broken)
        for _ in self._rows(TABLES, found):
            pass
        return tuple(found)

    def _compile(self, tables: Collection[str]) -> Forms[Cue]:
        before, spaced = frozenset(self.settings.before), self.settings.words == "spaces"
        return compile_forms(_cue_forms(self._rows(tables, [])), before, spaced=spaced, glued=lambda cue: cue.table == "units")

    def _rows(self, tables: Collection[str], problems: list[Problem]) -> Iterator[tuple[str, Row]]:
        for table, text in tables_of(self._files):
            if table in tables:
                yield from ((table, row) for row in parse_rows(table, text, problems))


class Packs:
    """All language packs, each read when its language is first met.

    `read` gives the files of a language's pack, none where there is no pack; `places` is the mission's own table, above the
    names of every pack. The names of the language `fallback` are known in all the others.
    """

    def __init__(self, read: Callable[[str], PackFiles], places: Sequence[Place] = (), fallback: str = "en") -> None:
        self._read, self._places, self._fallback = read, tuple(places), fallback
        self._packs: dict[str, Pack] = {}
        self._foreign: dict[tuple[str, bool], Forms[Form]] = {}

    def of(self, lang: str) -> Pack:
        """Return the pack of a language; for one without a pack, that of the fallback's names."""
        known = lang if lang in self._packs or self._read(lang) else ""  # all that have no pack share one
        if known not in self._packs:
            self._packs[known] = self._make(known)
        return self._packs[known]

    def _make(self, lang: str) -> Pack:
        files, broken = self._read(lang), list[Problem]()
        settings = read_settings(files.get("pack.toml", ""), broken)
        spaced = settings.words == "spaces"
        forms = [*_name_forms(files, settings, broken), *_place_forms(self._places, lang, settings)]
        endings = frozenset(map(_levelled, settings.endings))
        names = compile_forms(forms, frozenset(settings.before), endings, spaced=spaced)
        others = sorted({self._fallback, *settings.like} - {lang})
        return Pack(files, settings, names, tuple(self._names_abroad(other, spaced=spaced) for other in others), broken)

    def _names_abroad(self, lang: str, *, spaced: bool) -> Forms[Form]:
        """Return the names of a language as other languages' texts have them: compiled once for all of these."""
        if (lang, spaced) not in self._foreign:
            self._foreign[lang, spaced] = compile_forms(_foreign_forms(lang, self._read(lang)), spaced=spaced)
        return self._foreign[lang, spaced]


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
        if _is_a(value, kinds[field.name]):
            kept[field.name] = value
        else:
            problems.append(Problem("pack.toml", 0, f"{field.name} has the wrong shape; the docs show what it holds"))
    return Settings(**kept)


def _is_a(value: object, kind: Any) -> bool:
    """Tell whether a value has the shape of a hint: a plain type, or tuples of such to any depth."""
    parts = get_args(kind)
    if not parts:
        return type(value) is kind
    if not isinstance(value, tuple):
        return False
    wanted = parts[:1] * len(value) if parts[-1] is Ellipsis else parts
    return len(value) == len(wanted) and all(map(_is_a, value, wanted))


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
