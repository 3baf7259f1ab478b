"""Our own sentences of events, each with its kind, its realis, and the words of who does it and to whom it is done."""

import re
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
_MARK = re.compile(r"\{([ST]):([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence. `writer` tells the parts apart; `sources` and `targets` are spans of the text."""

    writer: str
    kind: str
    realis: str
    text: str
    sources: tuple[tuple[int, int], ...]
    targets: tuple[tuple[int, int], ...]


def read_told(folder: Path = CORPUS) -> list[Told]:
    """Return every sentence of events.*.tsv, by writer. Raises ValueError on a line without three columns."""
    found = []
    for path in sorted(folder.glob("events.*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                columns = line.split("\t")
                if len(columns) != 3:
                    raise ValueError(f"{path.name} line {number}: kind, realis and sentence are needed")
                found.append(_told(path.name.split(".")[1], *columns))
    return found


def _told(writer: str, kind: str, realis: str, marked: str) -> Told:
    text, last = "", 0
    spans: dict[str, list[tuple[int, int]]] = {"S": [], "T": []}
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        spans[mark[1]].append((len(text), len(text) + len(mark[2])))
        text, last = text + mark[2], mark.end()
    return Told(writer, kind, realis, text + marked[last:], tuple(spans["S"]), tuple(spans["T"]))
