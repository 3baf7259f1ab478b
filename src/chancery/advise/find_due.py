"""What is late, what falls due, what ends: findings from the mission's own papers."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from chancery.advise.cite import cite_record
from chancery.advise.records import Paper, PaperKind, Record
from chancery.common.finding import Finding

WEEK = timedelta(days=7)
AHEAD: Mapping[PaperKind, timedelta] = {
    # How long before its day a paper is in the brief; what needs negotiation is told earlier.
    "instruction": WEEK,
    "task": WEEK,
    "departure": WEEK,
    "visit": timedelta(days=14),
    "vote": timedelta(days=14),
    "candidature": timedelta(days=30),
    "agreement": timedelta(days=60),
    "case": WEEK,
    "document": WEEK,
}
LATE = frozenset({"D1", "D6"})
"""The templates of a matter that is late."""
LEAVES = "D4"  # an officer who leaves is told, and is no task
TEMPLATES: Mapping[PaperKind, str] = {"agreement": "D3", "departure": LEAVES, "visit": "D5", "vote": "D5", "candidature": "D5"}
WITHOUT_OWNER: Mapping[str, str] = {"D1": "D6", "D2": "D7", "D5": "D8"}
DONE = frozenset({"done", "answered"})


def find_due(papers: Sequence[Paper], records: Mapping[str, Record], today: date) -> tuple[Finding, ...]:
    """Return what is late, then what comes due within its time ahead, by day; not what is done or kept to its readers."""
    return tuple(sorted(_due(papers, records, today), key=lambda finding: (-finding.weight, finding.id)))


def count_due(findings: Sequence[Finding], today: date) -> tuple[int, int]:
    """Return how many findings of `find_due` are late, and how many fall due within a week; who leaves is no task."""
    days = [dict(finding.values)["day"] for finding in findings if finding.template != LEAVES]
    late = sum(finding.template in LATE for finding in findings)
    week = sum(isinstance(day, date) and today <= day <= today + WEEK for day in days)
    return late, week


def _due(papers: Sequence[Paper], records: Mapping[str, Record], today: date) -> Iterator[Finding]:
    for paper in papers:
        if paper.due is None or paper.status in DONE or paper.readers:
            continue
        left = paper.due - today
        late = left < timedelta(0)
        if late and paper.kind in ("visit", "vote", "departure"):
            continue  # it has taken place; there is nothing to do about it
        if not late and left > AHEAD.get(paper.kind, WEEK):
            continue
        template = "D1" if late and paper.kind != "agreement" else TEMPLATES.get(paper.kind, "D2")
        if template in WITHOUT_OWNER and not paper.owner:
            template = WITHOUT_OWNER[template]
        values = (
            ("day", paper.due),
            ("title", paper.title.rstrip(".")),
            ("owner", paper.owner),
            ("deputy", paper.deputy or "—"),
        )
        citation = cite_record(records[paper.id])
        yield Finding(f"due-{paper.id}", template, values, (citation,), paper.id, float(-left.days), paper.mark)
