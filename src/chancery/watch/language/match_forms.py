"""Forms of words found in a text: one dictionary, one pass, words kept whole, stems with their endings."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

import ahocorasick

from chancery.common.text import is_mark, is_unspaced
from chancery.watch.language.fold_exactly import Folded, fold_exactly

Meaning = TypeVar("Meaning")


CASES = 4
"""Letters that the cases of a language may put in place of a name's last vowel ("Финлянд-ией", "Polsk-iego")."""


class Found(NamedTuple, Generic[Meaning]):
    """A form at `text[start:end]` of the folded text, with all it may mean; an ending is part of it.

    `length` is that of the form itself: of two that end alike, the one with the shorter ending is meant.
    """

    start: int
    end: int
    length: int
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Forms(Generic[Meaning]):
    """A dictionary of forms, compiled. `before` are particles a word may begin with, `endings` what case puts behind it."""

    automaton: ahocorasick.Automaton
    before: frozenset[str]
    endings: frozenset[str]


def compile_forms(
    forms: Iterable[tuple[str, int, Meaning]],
    before: frozenset[str] = frozenset(),
    endings: frozenset[str] = frozenset(),
    *,
    spaced: bool = True,
    glued: Callable[[Meaning], bool] | None = None,
) -> Forms[Meaning]:
    """Return a dictionary of forms, each with the letters that may follow it and its meaning.

    Where the language has spaces and no particles, a form is looked for with the spaces about it: the automaton itself then
    passes over what lies inside words. Those `glued` may follow a number without one ("12km").
    """
    found: dict[tuple[str, int], dict[Meaning, None]] = {}
    for form, adds, meaning in forms:
        whole = fold_exactly(form).text.strip()
        for words in {whole, " ".join(whole.split())}:  # "EE. UU.": a point within leaves two spaces, in the text as well
            if words:
                found.setdefault((words, 0 if is_unspaced(words[-1]) else adds), {})[meaning] = None
    keys: dict[str, list[tuple[int, int, tuple[Meaning, ...]]]] = {}
    for (words, adds), meanings in found.items():
        loose = before or not spaced or (glued is not None and any(map(glued, meanings)))
        lead = 1 if not loose and _is_letter(words[0]) else 0
        trail = 1 if spaced and not adds and _is_letter(words[-1]) else 0
        keys.setdefault(" " * lead + words + " " * trail, []).append((len(words), adds, tuple(meanings)))
    automaton = ahocorasick.Automaton()
    for key, ends in keys.items():
        automaton.add_word(key, (key[0] == " ", key[-1] == " ", ends))
    automaton.make_automaton()
    return Forms(automaton, before, endings)


def match_forms(folded: Folded, forms: Forms[Meaning]) -> Iterator[tuple[int, int, int, tuple[Meaning, ...]]]:
    """Yield every form in the text by its end: start, end, length without ending, all it may mean. One may lie over another."""
    if not forms.automaton:
        return
    padded = f" {folded.text} "
    for last, (leads, trails, ends) in forms.automaton.iter(padded):
        end = last if trails else last + 1  # in the padded text, past the form
        for length, adds, meanings in ends:
            start = end - length
            if not leads and not _starts(padded, start, forms.before):
                continue
            past = end if trails else _past_ending(padded, end, adds)
            if past and (past == end or adds != CASES or not forms.endings or padded[end:past] in forms.endings):
                yield start - 1, past - 1, length, meanings


def longest(found: Iterable[Found[Meaning]]) -> list[Found[Meaning]]:
    """Return the longest of all that overlap, in the order of the text; of equals the first, with all that they mean."""
    ranked = sorted(found, key=lambda each: (each.start - each.end, each.start, -each.length))
    taken = bytearray(max((each.end for each in ranked), default=0))
    kept: list[Found[Meaning]] = []
    for each in ranked:
        if 1 not in taken[each.start : each.end]:
            taken[each.start : each.end] = b"\x01" * (each.end - each.start)
            kept.append(each)
        elif kept and kept[-1][:3] == each[:3]:
            kept[-1] = each._replace(meanings=kept[-1].meanings + each.meanings)
    kept.sort(key=lambda each: each.start)
    return kept


def _starts(padded: str, start: int, before: frozenset[str]) -> bool:
    """Tell whether a word starts here, behind a number too, or a particle written as one with it."""
    if not padded[start - 1].isalpha() or not _is_letter(padded[start]) or is_unspaced(padded[start - 1]):
        return True
    first = padded.rfind(" ", max(0, start - 6), start) + 1
    return first > 0 and padded[first:start] in before


def _past_ending(padded: str, end: int, adds: int) -> int:
    """Return where the word ends that goes on at `end`, 0 where more than `adds` letters follow."""
    if not _is_letter(padded[end - 1]):
        return 0 if is_mark(padded[end]) else end  # a vowel sign behind it makes it another syllable
    last = end
    while padded[last] != " " and not is_unspaced(padded[last]):
        if last - end == adds or padded[last].isdigit():
            return 0
        last += 1
    return last


def _is_letter(sign: str) -> bool:
    """Tell whether words with this sign at their end are parted from others: not in scripts without spaces, not "%"."""
    return (sign.isalnum() or is_mark(sign)) and not is_unspaced(sign)
