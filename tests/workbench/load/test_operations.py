from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.workbench.build import MORNING, build_cabinet, build_paper, build_source, build_talk, mission_record

from chancery.common.errors import RefusedError
from chancery.sources.mission_folder import read_mission_folder
from chancery.sources.records import MissionFolder
from chancery.workbench.advise.queries import list_briefs, list_conversations, this_moment, today
from chancery.workbench.load.demo import load_demo
from chancery.workbench.load.operations import load_mission
from chancery.workbench.people.models import MissionRow, PersonRow
from chancery.workbench.people.queries import read_viewer, system_viewer
from chancery.workbench.watch.models import ArticleRow, FeedStateRow, JoiningRow, SourceRow
from chancery.workbench.watch.queries import list_sources
from chancery.workbench.work.models import JobRow
from chancery.workbench.work.scheduler import schedule

pytestmark = pytest.mark.django_db

EXAMPLE = Path(__file__).parents[3] / "examples" / "small_embassy"
FOLDER = MissionFolder(
    mission=mission_record(),
    sources=(build_source("ina"), build_source("tribune"), build_source("silent", every=timedelta(hours=1))),
    articles=(*build_cabinet(), replace(build_cabinet()[0], id="old", source="silent", seen=MORNING - timedelta(days=3))),
    conversations=(build_talk("c1"),),
    papers=(build_paper("p1"),),
    as_of=MORNING,
)


def test_a_folder_comes_in_whole_and_a_second_time_nothing_is_doubled():
    first, second = load_mission(FOLDER), load_mission(FOLDER)
    assert (first.sources, first.articles, first.conversations, first.papers) == (3, 4, 1, 1)
    assert (second.sources, second.articles, second.conversations, second.papers) == (0, 0, 0, 0)
    assert ArticleRow.objects.count() == JoiningRow.objects.count() == 4
    assert not ArticleRow.objects.filter(read=False).exists()
    assert len(list_conversations(system_viewer(first.mission)).conversations) == 1


def test_a_folder_brought_in_again_keeps_what_was_said_of_a_source():
    mission = load_mission(FOLDER).mission
    SourceRow.objects.filter(ref="ina").update(name="Ilmara News Agency")
    load_mission(FOLDER)
    assert SourceRow.objects.get(mission=mission, ref="ina").name == "Ilmara News Agency"


def test_sources_stand_as_when_the_folder_was_saved():
    viewer = system_viewer(load_mission(FOLDER).mission)
    assert {line.source.id: line.condition for line in list_sources(viewer).sources} == {
        "ina": "working",
        "tribune": "working",
        "silent": "quiet",
    }
    assert FeedStateRow.objects.get(source__ref="silent").reason == "nothing new since 2026-03-14"


def test_a_folder_that_holds_more_than_its_mission_may_is_refused_whole():
    with pytest.raises(RefusedError, match="above the ceiling"):
        load_mission(replace(FOLDER, articles=(*FOLDER.articles, replace(FOLDER.articles[0], id="x", mark="restricted"))))
    assert not ArticleRow.objects.exists()


def test_two_missions_of_one_installation_keep_apart():
    one = load_mission(FOLDER).mission
    two = load_mission(replace(FOLDER, mission=mission_record("lumbra"))).mission
    assert MissionRow.objects.count() == 2
    assert ArticleRow.objects.filter(mission=one).count() == ArticleRow.objects.filter(mission=two).count() == 4


def test_the_example_embassy_is_a_demo_a_stranger_can_walk_through(settings):
    settings.DEMO, settings.CEILING = True, "restricted"
    load_demo(read_mission_folder(EXAMPLE), "demo", "correct horse battery staple")
    viewer = read_viewer(PersonRow.objects.get())
    page = today(viewer)
    assert viewer.may(("administrator",))
    assert page.brief.brief.title
    assert len(page.brief.brief.citations) >= 5
    assert page.brief.withheld == 0
    assert page.due
    assert page.waiting == 0
    assert this_moment(viewer) == page.brief.brief.as_of, (
        "a demo stays on its day: writing again writes the brief of that morning"
    )
    settings.DEMO = False
    assert this_moment(viewer) > page.brief.brief.as_of
    assert len(list_briefs(viewer).briefs) >= 1


def test_no_outlet_of_the_demo_is_asked_by_itself(settings):
    settings.DEMO, settings.CEILING = True, "restricted"
    load_demo(read_mission_folder(EXAMPLE), "demo", "correct horse battery staple")
    schedule()
    assert not JobRow.objects.filter(kind="collect").exists()


def test_the_brief_of_the_day_before_comes_in_where_what_came_in_bears_it_out(settings):
    settings.CEILING = "restricted"
    folder = read_mission_folder(EXAMPLE)
    loaded = load_mission(folder)
    assert (loaded.briefs, loaded.faults) == (1, ())
    assert list_briefs(system_viewer(loaded.mission)).briefs[0].ref == folder.previous.id
    assert load_mission(folder).briefs == 0, "it is here already"


def test_a_brief_of_the_day_before_that_misquotes_is_not_kept_and_everything_else_is(settings):
    settings.CEILING = "restricted"
    folder = read_mission_folder(EXAMPLE)
    loaded = load_mission(replace(folder, previous_records=()))
    assert loaded.briefs == 0
    assert loaded.faults
    assert not list_briefs(system_viewer(loaded.mission)).briefs
    assert ArticleRow.objects.count() == loaded.articles > 0


def test_a_reader_is_told_how_many_articles_were_read():
    steps = []
    load_mission(FOLDER, steps.append)
    assert sum(steps) == 4
