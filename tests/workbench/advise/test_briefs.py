import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.workbench.advise.test_conversations import DRAFT
from tests.workbench.build import (
    MORNING,
    build_article,
    build_cabinet,
    build_mission,
    build_paper,
    build_talk,
    build_three,
    build_viewer,
    fill_mission,
    machine,
)

from chancery.advise.records import Check
from chancery.common.errors import BlockedBrief, InputError, NotAllowed, RefusedError
from chancery.common.pack import pack
from chancery.common.said import Said
from chancery.workbench.advise.brief_operations import import_brief
from chancery.workbench.advise.models import BriefRow, PaperRow
from chancery.workbench.advise.morning_operations import _keep
from chancery.workbench.advise.operations import (
    add_officer_block,
    amend_conversation,
    compose_brief,
    export_brief,
    make_brief,
    release_brief,
    remove_block,
    shift_block,
    store_brief,
    write_conversation,
)
from chancery.workbench.advise.queries import list_briefs, list_versions, read_brief, read_record, today
from chancery.workbench.advise.read_rows import make_paper_row, read_brief_records, read_brief_row
from chancery.workbench.advise.records import Asked, BlockDraft
from chancery.workbench.audit.models import AuditRow
from chancery.workbench.watch.models import ArticleRow

pytestmark = pytest.mark.django_db

NINE = Asked("a1", "named nine ministers in Port Lanval on Monday")
NAMING = BlockDraft(
    "fact",
    "The Ministry of Foreign Affairs expects no change.",
    (Asked("c1", "the cabinet will not change before May"),),
)
SAYING = BlockDraft("assessment", "We assess that nine ministers are too many.", (NINE,))


def build_morning(mission, **kept):
    """Return the id of the brief of a mission with one affair, one conversation for all and one for a section."""
    kept = kept or {"talks": (build_talk("c1"), build_talk("c2", readers=("political",))), "papers": (build_paper("p1"),)}
    return make_brief(fill_mission(mission, **kept), MORNING)[0]


def build_loan(mission):
    """Return the id of a brief with one story marked sensitive."""
    text = "Ilmara will ask for a loan, the finance minister of Ilmara told us in Port Lanval. The cabinet does not know."
    articles = [*build_cabinet(), build_article(7, "Ilmara asks for a loan", text, "heard", mark="sensitive", lang="en")]
    return make_brief(fill_mission(mission, articles), MORNING)[0]


def change_paper(paper):
    """Let a paper stand as it would after a change to its record."""
    fresh = make_paper_row(0, paper)
    PaperRow.objects.filter(ref=paper.id).update(mark=fresh.mark, readers=fresh.readers, record=fresh.record)


def words(view):
    return " ".join(
        (*(block.text for block in view.brief.blocks), *(why for s in view.brief.sections for i in s.items for why in i.why))
    )


def test_the_morning_is_on_the_page_of_today_for_the_mission_and_for_nobody_else():
    lanval, lumbra = build_mission(), build_mission("lumbra")
    of_section, of_mission, outsider = build_three(lanval, lumbra)
    ref = build_morning(lanval)

    assert "nine ministers" in words(today(of_section).brief)
    assert today(of_mission).brief.ref == ref
    assert today(outsider).brief is None
    assert list_briefs(outsider).briefs == ()
    for look in (read_brief, list_versions):
        with pytest.raises(NotAllowed):
            look(outsider, ref)


def test_a_record_for_one_section_enters_no_brief_of_the_mission():
    lanval = build_mission()
    kept = replace(build_paper("p2", readers=("political",)), title="Vote against the list")
    ref = build_morning(lanval, papers=(build_paper("p1"), kept))
    of_section = build_viewer(lanval, "ngoc", sections=("political",))
    assert "Vote against the list" not in words(read_brief(of_section, ref))
    assert [paper.title for paper in today(of_section, MORNING).due][-1] == "Vote against the list"


def test_a_statement_on_a_record_kept_to_one_section_since_is_withheld_from_the_others(settings):
    settings.EXPORT_CEILING = "sensitive"
    lanval = build_mission()
    of_section, of_mission, _ = build_three(lanval, build_mission("lumbra"))
    paper = replace(build_paper("p2"), title="Vote against the list")
    ref = build_morning(lanval, papers=(build_paper("p1"), paper))
    change_paper(replace(paper, readers=("political",)))

    full, cut = read_brief(of_section, ref), read_brief(of_mission, ref)
    assert "Vote against the list" in words(full)
    assert "Vote against the list" not in words(cut)
    assert (full.withheld, cut.withheld > 0) == (0, True)
    assert all(citation.ref != "p2" for citation in cut.brief.citations)
    with pytest.raises(NotAllowed):
        read_record(of_mission, "p2", ref)
    with pytest.raises(NotAllowed, match="not for you to read"):
        add_officer_block(of_mission, ref, SAYING)
    with pytest.raises(BlockedBrief, match="kept to its readers"):
        export_brief(of_section, ref, 1, "html")


