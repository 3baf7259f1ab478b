"""Every form does its work as a plain form: no script, no header of a script."""

import re
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.workbench.build import PASSWORD, build_mission
from tests.workbench.embassy import build_embassy, sign_in

import chancery.workbench
from chancery.advise.records import Check
from chancery.common.pack import pack
from chancery.common.said import Said, say
from chancery.workbench.advise.models import BriefRow
from chancery.workbench.advise.operations import amend_conversation
from chancery.workbench.advise.queries import list_conversations, read_brief, read_conversation
from chancery.workbench.advise.records import ConversationDraft
from chancery.workbench.audit.models import AuditRow
from chancery.workbench.people.models import MembershipRow, MissionRow, PersonRow
from chancery.workbench.people.operations import make_first_link
from chancery.workbench.watch.queries import list_sources, read_source

pytestmark = pytest.mark.django_db

TALK = {
    "title": "Seafood Bill: the second reading",
    "date": "2026-03-16",
    "place": "Port Lanval",
    "office": "Chair, Fisheries Committee",
    "text": "The Chair said that the second reading is on Thursday.",
    "mark": "official",
    "story_terms": "seafood bill, dự luật thủy sản",
}
NEW_PASSWORD = "another horse, another battery"


def said(answer):
    return answer.content.decode()


def test_signing_in_leads_to_the_page_that_was_asked_for_and_signing_out_ends_it() -> None:
    build_embassy()
    client = Client(HTTP_HOST="localhost")
    asked = client.get("/stories/").headers["Location"]
    answer = client.post(asked, {"username": "ngoc", "password": PASSWORD, "next": "/stories/"})
    assert answer.headers["Location"] == "/stories/"
    client.post(reverse("sign_out"))
    assert client.get("/stories/").status_code == 302


def test_a_wrong_password_tells_nothing_and_the_sixth_is_told_to_wait() -> None:
    build_embassy()
    client = Client(HTTP_HOST="localhost")
    first = said(client.post("/sign-in/", {"username": "ngoc", "password": "wrong"}))
    unknown = said(client.post("/sign-in/", {"username": "nobody", "password": "wrong"}))
    told = "Name and password do not fit together"
    assert told in first
    assert told in unknown
    for _ in range(5):
        last = said(client.post("/sign-in/", {"username": "ngoc", "password": "wrong"}))
    assert "Too many attempts" in last


def test_the_first_link_makes_the_administrator_and_works_once() -> None:
    token = make_first_link()
    client = Client(HTTP_HOST="localhost")
    address = reverse("link", args=[token])
    form = {"name": "Vera", "username": "vera", "email": "vera@lanval.example", "password": NEW_PASSWORD, "again": NEW_PASSWORD}
    assert "the first one here" in said(client.get(address))
    assert client.post(address, form).headers["Location"] == "/"
    assert client.get(reverse("people")).status_code == 200
    gone = Client(HTTP_HOST="localhost").get(address)
    assert gone.status_code == 410
    assert "does not work any more" in said(gone)


def test_an_invited_colleague_comes_in_by_a_link_that_is_shown_once() -> None:
    build_embassy()
    vera = sign_in("vera")
    made = vera.post(reverse("invite"), {"email": "linh@lanval.example", "role": "officer", "sections": ["political"]})
    (address,) = re.findall(r"http://localhost(/link/[^<]+)", said(made))
    linh = Client(HTTP_HOST="localhost")
    form = {"name": "Linh", "username": "linh", "password": NEW_PASSWORD, "again": NEW_PASSWORD, "language": "vi"}
    assert linh.post(address, form).status_code == 302
    assert "Hôm nay" in said(linh.get("/"))
    place = MembershipRow.objects.get(person__username="linh")
    assert (place.role, place.sections, place.administers) == ("officer", ["political"], False)


def test_two_passwords_that_differ_and_a_short_one_are_refused_beside_their_fields() -> None:
    address = reverse("link", args=[make_first_link()])
    form = {"name": "Vera", "username": "vera", "email": "vera@lanval.example", "password": NEW_PASSWORD, "again": "x"}
    client = Client(HTTP_HOST="localhost")
    assert "The two passwords differ." in said(client.post(address, form))
    short = said(client.post(address, form | {"password": "short", "again": "short"}))
    assert "at least 12 characters" in short
    assert not PersonRow.objects.exists()


