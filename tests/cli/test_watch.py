"""`chancery watch`, as a program in a pipe."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from chancery.cli.watch import command
from chancery.common.errors import InputError

ARTICLES = (
    {
        "id": "1",
        "published": "2026-03-09T06:00:00+00:00",
        "title": "Kenya opens a container berth at Mombasa port",
        "lang": "en",
    },
    {"id": "2", "published": "2026-03-09T08:00:00+00:00", "title": "Peru extends its fishing ban", "note": {"ours": [1]}},
    {"id": "3", "published": "2026-03-09", "title": "Container berth at Mombasa port opened, Kenya says"},
)


def _given(*lines: object) -> str:
    return "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)


def _run(*arguments: str, given: str = "") -> list[dict[str, Any]]:
    done = CliRunner().invoke(command, arguments, input=given, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_read_adds_language_and_countries_and_passes_the_rest_through() -> None:
    first, second, _ = _run("read", given=_given(*ARTICLES))
    assert first["lang"] == "en"
    assert first["countries"] == [
        {
            "code": "KE",
            "role": "focus",
            "score": 1.0,
            "spans": [{"field": "title", "start": 0, "end": 5}, {"field": "title", "start": 33, "end": 40}],
        }
    ]
    assert second["note"] == {"ours": [1]}
    assert [tag["code"] for tag in second["countries"]] == ["PE"]


def test_read_tells_facts_with_the_words_they_rest_on() -> None:
    given = {
        "id": "1",
        "published": "2026-03-03",
        "title": "Kenya expels the ambassador of France",
        "text": "Nairobi gave 12 days.",
    }
    (line,) = _run("read", given=_given(given))
    (event, *_) = line["events"]
    assert (event["quad"], event["source"]["code"], event["target"]["code"]) == ("material_conflict", "KE", "FR")
    assert given["title"][event["span"]["start"] : event["span"]["end"]] == "expels"
    assert {"dateline", "actors", "topics", "quotes", "stances", "figures", "commitments", "policy"} <= line.keys()


def test_group_writes_a_line_for_each_article_in_order() -> None:
    lines = _run("group", given=_given(*ARTICLES))
    assert [line["id"] for line in lines] == ["1", "2", "3"]
    assert lines[0]["story"] == lines[2]["story"] != lines[1]["story"]
    assert all(line["because"] for line in lines)


def test_group_keeps_at_most_so_many_stories_open() -> None:
    lines = _run("group", "--max-live", "1", given=_given(*ARTICLES))
    assert len({line["story"] for line in lines}) == 3


def test_group_writes_each_line_before_it_reads_the_next() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", "from chancery.cli import main; main()", "watch", "group"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        for each in ARTICLES:
            process.stdin.write(_given(each))
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == each["id"]
        process.stdin.close()
    assert process.returncode == 0


def test_search_tells_what_matched() -> None:
    (line,) = _run("search", "mombasa opens", given=_given(*ARTICLES))
    assert (line["id"], line["matched"]) == ("1", ["mombasa", "opens"])
    assert line["score"] > 0


def test_a_query_without_words_is_refused() -> None:
    assert CliRunner().invoke(command, ["search", "?"], input="").exit_code == 2


@pytest.mark.parametrize("verb", [["read"], ["group"], ["search", "kenya"]])
def test_a_bad_line_is_an_error_that_names_it(verb: list[str]) -> None:
    with pytest.raises(InputError, match=r"standard input, line 2, field `published`"):
        CliRunner().invoke(command, verb, input=_given(ARTICLES[0], {"id": "x", "title": "t"}), catch_exceptions=False)


def test_skipped_lines_end_with_status_three() -> None:
    done = CliRunner().invoke(command, ["group", "--skip-bad"], input=_given(ARTICLES[0], "{", ARTICLES[1]))
    assert done.exit_code == 3
    assert len(done.stdout.splitlines()) == 2


def test_output_goes_to_a_file(tmp_path: Path) -> None:
    given, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    given.write_text(_given(*ARTICLES), encoding="utf-8")
    assert _run("group", str(given), "--out", str(out)) == []
    assert len(out.read_text(encoding="utf-8").splitlines()) == 3
