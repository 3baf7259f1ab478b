from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.servers.hostile_feeds import BOMB, feed

from chancery.common.errors import InputError
from chancery.sources.collect_folder import FileReport, collect_file, list_files

SEEN = datetime(2026, 3, 17, 6, 30, tzinfo=UTC)


def test_each_file_ends_in_its_state(tmp_path: Path) -> None:
    for name, body in {
        "a.xml": feed(2),
        "b.xml": b"<rss><channel/></rss>",
        "c.html": b"<html></html>",
        "d.xml": BOMB,
        "e.jsonl": b'{"id": "1", "published": "2026-03-09", "title": "One"}\n',
        "f.jsonl": b'{"id": "1"}\n',
    }.items():
        (tmp_path / name).write_bytes(body)
    reports = [collect_file(file, tmp_path, SEEN)[0] for file in list_files(tmp_path)]
    assert [(report.file, report.state, report.entries) for report in reports] == [
        ("a.xml", "ok", 2),
        ("b.xml", "empty", 0),
        ("c.html", "broken", 0),
        ("d.xml", "refused", 0),
        ("e.jsonl", "ok", 1),
        ("f.jsonl", "broken", 0),
    ]
    assert all((report.state == "ok") == (report.entries > 0) for report in reports)
    assert reports[5].reason == "f.jsonl, line 1, field `published`: is missing; write a time such as 2026-03-09T07:30:00+00:00"


def test_articles_carry_their_file_as_source_and_the_moment_of_collecting(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.xml").write_bytes(feed(1))
    report, articles = collect_file(tmp_path / "sub" / "a.xml", tmp_path, SEEN)
    assert report == FileReport("sub/a.xml", "ok", "", 1)
    assert (articles[0].source, articles[0].seen, articles[0].claimed) == (
        "sub/a.xml",
        SEEN,
        datetime(2026, 3, 9, 1, tzinfo=UTC),
    )


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out.xml").write_bytes(feed(1))
    (tmp_path / "in" / "link.xml").symlink_to(tmp_path / "out.xml")
    report, articles = collect_file(tmp_path / "in" / "link.xml", tmp_path / "in", SEEN)
    assert (report.state, report.reason, articles) == ("refused", "is no plain file", ())


def test_what_we_write_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(feed(1))
    (tmp_path / "out.jsonl").write_bytes(b"")
    assert [path.name for path in list_files(tmp_path, [tmp_path / "out.jsonl"])] == ["a.xml"]


def test_what_is_no_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no folder"):
        list_files(tmp_path / "nowhere")
