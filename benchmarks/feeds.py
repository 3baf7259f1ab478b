"""Count the entries of every file of the shared set `feeds`, and compare with what others say the file holds.

The right count is, in this order: gofeed's expected JSON beside the file; the count that feedparser's test states in the file;
the `item` and `entry` elements of a namespace-aware parse (lxml, entities off), in any case of letters, that lie in a namespace
of feeds or in that of the root. Where they disagree:

- an element `item` of another namespace (content:item of RSS 1.0's content module) is no entry;
- an `entry` inside an `entry` counts, as every parser counts it, though no standard gives it a meaning;
- a file with an internal subset is refused unread, so that it has no count; it is listed apart, not as a disagreement;
- a file that is not well-formed has no right count and is only held to end in a state with a reason.
"""

import json
import re
import sys
import tarfile
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import zstandard
from lxml import etree

from benchmarks.gate import shared
from chancery.sources.collect_folder import collect_file, list_files

SEEN = datetime(2026, 3, 17, 6, 30, tzinfo=UTC)
STATED = re.compile(rb"len\(entries\) == (\d+)")
NAMESPACES = {
    *("", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/"),
    *("http://purl.org/net/rss1.1#", "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "http://purl.org/echo/"),
    *("http://backend.userland.com/rss", "http://backend.userland.com/rss2", "http://blogs.law.harvard.edu/tech/rss"),
}
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def measure() -> dict[str, float]:
    """Return the share of well-formed files counted right, how many those are of how many, and the seconds of the processor."""
    packed = shared("feeds")
    with tempfile.TemporaryDirectory() as folder:
        unpack(packed, Path(folder))
        found = compare(Path(folder))
    return {
        "feeds.right.all": found.right / found.counted,
        "feeds.counted.all": found.counted,
        "feeds.files.all": found.files,
        "feeds.seconds.all": found.seconds,
    }


@dataclass(slots=True)
class Comparison:
    """What a folder of feeds came to: files, those with a right count, those counted right, and the others by name."""

    files: int = 0
    counted: int = 0
    right: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    states: Counter[str] = field(default_factory=Counter)
    suites: Counter[str] = field(default_factory=Counter)


def compare(folder: Path) -> Comparison:
    """Collect every file of `folder` as the command does, and hold its count against the right one."""
    found = Comparison()
    for file in list_files(folder):
        begun = time.process_time()
        report, _ = collect_file(file, folder, SEEN)
        found.seconds += time.process_time() - begun
        found.files += 1
        found.states[report.state] += 1
        if report.state != "ok" and not report.reason:
            found.wrong.append(f"{report.file}: {report.state} without a reason")
        wanted = right_count(file)
        if report.state == "refused":
            found.refused.append(f"{report.file}: {report.reason}")
        elif wanted is not None:
            found.counted += 1
            found.right += report.entries == wanted
            found.suites[report.file.partition("/")[0]] += 1
            if report.entries != wanted:
                found.wrong.append(f"{report.file}: {report.entries} entries, {wanted} are right")
    return found


def right_count(file: Path) -> int | None:
    """Return how many entries a file holds, None where it is not well-formed."""
    body, beside = file.read_bytes(), file.with_suffix(".json")
    if "gofeed" in str(file) and file.suffix == ".xml" and beside.exists():
        expected = json.loads(beside.read_bytes())
        return len(expected.get("items") or expected.get("entries") or ())
    if stated := STATED.search(body):
        return int(stated[1])
    return _count_json(body) if file.suffix == ".json" else _count_xml(body)


def _count_json(body: bytes) -> int | None:
    try:
        found = json.loads(body)
    except ValueError:
        return None
    is_feed = isinstance(found, dict) and "jsonfeed.org" in str(found.get("version"))
    return len(found.get("items") or ()) if is_feed else 0


def _count_xml(body: bytes) -> int | None:
    try:
        root = etree.fromstring(body, PARSER)
    except (etree.XMLSyntaxError, ValueError):
        return None
    names = [etree.QName(each) for each in root.iter() if isinstance(each.tag, str)]
    known = NAMESPACES | {names[0].namespace or ""}
    return sum(name.localname.lower() in ("item", "entry") and (name.namespace or "") in known for name in names)


def unpack(packed: Path, folder: Path) -> None:
    """Unpack every archive of a shared set into a folder of its own name."""
    for archive in sorted(packed.glob("*.tar.zst")):
        with (
            archive.open("rb") as held,
            zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(held) as stream,
            tarfile.open(fileobj=stream, mode="r|") as files,
        ):
            files.extractall(folder / archive.name.removesuffix(".tar.zst"), filter="data")


def main() -> int:
    """Print what a folder of unpacked feeds, or the shared set, came to; 1 where a count is wrong."""
    with tempfile.TemporaryDirectory() as fresh:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(fresh)
        if len(sys.argv) == 1:
            unpack(shared("feeds"), folder)
        found = compare(folder)
    print(f"{found.files} files, {dict(found.states)}, {found.seconds:.1f} s of the processor")
    print(f"{found.right} of {found.counted} well-formed files counted right: {dict(found.suites)}")
    print("\n".join(["refused:", *found.refused, "wrong:", *found.wrong]))
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
