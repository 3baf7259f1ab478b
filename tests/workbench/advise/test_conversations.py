from dataclasses import replace
from datetime import date

import pytest
from tests.workbench.build import build_mission, build_paper, build_talk, build_three, build_viewer, fill_mission

from chancery.common.errors import InputError, NotAllowed, RefusedError
from chancery.workbench.advise.models import ConversationRow, NoteRow
from chancery.workbench.advise.operations import (
    amend_conversation,
    set_paper_status,
    store_conversations,
    store_papers,
    write_conversation,
    write_note,
)
from chancery.workbench.advise.queries import (
    list_conversations,
    list_due,
    list_papers,
    read_conversation,
    read_record,
)
from chancery.workbench.advise.records import ConversationDraft
from chancery.workbench.audit.models import AuditRow

pytestmark = pytest.mark.django_db

DRAFT = ConversationDraft(
    date=date(2026, 3, 16),
    office="Director for Europe",
    place="Port Lanval",
    title="On the cabinet",
    text="She said that the cabinet will not change before May.",
    mark="official",
)


def test_a_record_for_one_section_is_read_by_it_and_by_its_author_alone():
    lanval, lumbra = build_mission(), build_mission("lumbra")
    of_section, of_mission, outsider = build_three(lanval, lumbra)
    head = build_viewer(lanval, "vy", "head_of_mission")
    ref = write_conversation(of_mission, replace(DRAFT, readers=("political",)))

    assert read_conversation(of_section, ref).conversation.text == DRAFT.text
    assert read_conversation(of_mission, ref).author == "Emre"
    assert [len(list_conversations(viewer).conversations) for viewer in (of_section, of_mission, head, outsider)] == [
        1,
        1,
        0,
        0,
    ]
    for viewer in (head, outsider):
        with pytest.raises(NotAllowed):
            read_conversation(viewer, ref)


def test_a_record_for_the_whole_mission_is_read_by_no_other():
    lanval, lumbra = build_mission(), build_mission("lumbra")
    of_section, of_mission, outsider = build_three(lanval, lumbra)
    ref = write_conversation(of_section, DRAFT)
    assert read_conversation(of_mission, ref).conversation.office == "Director for Europe"
    with pytest.raises(NotAllowed):
        read_conversation(outsider, ref)


@pytest.mark.parametrize("year", [1, 1483, 2569, 9999])
def test_a_year_of_another_calendar_is_refused_by_name(year):
    officer = build_viewer(build_mission(), "ngoc")
    with pytest.raises(InputError, match=f"{year} is no year of our calendar") as refusal:
        write_conversation(officer, replace(DRAFT, date=date(year, 3, 16)))
    assert refusal.value.field == "date"


def test_an_amendment_is_a_new_version_and_the_old_one_stays():
    lanval = build_mission()
    author, colleague = build_viewer(lanval, "ngoc"), build_viewer(lanval, "emre")
    ref = write_conversation(author, DRAFT)
    assert amend_conversation(author, ref, replace(DRAFT, text="She said: not before June.")) == 2

    view = read_conversation(colleague, ref)
    assert (view.version, view.conversation.text, len(view.earlier)) == (2, "She said: not before June.", 1)
    assert ConversationRow.objects.get(ref=ref, version=1).text == DRAFT.text
    assert len(list_conversations(colleague).conversations) == 1
    with pytest.raises(NotAllowed, match="only its author"):
        amend_conversation(colleague, ref, DRAFT)


@pytest.mark.parametrize(
    ("change", "error", "said"),
    [
        ({"mark": "restricted"}, RefusedError, "above the ceiling"),
        ({"mark": "cosmic"}, InputError, "no handling mark"),
        ({"readers": ("moon",)}, InputError, "neither a role nor a section"),
        ({"text": "  "}, InputError, "empty"),
        ({"office": ""}, InputError, "empty"),
        ({"text": "x" * 100_001}, InputError, "signs"),
    ],
)
def test_what_will_not_do_is_refused_and_nothing_is_kept(change, error, said):
    viewer = build_viewer(build_mission(), "ngoc")
    with pytest.raises(error, match=said):
        write_conversation(viewer, replace(DRAFT, **change))
    assert not ConversationRow.objects.exists()
    assert not AuditRow.objects.filter(kind="conversation").exists()