def test_an_administrator_resets_changes_closes_and_opens_an_account() -> None:
    embassy = build_embassy()
    vera, person = sign_in("vera"), embassy.officer.person_id
    assert "/link/" in said(vera.post(reverse("reset", args=[person])))
    changed = {"role": "local_staff", "sections": ["economic"], "ceiling": "public", "administers": "on"}
    assert vera.post(reverse("place", args=[person]), changed).status_code == 302
    place = MembershipRow.objects.get(person_id=person)
    assert (place.role, place.sections, place.ceiling, place.administers) == ("local_staff", ["economic"], "public", True)
    assert vera.post(reverse("deactivate", args=[person])).status_code == 302
    assert Client(HTTP_HOST="localhost").post("/sign-in/", {"username": "ngoc", "password": PASSWORD}).status_code == 200
    assert vera.post(reverse("reactivate", args=[person])).status_code == 302
    assert sign_in("ngoc").get("/").status_code == 200


def test_the_last_administrator_is_not_shut_out_and_is_told_why() -> None:
    embassy = build_embassy()
    answer = sign_in("vera").post(reverse("deactivate", args=[embassy.administrator.person_id]))
    assert answer.status_code == 400
    assert "last administrator of the mission" in said(answer)


def test_a_person_changes_language_and_password_and_stays_signed_in() -> None:
    build_embassy()
    client = sign_in("ngoc")
    client.post(reverse("settings"), {"language": "vi"})
    assert "Cài đặt" in said(client.get(reverse("settings")))
    wrong = client.post(reverse("password"), {"old": "no", "password": NEW_PASSWORD, "again": NEW_PASSWORD})
    assert "Đây không phải mật khẩu của bạn" in said(wrong)
    assert (
        client.post(reverse("password"), {"old": PASSWORD, "password": NEW_PASSWORD, "again": NEW_PASSWORD}).status_code == 302
    )
    assert client.get(reverse("today")).status_code == 200


def test_a_conversation_is_recorded_read_and_corrected() -> None:
    embassy = build_embassy()
    client = sign_in("ngoc")
    answer = client.post(reverse("new_conversation"), TALK | {"readers": ["political", "head_of_mission"]})
    page = said(client.get(answer.headers["Location"]))
    assert "Chair, Fisheries Committee" in page
    assert "Political section" in page
    line = next(line for line in list_conversations(embassy.officer).conversations if line.title == TALK["title"])
    changed = TALK | {"text": "The Chair said that the second reading is on Friday.", "protected": "on", "based_on": 1}
    assert client.post(reverse("edit_conversation", args=[line.ref]), changed).status_code == 302
    view = read_conversation(embassy.officer, line.ref)
    assert view.version == 2
    assert view.conversation.protected
    assert view.conversation.story_terms == ("seafood bill", "dự luật thủy sản")


def test_a_conversation_without_an_office_is_refused_and_nothing_typed_is_lost() -> None:
    build_embassy()
    page = said(sign_in("ngoc").post(reverse("new_conversation"), TALK | {"office": ""}))
    assert "This field is required." in page
    assert TALK["text"] in page


def test_a_mark_above_the_ceiling_is_not_offered_and_not_taken() -> None:
    build_embassy()
    client = sign_in("ngoc")
    assert 'value="restricted"' not in said(client.get(reverse("new_conversation")))
    assert "is not one of the available choices" in said(
        client.post(reverse("new_conversation"), TALK | {"mark": "restricted"})
    )


def test_a_note_is_kept_beside_its_record() -> None:
    build_embassy()
    client = sign_in("emre")
    back = reverse("conversation", args=["c1"])
    form = {"kind": "conversation", "about": "c1", "text": "Ask again in May.", "mark": "official", "next": back}
    assert client.post(reverse("note"), form).headers["Location"] == back
    assert "Ask again in May." in said(client.get(back))


