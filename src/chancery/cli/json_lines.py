"""JSON Lines in and out of a command: a bad line names its number and its field, and ends with status 2, or 3 where skipped."""

import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, Any, TypeVar

import click

from chancery.common.errors import InputError
from chancery.sources.articles_jsonl import read_object
from chancery.sources.whole_files import appearing

EXIT_SKIPPED = 3
Object = dict[str, Any]
Parsed = TypeVar("Parsed")


class Lines:
    """The objects of a JSON Lines stream. `skipped` counts the bad lines that `skip_bad` let pass."""

    def __init__(self, stream: IO[bytes], name: str, *, skip_bad: bool) -> None:
        self.stream, self.name, self.skip_bad, self.skipped = stream, name, skip_bad, 0

    def parse(self, parse: Callable[[Object, int], Parsed]) -> Iterator[Parsed]:
        """Yield `parse(object, line number)` of each line; what it raises as InputError counts as a bad line."""
        for number, line in enumerate(self.stream, 1):
            if not line.strip():
                continue
            try:
                yield parse(read_object(line, number, self.name), number)
            except InputError as fault:
                if not self.skip_bad:
                    raise
                self.skipped += 1
                click.echo(f"skipped: {fault}", err=True)

    def finish(self) -> None:
        """End the command with status 3 where lines were skipped."""
        if self.skipped:
            click.echo(f"{self.skipped} bad {'line was' if self.skipped == 1 else 'lines were'} skipped.", err=True)
            raise click.exceptions.Exit(EXIT_SKIPPED)


@contextmanager
def open_lines(file: Path | None, *, skip_bad: bool = False) -> Iterator[Lines]:
    """Open a file, or standard input for None or "-", as Lines. Raises InputError where it cannot be opened."""
    if file is None or str(file) == "-":
        yield Lines(sys.stdin.buffer, "standard input", skip_bad=skip_bad)
        return
    try:
        stream = file.open("rb")
    except OSError as fault:
        raise InputError(f"cannot be opened ({fault.strerror})", file=str(file)) from None
    with stream:
        yield Lines(stream, str(file), skip_bad=skip_bad)


@contextmanager
def open_out(file: Path | None) -> Iterator[IO[str]]:
    """Open where output goes: standard output for None, else a file as `appearing` writes it. Raises InputError."""
    if file is None:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        yield sys.stdout
        return
    with appearing(file) as whole:
        text = io.TextIOWrapper(whole, encoding="utf-8")
        try:
            yield text
        finally:
            text.detach()


def progress(
    steps: Iterable[Parsed], label: str, length: int | None = None, *, prints: bool
) -> AbstractContextManager[Iterable[Parsed]]:
    """Return `steps` with a bar on standard error, where that is a terminal; what is printed (`prints`) must not cross it."""
    hidden = not sys.stderr.isatty() or (prints and sys.stdout.isatty())
    return click.progressbar(steps, length, label, file=sys.stderr, hidden=hidden)


@contextmanager
def count_on(label: str, length: int) -> Iterator[Callable[[int], None]]:
    """Yield a function that moves a bar of `length` steps on standard error by so many, where that is a terminal."""
    with click.progressbar(length=max(length, 1), label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield bar.update


def write_lines(objects: Iterable[Object], out: IO[str]) -> None:
    """Write each object on a line of its own, as soon as it comes; one with half a sign (a lone surrogate) in ASCII."""
    for each in objects:
        try:
            out.write(json.dumps(each, ensure_ascii=False, separators=(", ", ": ")) + "\n")
        except UnicodeEncodeError:
            out.write(json.dumps(each, separators=(", ", ": ")) + "\n")
        out.flush()
