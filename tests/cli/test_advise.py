"""`chancery advise`: lines in, lines out, the exit statuses of the door."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from chancery.cli.advise import command
from chancery.common.errors import InputError

TEXT = "The port closed on 12 March with 40 ships inside. It opens on Friday, the harbour master said."
ARTICLE = {
    "id": "a1",
    "published": "2026-03-12T06:00:00+00:00",
    "title": "Port closed",
    "text": TEXT,
    "lang": "en",
    "source": "The Post",
}


def _brief(text: str, **fields: Any) -> dict[str, Any]:
    citation = {"article": "a1", "field": "text", "start": 0, "end": 49, "quote": TEXT[:49]}
    block = {"id": "b1", "kind": "fact", "text": text, "citations": [citation]}
    return {
        "as_of": "2026-03-13T06:30:00+00:00",
        "language": "en",
        "articles": [ARTICLE],
        "records": [],
        "blocks": [block],
        **fields,
    }


def _check(tmp_path: Path, *briefs: dict[str, Any]) -> Result:
    files = []
    for number, brief in enumerate(briefs):
        files.append(tmp_path / f"{number}.json")
        files[-1].write_text(json.dumps(brief), encoding="utf-8")
    return CliRunner().invoke(command, ["check", *map(str, files)])


def _lines(run: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run.stdout.splitlines()]


def test_a_clean_brief_ends_with_status_nought_and_a_line_for_each_rule(tmp_path: Path) -> None:
    run = _check(tmp_path, _brief("The port closed on 12 March with 40 ships inside."))
    assert run.exit_code == 0
    assert {line["verdict"] for line in _lines(run)} == {"ok"}
    assert set(_lines(run)[0]) == {"file", "block", "rule", "verdict", "span", "message"}


def test_one_fault_in_one_file_ends_with_status_four_and_names_the_file(tmp_path: Path) -> None:
    run = _check(tmp_path, _brief("40 ships were inside."), _brief("50 ships were inside."))
    assert run.exit_code == 4
    (fault,) = [line for line in _lines(run) if line["verdict"] == "blocking"]
    assert fault["file"] == str(tmp_path / "1.json")
    assert (fault["block"], fault["rule"], fault["span"]) == ("b1", "numbers", [0, 2])


def test_each_file_is_judged_as_if_alone(tmp_path: Path) -> None:
    alone = _lines(_check(tmp_path, _brief("40 ships.")))
    both = [
        line for line in _lines(_check(tmp_path, _brief("40 ships."), _brief("50 ships."))) if line["file"].endswith("0.json")
    ]
    assert alone == both


def test_a_malformed_brief_names_file_and_field(tmp_path: Path) -> None:
    run = _check(tmp_path, _brief("40 ships.", blocks=[{"id": "b1", "kind": "rumour", "text": "x", "citations": []}]))
    assert isinstance(run.exception, InputError)
    assert run.exception.file == str(tmp_path / "0.json")
    assert "kind" in run.exception.field


def test_a_summary_is_spans_of_its_articles_and_other_fields_pass_through(tmp_path: Path) -> None:
    line = json.dumps({"id": "c1", "desk": "ports", "articles": [ARTICLE]})
    run = CliRunner().invoke(command, ["summarise", "--words", "8"], input=line)
    (found,) = _lines(run)
    assert (found["id"], found["desk"]) == ("c1", "ports")
    (sentence,) = found["sentences"]
    assert TEXT[sentence["start"] : sentence["end"]] == sentence["text"]


def test_a_bad_line_is_named_or_skipped_and_counted(tmp_path: Path) -> None:
    lines = json.dumps({"id": "c1"}) + "\n" + json.dumps({"id": "c2", "articles": [ARTICLE]})
    bad = CliRunner().invoke(command, ["summarise", "--words", "9"], input=lines)
    assert isinstance(bad.exception, InputError)
    assert (bad.exception.line, bad.exception.field) == (1, "articles")
    skipped = CliRunner().invoke(command, ["summarise", "--words", "9", "--skip-bad"], input=lines)
    assert skipped.exit_code == 3
    assert [line["id"] for line in _lines(skipped)] == ["c2"]
