"""The file of a backup: a zip of JSON Lines, one file a table, and a manifest that says what is in it and its digests."""

import json
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, Final

from chancery.common.errors import InputError
from chancery.sources.whole_files import OWNER_ALONE, appearing

FORMAT: Final = "chancery-backup/1"
MANIFEST: Final = "manifest.json"
LONGEST_LINE: Final = 64_000_000
"""Bytes of one row; a brief of a hundred pages has a hundredth."""
DAMAGES: Final = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError)
"""What `zipfile` raises on a file with wrong bytes in it, by where they stand."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """A table in the file: how many rows, and the digest of its lines."""

    rows: int
    sha256: str


def write_file(target: Path, head: Mapping[str, str], tables: Iterable[tuple[str, Iterable[Row]]]) -> dict[str, Table]:
    """Write a backup that appears whole or not at all, for its owner alone. Raises InputError where it cannot."""
    with appearing(target, OWNER_ALONE) as stream:
        return _write(stream, head, tables)


def read_file(source: Path) -> tuple[dict[str, Any], dict[str, Table]]:
    """Return the head and the tables of a backup whose every digest fits. Raises InputError."""
    with _open(source) as kept:
        try:
            manifest = json.loads(kept.read(MANIFEST))
            tables = {name: Table(table["rows"], table["sha256"]) for name, table in manifest["tables"].items()}
            missing = {"version", "made", "schema"} - manifest.keys()
        except (KeyError, ValueError, TypeError, AttributeError, *DAMAGES):
            raise InputError("is no backup of ours: it has no manifest", file=str(source)) from None
        if manifest.get("format") != FORMAT:
            raise InputError(f"is of the format {manifest.get('format')!r}; this version reads {FORMAT}", file=str(source))
        if missing:
            raise InputError(f"is damaged: its manifest lacks {', '.join(sorted(missing))}", file=str(source))
        for name, table in tables.items():
            _check(kept, source, name, table)
    return manifest, tables


def read_rows(source: Path, name: str) -> Iterator[Row]:
    """Yield the rows of one table of a backup."""
    with _open(source) as kept, kept.open(f"{name}.jsonl") as lines:
        for line in lines:
            yield json.loads(line)


def _write(stream: IO[bytes], head: Mapping[str, str], tables: Iterable[tuple[str, Iterable[Row]]]) -> dict[str, Table]:
    written = {}
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as kept:
        for name, rows in tables:
            with kept.open(f"{name}.jsonl", "w", force_zip64=True) as lines:
                written[name] = _write_rows(lines.write, rows)
        listed = {name: {"rows": table.rows, "sha256": table.sha256} for name, table in written.items()}
        kept.writestr(MANIFEST, json.dumps({"format": FORMAT, **head, "tables": listed}, indent=1))
    return written


def _write_rows(write: Callable[[bytes], object], rows: Iterable[Row]) -> Table:
    digest, count = sha256(), 0
    for row in rows:
        line = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"
        digest.update(line)
        write(line)
        count += 1
    return Table(count, digest.hexdigest())


def _open(source: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(source)
    except OSError as fault:
        raise InputError(f"cannot be read ({fault.strerror})", file=str(source)) from None
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise InputError("is no backup, or only a part of one", file=str(source)) from None


def _check(kept: zipfile.ZipFile, source: Path, name: str, table: Table) -> None:
    digest, count = sha256(), 0
    try:
        with kept.open(f"{name}.jsonl") as lines:
            while line := lines.readline(LONGEST_LINE):
                digest.update(line)
                count += 1
    except (KeyError, *DAMAGES) as fault:
        raise InputError(f"is damaged in {name} ({fault}); nothing was restored", file=str(source)) from None
    if (digest.hexdigest(), count) != (table.sha256, table.rows):
        raise InputError(f"is damaged in {name}: its digest does not fit; nothing was restored", file=str(source))
