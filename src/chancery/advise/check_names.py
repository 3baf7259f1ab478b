"""The rule `names`: does what a statement cites name the places, people and bodies that the statement names.

Places go by code: Mỹ, Hoa Kỳ and US are one. Other names are told by their capitals, in scripts that have them, away from the
start of a sentence and only where the cited text is of the same language: a transliterated name is not judged.
"""

import re
from collections.abc import Iterator

from chancery.advise.day_words import MONTHS
from chancery.advise.grounds import Grounds
from chancery.advise.read_days import read_weekdays
from chancery.advise.records import Block, Check
from chancery.advise.split_sentences import split_sentences
from chancery.common.text import fold

_WORD = re.compile(r"[^\W\d_][\w'’]*")
_ENDING = re.compile(r"['’]s?$")
_OPENING = "“”\"'«»:„("
_LOWER = re.compile(r"(?<!\w)[^\W\d_A-Z]\w")  # a word without a capital: what stands before a dash is then no dateline
EVERY_NOUN = frozenset({"de", "lb"})  # languages that give every noun a capital
SHORTEST = 4  # letters; shorter words with a capital are mostly abbreviations, which officers make themselves
STEM = 5  # letters that must agree where the word is inflected


def check_names(block: Block, grounds: Grounds) -> Iterator[Check]:
    """Yield a fault for each place or name of a statement that the cited texts do not hold.

    A fact that names what its source does not is blocked; a judgement may bring in a name of its own, with a warning.
    """
    language = grounds.language_of(block)
    cited = [(grounds.whole(citation), citation.lang) for citation in block.citations]
    known = {code for text, lang in cited for code, _, _, _ in grounds.find_names(text, lang or language)}
    whole = fold("\n".join(text for text, _ in cited))
    same = all(lang in ("", language) for _, lang in cited)
    placed: list[tuple[int, int]] = []
    for code, kind, start, end in grounds.find_names(block.text, language):
        placed.append((start, end))
        town = kind == "place" and same  # a country has many names; a town is written one way in one language
        if (code not in known or town) and not _is_held(block.text[start:end], whole):
            yield _fault(block, start, end)
    if not same or language in EVERY_NOUN:
        return
    placed += [(start, end) for _, start, end in read_weekdays(block.text)]
    for start, end in _capitalised(block.text):
        inside = any(a < end and start < b for a, b in placed)
        if not inside and not _is_held(block.text[start:end], whole):
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


def _is_held(word: str, whole: str) -> bool:
    stem = fold(word)
    return stem in whole or (len(stem) > STEM and stem[: max(STEM, len(stem) - 2)] in whole)


def _fault(block: Block, start: int, end: int) -> Check:
    message = f"“{block.text[start:end]}” is not named in what this statement cites"
    return Check(block.id, "names", "blocking" if block.kind == "fact" else "warning", message, (start, end))
