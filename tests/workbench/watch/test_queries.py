from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from tests.workbench.build import (
    MORNING,
    build_article,
    build_matters,
    build_mission,
    build_source,
    build_three,
    build_viewer,
    machine,
)

from chancery.common.errors import FetchError, NotAllowed, RefusedError
from chancery.common.said import Said
from chancery.sources.records import Collected, FeedState
from chancery.workbench.templatetags.humane import reason, sentence
from chancery.workbench.watch.operations import read_waiting, save_look, store_articles, store_sources
from chancery.workbench.watch.queries import list_sources, list_stories, read_article, read_source, read_story
from chancery.workbench.watch.read_rows import read_because
from chancery.workbench.watch.records import StoryFilter

pytestmark = pytest.mark.django_db


def fill(mission, articles):
    system = machine(mission)
    store_sources(system, (build_source("ina"), build_source("tribune"), build_source("quiet", mark="sensitive")))
    store_articles(system, articles)
    while read_waiting(system):
        pass


def test_stories_are_seen_by_the_whole_mission_and_by_nobody_else():
    lanval, other = build_mission(), build_mission("lumbra")
    fill(lanval, [build_article(1)])
    of_section, of_mission, outsider = build_three(lanval, other)

    assert [len(list_stories(viewer).stories) for viewer in (of_section, of_mission, outsider)] == [1, 1, 0]
    ref = list_stories(of_section).stories[0].ref
    assert read_story(of_mission, ref).articles[0].ref == "a1"
    for look in (lambda: read_story(outsider, ref), lambda: read_article(outsider, "a1")):
        with pytest.raises(NotAllowed):
            look()


def test_an_article_above_the_ceiling_of_a_person_leaves_no_trace():
    lanval = build_mission()
    marked = build_article(2, title="Ilmaran cabinet meets on matter 1", source="quiet", mark="sensitive")
    fill(lanval, [build_article(1), marked])
    officer = build_viewer(lanval, "ngoc")
    local = build_viewer(lanval, "lam", role="local_staff")

    ref = list_stories(officer).stories[0].ref
    assert [article.ref for article in read_story(officer, ref).articles] == ["a1", "a2"]
    assert [article.ref for article in read_story(local, ref).articles] == ["a1"]
    assert list_stories(local).stories[0].articles == 1
    assert {line.source.id for line in list_sources(local).sources} == {"ina", "tribune"}
    assert list_sources(local).articles == 1
    with pytest.raises(NotAllowed):
        read_article(local, "a2")


@pytest.mark.parametrize("marks", [("public", "sensitive"), ("sensitive", "public")])
def test_countries_of_articles_above_a_readers_ceiling_do_not_show(marks):
    lanval = build_mission()
    text = "The cabinet of Ilmara met in Port Lanval on Monday about matter number 1. It decided nothing."
    french = "The cabinet of France met in Paris, France, on Monday about matter number 1. It decided nothing. France waits."
    given = {"public": (text, "Ilmaran cabinet meets on matter 1"), "sensitive": (french, "France: cabinet meets on matter 1")}
    fill(
        lanval,
        [build_article(n, given[mark][1], given[mark][0], source=f"quiet{n}", mark=mark) for n, mark in enumerate(marks, 1)],
    )
    local = build_viewer(lanval, "lam", role="local_staff")

    assert [line.articles for line in list_stories(machine(lanval)).stories] == [2]
    told = [code for line in list_stories(local).stories for code, _ in line.countries]
    assert told == ["XM"]


def test_a_story_is_named_by_its_newest_report_in_our_first_language():
    lanval = build_mission()
    later = build_article(2, title="Ilmaran cabinet meets again on matter 1", source="tribune")
    fill(lanval, [build_article(1), later])
    viewer = build_viewer(lanval, "ngoc")

    line = list_stories(viewer).stories[0]
    assert line.articles == 2
    assert line.title == read_story(viewer, line.ref).title == "Ilmaran cabinet meets again on matter 1"


def test_nothing_above_the_ceiling_of_the_mission_is_stored():
    system = machine(build_mission(ceiling="official"))
    with pytest.raises(RefusedError, match="above the ceiling"):
        store_articles(system, [build_article(1), build_article(2, mark="sensitive")])
    assert store_articles(system, [build_article(1)]).new == 1


