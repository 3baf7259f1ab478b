"""`chancery watch packs check`: how well a pack reads its own headlines, and which of its lines cannot be read."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from chancery.cli.packs import packs, reader
from chancery.common.errors import InputError
from chancery.sources.package_data import pack_languages, read_examples

SOURCE = Path(__file__).parents[2] / "src" / "chancery"


def _check(*languages: str) -> Result:
    return CliRunner().invoke(packs, ["check", *languages], catch_exceptions=False)


def test_each_part_of_a_pack_has_a_line_with_its_shares() -> None:
    done = _check("en", "vi")
    head, *lines = done.stdout.splitlines()
    assert done.exit_code == 0
    assert head.split() == ["pack", "part", "n", "cover", "precision", "negatives", "quad"]
    assert [line.split()[:2] for line in lines] == [["en", "open"], ["en", "unseen"], ["vi", "open"], ["vi", "unseen"]]
    assert all(len(line) == len(head) for line in lines)
    for line in lines:
        count, *shares = line.split()[2:]
        assert all(share == "-" if count == "0" else 0 <= float(share) <= 1 for share in shares)


def test_the_headlines_counted_are_those_of_the_pack() -> None:
    (line,) = [line.split() for line in _check("fr").stdout.splitlines() if " open" in line]
    assert int(line[2]) == len(read_examples("fr", "open")) > 20


def test_a_language_without_headlines_is_refused_and_the_others_are_named() -> None:
    with pytest.raises(InputError, match=r"no labelled headlines for cs, xx; there are some for .*\ben\b"):
        _check("en", "xx", "cs")


def test_every_pack_with_headlines_can_be_checked_and_none_has_a_broken_line() -> None:
    done = _check()
    told = {line.split()[0] for line in done.stdout.splitlines()[1:]}
    assert told == {language for language in pack_languages() if read_examples(language, "open")}
    assert (done.exit_code, done.stderr) == (0, "")


def test_a_headline_is_read_in_the_language_of_its_pack() -> None:
    reading, facts = reader("fr")("Le Kenya expulse l'ambassadeur de la France")
    assert (reading.lang, {tag.code for tag in reading.countries}) == ("fr", {"KE", "FR"})
    assert {actor.code for actor in facts.actors} == {"KE", "FR"}


def test_a_broken_line_is_named_and_ends_with_status_four_and_the_rest_is_read(tmp_path: Path) -> None:
    others = [name for name in pack_languages() if name != "en"]
    shutil.copytree(
        SOURCE, tmp_path / "chancery", ignore=shutil.ignore_patterns("workbench", "small_embassy", "__pycache__", *others)
    )
    table = tmp_path / "chancery" / "data" / "watch" / "packs" / "en" / "topics.tsv"
    lines = table.read_text(encoding="utf-8").split("\n")
    table.write_text("\n".join(["no tabs here", *lines]), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "from chancery.cli import main; main()", "watch", "packs", "check", "en"],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    assert done.returncode == 4, done.stderr
    assert done.stderr.splitlines() == [
        "en/topics line 1: has 1 columns; value, mark and forms are needed, parted by tabs",
        "1 forms or lines could not be read; mend them, the rest works without.",
    ]
    assert done.stdout.splitlines() == _check("en").stdout.splitlines()
