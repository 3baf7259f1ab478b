"""Share of planted faults the checker catches, by kind, and how often it speaks against a clean brief.

`corpus/faults.*.jsonl`: briefs of our own, each clean (`none`) or with one planted fault, parted into dev and test. A planted
fault is caught where a finding blocks. A clean brief is a false alarm where a finding blocks; what only warns is counted apart.
Run by itself (`python -m benchmarks.faults`) it prints what was missed and what was wrongly said, on dev alone.
"""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from chancery.advise import check_brief
from chancery.advise.records import Check
from chancery.flow.find_names import name_finder
from chancery.sources.brief_json import read_check_input
from chancery.sources.package_data import read_likelihood, read_packs

CORPUS = Path(__file__).parent / "corpus"
Row = dict[str, Any]


def measure() -> dict[str, float]:
    """Return recall by kind of fault, over all exact faults, and the two rates of false alarms, for dev and test."""
    rows = list(read_rows())
    if not rows:
        raise FileNotFoundError(2, "no planted faults", str(CORPUS / "faults.*.jsonl"))
    found: dict[str, float] = {}
    for split in ("dev", "test"):
        part = [(row, check_row(row)) for row in rows if row["split"] == split]
        planted = [(row, checks) for row, checks in part if row["fault"] != "none"]
        clean = [checks for row, checks in part if row["fault"] == "none"]
        caught = Counter(row["fault"] for row, checks in planted if blocks(checks))
        for fault, count in Counter(row["fault"] for row, _ in planted).items():
            found[f"own.faults.{fault}.{split}"] = caught[fault] / count
        found[f"own.faults.caught.{split}"] = caught.total() / len(planted)
        found[f"own.faults.false_alarms.{split}"] = sum(map(blocks, clean)) / len(clean)
        found[f"own.faults.false_warnings.{split}"] = sum(map(warns, clean)) / len(clean)
    return found


def read_rows() -> Iterator[Row]:
    """Yield the briefs of every language, each with its articles in place of their ids."""
    articles = _articles()
    for path in sorted(CORPUS.glob("faults.*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            row["brief"]["articles"] = [articles[ref] for ref in row["brief"].pop("article_ids")]
            yield row


def check_row(row: Row) -> tuple[Check, ...]:
    """Return what the checker says of one brief."""
    given = read_check_input(json.dumps(row["brief"]), row["id"])
    table = read_likelihood(given.brief.language)
    return check_brief(given.brief, given.articles, given.records, table, find_names=_find_names())


def blocks(checks: tuple[Check, ...]) -> bool:
    """Tell whether something blocks."""
    return any(check.verdict == "blocking" for check in checks)


def warns(checks: tuple[Check, ...]) -> bool:
    """Tell whether anything is said against a brief."""
    return any(check.verdict != "ok" for check in checks)


@cache
def _find_names() -> Any:
    return name_finder(read_packs())


def _articles() -> dict[str, Row]:
    lines = (line for path in sorted(CORPUS.glob("articles.*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines())
    return {article["id"]: article for article in map(json.loads, lines)}


def _show_dev() -> None:
    for row in read_rows():
        if row["split"] != "dev":
            continue
        checks = check_row(row)
        against = [check for check in checks if check.verdict != "ok"]
        if (row["fault"] == "none") == bool(against) or (row["fault"] != "none" and not blocks(checks)):
            print(row["id"], row["fault"])
            for check in against:
                print("   ", check.block, check.rule, check.verdict, check.message)
            for block in row["brief"]["blocks"]:
                quotes = [c.get("quote") or c.get("record") or "" for c in block["citations"]]
                print("      ", block["kind"], "|", block["text"], "|", quotes, block.get("probability", ""))


if __name__ == "__main__":
    _show_dev()
    for name, value in measure().items():
        print(f"{name:<44}{value:.3f}")