def test_a_statement_above_the_ceiling_of_a_person_is_withheld():
    lanval = build_mission()
    ref = build_loan(lanval)
    officer, local = build_viewer(lanval, "ngoc"), build_viewer(lanval, "lam", "local_staff")

    assert read_brief(officer, ref).brief.mark == "sensitive"
    assert "loan" in words(read_brief(officer, ref))
    shown = read_brief(local, ref)
    assert "loan" not in words(shown)
    assert shown.brief.mark in ("public", "official")


def test_a_brief_marked_above_its_parts_is_shown_whole_or_not_at_all(settings):
    settings.CEILING = "restricted"
    lanval = build_mission(ceiling="restricted")
    ref = build_morning(lanval, papers=())
    officer, local = build_viewer(lanval, "ngoc", ceiling="restricted"), build_viewer(lanval, "lam", "local_staff")
    raised = replace(read_brief(officer, ref).brief, mark="restricted")
    store_brief(officer, raised, read_brief_records(BriefRow.objects.get()))
    assert read_brief(officer, ref).brief.mark == "restricted"
    with pytest.raises(NotAllowed):
        read_brief(local, ref)
    assert today(local).brief is None


def test_an_officer_adds_a_statement_as_a_new_version_and_the_old_one_stays():
    lanval = build_mission()
    ref, officer = build_morning(lanval), build_viewer(lanval, "ngoc", sections=("political",))
    assert add_officer_block(officer, ref, SAYING, based_on=1) == 2

    new, old = read_brief(officer, ref), read_brief(officer, ref, 1)
    assert SAYING.text in words(new)
    assert SAYING.text not in words(old)
    assert (new.author, new.newest, old.newest, old.may_edit) == ("Ngoc", 2, 2, False)
    assert [version for version, *_ in list_versions(officer, ref)] == [2, 1]
    assert new.brief.supersedes == f"{ref} v1"
    block = next(block for block in new.brief.blocks if block.text == SAYING.text)
    assert (block.voice, block.citations[0].quote) == ("officer", NINE.quote)


def test_a_statement_is_corrected_and_taken_out_again():
    lanval = build_mission()
    ref, officer = build_morning(lanval), build_viewer(lanval, "ngoc", sections=("political",))
    add_officer_block(officer, ref, SAYING)
    block = read_brief(officer, ref).brief.blocks[-1].id
    add_officer_block(officer, ref, replace(SAYING, text="We assess that nine ministers suffice.", replaces=block))
    assert SAYING.text not in words(read_brief(officer, ref))
    assert remove_block(officer, ref, block) == 4
    assert "suffice" not in words(read_brief(officer, ref))
    acts = AuditRow.objects.filter(kind="brief", ref=ref).order_by("id").values_list("verb", flat=True)
    assert list(acts) == ["store", "store", "store", "remove"]


def test_two_statements_that_no_longer_stand_do_not_lock_a_brief_and_it_does_not_leave_with_one():
    lanval = build_mission()
    ref, officer = build_morning(lanval), build_viewer(lanval, "ngoc", sections=("political",))
    add_officer_block(officer, ref, SAYING)
    add_officer_block(officer, ref, replace(SAYING, text="We assess that nine ministers cost too much."))
    first, second = (block.id for block in read_brief(officer, ref).brief.blocks[-2:])
    ArticleRow.objects.filter(ref="a1").update(text="The outlet wrote another text over the one we stored.")
    assert remove_block(officer, ref, first) == 4
    with pytest.raises(BlockedBrief):
        release_brief(build_viewer(lanval, "hoa", role="head_of_mission"), ref, 4)
    assert remove_block(officer, ref, second) == 5


