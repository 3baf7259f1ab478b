"""Words as the search keeps them and asks for them: the same on SQLite and on PostgreSQL.

Both engines get words that we folded and cut ourselves (`common.text`), so that neither's own tokenizer decides what is found.
A word that carries accents is kept a second time as it was written: who types "bán" reads "bán" before "bạn".
"""

import re
import unicodedata
from dataclasses import dataclass

from chancery.common.text import fold, is_unspaced, tokens

LONGEST_WORD = 64
"""Longer runs of letters are no words; PostgreSQL would refuse 2 KB."""
MOST_WORDS = 12_000
"""Words of one text that are indexed; PostgreSQL counts no further than 16,383."""
AFTER_TITLE = 8
"""Places left between title and text, so that no phrase reaches across."""
LAST_PLACE = 16_383
MOST_TERMS = 12
"""Terms of a query that are asked for; more narrows nothing."""

_LETTERS = re.compile(r"[^\W\d_]+")
_ASKED = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Words:
    """What is indexed of an article."""

    title: tuple[str, ...]
    body: tuple[str, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for: its folded words, which must stand side by side.

    `typed` is it as typed, lower case and composed; `keys` are the words of it that carry accents.
    """

    words: tuple[str, ...]
    keys: tuple[str, ...]
    typed: str


def words_of(title: str, text: str) -> Words:
    """Return the words of an article to index."""
    keys = dict.fromkeys((*accented(title), *accented(text)))
    return Words(_cut(title), _cut(text), tuple(keys)[:MOST_WORDS])


def line_of(*texts: str) -> str:
    """Return the words of some texts in one line with a space at both ends, as our own records keep them.

    >>> line_of("Cổng Lan", "河内市")
    ' cong lan 河内 内市 '
    """
    return f" {' '.join(_cut(' '.join(texts)))} "


def piece_of(term: Term) -> str:
    """Return what a line of words must hold for a term: its words side by side, and no half of a word."""
    return f" {' '.join(term.words)}{'' if _is_half(term) else ' '}"


def read_query(query: str) -> tuple[Term, ...]:
    """Return the terms of a query: words, and phrases in quotation marks; all of them must be there.

    >>> [term.words for term in read_query('"cổng Lan" 河内市 gạo')]
    [('cong', 'lan'), ('河内', '内市'), ('gao',)]
    """
    found = []
    for phrase, word in _ASKED.findall(query):
        asked = phrase or word
        if words := _cut(asked):
            found.append(Term(words, tuple(dict.fromkeys(accented(asked))), _level(asked).strip()))
    return tuple(found[:MOST_TERMS])


def accented(text: str) -> list[str]:
    """Return the words that folding would change, lower case and composed."""
    plain = _level(text)
    if plain.isascii():
        return []
    return [
        word
        for word in _LETTERS.findall(plain)
        if len(word) <= LONGEST_WORD and not is_unspaced(word[0]) and fold(word) != word
    ]


def sqlite_query(terms: tuple[Term, ...], *, exact: bool, starts: bool = False) -> str:
    """Return the terms in the language of FTS5; with `starts`, the last word of each may go on."""
    parts = ['"' + " ".join(term.words) + '"' + ("*" if starts or _is_half(term) else "") for term in terms]
    if exact:
        parts += [f'keys : "{key}"' for term in terms for key in term.keys]
    return " AND ".join(parts)


def postgresql_query(terms: tuple[Term, ...], *, exact: bool, starts: bool = False) -> str:
    """Return the terms as a `tsquery` literal; with `starts`, the last word of each may go on."""
    parts = []
    for term in terms:
        words = [f"'{word}'" for word in term.words]
        words[-1] += ":*" if starts or _is_half(term) else ""
        parts.append("(" + " <-> ".join(words) + ")")
    if exact:
        parts += [f"'{key}':C" for term in terms for key in term.keys]
    return " & ".join(parts)


def postgresql_vector(words: Words) -> str:
    """Return the words as a `tsvector` literal: title A, text B, accented words C."""
    places: dict[str, list[str]] = {}
    for place, word in enumerate(words.title, 1):
        places.setdefault(word, []).append(f"{place}A")
    start = len(words.title) + AFTER_TITLE
    for place, word in enumerate(words.body, start):
        places.setdefault(word, []).append(f"{min(place, LAST_PLACE)}B")
    for key in words.keys:
        places.setdefault(key, []).append(f"{LAST_PLACE}C")
    return " ".join(f"'{word}':{','.join(found)}" for word, found in places.items())


Part = tuple[str, bool]
"""A piece of text, and whether it is one of the words asked for."""


def mark_words(text: str, terms: tuple[Term, ...], length: int) -> tuple[Part, ...]:
    """Return at most `length` signs of `text` around the first word asked for, cut into parts that match and do not."""
    hits = _find(text, {word for term in terms for word in term.words})
    start = max(0, hits[0][0] - length // 4) if hits and len(text) > length else 0
    start = text.rfind(" ", 0, start) + 1 if start and not is_unspaced(text[start]) else start
    end = min(len(text), start + length)
    parts: list[Part] = [("… ", False)] if start else []
    place = start
    for low, high in hits:
        if low < place or high > end:
            continue
        parts += [(text[place:low], False), (text[low:high], True)]
        place = high
    parts.append((text[place:end] + (" …" if end < len(text) else ""), False))
    return tuple(part for part in parts if part[0])


def compile_exact(terms: tuple[Term, ...]) -> tuple[re.Pattern[str], ...]:
    """Return patterns for `holds_exactly`."""
    return tuple(
        re.compile(_edge(term.typed[:1], "(?<!\\w)") + re.escape(term.typed) + _edge(term.typed[-1:], "(?!\\w)"))
        for term in terms
    )


def holds_exactly(text: str, patterns: tuple[re.Pattern[str], ...]) -> bool:
    """Tell whether everything typed stands in `text` with just the accents it was typed with."""
    level = _level(text)
    return all(pattern.search(level) for pattern in patterns)


def _find(text: str, words: set[str]) -> list[tuple[int, int]]:
    found = []
    for run in _WORD.finditer(text):
        if is_unspaced(run[0][0]):
            found += _find_pairs(run[0], run.start(), words)
        elif words.intersection(tokens(run[0])):
            found.append(run.span())
    return found


def _find_pairs(run: str, start: int, words: set[str]) -> list[tuple[int, int]]:
    """Return the stretches of an unspaced run that pairs asked for cover, neighbours joined."""
    found: list[tuple[int, int]] = []
    for place in range(len(run)):
        pair = run[place : place + 2]
        if pair not in words and run[place] not in words:
            continue
        low, high = start + place, start + place + (len(pair) if pair in words else 1)
        if found and low <= found[-1][1]:
            low = found.pop()[0]
        found.append((low, high))
    return found


def _level(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


def _edge(sign: str, boundary: str) -> str:
    """Return the boundary of a word, none at a sign of a script without spaces."""
    return "" if not sign or is_unspaced(sign) else boundary


def _cut(text: str) -> tuple[str, ...]:
    return tuple(word for word in tokens(text)[:MOST_WORDS] if len(word) <= LONGEST_WORD)


def _is_half(term: Term) -> bool:
    """Tell whether a single sign of an unspaced script was typed: it is half of a pair, and the pair may go on."""
    return len(term.words) == 1 and len(term.words[0]) == 1 and is_unspaced(term.words[0])
