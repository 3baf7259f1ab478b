"""What is late, what falls due, what ends: in time, in order, and never what is done."""

from datetime import date
from typing import Any

import pytest
from tests.builders.briefs import paper

from chancery.advise import record_paper, word_finding
from chancery.advise.find_due import count_due, find_due
from chancery.advise.records import Paper
from chancery.sources.package_data import read_phrases

TODAY = date(2026, 3, 17)


def _due(*papers: Paper) -> list[str]:
    findings = find_due(papers, {each.id: record_paper(each) for each in papers}, TODAY)
    return [word_finding(finding, read_phrases("en")) for finding in findings]


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"due": date(2026, 3, 10)}, "Late since 10 March 2026: Matter task-1. Economic section."),
        ({"due": date(2026, 3, 24), "owner": ""}, "By Tuesday 24 March 2026: Matter task-1."),
        ({"due": date(2026, 4, 30), "kind": "agreement"}, "Expires on Thursday 30 April 2026 unless renewed: Matter task-1."),
        (
            {"due": date(2026, 3, 20), "kind": "departure", "deputy": "Consul"},
            "Leaves on Friday 20 March 2026: Matter task-1. Consul stands in.",
        ),
        ({"due": date(2026, 3, 30), "kind": "visit"}, "On Monday 30 March 2026: Matter task-1. Economic section."),
    ],
)
def test_each_kind_of_paper_has_its_sentence(fields: dict[str, Any], text: str) -> None:
    assert _due(paper(**fields)) == [text]


@pytest.mark.parametrize(
    "fields",
    [
        {"due": None},
        {"status": "done"},
        {"status": "answered"},
        {"due": date(2026, 3, 25)},
        {"due": date(2026, 3, 16), "kind": "vote"},
        {"readers": ("head_of_mission",)},
    ],
)
def test_what_needs_nothing_or_is_not_for_all_is_not_told(fields: dict[str, Any]) -> None:
    assert _due(paper(**fields)) == []


def test_the_latest_stands_first_and_the_count_agrees() -> None:
    papers = (paper("b", due=date(2026, 3, 20)), paper("a", due=date(2026, 3, 1)), paper("c", due=date(2026, 3, 17)))
    findings = find_due(papers, {each.id: record_paper(each) for each in papers}, TODAY)
    assert [finding.about for finding in findings] == ["a", "c", "b"]
    assert count_due(findings, TODAY) == (1, 2)
