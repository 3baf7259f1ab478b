"""The brief as PDF/A-2b by typst. A script without a font falls back visibly, or is refused; times are fixed."""

import json
import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import typst

from chancery.advise.records import Brief
from chancery.common.errors import NotComputable
from chancery.exports.lay_out import Layout, Line, isolate, lay_out, said_by, signature
from chancery.exports.scripts import FONTS, font_scripts, script_name, without_scripts

STANDARD = "a-2b"
FIRST_FONTS = ("Libertinus Serif", "Noto Serif")
"""The first built-in font of typst covers Latin, Vietnamese, Cyrillic and Greek; what else is found serves other scripts."""

_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Signs that ask for a variant of the one before (a coloured picture); a font without it would refuse the page."""
_MARKS = "".join(chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code)) in ("Mn", "Mc", "Me"))
_CLUSTER = re.compile(f"[^{_MARKS}][{_MARKS}]+")
"""A sign with the accents or vowels that are set on it."""


def write_pdf(brief: Brief, strict: bool = False, font_folders: Sequence[Path] = (), system_fonts: bool = True) -> bytes:
    """Return `brief` as a PDF/A-2b file.

    Where no font covers a script, outlet, date and number stand in place of the words, with one note that names the font to
    install. Raises NotComputable instead where `strict`. `font_folders` hold further fonts, beside those of the system.
    """
    layout = lay_out(brief)
    fonts = _fonts(tuple(str(folder) for folder in font_folders), system_fonts)
    missing = _missing_scripts(layout, fonts)
    if missing and strict:
        wanted = ", ".join(FONTS[script] for script in missing)
        raise NotComputable(f"no installed font shows {', '.join(missing)}; install {wanted}, or export without --strict")
    note = _note(layout, missing) if missing else ""
    data = _VARIANTS.sub("", json.dumps(_data(without_scripts(layout, missing), note), ensure_ascii=False))
    try:
        return fonts.compile(_template(), {"brief": data}, brief.as_of)
    except typst.TypstError:
        return _compile_bare(data, fonts, brief)


def _compile_bare(data: str, fonts: "Fonts", brief: Brief) -> bytes:
    """Return the PDF without the accents that no font sets on their letter. Raises NotComputable where that does not help."""
    bad = {cluster for cluster in set(_CLUSTER.findall(data)) if not fonts.shows(cluster)}
    bare = _CLUSTER.sub(lambda found: found[0][0] if found[0] in bad else found[0], data)
    try:
        return fonts.compile(_template(), {"brief": bare}, brief.as_of)
    except typst.TypstError as fault:
        raise NotComputable(f"the PDF cannot be made ({fault}); take another format") from None


@cache
def _fonts(folders: tuple[str, ...], system: bool) -> "Fonts":
    return Fonts(folders, system)


class Fonts:
    """The fonts found, and which scripts they cover, asked of typst itself: in PDF/A a missing glyph is an error."""

    def __init__(self, folders: tuple[str, ...], system: bool) -> None:
        self._found = typst.Fonts(include_system_fonts=system, font_paths=list(folders))
        self._known: dict[tuple[str, str], bool] = {}

    def compile(self, source: bytes, inputs: dict[str, str], when: object) -> bytes:
        """Return the PDF of a typst source. Raises typst.TypstError."""
        compiler = typst.Compiler(source, font_paths=self._found)
        made = compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards=STANDARD, timestamp=when)  # type: ignore[arg-type]
        if not isinstance(made, bytes):
            raise NotComputable("typst gave no PDF; install Chancery again")
        return made

    def cover(self, script: str, signs: str) -> bool:
        """Tell whether every one of `signs` has a glyph in some font found."""
        key = (script, signs)
        if key not in self._known:
            self._known[key] = self.shows(" ".join(signs))
        return self._known[key]

    def shows(self, text: str) -> bool:
        """Tell whether the fonts found can set `text`."""
        probe = f"#set text(font: {json.dumps(FIRST_FONTS).replace('[', '(').replace(']', ')')})\n#sys.inputs.signs"
        try:
            self.compile(probe.encode(), {"signs": text}, 0)
        except typst.TypstError:
            return False
        return True


def _missing_scripts(layout: Layout, fonts: Fonts) -> tuple[str, ...]:
    """Return the scripts of the brief that no font covers, in alphabetical order."""
    return tuple(script for script, signs in sorted(font_scripts(layout).items()) if not fonts.cover(script, signs))


def _note(layout: Layout, missing: Sequence[str]) -> str:
    scripts = ", ".join(script_name(script, layout.language) for script in missing)
    fonts = ", ".join(FONTS[script] for script in missing)
    return layout.labels["missing_font"].format(scripts=scripts, fonts=fonts)


def _data(layout: Layout, note: str) -> dict[str, object]:
    return {
        "title": layout.title,
        "mission": layout.mission,
        "about": f"{layout.mission}. {layout.moment}",
        "mark": f"{layout.mark.upper()} · {layout.state}",
        "language": layout.language,
        "page": layout.labels["page"],
        "of": layout.labels["of"],
        "fonts": FIRST_FONTS,
        "note": note,
        "parts": [
            {
                "title": part.title,
                "lines": [_line(line, layout) for line in part.lines],
                "entries": [
                    {
                        "place": str(place),
                        "heading": _line(entry.heading, layout),
                        "signature": signature(entry.heading) if entry.signed and entry.heading.tone == "quote" else "",
                        "paragraphs": [[_line(line, layout) for line in lines] for lines in entry.paragraphs],
                        "why": entry.why,
                    }
                    for place, entry in enumerate(part.entries, 1)
                ],
            }
            for part in layout.parts
        ],
        "sources_title": layout.labels["sources"],
        "sources": [
            {
                "number": source.number,
                "title": isolate(source.title),
                "outlet": isolate(source.outlet),
                "day": source.day,
                "url": source.url,
                "lang": source.lang,
            }
            for source in layout.sources
        ],
    }


def _line(line: Line, layout: Layout) -> dict[str, object]:
    quoted = line.tone == "quote"
    before = said_by(line, layout.labels)
    return {
        "tone": line.tone,
        "before": before,
        "words": isolate(layout.labels.quote(line.words)) if quoted else line.words,
        "lang": line.lang if quoted and line.lang != layout.language else "",
        "rtl": line.rtl and not before,
        "weight": line.weight,
        "numbers": list(line.numbers),
    }


@cache
def _template() -> bytes:
    return (files("chancery.exports") / "brief.typ").read_bytes()
