"""What a number is a number of, as far as the words beside it say: euros, percent, tonnes, the injured; which way it went."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, reduce
from typing import Literal

from chancery.advise.kind_words import (
    BREAKS,
    CURRENCIES,
    FATES,
    LEVELS,
    MORE,
    NEGATIONS,
    NO_MONEY,
    SHARES,
    STOPS,
    THINGS,
    UNITS,
    WAYS,
    WHOLES,
)
from chancery.common.read_numbers import Number
from chancery.common.said import Said, say
from chancery.common.text import is_unspaced, match_before, plain_digits

Odds = Literal["", "perhaps", "surely"]
_NONE: frozenset[str] = frozenset()
_IGNORE = re.IGNORECASE
_BREAK = re.compile(r"[,;:!?()«»“”\"\n–—،؛，。；]|\.(?!\w)")
_AND = re.compile(r"(?<!\w)و(?=\w)")  # Arabic writes its "and" onto the next word
_ONTO = "(?:[وفبلك]?ال|[وفبلك])?"  # and its article and prepositions
_GAP = r"[\s\u00a0\u202f-]{0,2}(?:d['’]|de |of )?"
_RANGE = re.compile(r"\s*(?:to|and|or|à|et|ou|a|y|o|đến|tới|và|до|и|إلى|و|至|到|-|–|—)\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_UP_TO = re.compile(r"\bup to\b", re.IGNORECASE)
_LONGEST_SIGN = 5  # "US$ " and a space
_LABEL = re.compile(r"(?:^|[.,;!?()\n،؛]|\bو)\s*([^\W\d_]+(?: [^\W\d_]+){0,2})\s?[:：]$")
_AGE = re.compile(r"(?<!\w)(?:age of|aged|âgée?s? de|âge de|edad de|a los|tuổi|thọ|возрасте|عمر|عمر يناهز)\s+$", re.IGNORECASE)
_YEARS = range(1900, 2101)
_FEW = 3
RANK = "a rank"
"""The share of "third": it bears out "3rd" and is at odds with what is counted or measured."""
TIMES = frozenset({"hours", "days", "weeks", "months", "years"})
_NEAR = 3
"""Words after a number among which what it counts is looked for: "38 injured local fishermen"."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a number is a number of; empty where the words beside it do not say.

    `money` are the currencies it may be, `share` is "percent" or "percentage points", `thing` what is measured or counted,
    `fates` what became of the people counted, `ways` "up" and "down"; `level` tells a height reached from a step.
    """

    money: frozenset[str] = _NONE
    share: str = ""
    thing: str = ""
    fates: frozenset[str] = _NONE
    ways: frozenset[str] = _NONE
    level: bool = False


def read_kinds(text: str, numbers: Sequence[Number], language: str) -> tuple[Kind, ...]:
    """Return the kind of each of the `numbers` of `text`, in their order.

    >>> from chancery.common.read_numbers import read_numbers
    >>> text = "Nine people died, 14 were hurt"
    >>> [sorted(kind.fates) for kind in read_kinds(text, read_numbers(text, "en"), "en")]
    [['the dead'], ['the injured']]
    """
    plain = plain_digits(text)
    clauses = _clauses(plain, numbers, language)
    kinds = [_read_kind(plain, clause, number, language) for clause, number in zip(clauses, numbers, strict=True)]
    for place in reversed(range(len(kinds) - 1)):  # "from 10 to 12 per cent": both are percent
        one, other = kinds[place], kinds[place + 1]
        bare = not (one.money or one.share or one.thing or one.fates or numbers[place].value in _YEARS)
        if bare and _RANGE.fullmatch(plain[numbers[place].end : numbers[place + 1].start]):
            kinds[place] = replace(one, money=other.money, share=other.share)
    return tuple(kinds)


def find_fates(text: str, fates: frozenset[str], language: str) -> list[tuple[int, int]]:
    """Return where `text` has a word for one of `fates`."""
    patterns = [pattern for fate, pattern in _table("fates", language) if fate in fates]
    return [match.span() for pattern in patterns for match in pattern.finditer(text)]


def counts_nothing_named(text: str, number: Number, language: str) -> bool:
    """Tell whether no noun follows a number, nor a label stands before it: "rose to 13", "13 were found"; not "Issued: 6"."""
    if text[: number.start].rstrip(" \u00a0\u202f").endswith((":", "：")):
        return False
    word = _WORD.match(text, number.end + len(text[number.end :]) - len(text[number.end :].lstrip(" \u00a0\u202f")))
    return word is None or _words("stops", language, r"\Z").match(word.group()) is not None


def at_odds(said: Kind, source: Kind, *, shares: bool, loose: frozenset[str]) -> Odds:
    """Tell whether two numbers of one value are of two kinds: surely, perhaps, or not as far as their words say.

    `shares` tells whether anything in the source is a percentage, `loose` what it says became of people away from any number:
    a bare number may then be a percentage, and "they were rescued" may be of the missing that it counts.
    """
    if source.share == RANK and said.thing in TIMES:
        return ""  # the third day of a strike makes it one of three days
    if said.money and source.money:
        return "" if said.money & source.money else "surely"
    if said.share and source.share:
        return "" if said.share == source.share else "surely"
    counted, of_people = source.money or source.thing or source.fates, said.thing or said.fates
    if said.share and not source.share:
        return "surely" if counted or (said.share == "percent" and not shares) else "perhaps" if said.share == "percent" else ""
    if (source.share and (said.money or of_people)) or (said.money and counted) or (source.money and of_people):
        return "surely"
    if said.thing != source.thing and _subject(said) and _subject(source) and _subject(said) != _subject(source):
        return "surely"
    if said.fates and source.fates and not said.fates & source.fates:
        return "perhaps" if said.fates & loose else "surely"
    return ""


def _subject(kind: Kind) -> str:
    """Return what a number counts: people, where the words name only what became of them and nothing else can be meant."""
    return kind.thing or ("people" if kind.fates & {"the dead", "the injured", "the arrested"} else "")


def tell_kind(kind: Kind) -> Said:
    """Return the words for a kind in a message; each is a word of the tables, a currency goes by its code."""
    if kind.share:
        return Said("a rank") if kind.share == RANK else Said(kind.share)
    words = [Said(word) for word in (kind.thing, *sorted(kind.fates)) if word]
    if kind.money:
        words.insert(0, Said("/".join(sorted(kind.money))) if len(kind.money) <= _FEW else Said("money"))
    return reduce(lambda one, other: say("{one} {other}", one=one, other=other), words) if words else Said("something else")


def loose_fates(text: str, numbers: Sequence[Number], language: str) -> frozenset[str]:
    """Return what `text` says became of people away from any number of people: "All of them were rescued"."""
    kinds = read_kinds(text, numbers, language)
    clauses = zip(_clauses(text, numbers, language), kinds, strict=True)
    held = [clause for clause, kind in clauses if not (kind.money or kind.share or kind.thing in UNITS)]
    return frozenset(
        fate
        for fate, pattern in _table("fates", language)
        for match in pattern.finditer(text)
        if not any(start <= match.start() < end for start, end in held)
    )


def _clauses(text: str, numbers: Sequence[Number], language: str) -> list[tuple[int, int]]:
    """Return where the words that may belong to each number begin and end: to its neighbours, within its clause."""
    breaks = [match.span() for match in _BREAK.finditer(text)] + [m.span() for m in _words("breaks", language).finditer(text)]
    breaks += [match.span() for match in _AND.finditer(text)] if language == "ar" else []
    begins, ends = [-1, *sorted(last for _, last in breaks)], [*sorted(first for first, _ in breaks), len(text)]
    found = []
    for place, number in enumerate(numbers):
        start = numbers[place - 1].end if place else 0
        end = numbers[place + 1].start if place + 1 < len(numbers) else len(text)
        start = _label(text, max(start, begins[bisect_right(begins, number.start) - 1]), language)
        end = min(end, ends[bisect_left(ends, number.end)])
        found.append((min(start, number.start), max(end, number.end)))
    return found


def _label(text: str, start: int, language: str) -> int:
    """Return where a clause begins that a label such as "Died:" or "Morts :" opens, else `start`."""
    label = match_before(_LABEL, text, start)
    named = label and any(pattern.search(label[1]) for _, pattern in _table("fates", language))
    return label.start(1) if label and named else start


def _read_kind(text: str, clause: tuple[int, int], number: Number, language: str) -> Kind:
    behind, ahead = text[clause[0] : number.start], text[number.end : clause[1]]
    unit, share = _unit(text, number), _share(text, number)
    money = _money(text, number, after=not unit)
    thing = "" if money or share else unit or _thing(ahead, language)
    fates = _NONE if money or share or thing in UNITS else _fates(behind, ahead, language)
    level = _words("levels", language, r"\W*$").search(behind) is not None
    return Kind(money, share, thing, fates, _ways(behind, ahead, number, language), level)


def _money(text: str, number: Number, *, after: bool) -> frozenset[str]:
    """Return the currencies named right before a number, or `after` it, one word aside: "12 million Canadian dollars"."""
    for codes, before, behind in _currencies():
        if before.search(text, max(0, number.start - _LONGEST_SIGN), number.start):
            return codes
        if after and behind.match(text, number.end) and not _beside("no money")[0][1].match(text, number.end):
            return codes
    return _NONE


def _share(text: str, number: Number) -> str:
    if text.endswith("百分之", 0, number.start):
        return "percent"
    return next((share for share, pattern in _beside("shares") if pattern.match(text, number.end)), "")


def _unit(text: str, number: Number) -> str:
    found = [(match.end(), unit) for unit, pattern in _beside("units") if (match := pattern.match(text, number.end))]
    return max(found)[1] if found else ""  # "cubic metres" before "metres", in languages that say it after


def _thing(ahead: str, language: str) -> str:
    """Return what a number counts: the first thing known of the next words, none beyond a word such as "in"."""
    stops = _words("stops", language, r"\Z")
    for word in [*_WORD.finditer(ahead)][:_NEAR]:
        here = [
            (match.end(), thing)
            for thing, pattern in _table("things", language)
            if (match := pattern.match(ahead, word.start()))
        ]
        if here:
            return max(here)[1]
        if stops.match(word.group()) and word.group() not in ("de", "of"):
            return ""
    return ""


def _fates(behind: str, ahead: str, language: str) -> frozenset[str]:
    """Return what became of those counted; nothing where the clause denies it, or tells it of a part ("26 of the 38 died")."""
    if _words("wholes", language, r"\W*$").search(behind) or _AGE.search(behind):
        return _NONE
    clause = f"{behind}|{ahead}"
    found = [(fate, pattern) for fate, pattern in _table("fates", language) if pattern.search(clause)]
    for _, pattern in found:
        clause = pattern.sub(" ", clause)  # "not been found" denies nothing
    return _NONE if _words("negations", language).search(clause) else frozenset(fate for fate, _ in found)


def _ways(behind: str, ahead: str, number: Number, language: str) -> frozenset[str]:
    behind, near = _UP_TO.sub(" ", behind), " ".join(_WORD.findall(ahead)[:_NEAR])
    ways = {way for way, pattern in _table("ways", language) if pattern.search(behind) or pattern.search(near)}
    ways |= {way for way, pattern in _table("more", language) if pattern.search(near)}
    return frozenset(ways | {"down"}) if number.value < 0 else frozenset(ways)


_TABLES = {"fates": FATES, "ways": WAYS, "more": MORE, "things": THINGS}
_LISTS = {"breaks": BREAKS, "levels": LEVELS, "negations": NEGATIONS, "stops": STOPS, "wholes": WHOLES}


@cache
def _table(name: str, language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, _pattern(words[language])) for kind, words in _TABLES[name].items() if language in words)


@cache
def _words(name: str, language: str, tail: str = "") -> re.Pattern[str]:
    return _pattern(_LISTS[name].get(language, ""), tail)


@cache
def _beside(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = {"shares": SHARES, "units": UNITS, "no money": {"": NO_MONEY}}[name]
    return tuple((kind, re.compile(_GAP + _pattern(words, touching=True).pattern, _IGNORE)) for kind, words in table.items())


@cache
def _currencies() -> tuple[tuple[frozenset[str], re.Pattern[str], re.Pattern[str]], ...]:
    """Return codes, the pattern of a sign or code before a number and that of a word after it, the longest word first."""
    found = [(word, codes) for words, codes in CURRENCIES.items() for word in words.split()]
    found.sort(key=lambda pair: len(pair[0]), reverse=True)
    return tuple(
        (
            codes,
            re.compile(
                _pattern(word if word.isupper() or not word.isalpha() else "", touching=word[0] in "$€").pattern + r"\s?$"
            ),
            re.compile(_GAP + "(?:[^\\W\\d_]+ )??" + _pattern(word, touching=True).pattern, _IGNORE),
        )
        for word, codes in found
    )


@cache
def _pattern(words: str, tail: str = "", *, touching: bool = False) -> re.Pattern[str]:
    """Return the pattern of words as the tables write them; `touching`: a number may stand before them without a space."""
    ordered = sorted(words.split(), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(_one(word, touching) for word in ordered) or '(?!)'}){tail}", _IGNORE)


def _one(word: str, touching: bool) -> str:
    parts = (re.escape(part.rstrip("-")) + (r"\w*" if part.endswith("-") else "") for part in word.split("_"))
    body = r"[\s\u00a0-]".join(parts)
    if is_unspaced(word[0]) or not word[0].isalnum():
        return body
    start = "" if touching else r"(?<!\w)"
    return start + (_ONTO if "\u0600" <= word[0] <= "\u06ff" else "") + body + (r"(?!\w)" if word[-1].isalnum() else "")