def test_a_sentence_that_fell_stops_the_release_and_no_new_sentence_and_is_named_by_its_words():
    lanval = build_mission()
    ref, officer = build_morning(lanval), build_viewer(lanval, "ngoc", sections=("political",))
    head = build_viewer(lanval, "vy", "head_of_mission")
    quoting = (Asked("c1", "will not change before May"),)
    add_officer_block(officer, ref, BlockDraft("assessment", "We assess that it will not change before May.", quoting))
    fallen = read_brief(officer, ref).brief.blocks[-1].id
    amend_conversation(head, "c1", replace(DRAFT, text="She said nothing."))

    version = add_officer_block(officer, ref, SAYING)
    assert fallen in {check.block for check in read_brief(officer, ref).checks if check.verdict == "blocking"}
    with pytest.raises(BlockedBrief, match="“We assess that it will not change before…”: ") as stopped:
        release_brief(head, ref, version, seen=len(read_brief(head, ref).checks))
    assert "We assess that it will not change before…" in [dict(told.values)["words"] for told in stopped.value.told]
    with pytest.raises(BlockedBrief, match="“Eleven ministers were named: 11"):
        add_officer_block(officer, ref, BlockDraft("fact", "Eleven ministers were named: 11.", (NINE,)))
    with pytest.raises(BlockedBrief):
        add_officer_block(officer, ref, BlockDraft("fact", "Eleven were named: 11.", quoting[:0], replaces=fallen))


def test_what_a_brief_cites_is_held_before_it_is_checked():
    lanval = build_mission()
    system = fill_mission(lanval)
    with CaptureQueriesContext(connection) as asked:
        make_brief(system, MORNING)
    said, table = [each["sql"] for each in asked], ArticleRow._meta.db_table
    stored = next(at for at, sql in enumerate(said) if sql.startswith(f'INSERT INTO "{BriefRow._meta.db_table}"'))
    held = next(at for at, sql in enumerate(said) if sql.startswith(f'UPDATE "{table}" SET "cited"'))
    checked = max(at for at, sql in enumerate(said[:stored]) if sql.startswith("SELECT") and f'"{table}"."text"' in sql)
    assert held < checked < stored


@pytest.mark.parametrize(
    ("draft", "error", "said"),
    [
        (BlockDraft("fact", "The list is long.", ()), BlockedBrief, "cites nothing"),
        (BlockDraft("fact", "Eleven ministers were named: 11.", (NINE,)), BlockedBrief, "11"),
        (BlockDraft("fact", "Nine were named.", (Asked("a1", "eleven ministers"),)), InputError, "do not stand"),
        (BlockDraft("fact", "Nine were named.", (Asked("nowhere"),)), InputError, "no article and no record"),
        (BlockDraft("fact", " ", (NINE,)), InputError, "empty"),
        (BlockDraft("rumour", "Nine were named.", (NINE,)), InputError, "no kind"),
        (replace(SAYING, section="moon"), InputError, "no section"),
        (replace(SAYING, replaces="b-none"), InputError, "no statement"),
    ],
)
def test_a_statement_that_does_not_stand_leaves_the_brief_as_it_was(draft, error, said):
    lanval = build_mission()
    ref, officer = build_morning(lanval), build_viewer(lanval, "ngoc", sections=("political",))
    with pytest.raises(error, match=said):
        add_officer_block(officer, ref, draft)
    assert read_brief(officer, ref).newest == 1


def test_nobody_cites_what_the_person_may_not_read():
    lanval = build_mission()
    ref = build_morning(lanval, papers=())
    political, economic = build_viewer(lanval, "ngoc", sections=("political",)), build_viewer(lanval, "emre")
    talk = write_conversation(political, replace(DRAFT, readers=("political",)))
    draft = BlockDraft("fact", "The cabinet will not change before May.", (Asked(talk, "will not change before May"),))
    with pytest.raises(InputError, match="no article and no record"):
        add_officer_block(economic, ref, draft)
    with pytest.raises(BlockedBrief, match="kept to its readers"):
        add_officer_block(political, ref, draft)


def test_a_record_of_conversation_for_the_whole_mission_is_cited():
    lanval = build_mission()
    ref, officer = build_morning(lanval, papers=()), build_viewer(lanval, "ngoc")
    talk = write_conversation(officer, DRAFT)
    draft = BlockDraft("fact", "The cabinet will not change before May.", (Asked(talk, "will not change before May"),))
    assert add_officer_block(officer, ref, draft) == 2


def test_who_was_slower_reads_first():
    lanval = build_mission()
    ref, officer = build_morning(lanval), build_viewer(lanval, "ngoc", sections=("political",))
    add_officer_block(officer, ref, SAYING, based_on=1)
    with pytest.raises(RefusedError, match="newer"):
        add_officer_block(officer, ref, replace(SAYING, text="We assess otherwise."), based_on=1)


