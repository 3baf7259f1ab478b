import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from chancery.common.errors import InputError
from chancery.common.mission import Accreditation
from chancery.sources.mission_folder import read_mission_folder, read_sources
from chancery.sources.records import Posting

MISSION = """
id = "maren"
name = "Embassy of Tavira in Maren"
sending_state = "XT"
languages = ["en", "fr"]
time_zone = "Europe/Lisbon"
ceiling = "sensitive"
as_of = 2026-03-13T06:30:00+00:00

[[accreditations]]
code = "XM"
residence = "resident"

[[sections]]
id = "economic"
name = "Economic section"
[[sections.themes]]
id = "rice"
name = "Rice exports"
terms = ["rice", "gạo"]

[[staff]]
office = "Counsellor"
section = "economic"
leaves = 2026-03-20

[[likelihood]]
term = "likely"
low = 0.55
high = 0.80
"""
PLACES = '[[place]]\ncode = "XM"\nkind = "state"\nnames = { en = "Maren" }\nforms = { en = ["Marenese", "Port Aubry"] }\n'
SOURCES = """
[[source]]
id = "courier"
name = "The Courier"
url = "https://courier.example/rss"
every_hours = 6
affiliation = "business"
"""
FEED = (
    "<rss><channel><item><guid>1</guid><title>Dated</title><pubDate>Mon, 09 Mar 2026 08:00:00 GMT</pubDate></item>"
    "<item><guid>2</guid><title>Undated</title></item></channel></rss>"
)
TALK = """
id = "c1"
kind = "conversation"
date = 2026-03-10
title = "Rice"
office = "Ministry of Trade"
text = "They will wait."
protected = true
"""
TASK = 'id = "t1"\nkind = "task"\ndate = 2026-01-05\ntitle = "Fair"\ndue = 2026-03-01\nowner = "economic"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "feeds").mkdir()
    (tmp_path / "records").mkdir()
    for name, text in {
        "mission.toml": MISSION,
        "places.toml": PLACES,
        "sources.toml": SOURCES,
        "feeds/courier.xml": FEED,
        "records/talk.toml": TALK,
        "records/task.toml": TASK,
        "articles.jsonl": '{"id": "a1", "published": "2026-03-08", "title": "Line", "source": "courier"}\n',
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_mission_is_read_whole(folder: Path) -> None:
    found = read_mission_folder(folder)
    assert (found.mission.id, found.mission.languages, found.mission.ceiling) == ("maren", ("en", "fr"), "sensitive")
    assert found.mission.accreditations == (Accreditation("XM", "resident"),)
    assert found.mission.sections[0].themes[0].terms == ("rice", "gạo")
    assert found.mission.places[0].forms == (("en", "Marenese"), ("en", "Port Aubry"))
    assert [band.term for band in found.mission.likelihood] == ["likely"]
    assert (found.sources[0].every, found.sources[0].affiliation) == (timedelta(hours=6), "business")
    assert (found.conversations[0].office, found.conversations[0].protected, found.conversations[0].mark) == (
        "Ministry of Trade",
        True,
        "official",
    )
    assert (found.papers[0].kind, found.papers[0].due) == ("task", date(2026, 3, 1))
    assert found.staff == (Posting("Counsellor", "economic", False, date(2026, 3, 20)),)
    assert found.as_of == datetime(2026, 3, 13, 6, 30, tzinfo=UTC)
    assert found.previous is None


def test_saved_entries_are_seen_when_they_claim_and_undated_ones_at_the_brief(folder: Path) -> None:
    articles = read_mission_folder(folder).articles
    assert [(article.title, article.seen) for article in articles] == [
        ("Line", datetime(2026, 3, 8, tzinfo=UTC)),
        ("Dated", datetime(2026, 3, 9, 8, tzinfo=UTC)),
        ("Undated", datetime(2026, 3, 13, 6, 30, tzinfo=UTC)),
    ]
    assert articles == read_mission_folder(folder).articles


def test_another_moment_may_be_asked_for(folder: Path) -> None:
    at = datetime(2026, 3, 12, tzinfo=UTC)
    found = read_mission_folder(folder, at)
    assert (found.as_of, found.articles[-1].seen) == (at, at)


def test_an_undated_entry_needs_a_moment(folder: Path) -> None:
    (folder / "mission.toml").write_text(MISSION.replace("as_of = 2026-03-13T06:30:00+00:00", ""), encoding="utf-8")
    with pytest.raises(InputError, match=r"courier\.xml.*set `as_of` in mission\.toml"):
        read_mission_folder(folder)


def test_a_line_of_articles_stands_over_the_same_article_of_a_feed(folder: Path) -> None:
    first = read_mission_folder(folder).articles[1]
    line = {
        "id": first.id,
        "published": "2026-03-09T08:00:00+00:00",
        "title": "Dated",
        "text": "The whole text.",
        "source": "courier",
    }
    (folder / "articles.jsonl").write_text(json.dumps(line), encoding="utf-8")
    assert [article.text for article in read_mission_folder(folder).articles if article.id == first.id] == ["The whole text."]


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("mission.toml", 'languages = ["en", "fr"]', "languages = []", "mission.toml, field `languages`: is empty"),
        ("mission.toml", "Europe/Lisbon", "Lisbon time", "mission.toml, field `time_zone`"),
        ("mission.toml", '"resident"', '"visiting"', "field `accreditations[1].residence`"),
        ("mission.toml", '["rice", "gạo"]', "[]", "field `sections[1].themes[1].terms`: is empty"),
        ("mission.toml", "ceiling", "cieling", "field `cieling`: is not known here"),
        ("mission.toml", "high = 0.80", "high = 0.5", "field `likelihood[1].low`"),
        ("mission.toml", "[[sections]]", "[[sections", "mission.toml: is not TOML"),
        ("mission.toml", "high = 0.80", f"high = {'9' * 5_000}", "mission.toml: is not TOML"),
        ("mission.toml", "high = 0.80", f"high = {'[' * 3_000}", "mission.toml: is not TOML"),
        ("places.toml", '"state"', '"town"', "places.toml, field `place[1].kind`"),
        ("sources.toml", "https://courier.example/rss", "javascript:1", "sources.toml, field `source[1].url`"),
        ("sources.toml", "every_hours = 6", "every_hours = 0", "field `source[1].every_hours`"),
        ("sources.toml", SOURCES, SOURCES * 2, "sources.toml, field `id`: 'courier' stands there twice"),
        ("records/talk.toml", "office", "person", "talk.toml, field `office`: is missing"),
        ("records/talk.toml", 'id = "c1"', 'id = "c1"\nmark = "restricted"', "talk.toml, field `mark`: is restricted, above"),
        ("records/talk.toml", 'id = "c1"', 'id = "c1"\nreaders = ["ambassador"]', "field `readers`: 'ambassador' is no role"),
        ("records/task.toml", '"task"', '"wish"', "task.toml, field `kind`"),
        ("records/task.toml", "due = 2026-03-01", 'due = "soon"', "task.toml, field `due`"),
        (
            "sources.toml",
            'id = "courier"',
            'id = "courier"\nmark = "restricted"',
            "sources.toml, field `mark`: is restricted, above",
        ),
        ("articles.jsonl", "{", '{"mark": "restricted", ', "articles.jsonl, line 1, field `mark`: is restricted, above"),
        ("articles.jsonl", "2026-03-08", "March", "articles.jsonl, line 1, field `published`"),
        ("articles.jsonl", "{", "[{", "articles.jsonl, line 1: is not JSON"),
        ("feeds/courier.xml", "<rss>", '<!DOCTYPE rss [<!ENTITY a "b">]><rss>', "courier.xml: is refused"),
        ("feeds/courier.xml", FEED, "<html></html>", "courier.xml: is broken: not a feed"),
    ],
)
def test_every_fault_names_its_file_and_its_place(folder: Path, file: str, old: str, new: str, told: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_mission_folder(folder)
    assert told in str(caught.value)


def test_a_feed_of_no_source_is_named(folder: Path) -> None:
    (folder / "feeds" / "stranger.xml").write_text(FEED, encoding="utf-8")
    with pytest.raises(InputError, match=r"stranger\.xml: belongs to no source"):
        read_mission_folder(folder)


def test_a_source_may_have_several_saved_feeds(folder: Path) -> None:
    (folder / "feeds" / "courier.monday.xml").write_text(FEED.replace("<guid>1", "<guid>3"), encoding="utf-8")
    assert len(read_mission_folder(folder).articles) == 4


def test_what_is_no_folder_is_named(tmp_path: Path) -> None:
    for read in (read_mission_folder, read_sources):
        with pytest.raises(InputError, match="is no folder"):
            read(tmp_path / "nowhere")
    with pytest.raises(InputError, match=r"mission\.toml: cannot be read"):
        read_mission_folder(tmp_path)


def test_articles_of_lines_lose_signs_that_no_page_may_carry(folder: Path) -> None:
    line = {"id": "a1", "published": "2026-03-09", "title": "Rice\x1b[2J\nprices", "text": "Up\x00 by 3."}
    (folder / "articles.jsonl").write_text(json.dumps(line), encoding="utf-8")
    found = next(each for each in read_mission_folder(folder).articles if each.id == "a1")
    assert (found.title, found.text) == ("Rice [2J prices", "Up by 3.")


@pytest.mark.parametrize("tag", ["en\\u0000", "../x", "e", ""])
def test_a_language_that_is_none_is_named(folder: Path, tag: str) -> None:
    (folder / "mission.toml").write_text(MISSION.replace('["en", "fr"]', f'["en", "{tag}"]'), encoding="utf-8")
    with pytest.raises(InputError, match=r"mission\.toml, field `languages`"):
        read_mission_folder(folder)


LATEST = datetime(2026, 3, 15, tzinfo=UTC)


@pytest.mark.parametrize("published", ["1026-03-08", "3026-03-08"])
def test_an_article_of_a_year_that_cannot_be_is_refused_with_its_line(folder: Path, published: str) -> None:
    line = f'{{"id": "a2", "published": "{published}", "title": "Line"}}\n'
    with (folder / "articles.jsonl").open("a", encoding="utf-8") as lines:
        lines.write(line)
    with pytest.raises(InputError, match=rf"articles\.jsonl, line 2, field `seen`: {published} cannot be"):
        read_mission_folder(folder, latest=LATEST)


@pytest.mark.parametrize(("file", "text"), [("talk", TALK), ("task", TASK)])
def test_a_record_dated_after_today_is_refused(folder: Path, file: str, text: str) -> None:
    (folder / "records" / f"{file}.toml").write_text(text.replace("date = 2026", "date = 2062"), encoding="utf-8")
    with pytest.raises(InputError, match=rf"{file}\.toml, field `date`: 2062-\d\d-\d\d cannot be"):
        read_mission_folder(folder, latest=LATEST)


def test_a_document_may_be_of_any_year_and_a_talk_may_not(folder: Path) -> None:
    (folder / "records" / "task.toml").write_text(TASK.replace("date = 2026", "date = 1815"), encoding="utf-8")
    assert read_mission_folder(folder, latest=LATEST).papers[0].date.year == 1815
    (folder / "records" / "talk.toml").write_text(TALK.replace("date = 2026", "date = 0026"), encoding="utf-8")
    with pytest.raises(InputError, match="cannot be"):
        read_mission_folder(folder, latest=LATEST)


def test_a_feed_that_claims_the_future_counts_as_seen_at_the_moment_of_the_brief(folder: Path) -> None:
    (folder / "feeds" / "courier.xml").write_text(FEED.replace("09 Mar 2026", "09 Mar 2062"), encoding="utf-8")
    seen = {article.title: article.seen for article in read_mission_folder(folder, latest=LATEST).articles}
    assert seen["Dated"] == datetime(2026, 3, 13, 6, 30, tzinfo=UTC)


def test_a_feed_that_ends_in_the_middle_is_told_with_what_could_be_read(folder: Path) -> None:
    (folder / "feeds" / "courier.xml").write_text(FEED.removesuffix("</item></channel></rss>"), encoding="utf-8")
    assert read_mission_folder(folder).cut == {"courier": 2}
    (folder / "feeds" / "courier.xml").write_text(FEED, encoding="utf-8")
    assert read_mission_folder(folder).cut == {}


def test_an_accreditation_without_a_name_is_refused_and_one_that_cldr_knows_is_not(folder: Path) -> None:
    (folder / "mission.toml").write_text(MISSION.replace('code = "XM"', 'code = "XQ"'), encoding="utf-8")
    with pytest.raises(InputError, match=r"mission\.toml, field `accreditations`: 'XQ' has no name; give it a \[\[place\]\]"):
        read_mission_folder(folder)
    (folder / "mission.toml").write_text(MISSION.replace('code = "XM"', 'code = "IS"'), encoding="utf-8")
    assert ("en", "Iceland") in read_mission_folder(folder).mission.places[-1].names
