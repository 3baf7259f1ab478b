"""Collect every sentence of the pages into the catalogues, and compile them.

Run it after a sentence was added or changed: `python scripts/make_messages.py`; then write what is missing in
`src/chancery/workbench/locale/vi/LC_MESSAGES/django.po` and run it once more. English is the source and has no catalogue.
No gettext is needed: Python is read by `ast`, templates by the few tags that hold sentences.
"""

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
WORKBENCH = ROOT / "src" / "chancery" / "workbench"
CATALOGUES = WORKBENCH / "locale"

SAID = {"_": 1, "gettext": 1, "gettext_lazy": 1, "ngettext": 2}
SAID |= {"InputError": 1, "RefusedError": 1, "NotAllowed": 1, "FetchError": 1, "Said": 1, "say": 1, "not_found": 1}
"""Calls whose first one or two arguments are sentences; a refusal of ours is shown to people, so it is one too."""

ROOMS = ("common", "watch", "advise", "flow", "sources")
"""Folders below the workbench: their refusals, reasons and findings come up on its pages."""
COMMAND_LINE_ALONE = (
    "advise/phrases.py",
    "sources/articles_jsonl.py",
    "sources/brief_json.py",
    "sources/collect_folder.py",
    "sources/collect_mission.py",
    "sources/http_settings.py",
    "sources/mission_folder.py",
    "sources/mission_tables.py",
    "sources/package_data.py",
    "sources/whole_files.py",
)
"""Files of theirs that read folders, settings and package data: what they refuse is said on the command line, in English."""
KINDS = ("FATES", "SHARES", "THINGS", "UNITS")
"""Tables below the workbench whose keys are words that a sentence is filled with."""

NO_PAGES = {"migrations", "backup", "load"}
"""Folders whose sentences are said on the command line alone, which speaks English."""

SINGLE = re.compile(r"""\{%\s*translate\s+(?:"([^"]*)"|'([^']*)')(?:\s+context\s+"([^"]*)")?[^%]*%\}""")
BLOCK = re.compile(r"\{%\s*blocktranslate\b([^%]*)%\}(.*?)\{%\s*endblocktranslate\s*%\}", re.DOTALL)
PLURAL = re.compile(r"\{%\s*plural\s*%\}")
SLOT = re.compile(r"\{\{\s*(\w+)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the pages; `many` is its plural, `context` tells apart what English writes alike."""

    text: str
    many: str
    context: str
    file: str


def collect() -> list[Sentence]:
    """Return every sentence of the workbench's Python, of the files below it, and of its templates."""
    found: list[Sentence] = []
    for path in sorted(WORKBENCH.rglob("*.py")):
        if not NO_PAGES.intersection(path.parts):
            found += read_python(path.read_text(encoding="utf-8"), _name(path))
    for path in list_rooms():
        found += read_python(path.read_text(encoding="utf-8"), _name(path))
    for path in sorted(WORKBENCH.rglob("*.html")):
        found += read_template(path.read_text(encoding="utf-8"), _name(path))
    return found


def list_rooms() -> list[Path]:
    """Return the files below the workbench whose sentences come up on its pages."""
    alone = {WORKBENCH.parent / name for name in COMMAND_LINE_ALONE}
    return sorted(path for room in ROOMS for path in (WORKBENCH.parent / room).rglob("*.py") if path not in alone)


def read_python(text: str, file: str) -> Iterator[Sentence]:
    """Yield the sentences of a Python file."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and (count := SAID.get(node.func.id)):
            words = [arg.value for arg in node.args[:count] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if len(words) == count and words[0]:
                yield Sentence(words[0], words[1] if count == 2 else "", "", file)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict) and isinstance(node.targets[0], ast.Name):
            keys = node.value.keys if node.targets[0].id in KINDS else []
            words = [key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)]
            yield from (Sentence(word, "", "", file) for word in words)


def read_template(text: str, file: str) -> Iterator[Sentence]:
    """Yield the sentences of a template, with slots as Django asks for them: `%(name)s`."""
    for double, single, context in SINGLE.findall(text):
        yield Sentence((double or single).replace("%", "%%"), "", context, file)
    for _options, body in BLOCK.findall(text):
        one, *many = (SLOT.sub(r"%(\1)s", part.replace("%", "%%")) for part in PLURAL.split(body))
        yield Sentence(one, many[0] if many else "", "", file)


def make_template(sentences: list[Sentence]) -> Catalog:
    """Return the catalogue of all sentences, none of them translated."""
    catalog = Catalog(project="chancery", charset="utf-8")
    for each in sentences:
        key = (each.text, each.many) if each.many else each.text
        flags = ("python-format",) if "%" in each.text else ()
        catalog.add(key, locations=[(each.file, 0)], flags=flags, context=each.context or None)
    return catalog


def bring_up_to_date(path: Path, template: Catalog) -> Catalog:
    """Return the catalogue at `path` with today's sentences; what nobody says any more is dropped."""
    with path.open("rb") as written:
        kept: Catalog = read_po(written, locale=path.parts[-3])
    catalog = Catalog(locale=path.parts[-3], project="chancery", charset="utf-8")
    for message in template:
        if message.id:
            old = kept.get(message.id, message.context) or kept.get(_first(message.id), message.context)
            same = old is not None and isinstance(old.id, tuple) == isinstance(message.id, tuple)
            catalog.add(
                message.id,
                old.string if old is not None and same else None,
                locations=sorted({(file, 0) for file, _line in message.locations}),
                flags=message.flags,
                context=message.context,
            )
    return catalog


def write(path: Path, catalog: Catalog) -> None:
    """Write the catalogue and compile it beside itself; no date of today, so that nothing changes without a reason."""
    with path.open("wb") as written:
        write_po(written, catalog, width=0, sort_output=True, include_lineno=False, omit_header=True)
    fields = ("Content-Type: text/plain; charset=utf-8", f"Plural-Forms: {catalog.plural_forms}", f"Language: {catalog.locale}")
    header = "\n".join(('msgid ""', 'msgstr ""', *(f'"{field}\\n"' for field in fields), "", ""))
    path.write_text(header + path.read_text(encoding="utf-8"), encoding="utf-8")
    with path.open("rb") as written, path.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, read_po(written, locale=path.parts[-3]))


def missing(catalog: Catalog) -> list[str]:
    """Return the sentences of a catalogue that have no translation."""
    return [_first(message.id) for message in catalog if message.id and not all(_strings(message.string))]


def _strings(string: str | Sequence[str] | None) -> tuple[str, ...]:
    return (string or "",) if string is None or isinstance(string, str) else tuple(string)


def _first(key: str | Sequence[str]) -> str:
    return key if isinstance(key, str) else key[0]


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def main() -> int:
    """Bring every catalogue up to date; end with 1 where a sentence is not translated, and list them."""
    template, untold = make_template(collect()), 0
    for path in sorted(CATALOGUES.glob("*/LC_MESSAGES/django.po")):
        catalog = bring_up_to_date(path, template)
        write(path, catalog)
        for sentence in missing(catalog):
            untold += 1
            print(f"{path.parts[-3]}: {sentence}")
    print(f"{len(template)} sentences, {untold} not translated")
    return 1 if untold else 0


if __name__ == "__main__":
    sys.exit(main())