def test_a_sentence_is_added_checked_corrected_and_taken_out() -> None:
    embassy = build_embassy()
    client, address = sign_in("ngoc"), reverse("say", args=[embassy.brief])
    form = {
        "kind": "assessment",
        "text": "Nine ministers are many for Ilmara.",
        "section": "notes",
        "based_on": embassy.version,
        "ref_1": "a1",
        "quote_1": "named nine ministers in Port Lanval on Monday",
    }
    assert client.post(address, form).status_code == 302
    view = read_brief(embassy.officer, embassy.brief)
    block = next(block for block in view.brief.blocks if block.text.startswith("Nine ministers are many"))
    assert block.citations[0].quote == "named nine ministers in Port Lanval on Monday"
    page = said(client.get(f"{address}?replaces={block.id}"))
    assert "Nine ministers are many for Ilmara." in page
    client.post(reverse("take_out", args=[embassy.brief]), {"block": block.id, "based_on": view.version})
    assert block.id not in [each.id for each in read_brief(embassy.officer, embassy.brief).brief.blocks]


def test_a_sentence_that_does_not_stand_is_stopped_with_its_reason_and_kept_in_the_form() -> None:
    embassy = build_embassy()
    form = {"kind": "fact", "text": "Ilmara has 44 ministers.", "section": "notes", "based_on": embassy.version, "ref_1": "a1"}
    page = said(sign_in("ngoc").post(reverse("say", args=[embassy.brief]), form))
    assert "The checker stops this sentence" in page
    assert "44" in page
    assert read_brief(embassy.officer, embassy.brief).version == embassy.version


def test_what_the_checker_says_is_said_in_the_readers_language() -> None:
    embassy, client = build_embassy(), sign_in("ngoc")
    PersonRow.objects.update(language="vi")
    form = {"kind": "fact", "text": "Ilmara has 44 ministers.", "section": "notes", "based_on": embassy.version, "ref_1": "a1"}
    page = said(client.post(reverse("say", args=[embassy.brief]), form))
    assert "con số “44” không có trong nguồn nào mà câu này dẫn" in page
    row = BriefRow.objects.latest("version")
    named = say("“{words}” is not named in what this statement cites", words="Public")
    row.checks = pack((Check(embassy.block, "names", "warning", named),))
    row.save()
    for address in ("brief", "release"):
        page = said(client.get(reverse(address, args=[embassy.brief])))
        assert "“Public” không được nhắc đến trong nguồn mà câu này dẫn" in page


def test_somebody_who_was_slower_is_told_to_read_the_newer_version_first() -> None:
    embassy = build_embassy()
    form = {"kind": "note", "text": "For the file.", "section": "notes", "based_on": embassy.version - 1}
    page = said(sign_in("ngoc").post(reverse("say", args=[embassy.brief]), form))
    assert "is newer than the one you looked at" in page


def test_the_head_of_mission_releases_what_an_officer_wrote_and_files_leave_and_are_seen(settings: Any) -> None:
    settings.EXPORT_CEILING = "sensitive"
    embassy = build_embassy()
    own = sign_in("ngoc").post(reverse("release", args=[embassy.brief]), {"version": embassy.version}, follow=True)
    assert "a colleague must release it" in said(own)
    head = sign_in("head")
    seen = len(read_brief(embassy.head, embassy.brief).checks)
    form = {"version": embassy.version, "seen": seen}
    page = said(head.post(reverse("release", args=[embassy.brief]), form, follow=True))
    assert "Released by Head" in page
    file = head.get(reverse("export", args=[embassy.brief, embassy.version, "html"]))
    assert file.headers["Content-Disposition"].startswith("attachment; filename=")
    assert "nine ministers" in said(file)
    assert AuditRow.objects.filter(verb="export").count() == 1
    assert embassy.brief in said(sign_in("vera").get(reverse("installation")))


def test_a_brief_above_the_ceiling_of_files_offers_none_and_says_so() -> None:
    embassy = build_embassy()
    client = sign_in("ngoc")
    sensitive = {"kind": "note", "text": "For the file.", "section": "notes", "based_on": embassy.version, "ref_1": "c3"}
    assert client.post(reverse("say", args=[embassy.brief]), sensitive).status_code == 302
    page = said(client.get(reverse("brief", args=[embassy.brief])))
    assert "files leave this installation up to Official" in page
    assert "/export/" not in page


def test_a_source_is_paused_resumed_and_looked_at_and_retention_is_set() -> None:
    embassy = build_embassy()
    client, ref = sign_in("head"), "tribune"
    client.post(reverse("pause_source", args=[ref]))
    assert read_source(embassy.head, ref).paused
    client.post(reverse("resume_source", args=[ref]))
    assert not read_source(embassy.head, ref).paused
    assert client.post(reverse("look_at_source", args=[ref])).status_code == 302
    client.post(reverse("keep"), {"days": "400"})
    assert list_sources(embassy.head).keep_days == 400
    assert "Write a whole number of days" in said(client.post(reverse("keep"), {"days": "-1"}, follow=True))


