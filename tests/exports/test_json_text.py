"""The JSON of a brief: read and written again the same bytes; it passes the check door; no more words than are quoted."""

import json
from dataclasses import replace

from tests.builders.briefs import article, brief, conversation, material, paper, quote, story, tongues_brief

from chancery.advise import check_brief, compose_brief, faults
from chancery.advise.records import Record
from chancery.exports.json_text import write_json
from chancery.sources.brief_json import read_brief, read_check_input

LONG = article(
    "a1", "It was a quiet day. The tile hearing has been put back to 7 April. Nobody knew more.", title="Tile hearing moved"
)


def _composed() -> tuple[str, tuple[Record, ...]]:
    made, records = compose_brief(material([story("s1", LONG)], conversations=(conversation(differs=True),), papers=(paper(),)))
    return write_json(made, (LONG,), records), records


def test_read_and_written_again_it_is_the_same_bytes() -> None:
    for text in (_composed()[0], write_json(*tongues_brief(), ())):
        again = read_check_input(text)
        assert write_json(read_brief(text), again.articles.values(), again.records.values()) == text


def test_what_we_write_passes_the_check_door() -> None:
    given = read_check_input(_composed()[0])
    assert faults(check_brief(given.brief, given.articles, given.records)) == ()


def test_no_word_of_an_article_travels_that_is_not_quoted() -> None:
    made = brief(quote(LONG, "The tile hearing has been put back to 7 April."))
    (line,) = json.loads(write_json(made, (LONG,), ()))["articles"]
    assert line["text"].strip() == "The tile hearing has been put back to 7 April."
    assert line["text"].index("The tile") == LONG.text.index("The tile")


def test_a_stored_copy_that_changed_since_is_found() -> None:
    whole = json.loads(write_json(brief(quote(LONG, "Nobody knew more.")), (LONG,), ()))
    whole["articles"][0]["text"] = "!" + whole["articles"][0]["text"][1:]
    given = read_check_input(json.dumps(whole))
    assert {c.rule for c in check_brief(given.brief, given.articles, given.records) if c.verdict == "blocking"} == {"digest"}


def test_only_cited_records_travel() -> None:
    _, records = _composed()
    spare = replace(records[0], id="spare")
    made = brief(quote(LONG))
    assert json.loads(write_json(made, (LONG,), (spare,)))["records"] == []


def test_half_a_sign_in_a_text_is_written_in_ascii_and_read_back() -> None:
    half = article("a1", "The tile hearing \ud800 has been put back.", url="")
    text = write_json(brief(quote(half)), (half,), ())
    assert text.isascii()
    again = read_check_input(text)
    assert write_json(read_brief(text), again.articles.values(), again.records.values()) == text
