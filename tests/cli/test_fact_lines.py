"""Facts as lines of JSON; whatever an article holds, a line comes out for it, in time and with spans that are its words."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from click.testing import CliRunner
from tests.watch.facts.hostile import HOSTILE

from chancery.cli.fact_lines import fact_line
from chancery.cli.watch import command
from chancery.common.citation import Span
from chancery.watch.facts.records import Actor, Attitude, Dateline, Event, Facts, Figure, PolicyStep, Promise, Quote, Topic
from chancery.watch.records import CountryTag, Mention

SECONDS = 5.0  # of the processor, so that a busy machine fails no test
SPAN, AT = Span("text", 0, 5), {"field": "text", "start": 0, "end": 5}
KENYA = Actor(SPAN, "Kenya", "KE", because="names.tsv:1")
WHO = {"code": "KE", "sector": None, "text": "Kenya", "span": AT}


def _given(fields: dict[str, Any], identity: str = "1") -> str:
    return json.dumps({"id": identity, "published": "2026-03-03", "title": "t", "lang": "en"} | fields) + "\n"


def _parse(line: str) -> dict[str, Any]:
    """Return the object of a line as another program reads it: NaN and Infinity are no JSON."""
    found: dict[str, Any] = json.loads(line, parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))
    return found


def _read(*given: dict[str, Any]) -> list[dict[str, Any]]:
    begun = process_time()
    done = CliRunner().invoke(command, ["read"], input="".join(map(_given, given)), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    assert process_time() - begun < SECONDS * len(given)
    return [_parse(line) for line in done.stdout.splitlines()]


def _spans(found: object) -> Iterator[tuple[dict[str, Any], str | None]]:
    """Yield every span in an object, with the words told for it where they are told."""
    if isinstance(found, dict):
        if found.get("span"):
            yield found["span"], found.get("text")
        yield from ((span, None) for span in found.get("spans", ()))
        for value in found.values():
            yield from _spans(value)
    for value in found if isinstance(found, list) else ():
        yield from _spans(value)


def test_every_fact_is_written_under_its_name_in_the_docs() -> None:
    event = Event("AID", "material_cooperation", KENYA, None, "planned", 0.123456, SPAN, "Kenya", because="events.json")
    facts = Facts(
        "1",
        dateline=Dateline(SPAN, "NAIROBI", "KE", date(2026, 3, 2), "Agency"),
        actors=(KENYA, Actor(SPAN, "UN", "UN", "IGO", "UN", because="o:1")),
        events=(event,),
        topics=(Topic("11000000", 2 / 3, (SPAN,), "topics.tsv:1"),),
        quotes=(Quote(SPAN, "Kenya", SPAN, None, "marks alone"),),
        attitudes=(Attitude(KENYA, None, -0.98765, 0.98765, SPAN, "tone.json"),),
        figures=(Figure(12.0, "person", SPAN, "Kenya", "units.tsv:1"),),
        commitments=(Promise(KENYA, None, date(2030, 12, 31), SPAN, "Kenya", "commitments.tsv:1"),),
        policy=(PolicyStep("budget", "", "KE", SPAN, "Kenya", "policy.tsv:1"),),
        version="7",
    )
    assert fact_line((CountryTag("KE", "focus", 1 / 3, (Mention("KE", SPAN, "Kenya"),)),), "en", facts) == {
        "lang": "en",
        "dateline": {"place": "NAIROBI", "code": "KE", "date": "2026-03-02", "agency": "Agency", "span": AT},
        "countries": [{"code": "KE", "role": "focus", "score": 0.3333, "spans": [AT]}],
        "actors": [
            {"code": "KE", "sector": None, "text": "Kenya", "span": AT, "because": "names.tsv:1"},
            {"code": "UN", "sector": "IGO", "organisation": "UN", "text": "UN", "span": AT, "because": "o:1"},
        ],
        "events": [
            {
                "class": "AID", "quad": "material_cooperation", "source": WHO, "target": None, "realis": "planned",
                "confidence": 0.1235, "span": AT, "because": "events.json",
            }
        ],
        "topics": [{"code": "11000000", "confidence": 0.6667, "spans": [AT], "because": "topics.tsv:1"}],
        "quotes": [{"span": AT, "speaker": AT, "verb": None, "because": "marks alone"}],
        "stances": [
            {"target": WHO, "holder": None, "value": -0.9877, "confidence": 0.9877, "span": AT, "because": "tone.json"}
        ],
        "figures": [{"value": 12.0, "unit": "person", "span": AT, "because": "units.tsv:1"}],
        "commitments": [{"who": WHO, "to": None, "due": "2030-12-31", "span": AT, "because": "commitments.tsv:1"}],
        "policy": [{"step": "budget", "body": None, "country": "KE", "span": AT, "because": "policy.tsv:1"}],
        "pack": "7",
    }  # fmt: skip


def test_an_article_of_nothing_has_every_field_and_nothing_in_it() -> None:
    lists = ("countries", "actors", "events", "topics", "quotes", "stances", "figures", "commitments", "policy")
    assert fact_line((), "", Facts("1")) == {"lang": "", "dateline": None, "pack": ""} | {name: [] for name in lists}


@pytest.mark.parametrize(("status", "told"), [("found", None), ("abstained", "abstained")])
def test_an_event_that_is_not_sure_says_so(status: Any, told: str | None) -> None:
    event = Event("AID", "material_cooperation", None, None, "reported", 0.3, SPAN, "Kenya", status)
    (line,) = fact_line((), "en", Facts("1", events=(event,)))["events"]
    assert line.get("status") == told


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_any_article_gives_a_line_in_time_and_every_span_is_its_words(name: str) -> None:
    (line,) = _read(HOSTILE[name])
    for span, words in _spans(line):
        field = line[span["field"]]
        assert 0 <= span["start"] < span["end"] <= len(field)
        assert words is None or field[span["start"] : span["end"]] == words


def test_a_program_in_a_pipe_reads_them_all_without_a_word_of_complaint() -> None:
    given = "".join(_given(fields, name) for name, fields in HOSTILE.items())
    run = [sys.executable, "-c", "from chancery.cli import main; main()", "watch", "read"]
    done = subprocess.run(run, input=given, capture_output=True, check=False, encoding="utf-8", timeout=SECONDS * len(HOSTILE))
    assert (done.returncode, done.stderr) == (0, "")
    assert [_parse(line)["id"] for line in done.stdout.splitlines()] == list(HOSTILE)


def test_articles_of_one_id_each_have_their_line() -> None:
    found = _read({"title": "Kenya votes"}, {"title": "Peru votes"}, {"title": "Kenya votes"})
    assert [[tag["code"] for tag in line["countries"]] for line in found] == [["KE"], ["PE"], ["KE"]]


def test_marks_of_direction_and_a_wrong_language_change_no_fact() -> None:
    title = "Kenya expels the ambassador of France over the port and the ships in the harbour"
    plain, marked, wrong = _read({"title": title}, {"title": f"\u200f{title}\u200e"}, {"title": title, "lang": "ja"})
    told = [
        [(each["class"], each["source"]["code"], each["target"]["code"]) for each in line["events"]] for line in (plain, marked)
    ]
    assert told[0] == told[1] == [(plain["events"][0]["class"], "KE", "FR")]
    assert (wrong["lang"], wrong["events"]) == ("en", plain["events"])


@pytest.mark.parametrize("digits", ["9" * 310 + " people", "9" * 306 + " million people"])
def test_a_number_too_great_is_no_figure_and_spoils_no_line(digits: str) -> None:
    (line,) = _read({"title": f"Kenya counts {digits}"})
    assert line["figures"] == []


def test_the_example_of_the_docs_is_what_read_writes(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "watch.md").read_text(encoding="utf-8")
    example = page.partition("### An example")[2]
    article, shown = tmp_path / "article.jsonl", example.partition("Set out for reading:")[2].split("```")[1]
    article.write_text(json.dumps(json.loads(example.partition("```json")[2].partition("```")[0])), encoding="utf-8")
    result = CliRunner().invoke(command, ["read", str(article)], catch_exceptions=False)
    told = json.loads(result.stdout)
    for field, value in json.loads("{" + shown + "}").items():
        assert told[field] == value, f"docs/reference/watch.md shows another `{field}`; print the example again"