def test_an_address_that_may_not_be_asked_is_refused_beside_its_field() -> None:
    build_embassy()
    form = {"address": "http://127.0.0.1:9/feed", "affiliation": "unknown", "quote_words": "60"}
    page = said(sign_in("head").post(reverse("add_source"), form))
    assert 'class="errorlist"' in page
    assert "127.0.0.1" in page


def test_a_search_shows_the_words_that_matched() -> None:
    build_embassy()
    page = said(sign_in("ngoc").get(reverse("search") + "?words=opposition"))
    assert "<mark>opposition</mark>" in page
    assert "Nothing stored holds all of these words" in said(sign_in("ngoc").get(reverse("search") + "?words=zzz"))


def test_filters_of_stories_ask_only_for_what_is_offered() -> None:
    build_embassy()
    client = sign_in("ngoc")
    assert "New cabinet" in said(client.get("/stories/?theme=cabinet")) or "new cabinet" in said(
        client.get("/stories/?theme=cabinet")
    )
    assert "museum" not in said(client.get("/stories/?theme=cabinet"))
    assert "No story fits this choice" in said(client.get("/stories/?language=vi"))
    assert "museum" in said(client.get("/stories/?theme=nonsense"))


def test_a_citation_leads_to_the_words_in_the_stored_text_with_and_without_a_script() -> None:
    build_embassy()
    client = sign_in("ngoc")
    today = said(client.get("/"))
    href = re.findall(r'class="cite" href="(/article/[^"]+)"', today)[0].replace("&amp;", "&")
    page, panel = said(client.get(href)), said(client.get(href, HTTP_HX_REQUEST="true"))
    (quoted,) = re.findall(r'<mark id="quote">([^<]+)</mark>', page)
    assert quoted in today
    assert f'<mark id="quote">{quoted}</mark>' in panel
    assert "<html" not in panel
    missed = said(client.get("/article/a1?in=text&from=5&to=99999"))
    assert "is not in the stored text" in missed


def test_a_person_of_two_missions_goes_from_one_to_the_other_and_to_no_third() -> None:
    embassy = build_embassy()
    other = MissionRow.objects.get(slug="kilnmoor")
    build_mission("elsewhere")
    since = MembershipRow.objects.get(person_id=embassy.officer.person_id).since + timedelta(seconds=1)
    MembershipRow.objects.create(person_id=embassy.officer.person_id, mission=other, role="officer", since=since)
    client = sign_in("ngoc")
    assert "Embassy in Lanval" in said(client.get("/"))
    client.post(reverse("mission"), {"mission": "kilnmoor"})
    page = said(client.get("/"))
    assert "Embassy in Kilnmoor" in page
    assert "nine ministers" not in page
    client.post(reverse("mission"), {"mission": "elsewhere"})
    assert "Embassy in Kilnmoor" in said(client.get("/"))


def test_a_story_shows_why_each_article_is_here_and_its_articles_by_language_and_outlet() -> None:
    embassy = build_embassy()
    page = said(sign_in("ngoc").get(reverse("story", args=[embassy.story])))
    for part in ("Timeline", "By language", "By outlet", "English: ", "Why it is in this story", "independent voice"):
        assert part in page, part
    assert re.search(r"(INA|TRIBUNE): 1", page)


OPML = b"""<opml version="2.0"><body><outline text="New Post" xmlUrl="https://post.example/rss"/>
<outline text="Script" xmlUrl="javascript:alert(1)"/></body></opml>"""


