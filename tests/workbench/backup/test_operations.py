import json
import re
import stat
import zipfile
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection
from tests.workbench.build import (
    MORNING,
    PASSWORD,
    build_matters,
    build_mission,
    build_paper,
    build_person,
    build_talk,
    build_viewer,
    fill_mission,
)

from chancery.clock import now
from chancery.common.errors import InputError, RefusedError
from chancery.workbench.advise.operations import make_brief
from chancery.workbench.advise.queries import read_brief, read_conversation
from chancery.workbench.audit.models import AuditRow
from chancery.workbench.backup.format import read_file
from chancery.workbench.backup.operations import restore_backup, write_backup
from chancery.workbench.people.models import PersonRow
from chancery.workbench.people.operations import Newcomer, accept_link, invite, reset
from chancery.workbench.people.queries import read_link, read_viewer
from chancery.workbench.watch.models import ArticleLinkRow, ArticleRow, JoiningRow
from chancery.workbench.watch.operations import read_waiting, say_apart, say_belongs, store_articles
from chancery.workbench.watch.queries import read_article, read_story
from chancery.workbench.watch.search_queries import search_articles

pytestmark = pytest.mark.django_db(transaction=True)


def fill():
    mission = build_mission()
    build_person(mission, "ngoc")
    system = fill_mission(mission, talks=(build_talk("c1"),), papers=(build_paper("p1"),))
    ref, _ = make_brief(system, MORNING)
    return system, ref


def rows():
    tables = {model.__name__: model for model in apps.get_app_config("workbench").get_models() if model.__name__ != "SearchRow"}
    return {name: list(model.objects.order_by("pk").values()) for name, model in tables.items()}


def test_everything_comes_back_as_it_was(tmp_path):
    _, ref = fill()
    before = rows()
    file = tmp_path / "monday.zip"
    written = write_backup(file)
    assert AuditRow.objects.order_by("pk").last().verb == "back_up"

    restore_backup(file, replace=True)
    after = rows()
    acts = before.pop("AuditRow")
    assert after.pop("AuditRow")[: len(acts)] == acts
    assert after == before
    assert written["ArticleRow"].rows == 3
    viewer = read_viewer(PersonRow.objects.get())
    assert authenticate(None, username="ngoc", password=PASSWORD) is not None
    assert read_brief(viewer, ref).brief.id == ref
    assert read_conversation(viewer, "c1").conversation.id == "c1"
    assert {hit.ref for hit in search_articles(viewer, "ministers").hits} == {"a1", "a2"}


def test_what_officers_said_of_articles_comes_back_and_an_emptied_story_still_leads_on(tmp_path):
    fill()
    officer = read_viewer(PersonRow.objects.get())
    old = read_article(officer, "a1").story
    new = say_apart(officer, "a2")
    say_belongs(officer, "a1", new)
    write_backup(tmp_path / "b.zip")
    restore_backup(tmp_path / "b.zip", replace=True)
    assert read_story(officer, old).ref == new
    assert ArticleLinkRow.objects.filter(kind="together").count() == 1


def test_work_goes_on_after_a_restore(tmp_path):
    system, _ = fill()
    write_backup(tmp_path / "b.zip")
    restore_backup(tmp_path / "b.zip", replace=True)
    store_articles(system, build_matters(9)[7:])
    while read_waiting(system):
        pass
    assert ArticleRow.objects.count() == JoiningRow.objects.count() == 5


def test_the_file_is_for_its_owner_alone_and_names_what_it_holds(tmp_path):
    fill()
    write_backup(tmp_path / "b.zip")
    assert stat.S_IMODE((tmp_path / "b.zip").stat().st_mode) == 0o600
    with zipfile.ZipFile(tmp_path / "b.zip") as kept:
        manifest = json.loads(kept.read("manifest.json"))
        assert manifest["format"] == "chancery-backup/1"
        assert manifest["tables"]["ConversationRow"]["rows"] == 1
        assert "SearchRow.jsonl" not in kept.namelist()
    assert [path.name for path in tmp_path.iterdir()] == ["b.zip"]


def test_a_database_that_holds_anything_is_not_overwritten_unasked(tmp_path):
    fill()
    write_backup(tmp_path / "b.zip")
    before = rows()
    with pytest.raises(RefusedError, match="not empty"):
        restore_backup(tmp_path / "b.zip")
    assert rows() == before