def test_nobody_writes_above_the_own_ceiling():
    viewer = build_viewer(build_mission(), "lam", "local_staff")
    with pytest.raises(RefusedError, match="above the ceiling"):
        write_conversation(viewer, replace(DRAFT, mark="sensitive"))


def test_an_administrator_alone_records_no_conversation():
    viewer = build_viewer(build_mission(), "thu", "administrator")
    with pytest.raises(NotAllowed):
        write_conversation(viewer, DRAFT)


def test_a_note_is_read_by_whoever_reads_what_it_is_about():
    lanval, lumbra = build_mission(), build_mission("lumbra")
    of_section, of_mission, outsider = build_three(lanval, lumbra)
    ref = write_conversation(of_section, DRAFT)
    write_note(of_mission, "conversation", ref, "Compare last year.", "official")
    write_note(of_section, "conversation", ref, "For us alone.", "official", ("political",))

    assert [note.text for note in read_conversation(of_section, ref).notes] == ["Compare last year.", "For us alone."]
    assert [note.text for note in read_conversation(of_mission, ref).notes] == ["Compare last year."]
    for viewer in (outsider, of_mission):
        with pytest.raises(NotAllowed):
            write_note(viewer, "conversation", ref if viewer is outsider else "c-none", "x", "official")


def test_papers_follow_their_reader_lists_too():
    lanval, lumbra = build_mission(), build_mission("lumbra")
    of_section, of_mission, outsider = build_three(lanval, lumbra)
    fill_mission(
        lanval, [], papers=(build_paper("p1"), build_paper("p2", readers=("political",)), build_paper("p3", mark="sensitive"))
    )
    local = build_viewer(lanval, "lam", "local_staff")

    day = date(2026, 3, 17)
    seen = {viewer.name: [paper.ref for paper in list_papers(viewer)] for viewer in (of_section, of_mission, local, outsider)}
    assert seen == {"Ngoc": ["p1", "p2", "p3"], "Emre": ["p1", "p3"], "Lam": ["p1"], "Ana": []}
    assert [paper.ref for paper in list_due(of_mission, day)] == ["p1", "p3"]
    with pytest.raises(NotAllowed):
        read_record(of_mission, "p2")
    with pytest.raises(NotAllowed):
        set_paper_status(of_mission, "p2", "done", "Sent.")


def test_what_is_done_is_due_no_more_and_what_has_passed_is_late():
    lanval = build_mission()
    fill_mission(lanval, [], papers=(build_paper("p1"), build_paper("p2")))
    viewer = build_viewer(lanval, "ngoc")
    set_paper_status(viewer, "p1", "done", "Sent on Friday.")
    assert [(paper.ref, paper.late) for paper in list_due(viewer, date(2026, 3, 25))] == [("p2", True)]
    view = read_record(viewer, "p1")
    assert (view.paper.status, [note.text for note in view.notes]) == ("done", ["Done: Sent on Friday."])
    with pytest.raises(InputError, match="empty"):
        set_paper_status(viewer, "p1", "open", " ")
    with pytest.raises(InputError, match="no status"):
        set_paper_status(viewer, "p1", "lost", "Why.")
    with pytest.raises(NotAllowed):
        set_paper_status(build_viewer(lanval, "thu", "administrator"), "p1", "open", "Why.")
    with pytest.raises(NotAllowed):
        set_paper_status(build_viewer(build_mission("lumbra"), "ana"), "p1", "open", "Why.")


def test_the_reason_of_a_status_is_read_by_the_readers_of_the_paper_alone():
    lanval = build_mission()
    of_section, _, _ = build_three(lanval, build_mission("lumbra"))
    fill_mission(lanval, [], papers=(build_paper("p1", readers=("political",), mark="sensitive"),))
    set_paper_status(of_section, "p1", "answered", "By note verbale.")
    note = NoteRow.objects.get()
    assert (note.readers, note.mark) == ("|political|", "sensitive")
    assert not any("verbale" in str(row.details) for row in AuditRow.objects.all())


