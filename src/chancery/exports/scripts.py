"""Which scripts a brief is written in, and the brief without those that no font can show."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from urllib.parse import urlsplit

from chancery.exports.lay_out import Entry, Layout, Line, Part, SourceLine

FONTS = {
    "Arab": "Noto Naskh Arabic",
    "Armn": "Noto Serif Armenian",
    "Beng": "Noto Serif Bengali",
    "Cyrl": "Noto Serif",
    "Deva": "Noto Serif Devanagari",
    "Ethi": "Noto Serif Ethiopic",
    "Geor": "Noto Serif Georgian",
    "Grek": "Noto Serif",
    "Gujr": "Noto Serif Gujarati",
    "Guru": "Noto Serif Gurmukhi",
    "Hang": "Noto Serif CJK",
    "Hani": "Noto Serif CJK",
    "Hebr": "Noto Serif Hebrew",
    "Hira": "Noto Serif CJK",
    "Kana": "Noto Serif CJK",
    "Khmr": "Noto Serif Khmer",
    "Knda": "Noto Serif Kannada",
    "Laoo": "Noto Serif Lao",
    "Latn": "Noto Serif",
    "Mlym": "Noto Serif Malayalam",
    "Mymr": "Noto Serif Myanmar",
    "Sinh": "Noto Serif Sinhala",
    "Taml": "Noto Serif Tamil",
    "Telu": "Noto Serif Telugu",
    "Thai": "Noto Serif Thai",
    "Tibt": "Noto Serif Tibetan",
    "Zsym": "Noto Sans Symbols 2",
}
"""Scripts by ISO 15924 code, and the font of the Noto family (SIL Open Font Licence) that shows each; Zsym is any other."""

_FIRST_WORDS = """
ARABIC:Arab ARMENIAN:Armn BENGALI:Beng CJK:Hani CYRILLIC:Cyrl DEVANAGARI:Deva ETHIOPIC:Ethi FULLWIDTH:Hani GEORGIAN:Geor
GREEK:Grek GUJARATI:Gujr GURMUKHI:Guru HANGUL:Hang HEBREW:Hebr HIRAGANA:Hira IDEOGRAPHIC:Hani KANNADA:Knda KATAKANA:Kana
KHMER:Khmr LAO:Laoo LATIN:Latn MALAYALAM:Mlym MYANMAR:Mymr SINHALA:Sinh TAMIL:Taml TELUGU:Telu THAI:Thai TIBETAN:Tibt
"""
_NAMES = dict(pair.split(":") for pair in _FIRST_WORDS.split())
"""The first word of a sign's Unicode name, and its script."""


def font_scripts(layout: Layout) -> dict[str, str]:
    """Return the scripts of all words of a layout, each with the different signs it uses, in order."""
    signs: dict[str, set[str]] = {}
    for text in _texts(layout):
        for sign in text:
            script = script_of(sign)
            if script:
                signs.setdefault(script, set()).add(sign)
    return {script: "".join(sorted(used)) for script, used in signs.items()}


@cache
def script_of(sign: str) -> str:
    """Return the script of a sign; "" for ASCII, white space and what has no glyph of its own."""
    category = unicodedata.category(sign)
    if sign.isascii() or sign.isspace() or category in ("Cf", "Cc", "Mn"):
        return ""
    if category in ("Cn", "Co", "Me"):  # nobody's sign is of no script: one of them must not blank a whole page of Latin
        return "Zsym"
    return _NAMES.get(unicodedata.name(sign, "").split(" ")[0], "Zsym" if not _is_common(sign) else "Latn")


def script_name(script: str, language: str) -> str:
    """Return what `language` calls a script, by CLDR."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(language).scripts.get(script, script))
    except (UnknownLocaleError, ValueError):
        return script


def without_scripts(layout: Layout, missing: Sequence[str]) -> Layout:
    """Return a layout in which no word is of a `missing` script: who said it, when and its number stand there instead."""
    if not missing:
        return layout
    gone = _Gone(frozenset(missing), layout)
    return replace(
        layout,
        title=gone.text(layout.title),
        mission=gone.text(layout.mission),
        parts=tuple(gone.part(part) for part in layout.parts),
        sources=tuple(gone.source(source) for source in layout.sources),
    )


class _Gone:
    """Takes missing scripts out of one layout. State: what stands for each outlet whose name cannot be shown."""

    def __init__(self, missing: frozenset[str], layout: Layout) -> None:
        self.missing, self.labels, self.language = missing, layout.labels, layout.language
        self.days = {source.number: source.day for source in layout.sources}
        self.hosts = {source.outlet: urlsplit(source.url).hostname or "" for source in layout.sources}

    def part(self, part: Part) -> Part:
        return replace(
            part,
            title=self.text(part.title),
            lines=tuple(self.line(line) for line in part.lines),
            entries=tuple(self.entry(entry) for entry in part.entries),
        )

    def entry(self, entry: Entry) -> Entry:
        paragraphs = tuple(tuple(self.line(line) for line in lines) for lines in entry.paragraphs)
        return replace(entry, heading=self.line(entry.heading), paragraphs=paragraphs, why=self.text(entry.why))

    def line(self, line: Line) -> Line:
        """Return a line that can be shown: a quotation that cannot gives way whole, any other line word by word."""
        if line.tone != "quote" or not self.holds(line.words):
            return replace(line, words=self.text(line.words), speaker=self.outlet(line.speaker))
        script = next(script_of(sign) for sign in line.words if script_of(sign) in self.missing)
        words = self.labels["words_in"].format(script=script_name(script, self.language))
        day = self.days[line.numbers[0]] if line.numbers else line.day
        return replace(line, tone="aside", words=f"{self.outlet(line.speaker)}, {day} ({words})", lang="", tongue="", label="")

    def source(self, source: SourceLine) -> SourceLine:
        return replace(source, title=self.text(source.title), outlet=self.outlet(source.outlet))

    def outlet(self, name: str) -> str:
        return self.hosts.get(name) or self.text(name) if self.holds(name) else name

    def holds(self, text: str) -> bool:
        return any(script_of(sign) in self.missing for sign in text)

    def text(self, text: str) -> str:
        """Return `text` with each run of words in a missing script as the name of that script in brackets."""
        return "".join(self._runs(text)) if self.holds(text) else text

    def _runs(self, text: str) -> Iterator[str]:
        inside, held = "", ""
        for sign in text:
            script = script_of(sign)
            if script in self.missing:
                if not inside:
                    yield f"[{script_name(script, self.language)}]"
                inside, held = script, ""
            elif inside and not held and unicodedata.category(sign).startswith("M"):
                continue  # a vowel or an accent goes with its letter
            elif inside and (not script and not sign.isalnum()):
                held += sign  # between two words of the script, or after the last
            else:
                yield held + sign
                inside, held = "", ""
        yield held


def _texts(layout: Layout) -> Iterator[str]:
    yield from (layout.title, layout.mission, layout.moment, layout.mark, layout.state)
    for part in layout.parts:
        yield part.title
        yield from _line_texts(part.lines)
        for entry in part.entries:
            yield entry.why
            yield from _line_texts((entry.heading, *(line for lines in entry.paragraphs for line in lines)))
    for source in layout.sources:
        yield from (source.title, source.outlet)


def _line_texts(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        yield from (line.words, line.speaker, line.tongue, line.label, line.weight)


def _is_common(sign: str) -> bool:
    """Tell whether a sign is punctuation, money or mathematics that every text font has."""
    return ord(sign) < 0x2200 and not unicodedata.category(sign).startswith("So")
