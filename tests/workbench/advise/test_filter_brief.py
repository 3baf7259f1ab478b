"""A brief is read, leaves and is written again by the marks of now, not by those of the day it was written."""

import json
from dataclasses import replace

import pytest
from tests.workbench.build import (
    MORNING,
    build_article,
    build_cabinet,
    build_mission,
    build_paper,
    build_source,
    build_talk,
    build_viewer,
    fill_mission,
)

from chancery.advise.records import Conversation
from chancery.common.errors import NotAllowed, RefusedError
from chancery.watch.records import Rights
from chancery.workbench.advise.models import PaperRow
from chancery.workbench.advise.operations import (
    add_officer_block,
    amend_conversation,
    compose_brief,
    export_brief,
    make_brief,
    release_brief,
)
from chancery.workbench.advise.queries import read_brief
from chancery.workbench.advise.read_rows import make_paper_row
from chancery.workbench.advise.records import Asked, BlockDraft, ConversationDraft
from chancery.workbench.audit.models import AuditRow
from chancery.workbench.watch.operations import store_sources

pytestmark = pytest.mark.django_db

SAYING = BlockDraft("assessment", "The cabinet will not change before May.", (Asked("c1"),))


def build_official(**kept):
    """Return a mission, its head and its brief, in which nothing is marked above official."""
    lanval = build_mission()
    system = fill_mission(lanval, **kept)
    store_sources(system, (build_source("heard"),))
    return lanval, build_viewer(lanval, "vy", "head_of_mission"), make_brief(system, MORNING)[0]


def amend(viewer, talk: Conversation, **changed):
    names = ("date", "office", "place", "title", "text", "mark", "protected", "differs", "story_terms", "readers")
    draft = ConversationDraft(**{name: getattr(talk, name) for name in names})
    return amend_conversation(viewer, talk.id, replace(draft, **changed))


def remark(paper):
    fresh = make_paper_row(0, paper)
    PaperRow.objects.filter(ref=paper.id).update(mark=fresh.mark, readers=fresh.readers, record=fresh.record)


def texts(view):
    return [block.text for block in view.brief.blocks]


def test_a_conversation_marked_higher_since_takes_the_brief_along(settings):
    settings.EXPORT_CEILING = "official"
    lanval, head, ref = build_official(talks=(build_talk("c1"),))
    low = build_viewer(lanval, "lam", ceiling="official")
    version = add_officer_block(head, ref, SAYING)
    assert SAYING.text.encode() in export_brief(head, ref, version, "html").content
    amend(head, build_talk("c1"), mark="sensitive")

    assert read_brief(head, ref).brief.mark == "sensitive"
    assert SAYING.text not in texts(read_brief(low, ref))
    assert read_brief(low, ref).brief.mark != "sensitive"
    with pytest.raises(RefusedError, match="above the ceiling"):
        export_brief(head, ref, version, "html")
    with pytest.raises(NotAllowed, match="cannot release"):
        release_brief(low, ref, version)

    composed = compose_brief(low, MORNING)
    assert composed.carried == 1
    assert read_brief(head, ref).brief.mark == "sensitive"
    assert {each.mark for each in read_brief(head, ref).brief.citations if each.ref == "c1"} == {"sensitive"}
    with pytest.raises(RefusedError, match="above the ceiling"):
        export_brief(head, ref, composed.version, "json")


def test_a_brief_released_after_its_source_was_marked_higher_is_released_with_that_mark():
    lanval, head, ref = build_official(talks=(build_talk("c1"),))
    version = add_officer_block(build_viewer(lanval, "ngoc"), ref, SAYING)
    amend(head, build_talk("c1"), mark="sensitive")
    release_brief(head, ref, version, seen=len(read_brief(head, ref).checks))
    assert AuditRow.objects.get(verb="release").mark == "sensitive"


def test_a_paper_marked_higher_since_takes_the_brief_along(settings):
    settings.EXPORT_CEILING = "official"
    _lanval, head, ref = build_official(papers=(build_paper("p1"),))
    assert "composition of the cabinet" in export_brief(head, ref, 1, "json").content.decode()
    remark(build_paper("p1", mark="sensitive"))
    assert read_brief(head, ref).brief.mark == "sensitive"
    with pytest.raises(RefusedError, match="above the ceiling"):
        export_brief(head, ref, 1, "json")
    assert add_officer_block(head, ref, replace(SAYING, text="Nine are many.", cites=(Asked("a1"),))) == 2
    assert read_brief(head, ref).brief.mark == "sensitive"


def test_a_source_above_a_readers_ceiling_is_named_neither_on_the_page_nor_in_a_file():
    lanval = build_mission()
    ref = make_brief(fill_mission(lanval), MORNING)[0]
    head, local = build_viewer(lanval, "vy", "head_of_mission"), build_viewer(lanval, "lam", "local_staff")
    assert any("HEARD" in text for text in texts(read_brief(head, ref)))
    assert read_brief(head, ref).brief.mark == "sensitive"

    shown = read_brief(local, ref)
    assert shown.withheld == 1
    assert not any("HEARD" in text for text in texts(shown))
    for form in ("html", "json"):
        assert b"HEARD" not in export_brief(local, ref, 1, form).content
    records = json.loads(export_brief(local, ref, 1, "json").content)["records"]
    assert {record["mark"] for record in records} <= {"public", "official"}


def test_a_source_that_may_not_be_passed_on_is_named_to_who_may_read_it_alone():
    lanval = build_mission()
    system = fill_mission(lanval, [*build_cabinet(), build_article(7, source="heard", mark="sensitive", lang="en")])
    store_sources(system, (build_source("heard", mark="sensitive", rights=Rights(pass_on=False)),))
    ref = make_brief(system, MORNING)[0]
    head, local = build_viewer(lanval, "vy", "head_of_mission"), build_viewer(lanval, "lam", "local_staff")
    assert [block.citations[0].mark for block in read_brief(head, ref).brief.blocks if block.template == "H12"] == ["sensitive"]
    assert not any("HEARD" in text for text in texts(read_brief(local, ref)))


def test_a_sentence_hidden_from_who_writes_the_brief_again_is_lost_to_nobody():
    lanval, head, ref = build_official(talks=(build_talk("c1"),))
    excluded = build_viewer(lanval, "emre", sections=("economic",))
    add_officer_block(build_viewer(lanval, "ngoc", sections=("political",)), ref, SAYING)
    amend(head, build_talk("c1"), readers=("political", "head_of_mission"))

    composed = compose_brief(excluded, MORNING)
    assert (composed.carried, composed.left_out) == (1, 0)
    assert SAYING.text in texts(read_brief(head, ref))
    assert SAYING.text not in texts(read_brief(excluded, ref))
    with pytest.raises(NotAllowed, match="cannot release"):
        release_brief(excluded, ref, composed.version)
    assert compose_brief(head, MORNING).left_out == 1
