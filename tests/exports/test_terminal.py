"""The terminal brief: widths that fit, links that can be clicked, plain text in a file."""

from io import StringIO

from rich.console import Console
from tests.builders.briefs import TONGUES, tongues_brief

from chancery.exports.terminal import write_terminal


def _printed(**fields: object) -> str:
    out = StringIO()
    write_terminal(tongues_brief()[0], Console(file=out, highlight=False, legacy_windows=False, **fields))  # type: ignore[arg-type]
    return out.getvalue()


def test_a_terminal_gets_links_to_addresses() -> None:
    printed = _printed(force_terminal=True, width=100)
    assert "\x1b]8;" in printed
    assert "https://tribune.example/a-vi" in printed


def test_a_file_gets_plain_text_with_every_word() -> None:
    printed = _printed(width=300)
    assert "\x1b" not in printed
    for text, name in TONGUES.values():
        assert name in printed
        assert text.split()[0] in printed


def test_no_line_is_wider_than_asked() -> None:
    assert max(len(line) for line in _printed(width=60).splitlines()) <= 60
    assert max(len(line) for line in _printed(width=300).splitlines()) <= 100


def test_every_source_is_numbered_once() -> None:
    listed = [line for line in _printed(width=300).splitlines() if line.startswith("  [")]
    assert [line[2:5] for line in listed] == ["[1]", "[2]", "[3]", "[4]", "[5]"]