def test_an_earlier_version_is_read_by_who_may_read_that_one_and_the_standing_one():
    lanval, lumbra = build_mission(), build_mission("lumbra")
    of_section, of_mission, outsider = build_three(lanval, lumbra)
    ref = write_conversation(of_section, replace(DRAFT, readers=("political",)))
    amend_conversation(of_section, ref, replace(DRAFT, text="As the whole mission may read it."))

    old = read_conversation(of_section, ref, 1)
    assert (old.conversation.text, old.version, old.newest, old.may_amend) == (DRAFT.text, 1, 2, False)
    assert read_conversation(of_mission, ref).earlier == ()
    for viewer, version in ((of_mission, 1), (outsider, 1), (outsider, 2), (of_section, 3)):
        with pytest.raises(NotAllowed):
            read_conversation(viewer, ref, version)


def test_who_may_not_read_the_standing_version_reads_no_earlier_one():
    lanval = build_mission()
    of_section, of_mission, _ = build_three(lanval, build_mission("lumbra"))
    ref = write_conversation(of_section, DRAFT)
    amend_conversation(of_section, ref, replace(DRAFT, readers=("political",)))
    with pytest.raises(NotAllowed):
        read_conversation(of_mission, ref, 1)


@pytest.mark.parametrize("role", ["officer", "local_staff", "desk"])
def test_only_who_keeps_the_mission_brings_records_and_papers_in(role):
    viewer = build_viewer(build_mission(), "ngoc", role)
    for act in (lambda: store_conversations(viewer, (build_talk(),)), lambda: store_papers(viewer, (build_paper(),))):
        with pytest.raises(NotAllowed):
            act()


def test_a_folder_brought_in_again_adds_what_is_new_and_keeps_what_was_amended():
    lanval = build_mission()
    fill_mission(lanval, [], talks=(build_talk("c1"),))
    head = build_viewer(lanval, "vy", "head_of_mission")
    amend_conversation(head, "c1", replace(DRAFT, text="As amended."))
    fill_mission(lanval, [], talks=(build_talk("c1"), build_talk("c2")))
    assert read_conversation(head, "c1").conversation.text == "As amended."
    assert len(list_conversations(head).conversations) == 2


def test_audit_rows_hold_ids_and_counts_and_no_word_of_the_text():
    viewer = build_viewer(build_mission(), "ngoc")
    ref = write_conversation(viewer, DRAFT)
    row = AuditRow.objects.get(kind="conversation")
    assert (row.ref, row.verb, row.mark, row.details) == (ref, "write", "official", {"signs": len(DRAFT.text)})


def test_a_correction_begun_before_another_was_saved_takes_nothing_back():
    lanval = build_mission()
    fill_mission(lanval, [], talks=(build_talk("c1"),))
    head = build_viewer(lanval, "vy", "head_of_mission")
    assert amend_conversation(head, "c1", replace(DRAFT, protected=True), based_on=1) == 2
    with pytest.raises(RefusedError, match="somebody saved version 2 of this record"):
        amend_conversation(head, "c1", replace(DRAFT, text="As I saw it."), based_on=1)
    assert read_conversation(head, "c1").conversation.protected
    assert amend_conversation(head, "c1", replace(DRAFT, text="As I saw it.", protected=True), based_on=2) == 3


def test_a_folder_brought_in_again_opens_no_paper_that_is_done():
    lanval = build_mission()
    fill_mission(lanval, [], papers=(build_paper("p1"),))
    officer = build_viewer(lanval, "ngoc")
    set_paper_status(officer, "p1", "done", "The report went out on Tuesday.")
    fill_mission(lanval, [], papers=(build_paper("p1"), build_paper("p2")))
    assert {line.ref: line.status for line in list_papers(officer)} == {"p1": "done", "p2": "open"}
