"""Records as JSON and back."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from chancery.common.citation import Citation, Span
from chancery.common.errors import InputError
from chancery.common.finding import Finding
from chancery.common.pack import pack, unpack
from chancery.common.said import Said, say
from chancery.watch.records import Rights, Source

CITATION = Citation(
    "article",
    "a1",
    "Title",
    "Outlet",
    datetime(2026, 3, 1, tzinfo=UTC),
    span=Span("title", 0, 5),
    quote="Title",
    mark="official",
)


def test_a_record_comes_back_as_it_was() -> None:
    kept = json.loads(json.dumps(pack(CITATION)))
    assert unpack(Citation, kept) == CITATION


def test_a_sentence_within_a_sentence_comes_back() -> None:
    told = say("refused: {why} ({count})", why=say("larger than {most} MB", most=10), count=2)
    kept = json.loads(json.dumps(pack(told)))
    assert unpack(Said, kept) == told
    assert str(told) == "refused: larger than 10 MB (2)"


def test_fields_at_their_default_are_left_out() -> None:
    assert set(pack(Span("title", 0, 5))) == {"field", "start", "end"}
    assert "url" not in pack(CITATION)


def test_nested_records_tuples_and_durations_come_back() -> None:
    source = Source("s", "Outlet", languages=("en", "vi"), rights=Rights(quote_words=20), every=timedelta(hours=6))
    assert unpack(Source, json.loads(json.dumps(pack(source)))) == source


def test_pairs_of_names_and_values_come_back_in_order() -> None:
    finding = Finding("f", "D2", (("count", 3), ("title", "Visit"), ("share", 0.5)), (CITATION,))
    assert unpack(Finding, json.loads(json.dumps(pack(finding)))) == finding


def test_what_is_no_such_record_is_an_error_of_ours() -> None:
    with pytest.raises(InputError, match="is no Citation"):
        unpack(Citation, {"kind": "article"})