def _spoil(file, name, change):
    with zipfile.ZipFile(file) as kept:
        parts = {part: kept.read(part) for part in kept.namelist()}
    parts[name] = change(parts[name])
    with zipfile.ZipFile(file, "w") as kept:
        for part, content in parts.items():
            kept.writestr(part, content)


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("ConversationRow.jsonl", lambda body: body.replace(b"before May", b"before Mai"), "digest does not fit"),
        ("ArticleRow.jsonl", lambda body: body[: len(body) // 2], "digest does not fit"),
        ("manifest.json", lambda body: body.replace(b"chancery-backup/1", b"chancery-backup/9"), "this version reads"),
        ("manifest.json", lambda body: b"{}", "no manifest"),
        ("manifest.json", lambda body: b'{"tables": []}', "no manifest"),
        ("manifest.json", lambda body: re.sub(rb'"tables".*', b'"tables": {}}', body, flags=re.DOTALL), "every table"),
        ("manifest.json", lambda body: body.replace(b'"made"', b'"make"'), "lacks made"),
        (
            "manifest.json",
            lambda body: re.sub(rb'"schema": "\w+"', b'"schema": "9999_later"', body),
            "restore it with that version",
        ),
    ],
)
def test_a_damaged_or_foreign_file_changes_nothing(tmp_path, name, change, said):
    fill()
    file = tmp_path / "b.zip"
    write_backup(file)
    before = rows()
    _spoil(file, name, change)
    with pytest.raises(InputError, match=said):
        restore_backup(file, replace=True)
    assert rows() == before


def test_wherever_a_byte_is_wrong_it_is_said_in_one_line_or_does_not_matter(tmp_path):
    fill()
    file = tmp_path / "b.zip"
    write_backup(file)
    whole = file.read_bytes()
    _, tables = read_file(file)
    refused = 0
    for place in range(0, len(whole), len(whole) // 300):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        try:
            assert read_file(file)[1] == tables
        except InputError:
            refused += 1
    assert refused > 200


def test_who_was_signed_in_before_a_restore_is_so_no_more(tmp_path):
    fill()
    file = tmp_path / "b.zip"
    write_backup(file)
    SessionStore().create()
    restore_backup(file, replace=True)
    assert not Session.objects.exists()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 half a zip", b"x" * 10_000])
def test_what_is_no_backup_is_named(tmp_path, content):
    (tmp_path / "b.zip").write_bytes(content)
    with pytest.raises(InputError, match="is no backup"):
        restore_backup(tmp_path / "b.zip")


def test_where_there_is_no_room_no_half_file_stays(tmp_path):
    fill()
    with pytest.raises(InputError, match="cannot be written"):
        write_backup(tmp_path / "nowhere" / "b.zip")
    with pytest.raises(InputError, match="cannot be written"):
        write_backup(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_backup_taken_while_others_write_is_of_one_moment_and_restores_whole(tmp_path):
    system, _ = fill()
    matters, stop, failed = build_matters(400), Event(), []

    def write() -> None:
        try:
            for start in range(3, len(matters), 4):
                store_articles(system, matters[start : start + 4])
                read_waiting(system)
                if stop.is_set():
                    break
        except Exception as fault:  # what a thread raises must reach the test
            failed.append(fault)
        finally:
            connection.close()

    writer = Thread(target=write)
    writer.start()
    try:
        while ArticleRow.objects.count() < 11:
            assert writer.is_alive()
        for _ in range(3):
            write_backup(tmp_path / "b.zip")
    finally:
        stop.set()
        writer.join()
    assert failed == []
    tables = restore_backup(tmp_path / "b.zip", replace=True)
    assert tables["ArticleRow"].rows > 3, "nobody wrote meanwhile"
    assert ArticleRow.objects.count() == tables["ArticleRow"].rows
    assert JoiningRow.objects.count() == ArticleRow.objects.filter(read=True).count()
    while read_waiting(system):
        pass
    assert JoiningRow.objects.count() == ArticleRow.objects.count()


def test_no_link_and_no_session_comes_back_with_a_restore(tmp_path):
    mission = build_mission()
    keeper, person = build_viewer(mission, "thu", "administrator"), build_person(mission, "ngoc")
    tokens = [invite(keeper, "emre@mfa.example", "officer"), reset(keeper, person.pk)]
    session = SessionStore()
    session["_auth_user_id"] = str(person.pk)
    session.create()
    write_backup(tmp_path / "b.zip")
    accept_link(tokens[0], Newcomer(PASSWORD, "emre", "Emre"))

    restore_backup(tmp_path / "b.zip", replace=True)

    assert [read_link(token, now()) for token in tokens] == [None, None]
    with pytest.raises(RefusedError, match="does not work any more"):
        accept_link(tokens[0], Newcomer(PASSWORD, "eve", "Eve"))
    assert not Session.objects.exists()


def test_how_far_it_is_is_told_row_by_row(tmp_path):
    fill()
    told = []

    @contextmanager
    def watch(rows):
        told.append(rows)
        yield lambda done: told.append(-done)

    written = write_backup(tmp_path / "b.zip", watch)
    assert told[0] == sum(table.rows for table in written.values())
    assert sum(told) == 0
    told.clear()
    restore_backup(tmp_path / "b.zip", replace=True, watch=watch)
    assert told[0] > 0
    assert sum(told) == 0
