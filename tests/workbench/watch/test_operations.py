from dataclasses import replace
from datetime import timedelta

import pytest
from tests.workbench.build import (
    build_article,
    build_cabinet,
    build_matters,
    build_mission,
    build_source,
    build_three,
    build_viewer,
    machine,
)

from chancery.clock import now
from chancery.common.errors import InputError, NotAllowed, RefusedError
from chancery.flow.morning import read_articles
from chancery.sources.opml import Refused
from chancery.sources.package_data import load_identifier, read_packs
from chancery.sources.records import Collected, FeedState
from chancery.watch.records import Rights
from chancery.workbench.audit.models import AuditRow
from chancery.workbench.watch.models import ArticleRow, FeedStateRow, JoiningRow, SourceRow, StoryRow
from chancery.workbench.watch.operations import (
    apply_retention,
    change_source,
    export_opml,
    import_opml,
    keep_articles,
    look_now,
    pause_source,
    read_waiting,
    reindex,
    resume_source,
    save_look,
    store_articles,
    store_sources,
)
from chancery.workbench.watch.queries import list_sources, read_article, read_source
from chancery.workbench.watch.reading_room import _ROOMS, ReadingRoom
from chancery.workbench.watch.records import Imported
from chancery.workbench.watch.search_queries import search_articles

pytestmark = pytest.mark.django_db

OPML = b"""<?xml version="1.0"?><opml version="2.0"><body>
<outline text="Ilmara News" xmlUrl="https://ina.example/feed"/><outline text="Tribune" xmlUrl="https://tribune.example/feed"/>
</body></opml>"""


def test_an_article_stored_twice_is_stored_once():
    system = machine(build_mission())
    first = store_articles(system, build_cabinet())
    second = store_articles(system, [*build_cabinet(), build_article(9)])
    assert (first.new, second.new, second.known) == (3, 1, 3)


def test_two_missions_may_read_one_source_and_share_nothing():
    one, two = machine(build_mission()), machine(build_mission("lumbra"))
    assert store_articles(one, build_cabinet()).new == store_articles(two, build_cabinet()).new == 3
    assert ArticleRow.objects.count() == 6


def test_a_look_keeps_articles_and_state_together_or_not_at_all():
    system = machine(build_mission())
    store_sources(system, (build_source("ina", url="https://ina.example/feed"),))
    state = FeedState(condition="working", etag="abc", next_due=now() + timedelta(hours=1))
    save_look(system, "ina", Collected((build_article(1),), state))
    with pytest.raises(RefusedError):
        save_look(
            system, "ina", Collected((build_article(2), build_article(3, mark="restricted")), replace(state, etag="later"))
        )
    assert ArticleRow.objects.count() == 1
    assert FeedStateRow.objects.get().state["etag"] == "abc"
    with pytest.raises(NotAllowed):
        save_look(system, "gone", Collected((build_article(4),), state))
    assert ArticleRow.objects.count() == 1


def test_the_text_of_a_page_takes_the_place_of_its_opening_unless_a_brief_cites_it():
    system = machine(build_mission())
    store_sources(system, (build_source("ina", url="https://ina.example/feed"),))
    store_articles(system, build_cabinet())
    while read_waiting(system):
        pass
    ArticleRow.objects.filter(ref="a1").update(cited=True)
    longer = "Quite another and much longer text, as the page of the outlet has it, with the word barquentine in it. " * 4
    whole = tuple(replace(article, text=longer, body="page") for article in build_cabinet()[:2])
    save_look(system, "ina", Collected((), FeedState(), completed=whole))
    while read_waiting(system):
        pass
    assert read_article(system, "a1").article.text == build_cabinet()[0].text
    assert read_article(system, "a2").article.text == longer
    assert [hit.ref for hit in search_articles(system, "barquentine").hits] == ["a2"]
    assert JoiningRow.objects.count() == 3


