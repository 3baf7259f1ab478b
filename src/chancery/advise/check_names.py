"""The rule `names`: does what a statement cites name the places, people and bodies that the statement names.

Places go by code: Mỹ, Hoa Kỳ and US are one. Other names are told by their capitals, in scripts that have them, away from the
start of a sentence and only where the cited text is of the same language: a transliterated name is not judged.
"""

import re
from collections.abc import Iterable, Iterator

from chancery.advise.grounds import Grounds
from chancery.advise.records import Block, Check
from chancery.common.day_words import MONTHS
from chancery.common.read_days import read_weekdays
from chancery.common.said import say
from chancery.common.split_sentences import split_sentences
from chancery.common.text import fold, match_before

_WORD = re.compile(r"[^\W\d_][\w'’]*")
_ENDING = re.compile(r"['’]s?$")
_OPENING = "“”\"'«»:„("
_LETTERS = re.compile(r"[^\W\d_]+")
_LOWER = re.compile(r"(?<!\w)[^\W\d_A-Z]\w")  # a word without a capital: what stands before a dash is then no dateline
EVERY_NOUN = frozenset({"de", "lb"})  # languages that give every noun a capital
SHORTEST = 4  # letters; shorter words with a capital are mostly abbreviations, which officers make themselves
STEADY = frozenset({"en", "fr", "es", "pt", "it", "nl", "vi", "id"})  # languages that do not inflect names
_MONEY_BEFORE = re.compile(r"(?:đô[ -]la|dollars?|dólar(?:es)?|доллар\w*|دولار(?:ات|ا)?)\s+$", re.IGNORECASE)
_MONEY_AFTER = re.compile(r"\s?\$|\s+(?:dollars?|đô[ -]la)\b", re.IGNORECASE)
STEM = 5  # letters that must agree where the word is inflected


def check_names(block: Block, grounds: Grounds) -> Iterator[Check]:
    """Yield a fault for each place or name of a statement that the cited texts do not hold.

    A fact that names what its source does not is blocked; a judgement may bring in a name of its own, with a warning.
    """
    language = grounds.language_of(block)
    cited = [(grounds.whole(citation), citation.lang) for citation in block.citations]
    hits = [(text, tuple(grounds.find_names(text, lang or language))) for text, lang in cited]
    known = {code for _, found in hits for code, _, _, _ in found}
    whole = fold("\n".join(text for text, _ in cited))
    unplaced = fold("\n".join(_without(text, found) for text, found in hits))  # no Niger is held by a Nigeria
    same = all(lang in ("", language) for _, lang in cited)
    placed: list[tuple[int, int]] = []
    for code, kind, start, end in grounds.find_names(block.text, language):
        placed.append((start, end))
        name, town = _whole_word(block.text, start, end), kind == "place" and same  # a town has one name in one language
        if _is_money(block.text, start, end) or (code in known and not town):
            continue
        if not (_is_held(name, whole, language) if town else _stands(name, unplaced, language)):
            yield _fault(block, start, end)
    if not same or language in EVERY_NOUN:
        return
    placed += [(start, end) for _, start, end in read_weekdays(block.text)]
    for start, end in _capitalised(block.text):
        inside = any(a < end and start < b for a, b in placed)
        if not inside and not _is_held(block.text[start:end], whole, language):
            yield _fault(block, start, end)


def _capitalised(text: str) -> Iterator[tuple[int, int]]:
    """Yield the words with a capital that do not begin a sentence or a quotation."""
    for first, last in split_sentences(text):
        for found in _WORD.finditer(text, first, last):
            before = text[first : found.start()].rstrip(" ")
            opens = not before or before[-1] in _OPENING or (before[-1] in "–—-" and not _LOWER.search(before))
            word = _ENDING.sub("", found.group())
            if not opens and word[0].isupper() and len(word) >= SHORTEST and fold(word) not in MONTHS:
                yield found.start(), found.start() + len(word)


def _without(text: str, found: Iterable[tuple[str, str, int, int]]) -> str:
    """Return `text` with a blank for every sign of the names found in it."""
    signs = list(text)
    for _, _, start, end in found:
        signs[start:end] = " " * (end - start)
    return "".join(signs)


def _whole_word(text: str, start: int, end: int) -> str:
    """Return the name found at a place, with the ending that the finder left off, in scripts that part words."""
    name, ending = text[start:end], _LETTERS.match(text, end)
    return name + ending[0] if ending and name[0].lower() != name[0].upper() else name


def _is_money(text: str, start: int, end: int) -> bool:
    """Tell whether a country's name is part of a currency's: "US dollars", "đô la Mỹ"."""
    return bool(match_before(_MONEY_BEFORE, text, start) or _MONEY_AFTER.match(text, end))


def _is_held(word: str, whole: str, language: str) -> bool:
    """Tell whether a word stands in a folded text, or one that begins as it does and ends otherwise."""
    stem = fold(word)
    stem = stem[: max(STEM, len(stem) - 2)] if len(stem) > STEM else stem
    return _stands(word, whole, language) or (len(stem) >= STEM and len(word) > STEM and _begins(stem, whole, r"\w{0,4}"))


def _stands(name: str, whole: str, language: str) -> bool:
    """Tell whether a name stands in a folded text as words of their own; in a script without capitals, wherever it does."""
    folded = fold(name)
    if name[0].lower() == name[0].upper():
        return folded in whole
    return _begins(folded, whole, "s?" if language in STEADY else r"\w{0,3}")


def _begins(start: str, whole: str, rest: str) -> bool:
    pattern = re.escape(start.replace("’", "'")).replace("'", "['’]")
    return re.search(rf"(?<!\w){pattern}{rest}(?!\w)", whole) is not None


def _fault(block: Block, start: int, end: int) -> Check:
    told = say("“{words}” is not named in what this statement cites", words=block.text[start:end])
    return Check(block.id, "names", "blocking" if block.kind == "fact" else "warning", told, (start, end))
