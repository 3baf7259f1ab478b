"""Hold every measurement against its floor: `python -m benchmarks.gate quick` (our own corpus, seconds) or `full`.

A figure's name says what it was measured on: `<corpus>.<what>.<part>`, part being train, dev or test. A figure below its
floor fails the gate. Floors rise, and new figures get their first, with `--raise`; one is lowered with
`--lower NAME=VALUE --because REASON` only, and the reason is kept. A corpus that is not the one the floors were set on fails
the gate until `--corpus --because REASON` accepts its new fingerprint.
"""

import argparse
import importlib
import json
import math
import os
import sys
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent
FLOORS: Final = HERE / "floors.json"
CORPUS: Final = HERE / "corpus"
SHARED: Final = Path(os.environ.get("CHANCERY_DATA") or HERE.parents[1] / "shared" / "data")

QUICK: Final = (
    "benchmarks.grouping:measure_own",
    "benchmarks.facts:measure_own",
    "benchmarks.faults:measure",
    "benchmarks.morning:measure_quick",
)
FULL: Final = (
    *QUICK,
    "benchmarks.grouping:measure",
    "benchmarks.facts:measure",
    "benchmarks.summaries:measure",
    "benchmarks.extraction:measure",
    "benchmarks.feeds:measure",
    "benchmarks.morning:measure",
    "benchmarks.workbench:measure",
)
SLACK: Final = 1e-9
SPEEDS: Final = ("per_second", ".seconds", "_ms", ".growth")
SPARE: Final = 3
"""How much slower than measured a speed may be before it falls: a busy machine is no slower product."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and return 0 where nothing fell, 1 where something did, 2 where the call was wrong."""
    asked = _parser().parse_args(arguments)
    if (asked.lower or asked.corpus) and not asked.because:
        print("say why: --because REASON")
        return 2
    figures, skipped = measure_all(QUICK if asked.which == "quick" else FULL, asked.only)
    kept: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    print_mark = fingerprint(CORPUS)
    if asked.corpus:
        kept["corpus"] = print_mark
        kept["changes"].append({"what": "corpus", "to": print_mark, "because": asked.because})
    for name, value in dict(pair.split("=") for pair in asked.lower).items():
        was = kept["floors"][name]
        kept["changes"].append({"what": name, "from": was["floor"], "to": float(value), "because": asked.because})
        was["floor"] = float(value)
    if asked.raise_:
        raise_floors(kept["floors"], figures)
    if asked.corpus or asked.lower or asked.raise_:
        FLOORS.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return report(figures, skipped, kept, print_mark)


def measure_all(measures: Sequence[str], only: str = "") -> tuple[dict[str, float], list[str]]:
    """Return all figures by name, and a line for each measurement that cannot be made here."""
    figures: dict[str, float] = {}
    skipped: list[str] = []
    for address in measures:
        if only not in address:
            continue
        module, name = address.split(":")
        measure: Callable[[], dict[str, float]] = getattr(importlib.import_module(module), name)
        try:
            figures |= measure()
        except FileNotFoundError as absent:
            skipped.append(f"{address}: skipped, {absent.filename or absent} is not there (CHANCERY_DATA names the folder)")
    return figures, skipped


def report(figures: dict[str, float], skipped: Sequence[str], kept: dict[str, Any], corpus: str) -> int:
    """Print figures beside their floors; return 1 where one fell, or the corpus is another."""
    fallen = 0
    print(f"{'figure':<58}{'measured':>12}{'floor':>12}")
    for name, value in sorted(figures.items()):
        floor = kept["floors"].get(name)
        fell = floor is not None and falls(value, floor)
        fallen += fell
        shown = f"{floor['floor']:>12.4g}" if floor else f"{'-':>12}"
        print(f"{name:<58}{value:>12.4g}{shown}{'   BELOW ITS FLOOR' if fell else ''}")
    for line in skipped:
        print(line)
    if kept["corpus"] != corpus:
        print(f"the corpus has changed: its fingerprint is {corpus}, the floors were set on {kept['corpus']}")
        fallen += 1
    print(f"{len(figures) - fallen} passed, {fallen} failed, {len(skipped)} skipped")
    return 1 if fallen else 0


def falls(value: float, floor: dict[str, Any]) -> bool:
    """Tell whether a figure is worse than its floor."""
    if floor["better"] == "lower":
        return bool(value > floor["floor"] + SLACK)
    return bool(value < floor["floor"] - SLACK)


def fingerprint(folder: Path) -> str:
    """Return a digest over the names and contents of a corpus, 16 hexadecimal digits."""
    digest = sha256()
    for path in sorted(path for path in folder.iterdir() if path.suffix in (".jsonl", ".tsv")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def shared(name: str) -> Path:
    """Return the folder of a shared data set. Raises FileNotFoundError that names it where it is absent."""
    folder = SHARED / name
    if not folder.is_dir():
        raise FileNotFoundError(2, "no such data set", str(folder))
    return folder


def raise_floors(floors: dict[str, Any], figures: dict[str, float]) -> None:
    """Lift the floors of quality to what was measured, to three places; give a figure without a floor its first."""
    for name, value in figures.items():
        floor = floors.setdefault(name, _first_floor(name, value))
        if floor["kind"] == "quality" and not falls(value, floor):
            floor["floor"] = _rounded(value, floor["better"])


def _first_floor(name: str, value: float) -> dict[str, Any]:
    """Return the first floor of a figure: what was measured for quality, SPARE times worse for speed."""
    lower = any(word in name for word in (".false_", "_error", ".seconds", "_ms", ".growth"))
    better = "lower" if lower else "higher"
    if not any(word in name for word in SPEEDS):
        return {"floor": _rounded(value, better), "better": better, "kind": "quality"}
    return {"floor": float(f"{value * SPARE if lower else value / SPARE:.2g}"), "better": better, "kind": "speed"}


def _rounded(value: float, better: str) -> float:
    """Return a figure to three places, on the side that it passes."""
    return (math.floor(value * 1000) if better == "higher" else math.ceil(value * 1000)) / 1000


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gate", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("which", choices=("quick", "full"))
    parser.add_argument("--only", default="", metavar="WORD", help="measure only what has WORD in its name")
    parser.add_argument("--raise", dest="raise_", action="store_true", help="lift the floors of quality to what is measured")
    parser.add_argument("--lower", action="append", default=[], metavar="NAME=VALUE", help="lower one floor")
    parser.add_argument("--corpus", action="store_true", help="accept the corpus as it is now")
    parser.add_argument("--because", default="", metavar="REASON", help="why a floor is lowered or a corpus accepted")
    return parser


if __name__ == "__main__":
    sys.exit(main())