def test_a_correction_that_was_begun_before_another_was_stored_does_not_undo_it():
    lanval = build_mission()
    ref, officer = build_morning(lanval), build_viewer(lanval, "ngoc", sections=("political",))
    begun, records = read_brief(officer, ref).brief, read_brief_records(BriefRow.objects.get())
    add_officer_block(officer, ref, SAYING)
    with pytest.raises(RefusedError, match="version 2 is newer"):
        store_brief(officer, begun, records, officer.person_id, after=1)
    assert SAYING.text in words(read_brief(officer, ref))


def test_the_author_does_not_release_where_a_colleague_can():
    lanval = build_mission()
    ref, author = build_morning(lanval), build_viewer(lanval, "ngoc", sections=("political",))
    head = build_viewer(lanval, "vy", "head_of_mission")
    add_officer_block(author, ref, SAYING)
    with pytest.raises(RefusedError, match="a colleague must release"):
        release_brief(author, ref, 2)
    assert release_brief(head, ref, 2, seen=len(read_brief(head, ref).checks)) is False
    view = read_brief(author, ref)
    assert (view.status, view.released_by, view.self_certified, view.brief.status) == ("released", "Vy", False, "released")
    with pytest.raises(RefusedError, match="released already"):
        release_brief(head, ref, 2)


def test_where_nobody_else_can_the_release_is_marked_self_certified():
    lanval = build_mission()
    ref, alone = build_morning(lanval), build_viewer(lanval, "ngoc", sections=("political",))
    build_viewer(lanval, "lam", "local_staff")
    add_officer_block(alone, ref, SAYING)
    assert release_brief(alone, ref, 2, seen=len(read_brief(alone, ref).checks)) is True
    assert read_brief(alone, ref).self_certified


def test_an_old_version_is_not_released():
    lanval = build_mission()
    ref, head = build_morning(lanval), build_viewer(lanval, "vy", "head_of_mission", ("political",))
    add_officer_block(head, ref, SAYING)
    with pytest.raises(RefusedError, match="newer"):
        release_brief(head, ref, 1)


def test_nobody_releases_what_the_person_cannot_read_whole():
    lanval = build_mission()
    ref = build_loan(lanval)
    with pytest.raises(NotAllowed, match="cannot release"):
        release_brief(build_viewer(lanval, "emre", ceiling="official"), ref, 1)


