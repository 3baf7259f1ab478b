"""`chancery brief` and `demo`: the same brief in every format, from a folder, with no database and no network."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from chancery.cli.brief import command as brief
from chancery.cli.demo import command as demo
from chancery.cli.demo import find_example

CHANCERY = str(Path(sys.executable).with_name("chancery"))


@pytest.fixture(scope="module")
def mission(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mission")
    (folder / "mission.toml").write_text(
        'id = "m"\nname = "Embassy"\nsending_state = "PE"\nlanguages = ["en"]\ntime_zone = "UTC"\nceiling = "official"\n'
        'as_of = 2026-03-17T06:30:00+00:00\n[[accreditations]]\ncode = "KE"\nresidence = "resident"\n',
        encoding="utf-8",
    )
    (folder / "sources.toml").write_text(
        '[[source]]\nid = "a"\nname = "The Courier"\n[[source]]\nid = "b"\nname = "The Post"\n', encoding="utf-8"
    )
    (folder / "articles.jsonl").write_text(
        '{"id": "1", "published": "2026-03-17T05:00:00Z", "title": "Kenya closes the port of Mombasa", "source": "a", '
        '"text": "Kenya has closed the port of Mombasa for two days, the ports authority said on Tuesday."}\n'
        '{"id": "2", "published": "2026-03-17T06:00:00Z", "title": "Port of Mombasa closed in Kenya", "source": "b", '
        '"text": "The port of Mombasa in Kenya is closed until Thursday because of high wind, the harbour master said."}\n',
        encoding="utf-8",
    )
    return folder


def test_every_format_is_written_where_it_was_asked_for(mission: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke(brief, [str(mission), "--format", "html,docx,pdf,json", "--out", str(tmp_path)])
    assert run.exit_code == 0, run.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief.docx", "brief.html", "brief.json", "brief.pdf"]


def test_one_format_goes_to_the_file_that_was_named(mission: Path, tmp_path: Path) -> None:
    target = tmp_path / "previous.json"
    assert CliRunner().invoke(brief, [str(mission), "--format", "json", "--out", str(target)]).exit_code == 0
    assert target.read_text(encoding="utf-8").startswith('{\n "format": "chancery-brief/1"')


def test_the_terminal_brief_quotes_and_lists_its_sources(mission: Path) -> None:
    run = CliRunner().invoke(brief, [str(mission)])
    assert "The Courier: “Kenya has closed the port of Mombasa" in " ".join(run.output.split())
    assert "Sources" in run.output


def test_what_was_published_later_is_not_read(mission: Path) -> None:
    run = CliRunner().invoke(brief, [str(mission), "--at", "2026-03-17T05:30:00+00:00"])
    assert "The Post" not in run.output.split("Sources")[-1]


def test_the_same_folder_gives_the_same_bytes(mission: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        CliRunner().invoke(brief, [str(mission), "--format", "html,docx,pdf,json", "--out", str(tmp_path / name)])
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_what_cannot_be_done_is_said_in_one_line(mission: Path) -> None:
    assert CliRunner().invoke(brief, [str(mission), "--format", "odt"]).exit_code == 2
    run = subprocess.run([CHANCERY, "brief", str(mission / "none")], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (2, f"chancery: {mission / 'none'}: is no folder; name the folder of a mission\n")


def test_the_demo_ends_by_itself_and_says_where_its_files_lie(tmp_path: Path) -> None:
    run = CliRunner().invoke(demo, ["--out", str(tmp_path)])
    assert run.exit_code == 0, run.output
    for name in ("brief.html", "brief.docx", "brief.pdf"):
        assert f"Wrote {tmp_path / name}" in run.output
        assert (tmp_path / name).stat().st_size > 5_000


def test_the_demo_brief_holds_at_least_five_cited_statements(tmp_path: Path) -> None:
    CliRunner().invoke(demo, ["--out", str(tmp_path)])
    assert (tmp_path / "brief.html").read_text(encoding="utf-8").count('<q lang="') >= 1
    assert (tmp_path / "brief.html").read_text(encoding="utf-8").count("<q ") >= 5


def test_the_example_lies_in_the_checkout() -> None:
    assert (find_example() / "mission.toml").is_file()


def test_a_system_that_knows_no_unicode_still_gets_its_brief(mission: Path) -> None:
    run = subprocess.run(
        [CHANCERY, "brief", str(mission)], env={"PYTHONIOENCODING": "ascii", "PATH": ""}, capture_output=True, check=True
    )
    assert "“Kenya has closed the port of Mombasa" in " ".join(run.stdout.decode("utf-8").split())