def test_reading_goes_on_alike_in_a_worker_that_knows_nothing():
    matters = build_matters(6)
    system, other = machine(build_mission()), machine(build_mission("lumbra"))
    for viewer, forgets in ((system, False), (other, True)):
        for article in (*matters, *(replace(each, id=f"{each.id}-again", url="", source="tribune") for each in matters)):
            store_articles(viewer, [article])
            if forgets:
                _ROOMS.clear()
            assert read_waiting(viewer) == 1
    found = [
        sorted(JoiningRow.objects.filter(article__mission_id=viewer.mission_id).values_list("article__ref", "story__ref"))
        for viewer in (system, other)
    ]
    assert found[0] == found[1]
    assert StoryRow.objects.filter(mission_id=system.mission_id).count() == 6


def test_an_opml_brings_in_what_is_new():
    keeper = build_viewer(build_mission(), "thu", "administrator")
    assert import_opml(keeper, OPML) == Imported(2, (), ())
    assert import_opml(keeper, OPML) == Imported(0, ("Ilmara News", "Tribune"), ())
    assert {line.source.name for line in list_sources(keeper).sources} == {"Ilmara News", "Tribune"}


def test_each_entry_of_a_list_that_is_no_feed_is_named_with_its_reason():
    keeper = build_viewer(build_mission(), "thu", "administrator")
    more = b"""<outline text="Twice" xmlUrl="https://ina.example/feed"/><outline text="Script" xmlUrl="javascript:x"/></body>"""
    assert import_opml(keeper, OPML.replace(b"</body>", more)).refused == (
        Refused(3, "Twice", "twice"),
        Refused(4, "Script", "no web address"),
    )


def test_a_feed_that_is_here_under_another_writing_of_its_address_is_not_new():
    keeper = build_viewer(build_mission(), "thu", "administrator")
    import_opml(keeper, OPML)
    again = OPML.replace(b"https://ina.example/feed", b"https://INA.example:443/feed#top")
    assert import_opml(keeper, again) == Imported(0, ("Ilmara News", "Tribune"), ())


def test_of_a_list_the_first_hundred_refused_are_named_and_the_others_counted():
    keeper = build_viewer(build_mission(), "thu", "administrator")
    brought = import_opml(keeper, b"<opml><body>" + b'<outline xmlUrl="a"/>' * 250 + b"</body></opml>")
    assert (len(brought.refused), brought.more_refused, brought.more_known) == (100, 150, 0)


def test_two_feeds_of_one_host_in_a_list_get_two_ids():
    keeper = build_viewer(build_mission(), "thu", "administrator")
    import_opml(keeper, OPML.replace(b"https://tribune.example/feed", b"https://ina.example/sport"))
    assert SourceRow.objects.filter(ref__startswith="ina").count() == 2


def test_a_list_of_more_feeds_than_a_mission_reads_is_refused_whole():
    keeper = build_viewer(build_mission(), "thu", "administrator")
    many = b"".join(b'<outline xmlUrl="https://o%d.example/"/>' % number for number in range(1_001))
    with pytest.raises(RefusedError, match="1001 new feeds; bring in at most 1000"):
        import_opml(keeper, b"<opml><body>" + many + b"</body></opml>")
    assert not SourceRow.objects.exists()


def test_a_list_that_is_handed_out_comes_in_again_and_is_written_down(settings):
    settings.EXPORT_CEILING = "official"
    lanval, lumbra = build_mission(), build_mission("lumbra")
    keeper, other = build_viewer(lanval, "thu", "administrator"), build_viewer(lumbra, "dora", "administrator")
    import_opml(keeper, OPML)
    store_sources(machine(lanval), (build_source("heard", url="https://heard.example/feed", mark="sensitive"),))
    body = export_opml(keeper)
    assert import_opml(other, body).added == 2
    assert b"heard.example" not in body
    assert AuditRow.objects.get(verb="export", kind="source").details == {"form": "opml", "sources": 2}