@pytest.mark.parametrize("role", ["local_staff", "administrator"])
def test_who_does_not_write_briefs_changes_none(role):
    lanval = build_mission()
    ref, viewer = build_morning(lanval, papers=()), build_viewer(lanval, "lam", role)
    for act in (
        lambda: add_officer_block(viewer, ref, SAYING),
        lambda: remove_block(viewer, ref, "b"),
        lambda: release_brief(viewer, ref, 1),
        lambda: make_brief(viewer, MORNING),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_an_export_holds_what_its_reader_may_see_and_is_written_down(settings):
    settings.EXPORT_CEILING = "sensitive"
    lanval, lumbra = build_mission(), build_mission("lumbra")
    ref = build_loan(lanval)
    officer, local = build_viewer(lanval, "ngoc"), build_viewer(lanval, "lam", "local_staff")
    assert b"loan" in export_brief(officer, ref, 1, "html").content
    assert b"loan" not in export_brief(local, ref, 1, "html").content
    assert json.loads(export_brief(local, ref, 1, "json").content)["format"] == "chancery-brief/1"
    with pytest.raises(NotAllowed):
        export_brief(build_viewer(lumbra, "ana"), ref, 1, "html")
    with pytest.raises(InputError, match="no file we write"):
        export_brief(officer, ref, 1, "exe")
    rows = AuditRow.objects.filter(verb="export")
    assert sorted((row.person.name, row.details["form"]) for row in rows) == [
        ("Lam", "html"),
        ("Lam", "json"),
        ("Ngoc", "html"),
    ]


def test_nothing_leaves_above_the_ceiling_of_the_door(settings):
    settings.EXPORT_CEILING = "public"
    lanval = build_mission()
    ref, officer = build_morning(lanval), build_viewer(lanval, "ngoc", sections=("political",))
    with pytest.raises(RefusedError, match="above the ceiling"):
        export_brief(officer, ref, 1, "html")
    assert not AuditRow.objects.filter(verb="export").exists()


def test_a_brief_above_the_ceiling_of_its_author_is_not_stored():
    lanval = build_mission()
    ref = build_morning(lanval, papers=())
    officer = build_viewer(lanval, "ngoc", ceiling="official")
    with pytest.raises(RefusedError, match="above the ceiling"):
        store_brief(officer, replace(read_brief(officer, ref).brief, mark="sensitive"), ())


def test_what_a_brief_cites_is_held():
    lanval = build_mission()
    build_morning(lanval)
    assert set(ArticleRow.objects.filter(cited=True).values_list("ref", flat=True)) >= {"a1"}
    assert not ArticleRow.objects.get(ref="a3").cited


def test_the_same_morning_written_again_is_the_next_version():
    lanval = build_mission()
    ref = build_morning(lanval)
    again, version = make_brief(build_viewer(lanval, "ngoc"), MORNING)
    assert (again, version) == (ref, 2)
    first, second = BriefRow.objects.order_by("version").values_list("record", flat=True)
    assert first["sections"] == second["sections"]


def story_of(view):
    return next(item for section in view.brief.sections for item in section.items)


def test_a_statement_stands_with_the_story_the_officer_chose_and_moves_among_its_statements():
    lanval = build_mission()
    ref, officer = build_morning(lanval), build_viewer(lanval, "ngoc", sections=("political",))
    place = f"item:{story_of(read_brief(officer, ref)).id}"
    add_officer_block(officer, ref, replace(SAYING, section=place))
    before = [block.text for block in story_of(read_brief(officer, ref)).blocks]
    assert before[-1] == SAYING.text
    block = story_of(read_brief(officer, ref)).blocks[-1].id
    assert shift_block(officer, ref, block, -1, based_on=2) == 3
    after = [block.text for block in story_of(read_brief(officer, ref)).blocks]
    assert sorted(after) == sorted(before)
    assert after.index(SAYING.text) < before.index(SAYING.text)
    with pytest.raises(RefusedError, match="newer"):
        shift_block(officer, ref, block, 1, based_on=2)
    with pytest.raises(InputError, match="cannot be moved"):
        shift_block(officer, ref, story_of(read_brief(officer, ref)).blocks[0].id, 1)
    with pytest.raises(InputError, match="no section item:none"):
        add_officer_block(officer, ref, replace(SAYING, section="item:none"))
    assert AuditRow.objects.filter(verb="move", kind="brief").count() == 1


def test_a_brief_written_again_keeps_what_officers_said_at_its_place_and_its_author():
    lanval = build_mission()
    ref, officer = build_morning(lanval), build_viewer(lanval, "ngoc", sections=("political",))
    place = f"item:{story_of(read_brief(officer, ref)).id}"
    add_officer_block(officer, ref, replace(SAYING, section=place))
    add_officer_block(officer, ref, replace(SAYING, text="We assess that nine suffice.", section="bottom_line"))

    made = compose_brief(build_viewer(lanval, "emre"), MORNING)
    assert (made.version, made.carried, made.left_out) == (4, 2, 0)
    view = read_brief(officer, ref)
    assert SAYING.text in [block.text for block in story_of(view).blocks]
    assert "We assess that nine suffice." in [block.text for block in view.brief.sections[0].blocks]
    assert (view.author, view.status) == ("Ngoc", "draft")


def test_what_an_officer_said_is_left_out_where_its_source_no_longer_bears_it_out_and_is_counted():
    lanval = build_mission()
    ref, officer = build_morning(lanval), build_viewer(lanval, "ngoc", sections=("political",))
    add_officer_block(officer, ref, replace(SAYING, cites=(Asked("a3", "A museum opens its doors"),), text="We assess doors."))
    add_officer_block(officer, ref, SAYING)
    ArticleRow.objects.filter(ref="a3").update(title="Another title stands here now")

    made = compose_brief(officer, MORNING)
    assert (made.carried, made.left_out) == (1, 1)
    assert "We assess doors." not in words(read_brief(officer, ref))
    assert "We assess doors." in words(read_brief(officer, ref, 3))


def test_who_reads_less_writes_the_brief_of_the_whole_mission_all_the_same():
    lanval = build_mission()
    ref = build_loan(lanval)
    full, less = build_viewer(lanval, "ngoc"), build_viewer(lanval, "emre", ceiling="official")
    assert make_brief(less, MORNING) == (ref, 2)
    assert "loan" in words(read_brief(full, ref))
    assert "loan" not in words(read_brief(less, ref))
    assert AuditRow.objects.filter(verb="store", kind="brief").latest("id").person_id == less.person_id


def test_a_message_kept_before_it_had_a_template_is_read_as_it_was_written():
    lanval = build_mission()
    ref, head = build_morning(lanval), build_viewer(lanval, "vy", "head_of_mission")
    row = BriefRow.objects.get()
    block = read_brief(head, ref).brief.blocks[0].id
    row.checks = [{"block": block, "rule": "names", "verdict": "warning", "message": "“{Ilmara}” is not there", "span": [0, 8]}]
    row.save()
    assert read_brief(head, ref).checks == (Check(block, "names", "warning", Said("“{Ilmara}” is not there"), (0, 8)),)


def test_a_brief_with_open_warnings_is_released_by_who_has_seen_them():
    lanval = build_mission()
    ref, head = build_morning(lanval), build_viewer(lanval, "vy", "head_of_mission")
    row = BriefRow.objects.get()
    block = read_brief(head, ref).brief.blocks[0].id
    row.checks = pack((Check(block, "names", "warning", Said("a place that its sources do not name")),))
    row.save()
    with pytest.raises(RefusedError, match=r"open warnings \(1\)"):
        release_brief(head, ref, 1)
    assert read_brief(head, ref).status == "draft"
    release_brief(head, ref, 1, seen=1)
    assert AuditRow.objects.get(verb="release").details["warnings"] == 1


def test_a_brief_names_no_source_that_was_protected_after_it_was_written(settings):
    settings.EXPORT_CEILING = "sensitive"
    lanval = build_mission()
    fill_mission(lanval, talks=(replace(build_talk("c1"), story_terms=("cabinet", "nine ministers")),))
    head = build_viewer(lanval, "vy", "head_of_mission", ("political",))
    ref = make_brief(head, MORNING)[0]
    asked = (Asked("c1", "the cabinet will not change before May"),)
    add_officer_block(head, ref, BlockDraft("fact", "The Ministry of Foreign Affairs expects no change.", asked))
    assert "Director for Europe" in words(read_brief(head, ref))
    amend_conversation(head, "c1", replace(DRAFT, office="An office", title="Talk c1 on the cabinet", protected=True))

    view = read_brief(head, ref)
    shown = words(view) + " ".join(citation.title + citation.quote for citation in view.brief.citations)
    assert "Ministry of Foreign Affairs" not in shown
    assert "Director for Europe" not in shown
    assert "We hold a record of conversation of 16 March" in shown
    assert view.veiled == 1
    assert b"Ministry of Foreign" not in export_brief(head, ref, 2, "html").content
    for form in ("html", "json"):
        assert b"Talk c1 on the cabinet" not in export_brief(head, ref, 2, form).content
    assert add_officer_block(head, ref, SAYING) == 3


def test_a_title_printed_before_its_source_was_protected_is_printed_no_more():
    lanval = build_mission()
    talk = replace(build_talk("c1"), title="How Ilmara may vote", text="", story_terms=("cabinet", "nine ministers"))
    fill_mission(lanval, talks=(talk,))
    head = build_viewer(lanval, "vy", "head_of_mission", ("political",))
    ref = make_brief(head, MORNING)[0]
    row = BriefRow.objects.get(ref=ref)
    row.record = json.loads(json.dumps(row.record).replace("of conversation of 16 March on this", "of “How Ilmara may vote”"))
    row.save()
    assert "How Ilmara may vote" in words(read_brief(head, ref))
    amend_conversation(head, "c1", replace(DRAFT, title="How Ilmara may vote", protected=True))
    view = read_brief(head, ref)
    assert "How Ilmara may vote" not in words(view) + " ".join(citation.title for citation in view.brief.citations)


def build_protected(mission, replaces=None, section="notes"):
    """Return a head of mission and a brief with a sentence on a conversation whose source is protected since."""
    fill_mission(mission, talks=(replace(build_talk("c1"), story_terms=("cabinet", "nine ministers")),))
    head = build_viewer(mission, "vy", "head_of_mission", ("political",))
    ref = make_brief(head, MORNING)[0]
    stands_for = replaces(read_brief(head, ref)) if replaces else ""
    add_officer_block(head, ref, replace(NAMING, replaces=stands_for, section=section))
    amend_conversation(head, "c1", replace(DRAFT, office="An office", title="Talk c1 on the cabinet", protected=True))
    return head, ref


def test_a_heading_that_names_a_source_protected_since_says_only_that_there_is_a_record():
    lanval = build_mission()
    head, ref = build_protected(lanval, replaces=lambda view: story_of(view).heading.id)
    view = read_brief(build_viewer(lanval, "emre", sections=("economic",)), ref)
    heading = story_of(view).heading
    assert (heading.template, heading.voice) == ("N2", "record")
    assert "16 March" in heading.text
    assert [(each.ref, each.quote) for each in heading.citations] == [("c1", "")]
    assert "Ministry of Foreign Affairs" not in words(view) + " ".join(c.title + c.quote for c in view.brief.citations)
    assert view.veiled == 1

    add_officer_block(head, ref, replace(SAYING, replaces=heading.id))
    assert story_of(read_brief(head, ref)).heading.text == SAYING.text


def test_the_brief_of_the_day_after_names_no_source_protected_since_from_a_heading_of_the_day_before():
    lanval = build_mission()
    head, _ref = build_protected(lanval, replaces=lambda view: story_of(view).heading.id)
    after = make_brief(head, MORNING + timedelta(days=1))[0]
    quiet = [block.text for block in read_brief(head, after).brief.blocks if block.template == "C3"]
    assert len(quiet) == 1
    assert NAMING.text not in quiet[0]


def test_what_names_a_source_protected_since_is_shown_to_nobody_and_lost_by_no_change():
    lanval = build_mission()
    head, ref = build_protected(lanval)
    hidden = next(block for block in read_brief_row(BriefRow.objects.latest("version")).blocks if block.text == NAMING.text)
    add_officer_block(head, ref, SAYING)
    added = next(block.id for block in read_brief(head, ref).brief.blocks if block.text == SAYING.text)
    with pytest.raises(InputError, match="cannot be moved further"):
        shift_block(head, ref, added, -1)
    remove_block(head, ref, added)
    assert compose_brief(head, MORNING).left_out == 0

    for row in BriefRow.objects.filter(version__gte=2):
        assert hidden in read_brief_row(row).blocks
        view = read_brief(head, ref, row.version)
        assert (view.veiled, NAMING.text in words(view)) == (1, False)
    for act in (
        lambda: remove_block(head, ref, hidden.id),
        lambda: shift_block(head, ref, hidden.id, -1),
        lambda: add_officer_block(head, ref, replace(SAYING, replaces=hidden.id)),
    ):
        with pytest.raises(InputError, match="no statement"):
            act()

    amend_conversation(head, "c1", replace(DRAFT, office=build_talk().office, text=build_talk().text))
    assert NAMING.text in words(read_brief(head, ref))


def test_nobody_says_anew_what_names_a_protected_source():
    head, ref = build_protected(build_mission())
    with pytest.raises(BlockedBrief, match="protected source"):
        add_officer_block(head, ref, BlockDraft("fact", "An office expects no change.", (Asked("c1"),)))


def test_a_brief_is_released_as_it_is_shown_where_a_source_is_protected_since(settings):
    settings.EXPORT_CEILING = "sensitive"
    lanval = build_mission()
    head, ref = build_protected(lanval)
    other = build_viewer(lanval, "emre", sections=("economic",))
    release_brief(other, ref, 2, seen=len(read_brief(other, ref).checks))
    assert NAMING.text not in words(read_brief(other, ref))
    assert NAMING.text.encode() not in export_brief(head, ref, 2, "json").content


def test_a_warning_on_a_sentence_that_is_no_longer_shown_is_not_shown_either():
    lanval = build_mission()
    head, ref = build_protected(lanval, replaces=lambda view: story_of(view).heading.id)
    row = BriefRow.objects.latest("version")
    told = Said("{place} is a place that its sources do not name", (("place", "Port Lanval"),))
    row.checks = pack((Check(story_of(read_brief(head, ref)).heading.id, "names", "warning", told),))
    row.save()
    assert read_brief(head, ref).checks == ()


@pytest.mark.parametrize("protected", [False, True])
def test_a_brief_in_a_language_without_a_phrase_book_is_read(protected):
    lanval = build_mission()
    fill_mission(lanval, talks=(replace(build_talk("c1"), story_terms=("cabinet", "nine ministers")),))
    head = build_viewer(lanval, "vy", "head_of_mission", ("political",))
    make_brief(head, MORNING)
    row = BriefRow.objects.get()
    moment = row.as_of.replace(day=18)
    spanish = replace(read_brief_row(row), id="old-es", language="es", as_of=moment)
    assert import_brief(machine(lanval), spanish, read_brief_records(row))
    if protected:
        amend_conversation(head, "c1", replace(DRAFT, protected=True))
    view = today(head).brief
    assert view.ref == read_brief(head, "old-es").ref == "old-es"
    assert [block.template for block in view.brief.blocks if block.citations[0].ref == "c1"] == ["N2" if protected else "N1"]


def test_a_heading_that_no_longer_stands_is_left_out_and_the_brief_is_written_again():
    lanval = build_mission()
    ref, head = build_morning(lanval), build_viewer(lanval, "vy", "head_of_mission", ("political",))
    heading = story_of(read_brief(head, ref)).heading
    talk = write_conversation(head, DRAFT)
    asked = (Asked(talk, "the cabinet will not change before May"),)
    saying = BlockDraft("fact", "The cabinet will not change before May.", asked, replaces=heading.id)
    add_officer_block(head, ref, saying)
    assert (compose_brief(head, MORNING).carried, story_of(read_brief(head, ref)).heading.text) == (1, saying.text)
    amend_conversation(head, talk, replace(DRAFT, text="She said nothing of the kind, and asked us about tiles."))

    made = compose_brief(head, MORNING)
    assert (made.carried, made.left_out) == (0, 1)
    assert story_of(read_brief(head, ref)).heading == heading


def test_a_sentence_at_the_top_of_its_section_is_there_again_when_the_brief_is_written_again():
    lanval = build_mission()
    ref, officer = build_morning(lanval), build_viewer(lanval, "ngoc", sections=("political",))
    add_officer_block(officer, ref, replace(SAYING, section="bottom_line"))
    block = read_brief(officer, ref).brief.sections[0].blocks[-1].id
    for _step in read_brief(officer, ref).brief.sections[0].blocks[1:]:
        shift_block(officer, ref, block, -1)
    before = [each.id for each in read_brief(officer, ref).brief.sections[0].blocks]
    compose_brief(officer, MORNING)
    assert before[0] == block
    assert [each.id for each in read_brief(officer, ref).brief.sections[0].blocks] == before


def test_what_the_checker_refused_of_a_brief_stands_in_the_audit():
    lanval = build_mission()
    build_morning(lanval)
    row = BriefRow.objects.get()
    refused = (Check("due-p9", "numbers", "blocking", Said("a number that is not there")),)
    _keep(machine(lanval), replace(read_brief_row(row), id="other"), read_brief_records(row), refused)
    _keep(machine(lanval), read_brief_row(row), read_brief_records(row), refused)
    rows = AuditRow.objects.filter(verb="store", kind="brief").order_by("id")
    assert [row.details.get("refused") for row in rows] == [None, ["due-p9 numbers"], ["due-p9 numbers"]]


def test_a_record_of_a_protected_source_is_cited_whole_and_the_refusal_says_so():
    lanval = build_mission()
    ref, officer = build_morning(lanval, papers=()), build_viewer(lanval, "ngoc")
    talk = write_conversation(officer, replace(DRAFT, protected=True))
    with pytest.raises(InputError, match="cite it whole, without its words"):
        add_officer_block(officer, ref, BlockDraft("fact", "It will not change.", (Asked(talk, "will not change before May"),)))


def test_a_record_of_our_own_watching_shows_what_the_brief_says_from_it():
    lanval = build_mission()
    ref, officer = build_morning(lanval), build_viewer(lanval, "ngoc")
    brief = read_brief(officer, ref).brief
    figure = next(citation for citation in brief.citations if citation.kind == "figure")
    view = read_record(officer, figure.ref, ref)
    texts = {block.id: block.text for block in brief.blocks}
    assert view.said
    assert all(texts[block] == text for block, text, _line, _facts in view.said)
    assert (("outlets", 2), ("voices", 2), ("first", "2026-03-16")) in [facts for *_said, facts in figures_of(officer, ref)]


def test_a_title_that_reads_like_two_figures_stays_one():
    lanval = build_mission()
    first, second, other = build_cabinet()
    fill_mission(lanval, [first, second, replace(other, title="Fire; source: police say")])
    ref = make_brief(machine(lanval), MORNING)[0]
    told = [dict(facts) for _block, _text, line, facts in figures_of(build_viewer(lanval, "ngoc"), ref) if not line]
    assert {"count": 1, "titles": "TRIBUNE, “Fire; source: police say”"} in told


def test_a_record_of_our_own_watching_that_came_from_elsewhere_shows_its_line():
    lanval = build_mission()
    ref, officer = build_morning(lanval), build_viewer(lanval, "ngoc")
    row = BriefRow.objects.get()
    row.records = pack([replace(record, facts=()) for record in read_brief_records(row)])
    row.save()
    lines = [(line, facts) for _block, _text, line, facts in figures_of(officer, ref)]
    assert ("outlets: 2; voices: 2; first: 2026-03-16", ()) in lines


def figures_of(viewer, ref):
    """Return what a brief says from the records of our own watching."""
    cited = {each.ref for each in read_brief(viewer, ref).brief.citations if each.kind == "figure"}
    return [line for record in sorted(cited) for line in read_record(viewer, record, ref).said]


def test_the_number_of_queries_of_today_does_not_grow():
    lanval = build_mission()
    build_morning(lanval)
    viewer = build_viewer(lanval, "ngoc")
    with CaptureQueriesContext(connection) as asked:
        today(viewer)
    assert len(asked) <= 8
