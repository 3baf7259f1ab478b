import json
from datetime import UTC, datetime
from typing import Any

import pytest

from chancery.advise.records import Block, Brief, BriefSection
from chancery.common.citation import Citation, Span
from chancery.common.errors import InputError
from chancery.common.pack import pack
from chancery.sources.brief_json import read_brief, read_check_input

AS_OF = datetime(2026, 3, 17, 6, 30, tzinfo=UTC)
INPUT: dict[str, Any] = {
    "as_of": "2026-03-17T06:30:00+00:00",
    "language": "en",
    "articles": [{"id": "a1", "published": "2026-03-16", "title": "Rice", "text": "Talks resume.", "source": "courier"}],
    "records": [{"id": "r1", "kind": "figure", "date": "2026-03-01", "title": "Exports", "value": 12.5, "mark": "official"}],
    "blocks": [
        {
            "id": "b1",
            "kind": "fact",
            "text": "Talks resume.",
            "citations": [{"article": "a1", "field": "text", "start": 0, "end": 13, "quote": "Talks resume."}],
        },
        {"id": "b2", "kind": "outlook", "text": "Likely.", "citations": [{"record": "r1", "value": 12.5}], "probability": 0.6},
    ],
}


def test_a_check_input_is_read_with_all_its_statements_rest_on() -> None:
    found = read_check_input(json.dumps(INPUT), "brief.json")
    first, second = found.brief.blocks
    assert (found.brief.as_of, found.brief.language, found.brief.mark) == (AS_OF, "en", "official")
    assert (first.kind, first.citations[0].span, first.citations[0].quote) == ("fact", Span("text", 0, 13), "Talks resume.")
    assert (first.citations[0].source, first.citations[0].date) == ("courier", datetime(2026, 3, 16, tzinfo=UTC))
    assert (second.probability, second.citations[0].kind, second.citations[0].value) == (0.6, "figure", 12.5)
    assert found.articles["a1"].text == "Talks resume."
    assert found.records["r1"].title == "Exports"


def test_days_are_those_of_the_zone_it_names_else_utc() -> None:
    assert read_check_input(json.dumps(INPUT)).brief.time_zone == "UTC"
    assert read_check_input(json.dumps({**INPUT, "time_zone": "Asia/Bangkok"})).brief.time_zone == "Asia/Bangkok"
    with pytest.raises(InputError, match="no IANA time zone"):
        read_check_input(json.dumps({**INPUT, "time_zone": "Asia/Nowhere"}))


def test_a_citation_of_what_is_not_there_is_left_to_the_checker() -> None:
    blocks = [
        {"id": "b1", "kind": "fact", "text": "x", "citations": [{"article": "zz", "start": 0, "end": 1}, {"record": "yy"}]}
    ]
    found = read_check_input(json.dumps({**INPUT, "blocks": blocks}))
    assert [citation.ref for citation in found.brief.blocks[0].citations] == ["zz", "yy"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"as_of": "soon"}, "as_of"),
        ({"language": 3}, "language"),
        ({"articles": [{"id": "a1", "title": "x"}]}, "articles[1].published"),
        ({"articles": [INPUT["articles"][0], INPUT["articles"][0]]}, "articles[2].id"),
        ({"records": [{"id": "r", "kind": "rumour", "date": "2026-03-01"}]}, "records[1].kind"),
        ({"blocks": {}}, "blocks"),
        ({"blocks": [{"id": "b", "kind": "poem", "text": "x"}]}, "blocks[1].kind"),
        (
            {"blocks": [{"id": "b", "kind": "fact", "text": "x", "citations": [{"quote": "x"}]}]},
            "blocks[1].citations[1].article",
        ),
        (
            {"blocks": [{"id": "b", "kind": "fact", "text": "x", "citations": [{"article": "a", "start": -1}]}]},
            "blocks[1].citations[1].start",
        ),
        ({"blocks": [{"id": "b", "kind": "fact", "text": "x", "probability": 2}]}, "blocks[1].probability"),
    ],
)
def test_a_malformed_brief_names_file_and_field(change: dict[str, Any], field: str) -> None:
    with pytest.raises(InputError) as caught:
        read_check_input(json.dumps({**INPUT, **change}), "brief.json")
    assert (caught.value.file, caught.value.field) == ("brief.json", field)


@pytest.mark.parametrize("missing", ["as_of", "language", "articles", "records", "blocks"])
def test_a_part_that_is_missing_is_named(missing: str) -> None:
    with pytest.raises(InputError, match=missing):
        read_check_input(json.dumps({name: value for name, value in INPUT.items() if name != missing}))


def test_a_brief_of_ours_reads_back_as_it_was() -> None:
    citation = Citation("article", "a1", "Rice", "courier", AS_OF, span=Span("text", 0, 5), quote="Talks", digest="d")
    block = Block("b1", "fact", "Talks", (citation,), "source")
    brief = Brief(
        "x",
        "daily",
        "maren",
        "Embassy",
        "en",
        "UTC",
        AS_OF,
        "Daily brief",
        (BriefSection("stories", "Stories", (), (block,)),),
        "official",
    )
    assert read_brief(json.dumps({"format": "chancery-brief/1", "brief": pack(brief)})) == brief


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"format": "chancery-brief/1"}', '{"format": "chancery-brief/1", "brief": {"id": 3}}', "[" * 100_000],
)
def test_what_is_no_brief_names_its_file(text: str) -> None:
    with pytest.raises(InputError, match=r"^previous\.json"):
        read_brief(text, "previous.json")
