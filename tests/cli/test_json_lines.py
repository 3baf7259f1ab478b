"""JSON Lines in and out."""

import io
import os
from pathlib import Path

import click
import pytest

from chancery.cli.json_lines import Lines, open_lines, open_out, write_lines
from chancery.common.errors import InputError


def _lines(content: bytes, *, skip_bad: bool = False) -> Lines:
    return Lines(io.BytesIO(content), "given", skip_bad=skip_bad)


def test_every_object_is_parsed_with_its_line_number() -> None:
    found = list(_lines(b'{"a": 1}\n\n{"a": 2}\n').parse(lambda each, number: (number, each["a"])))
    assert found == [(1, 1), (3, 2)]


@pytest.mark.parametrize(("line", "why"), [(b"{", "is not JSON"), (b"[1]", "not a JSON object"), (b"\xff\xfe", "not UTF-8")])
def test_a_bad_line_is_named_by_its_number(line: bytes, why: str) -> None:
    with pytest.raises(InputError, match=f"given, line 2: .*{why}"):
        list(_lines(b"{}\n" + line + b"\n").parse(lambda each, _: each))


def test_deep_nesting_is_a_bad_line_and_no_crash() -> None:
    with pytest.raises(InputError, match="line 1"):
        list(_lines(b"[" * 100_000 + b"\n").parse(lambda each, _: each))


def test_skipped_lines_are_counted_and_end_with_status_three() -> None:
    lines = _lines(b'{"a": 1}\n{\n{"a": 2}\n', skip_bad=True)
    assert [each["a"] for each in lines.parse(lambda each, _: each)] == [1, 2]
    with pytest.raises(click.exceptions.Exit) as end:
        lines.finish()
    assert end.value.exit_code == 3


def test_a_file_that_is_not_there_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.jsonl"), open_lines(tmp_path / "none.jsonl"):
        pass


def test_output_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    with pytest.raises(TypeError), open_out(target) as out:
        write_lines([{"ký": "tự"}, {"no JSON": object()}], out)
    assert list(tmp_path.iterdir()) == []
    with open_out(target) as out:
        write_lines([{"ký": "tự"}], out)
    assert target.read_text(encoding="utf-8") == '{"ký": "tự"}\n'


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with open_out(pipe) as stream:
            write_lines([{"id": "1"}], stream)
        assert os.read(reader, 100) == b'{"id": "1"}\n'
    finally:
        os.close(reader)
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


def test_half_a_sign_is_written_as_it_came_and_no_crash(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    with open_out(target) as out:
        write_lines([{"title": "a\ud800"}, {"title": "ký"}], out)
    assert target.read_text(encoding="utf-8") == '{"title": "a\\ud800"}\n{"title": "ký"}\n'