def test_a_list_of_feeds_comes_in_by_a_form_and_each_refused_entry_is_named() -> None:
    embassy, client = build_embassy(), sign_in("vera")
    assert "Import a list (OPML)" in said(client.get(reverse("sources")))
    page = said(client.post(reverse("bring_list"), {"file": SimpleUploadedFile("feeds.opml", OPML)}))
    assert "1 source is new." in page
    assert "Entry 2" in page
    assert "its address is neither http nor https" in page
    assert "New Post" in {line.source.name for line in list_sources(embassy.head).sources}
    out = client.post(reverse("hand_list"))
    assert out.headers["Content-Disposition"] == 'attachment; filename="sources.opml"'
    assert b"https://post.example/rss" in out.content


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"", "This file is empty."),
        (b"<rss/>", "Is no OPML"),
        (b" " * 2_000_001, "at most 2 MB"),
        (b'<!DOCTYPE opml [<!ENTITY a "b">]><opml/>', "is refused"),
    ],
)
def test_a_list_that_will_not_do_is_refused_beside_its_field(body: bytes, told: str) -> None:
    build_embassy()
    assert told in said(sign_in("vera").post(reverse("bring_list"), {"file": SimpleUploadedFile("feeds.opml", body)}))
    assert "at most 2 MB" in said(sign_in("vera").post(reverse("bring_list")))


def test_what_a_source_allows_is_changed_by_who_keeps_the_sources() -> None:
    embassy = build_embassy()
    form = {"name": "The Tribune", "affiliation": "business", "owner": "Press House", "quote_words": "25", "pass_on": "on"}
    assert sign_in("ngoc").post(reverse("edit_source", args=["tribune"]), form).status_code == 403
    client = sign_in("head")
    assert 'value="TRIBUNE"' in said(client.get(reverse("edit_source", args=["tribune"])))
    page = said(client.post(reverse("edit_source", args=["tribune"]), form, follow=True))
    assert "The Tribune" in page
    rights = read_source(embassy.head, "tribune").source.rights
    assert (rights.keep_full_text, rights.pass_on, rights.quote_words) == (False, True, 25)


def test_a_paper_is_found_in_the_list_and_its_status_is_set_with_a_reason() -> None:
    build_embassy()
    client = sign_in("ngoc")
    assert "Instruction p1" in said(client.get(reverse("papers")))
    assert "This field is required" in said(client.post(reverse("paper_status", args=["p1"]), {"status": "done"}))
    page = said(client.post(reverse("paper_status", args=["p1"]), {"status": "done", "reason": "Sent."}, follow=True))
    assert "Done: Sent." in page
    assert '<span class="tag">Done</span>' in page
    assert sign_in("vera").post(reverse("paper_status", args=["p1"]), {"status": "open", "reason": "x"}).status_code == 403


def test_a_sentence_is_put_with_its_story_and_moved_up_by_a_button() -> None:
    embassy, client = build_embassy(), sign_in("ngoc")
    say = reverse("say", args=[embassy.brief])
    assert f'value="item:{embassy.story}" selected' in said(client.get(f"{say}?item={embassy.story}"))
    form = {"kind": "note", "text": "For the file.", "section": f"item:{embassy.story}", "based_on": embassy.version}
    client.post(say, form)
    block = next(each.id for each in read_brief(embassy.officer, embassy.brief).brief.blocks if each.text == "For the file.")
    move = {"block": block, "to": "up", "based_on": embassy.version + 1}
    assert client.post(reverse("move", args=[embassy.brief]), move).headers["Location"].endswith(f"#statement-{block}")
    assert read_brief(embassy.officer, embassy.brief).version == embassy.version + 2
    nowhere = {"block": "none", "to": "up", "based_on": embassy.version + 2}
    assert "This brief has no statement none." in said(client.post(reverse("move", args=[embassy.brief]), nowhere, follow=True))


def test_writing_the_brief_again_says_what_came_along() -> None:
    build_embassy()
    client = sign_in("ngoc")
    assert "Version 1 is written." in said(client.post(reverse("compose"), follow=True))
    ref = BriefRow.objects.latest("stored_at").ref
    client.post(reverse("say", args=[ref]), {"kind": "note", "text": "For the file.", "section": "notes", "based_on": 1})
    page = said(client.post(reverse("compose"), follow=True))
    assert "Version 3 is written." in page
    assert "1 sentence of an officer came along." in page
    assert "For the file." in page


