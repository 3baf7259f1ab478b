"""Article text out of pages: precision, recall and F1 of shingles of four words, on the two sets of `html-extraction`.

The first set has the whole body of 181 pages; the figures are the means over pages of its authors' metric: the shingles that
text and body share, counted as often as both have them, over all of the text's (precision) or the body's (recall). The second
has snippets that must, and must not, be in the text of 679 pages; precision and recall count snippets over all pages.
"""

import gzip
import json
import re
import tarfile
from collections import Counter
from pathlib import Path
from typing import Any

import zstandard

from benchmarks.gate import shared
from chancery.sources.read_page import read_page

FOLDER = "html-extraction"
SHINGLE = 4
_WORD = re.compile(r"\w+", re.UNICODE)


def measure() -> dict[str, float]:
    """Return precision, recall and F1 on both sets. Raises FileNotFoundError where the folder is absent."""
    folder = shared(FOLDER)
    bodies, snippets = (
        _unpack(folder / "article-extraction-benchmark.tar.zst"),
        _unpack(folder / "trafilatura-eval-subset.tar.zst"),
    )
    return {
        **_name("pages181", *_score_bodies(bodies)),
        **_name("pages679", *_score_snippets(snippets)),
    }


def _score_bodies(files: dict[str, bytes]) -> tuple[float, float]:
    gold: dict[str, dict[str, Any]] = json.loads(files["ground-truth.json"])
    scores = []
    for name, page in gold.items():
        text = read_page(_html(files[f"{name}.html"]), page["url"]).text
        wanted, found = _shingles(page["articleBody"]), _shingles(text)
        shared_count = (wanted & found).total()
        scores.append((_share(shared_count, found.total()), _share(shared_count, wanted.total())))
    return sum(p for p, _ in scores) / len(scores), sum(r for _, r in scores) / len(scores)


def _score_snippets(files: dict[str, bytes]) -> tuple[float, float]:
    gold: dict[str, dict[str, Any]] = json.loads(files["evaldata.json"])
    right = wrong = missed = 0
    for url, page in gold.items():
        text = read_page(files[page["file"]], url).text
        kept = sum(snippet in text for snippet in page["with"])
        right, missed = right + kept, missed + len(page["with"]) - kept
        wrong += sum(snippet in text for snippet in page["without"])
    return _share(right, right + wrong), _share(right, right + missed)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if 0 < len(words) < SHINGLE:
        return Counter([tuple(words)])
    return Counter(tuple(words[place : place + SHINGLE]) for place in range(len(words) - SHINGLE + 1))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _name(part: str, precision: float, recall: float) -> dict[str, float]:
    f1 = 2 * precision * recall / (precision + recall)
    return {f"html_extraction.{name}.{part}": value for name, value in (("p", precision), ("r", recall), ("f1", f1))}


def _html(body: bytes) -> bytes:
    return gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body


def _unpack(archive: Path) -> dict[str, bytes]:
    """Return the files of an archive by the last part of their path."""
    with (
        archive.open("rb") as packed,
        zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(packed) as stream,
        tarfile.open(fileobj=stream, mode="r|") as files,
    ):
        return {Path(each.name).name: held.read() for each in files if each.isfile() and (held := files.extractfile(each))}


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