def test_a_source_is_paused_resumed_looked_at_and_given_rights():
    keeper = build_viewer(build_mission(), "vy", "head_of_mission")
    store_sources(keeper, (build_source("ina", url="https://ina.example/feed"),))
    FeedStateRow.objects.update(next_due=now() + timedelta(hours=5))
    pause_source(keeper, "ina")
    assert read_source(keeper, "ina").paused
    resume_source(keeper, "ina")
    assert FeedStateRow.objects.get().next_due <= now()
    FeedStateRow.objects.update(next_due=now() + timedelta(hours=5))
    look_now(keeper, "ina")
    assert FeedStateRow.objects.get().next_due <= now()
    change_source(keeper, "ina", "Ilmara News", "The State", "agency", Rights(quote_words=10))
    told = read_source(keeper, "ina").source
    assert (told.name, told.owner, told.affiliation, told.rights) == (
        "Ilmara News",
        "The State",
        "agency",
        Rights(quote_words=10),
    )
    with pytest.raises(InputError, match="is empty"):
        change_source(keeper, "ina", " ", "", "agency", Rights())
    with pytest.raises(InputError, match="0 to 500"):
        change_source(keeper, "ina", "INA", "", "agency", Rights(quote_words=501))
    assert list(AuditRow.objects.filter(kind="source").order_by("id").values_list("verb", flat=True)) == [
        "store",
        "pause",
        "resume",
        "look_now",
        "change",
    ]
    assert AuditRow.objects.get(verb="change").details == {
        "name": "Ilmara News",
        "name_before": "INA",
        "owner": "The State",
        "owner_before": "ina",
        "affiliation": "agency",
        "affiliation_before": "unknown",
        "quote_words": 10,
        "quote_words_before": 60,
    }


@pytest.mark.parametrize(
    "act", ["pause", "look", "change", "keep", "opml", "hand out", "store", "save", "drop", "index", "read"]
)
def test_only_who_keeps_the_sources_of_the_mission_changes_them(act):
    lanval, lumbra = build_mission(), build_mission("lumbra")
    of_section, of_mission, _ = build_three(lanval, lumbra)
    outsider = build_viewer(lumbra, "dora", "administrator")
    store_sources(machine(lanval), (build_source("ina", url="https://ina.example/feed"),))
    acts = {
        "pause": lambda viewer: pause_source(viewer, "ina"),
        "look": lambda viewer: look_now(viewer, "ina"),
        "keep": lambda viewer: keep_articles(viewer, 5),
        "opml": lambda viewer: import_opml(viewer, OPML),
        "hand out": export_opml,
        "change": lambda viewer: change_source(viewer, "ina", "Mine", "", "agency", Rights()),
        "store": lambda viewer: store_articles(viewer, build_cabinet()),
        "save": lambda viewer: save_look(viewer, "ina", Collected((), FeedState())),
        "drop": apply_retention,
        "index": reindex,
        "read": read_waiting,
    }
    for viewer in (of_section, of_mission):
        with pytest.raises(NotAllowed):
            acts[act](viewer)
    if act in ("pause", "look", "change", "save"):
        with pytest.raises(NotAllowed):
            acts[act](outsider)
    else:
        acts[act](outsider)
    assert list(SourceRow.objects.filter(mission=lanval).values_list("ref", "paused")) == [("ina", False)]
    assert list_sources(of_section).keep_days == 0
    assert not ArticleRow.objects.filter(mission=lanval).exists()


@pytest.mark.parametrize("days", [-1, 36_501])
def test_days_out_of_bounds_are_refused(days):
    with pytest.raises(InputError):
        keep_articles(build_viewer(build_mission(), "thu", "administrator"), days)


def test_the_workbench_and_the_command_line_say_the_same_language_of_a_text():
    claims = {"a1": "fr", "a2": "", "a3": "fr"}
    texts = (
        build_article(1, lang=claims["a1"]),
        build_article(2, lang=claims["a2"]),
        build_article(3, "Ministres", "Neuf.", lang=claims["a3"]),
    )
    system = machine(build_mission())
    store_articles(system, texts)
    while read_waiting(system):
        pass
    room = ReadingRoom(system)
    assert [room.read(each).article.lang for each in texts] == ["en", "en", "fr"]
    stored = dict(ArticleRow.objects.values_list("ref", "lang"))
    readings = read_articles(texts, read_packs(system.mission.places), load_identifier())
    assert stored == {reading.article.id: reading.article.lang for reading in readings} == {"a1": "en", "a2": "en", "a3": "fr"}