def test_a_brief_with_warnings_asks_one_question_before_it_is_released() -> None:
    embassy, head = build_embassy(), sign_in("head")
    row = BriefRow.objects.latest("version")
    row.checks = pack((Check(embassy.block, "names", "warning", Said("names a place that its sources do not")),))
    row.save()
    release = reverse("release", args=[embassy.brief])
    assert f'href="{release}"' in said(head.get(reverse("brief", args=[embassy.brief])))
    question = said(head.get(release))
    assert "I have seen 1 warning" in question
    assert "names a place that its sources do not" in question
    unseen = said(head.post(release, {"version": embassy.version}, follow=True))
    assert "This brief has open warnings (1)" in unseen
    assert "Released by Head" in said(head.post(release, {"version": embassy.version, "seen": 1}, follow=True))


def test_a_correction_over_a_newer_version_is_refused_and_both_stand_on_the_page() -> None:
    embassy, client = build_embassy(), sign_in("head")
    address = reverse("edit_conversation", args=["c1"])
    assert '<input type="hidden" name="based_on" value="1">' in said(client.get(address))
    before = read_conversation(embassy.head, "c1").conversation
    draft = ConversationDraft(before.date, before.office, before.place, before.title, "Hers.", before.mark, protected=True)
    amend_conversation(embassy.head, "c1", draft)

    page = said(client.post(address, TALK | {"text": "Mine.", "based_on": 1}))
    assert "Somebody saved version 2 of this record while you wrote" in page
    assert "Hers." in page
    assert "Protected source: a brief prints the day of the talk; no title, no words, no office, no place." in page
    assert "Mine." in page
    assert read_conversation(embassy.head, "c1").conversation.protected
    assert client.post(address, TALK | {"text": "Both.", "protected": "on", "based_on": 2}).status_code == 302
    assert read_conversation(embassy.head, "c1").version == 3


@pytest.mark.parametrize("username", ["local", "vera"])
def test_the_page_of_a_release_is_closed_to_who_may_not_release(username: str) -> None:
    embassy = build_embassy()
    assert sign_in(username).get(reverse("release", args=[embassy.brief])).status_code == 403


def test_a_long_list_of_refused_entries_is_counted_on_the_page() -> None:
    build_embassy()
    body = b"<opml><body>" + b'<outline xmlUrl="a"/>' * 250 + b"</body></opml>"
    page = said(sign_in("vera").post(reverse("bring_list"), {"file": SimpleUploadedFile("feeds.opml", body)}))
    assert "and 150 more" in page
    assert "Entry 101" not in page


def test_an_earlier_version_of_a_conversation_is_read_from_its_page() -> None:
    embassy, client = build_embassy(), sign_in("head")
    before = read_conversation(embassy.head, "c1").conversation
    draft = ConversationDraft(before.date, before.office, before.place, before.title, "As corrected.", before.mark)
    amend_conversation(embassy.head, "c1", draft)
    address = reverse("conversation", args=["c1"])
    assert f'href="{address}?version=1"' in said(client.get(address))
    old = said(client.get(f"{address}?version=1"))
    assert before.text in old
    assert "This is version 1; a newer one stands in its place." in old
    assert client.get(f"{address}?version=9").status_code == 403


def test_a_record_of_our_own_watching_is_laid_out_under_the_sentences_of_the_brief() -> None:
    embassy, client = build_embassy(), sign_in("ngoc")
    brief = read_brief(embassy.officer, embassy.brief).brief
    figure = next(each for each in brief.citations if each.kind == "figure" and "unseen" in each.ref)
    page = said(client.get(f"{reverse('record', args=[figure.ref])}?brief={embassy.brief}"))
    assert "<dt>Sources that gave something</dt>" in page
    assert "sources gave something in the last 24 hours" in page


def test_a_static_file_has_an_address_that_changes_with_it() -> None:
    page = said(Client(HTTP_HOST="localhost").get("/sign-in/"))
    marks = dict(re.findall(r'/static/chancery/(\w+\.css)\?([0-9a-f]{12})"', page))
    look = Path(chancery.workbench.__file__).parent / "static" / "chancery" / "look.css"
    assert marks["look.css"] == sha256(look.read_bytes()).hexdigest()[:12]


def test_a_search_finds_our_own_records_beside_the_articles() -> None:
    build_embassy()
    page = said(sign_in("emre").get(reverse("search") + "?words=cabinet"))
    assert "From our own records" in page
    assert reverse("conversation", args=["c1"]) in page
    assert reverse("record", args=["p1"]) in page
    assert reverse("conversation", args=["c2"]) not in page
    assert "From our own records" not in said(sign_in("local").get(reverse("search") + "?words=ministers"))
