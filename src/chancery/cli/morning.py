"""What `brief` and `demo` share: a mission's folder in, a morning, files out."""

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from chancery.common.errors import InputError
from chancery.common.time import read_instant
from chancery.flow.morning import Morning, MorningMaterial, morning
from chancery.sources.mission_folder import read_mission_folder
from chancery.sources.package_data import load_identifier, read_packs, read_phrases, read_weights
from chancery.sources.whole_files import appearing


def run_morning(folder: Path, at: str | None) -> Morning:
    """Return the morning of the mission in `folder`, at `at` or the `as_of` of its mission.toml. Raises InputError."""
    with _working("Reading the mission and its feeds"):
        found = read_mission_folder(folder, read_instant(at, field="--at") if at else None)
    if found.as_of is None:
        raise InputError("says no `as_of`; give --at TIME", file=str(folder / "mission.toml"), field="as_of")
    languages = {*found.mission.languages, *(language for source in found.sources for language in source.languages)}
    material = MorningMaterial(
        mission=found.mission,
        sources=found.sources,
        articles=found.articles,
        now=found.as_of,
        packs=read_packs(found.mission.places),
        identify=load_identifier(sorted(languages)),
        weights=read_weights(),
        phrases=read_phrases(found.mission.language),
        conversations=found.conversations,
        papers=found.papers,
        previous=found.previous,
        cut=found.cut,
    )
    with _working(f"Reading {len(found.articles)} articles, grouping them, writing and checking the brief"):
        return morning(material)


def write_formats(done: Morning, formats: tuple[str, ...], out: Path | None, *, strict: bool) -> tuple[Path, ...]:
    """Write the brief in each format, the terminal one to standard output, and return the files written.

    `out` is a folder, or a file where its ending is that of the one format asked for. Raises InputError, or NotComputable where
    `strict` and a script has no font.
    """
    written = []
    for name in formats:
        if name == "terminal":
            print_brief(done)
            continue
        target = _target(name, formats, out)
        with _working(f"Writing {target.name}"):
            _write(target, _WRITERS[name](done, strict))
        written.append(target)
    return tuple(written)


def print_brief(done: Morning) -> None:
    """Print the brief on standard output: colour and links where it is a terminal."""
    from rich.console import Console

    from chancery.exports.terminal import write_terminal

    class Piped(Console):
        def on_broken_pipe(self) -> None:
            """Go on, silent: a reader that has had enough (`| head`) keeps no file from being written."""
            self.quiet = True
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(
            encoding="utf-8"
        )  # a brief has many scripts, and a system in C or Latin-1 would stop at the first
    write_terminal(done.brief, Piped(highlight=False))


@contextmanager
def _working(what: str) -> Iterator[None]:
    """Show on standard error that work goes on, where that is a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{what} …"):
        yield


def _target(name: str, formats: tuple[str, ...], out: Path | None) -> Path:
    files = [each for each in formats if each != "terminal"]
    if out is not None and len(files) == 1 and out.suffix == f".{name}":
        return out
    return (out or Path()) / f"brief.{name}"


def _write(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise InputError(f"cannot be made ({fault.strerror})", file=str(file.parent)) from None
    with appearing(file) as stream:
        stream.write(content)


def _html(done: Morning, strict: bool) -> bytes:
    from chancery.exports.html import write_html

    return write_html(done.brief).encode()


def _docx(done: Morning, strict: bool) -> bytes:
    from chancery.exports.docx import write_docx

    return write_docx(done.brief)


def _pdf(done: Morning, strict: bool) -> bytes:
    from chancery.exports.pdf import write_pdf

    return write_pdf(done.brief, strict)


def _json(done: Morning, strict: bool) -> bytes:
    from chancery.exports.json_text import write_json

    return write_json(done.brief, done.articles, done.records).encode()


_WRITERS: dict[str, Callable[[Morning, bool], bytes]] = {"html": _html, "docx": _docx, "pdf": _pdf, "json": _json}
