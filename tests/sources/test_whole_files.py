"""Files that appear whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from chancery.common.errors import InputError
from chancery.sources.whole_files import OWNER_ALONE, appearing, read_text


def test_a_file_appears_when_its_block_ends_well_and_not_before(tmp_path: Path) -> None:
    target = tmp_path / "brief.html"
    with appearing(target) as stream:
        stream.write(b"whole")
        assert not target.exists()
    assert target.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [target]


def test_what_was_there_stays_where_the_block_fails(tmp_path: Path) -> None:
    target = tmp_path / "brief.html"
    target.write_text("old")
    with pytest.raises(TypeError), appearing(target) as stream:
        print("half", file=stream)  # type: ignore[call-overload]
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    target, link = tmp_path / "kept" / "real.json", tmp_path / "link.json"
    link.symlink_to(target)
    with appearing(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_link_that_stands_where_the_half_file_goes_is_not_written_through(tmp_path: Path) -> None:
    victim, target = tmp_path / "victim", tmp_path / "b.zip"
    victim.write_text("mine")
    (tmp_path / f".b.zip.{os.getpid()}.part").symlink_to(victim)
    with appearing(target, OWNER_ALONE) as stream:
        stream.write(b"backup")
    assert (victim.read_text(), target.read_text()) == ("mine", "backup")
    assert stat.S_IMODE(target.stat().st_mode) == OWNER_ALONE


def test_a_file_that_was_closed_to_others_stays_closed(tmp_path: Path) -> None:
    target = tmp_path / "brief.json"
    target.write_text("old")
    target.chmod(0o600)
    with appearing(target) as stream:
        stream.write(b"new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_device_is_written_and_stays_a_device() -> None:
    null = Path(os.devnull)
    with appearing(null) as stream:
        stream.write(b"gone")
    assert null.is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_named() -> None:
    said = r"/dev/full: cannot be written \(No space left on device\)"
    with pytest.raises(InputError, match=said), appearing(Path("/dev/full")) as stream:
        stream.write(b"x" * 100_000)


def test_a_text_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "brief.json").write_bytes(b"\xff")
    with pytest.raises(InputError, match=r"brief\.json: is not UTF-8"):
        read_text(tmp_path / "brief.json")


def test_a_pipe_behind_a_link_is_written_as_it_is() -> None:
    reading, writing = os.pipe()
    with appearing(Path(f"/dev/fd/{writing}")) as stream:
        stream.write(b"brief")
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        assert pipe.read() == b"brief"


def test_a_name_as_long_as_a_folder_bears_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("简" * 85)  # 255 bytes
    with appearing(target) as stream:
        stream.write(b"whole")
    assert target.read_bytes() == b"whole"