def test_a_story_lists_its_articles_by_language_and_outlet_and_says_why():
    lanval = build_mission()
    text = "The customs service of Ilmara opened an inquiry into tiles from Vanlan, the trade ministry in Port Lanval said."
    fill(
        lanval,
        [
            build_article(1, "Ilmara opens inquiry into tiles", text, "ina", lang="en"),
            build_article(2, "Ilmara opens inquiry into tiles", text, "tribune", lang="en"),
        ],
    )
    view = read_story(build_viewer(lanval, "ngoc"), list_stories(machine(lanval)).stories[0].ref)

    assert [(shelf.heading, len(shelf.articles)) for shelf in view.by_outlet] == [("INA", 1), ("TRIBUNE", 1)]
    assert [shelf.heading for shelf in view.by_language] == ["en"]
    assert view.copies == 1
    assert view.articles[1].copy_of == "a1"
    assert all(article.because for article in view.articles)
    assert ("XM", "Ilmara") in view.countries


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (StoryFilter(), 2),
        (StoryFilter(country="XM"), 1),
        (StoryFilter(theme="tiles"), 1),
        (StoryFilter(theme="cabinet"), 0),
        (StoryFilter(language="fr"), 1),
        (StoryFilter(source="tribune"), 1),
        (StoryFilter(since=MORNING), 0),
    ],
)
def test_stories_are_filtered(asked, expected):
    lanval = build_mission()
    fill(
        lanval,
        [
            build_article(
                1, "Ilmara weighs ceramic tiles", "Port Lanval looks at anti-dumping measures on every ceramic tile.", lang="en"
            ),
            build_article(
                9, "Un musée ouvre ses portes", "Le musée de la navigation a ouvert hier au public.", "tribune", lang="fr"
            ),
        ],
    )
    assert len(list_stories(machine(lanval), asked).stories) == expected


def test_the_number_of_queries_does_not_grow_with_the_stories():
    lanval = build_mission()
    fill(lanval, build_matters(12))
    viewer = build_viewer(lanval, "ngoc")

    with CaptureQueriesContext(connection) as many:
        page = list_stories(viewer)
    assert len(page.stories) == 12
    assert len(many) <= 3
    with CaptureQueriesContext(connection) as sources:
        list_sources(viewer)
    assert len(sources) <= 4


def test_the_age_of_a_source_is_that_of_its_newest_article():
    lanval = build_mission()
    fill(lanval, [build_article(1), build_article(2, seen=MORNING + timedelta(hours=1))])
    ina = next(line for line in list_sources(machine(lanval)).sources if line.source.id == "ina")
    assert (ina.newest, ina.articles, ina.condition) == (MORNING + timedelta(hours=1), 2, "new")


def test_a_state_that_the_table_does_not_name_has_its_name_from_cldr_in_the_readers_language():
    lanval = build_mission()
    text = "The government of Germany and that of Ilmara met in Berlin on Monday. Germany asked for a new date."
    fill(lanval, [build_article(1, "Germany meets Ilmara", text, lang="en")])
    reader = replace(build_viewer(lanval, "ngoc"), language="vi")
    assert dict(list_stories(reader).stories[0].countries) == {"DE": "Đức", "XM": "Ilmara"}
    assert dict(read_article(reader, "a1").country_names)["DE"] == "Đức"


def test_why_a_source_stands_as_it_does_is_said_in_the_readers_language():
    lanval = build_mission()
    system = machine(lanval)
    store_sources(system, (build_source("ina", url="https://ina.example/feed"),))
    fault = FetchError(
        "{host} answered {number} ({meaning})", host="ina.example", number=503, meaning=Said("the server is busy")
    )
    state = FeedState(condition="broken", reason=str(fault), said=(fault.said,))
    save_look(system, "ina", Collected((), state))
    line = read_source(system, "ina")
    with translation.override("vi"):
        assert reason(line) == "ina.example trả lời 503 (máy chủ đang bận)"
    with translation.override("en"):
        assert reason(line) == "ina.example answered 503 (the server is busy)"
        assert reason(replace(line, said=())) == "ina.example answered 503 (the server is busy)"


def test_why_an_article_is_in_its_story_is_said_in_the_readers_language_with_places_by_name():
    lanval = build_mission()
    first = "The customs service of Ilmara opened an inquiry into tiles from Germany, the trade ministry in Port Lanval said."
    second = "The ministry in Berlin asked Ilmara to end the customs inquiry into tiles from Germany. Makers fear for 300 jobs."
    fill(
        lanval,
        [
            build_article(1, "Ilmara opens inquiry into tiles from Germany", first, "ina", lang="en"),
            build_article(2, "Berlin asks Ilmara to end its tiles inquiry", second, "tribune", lang="en"),
        ],
    )
    reader = replace(build_viewer(lanval, "ngoc"), language="vi")
    articles = read_story(reader, list_stories(reader).stories[0].ref).articles
    with translation.override("vi"):
        told = [[sentence(each) for each in article.because] for article in articles]
    assert told == [
        ["tin đầu tiên của sự việc"],
        [
            "chung các từ: customs, Germany, Ilmara, inquiry, ministry",
            "nói về cùng nơi: Đức, Ilmara",
            "trong vòng một giờ so với tin gần nhất",
        ],
    ]
    assert read_article(reader, "a2").because == articles[1].because
    assert read_because(["kept before"]) == (Said("kept before"),)
