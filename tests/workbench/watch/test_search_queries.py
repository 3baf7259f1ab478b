import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.workbench.build import MORNING, build_article, build_mission, build_source, build_three, build_viewer, machine

from chancery.workbench.watch.models import ArticleRow
from chancery.workbench.watch.operations import keep_articles, read_waiting, reindex, store_articles, store_sources
from chancery.workbench.watch.search_queries import search_articles
from chancery.workbench.watch.store_operations import apply_retention

pytestmark = pytest.mark.django_db

TEXTS = {
    "v1": ("Bán gạo sang Ilmara", "Công ty bán gạo ở Đà Nẵng cho biết giá tăng."),
    "v2": ("Bạn bè quốc tế", "Những người bạn của Việt Nam gặp nhau ở Hà Nội."),
    "f1": ("Le café ferme", "Le propriétaire du café de Port-Lanval prend sa retraite à Noël."),
    "e1": ("Resume of the cafe", "A cafe in Port Lanval resumes trade in rice and tiles, e.g. 3,000 tons."),
    "c1": ("河内市举行会议", "越南首都河内市今天举行了会议，讨论大米出口。"),
    "a1": ("مجلس الوزراء", "اجتمع مجلس الوزراء في بورت لانفال أمس."),
    "r1": ("Кабинет министров", "Кабинет министров Ильмары собрался в Порт-Ланвале ещё вчера."),
    "t1": ("คณะรัฐมนตรี", "คณะรัฐมนตรีประชุมที่ท่าเรือ"),
    "h1": ("मंत्रिमंडल की बैठक", "मंत्रिमंडल ने चावल पर निर्णय लिया।"),
}


@pytest.fixture
def lanval():
    mission = build_mission()
    system = machine(mission)
    store_sources(system, (build_source("ina"), build_source("tribune")))
    store_articles(
        system, [build_article(place, title, text, id=ref) for place, (ref, (title, text)) in enumerate(TEXTS.items())]
    )
    while read_waiting(system):
        pass
    return mission


def refs(viewer, query):
    return [hit.ref for hit in search_articles(viewer, query).hits]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("gạo", {"v1"}),
        ("gao", {"v1"}),
        ("da nang", {"v1"}),
        ("Đà Nẵng", {"v1"}),
        ("ĐÀ NẴNG", {"v1"}),
        ("café", {"f1", "e1"}),
        ("port lanval", {"f1", "e1"}),
        ('"port lanval"', {"f1", "e1"}),
        ('"lanval port"', set()),
        ("port-lanval", {"f1", "e1"}),
        ("河内", {"c1"}),
        ("河内市", {"c1"}),
        ("河", {"c1"}),
        ("内河", set()),
        ("大米出口", {"c1"}),
        ("الوزراء", {"a1"}),
        ("кабинет", {"r1"}),
        ("еще", {"r1"}),
        ("รัฐมนตรี", {"t1"}),
        ("मंत्रिमंडल", {"h1"}),
        ("rice tiles", {"e1"}),
        ("rice gạo", set()),
        ("3,000", {"e1"}),
        ("", set()),
        ('"', set()),
        ("' OR 1=1 --", set()),
        ("\\ : & | ! ( ) * NEAR", set()),
        ("title:café", set()),
    ],
)
def test_words_are_found_in_every_script_and_alike_on_both_databases(lanval, query, expected):
    assert set(refs(machine(lanval), query)) == expected


@pytest.mark.parametrize(
    ("query", "first", "second"), [("bán", "v1", "v2"), ("bạn", "v2", "v1"), ("café", "f1", "e1"), ("cafe", "e1", "f1")]
)
def test_what_is_written_with_just_these_accents_comes_first(lanval, query, first, second):
    page = search_articles(machine(lanval), query)
    assert [hit.ref for hit in page.hits] == [first, second]
    assert [hit.exact for hit in page.hits] == [True, False]


def test_a_hit_shows_the_words_that_matched_where_they_stand(lanval):
    (hit,) = search_articles(machine(lanval), "gao").hits
    assert hit.matched == ("gạo",)
    assert hit.marked_title == (("Bán ", False), ("gạo", True), (" sang Ilmara", False))
    assert ("gạo", True) in hit.snippet
    assert "".join(part for part, _ in hit.snippet) == TEXTS["v1"][1]


def test_a_hit_in_a_script_without_spaces_shows_its_run(lanval):
    (hit,) = search_articles(machine(lanval), "河内市").hits
    assert hit.marked_title[0] == ("河内市", True)


def test_others_find_nothing_of_ours(lanval):
    of_section, of_mission, outsider = build_three(lanval, build_mission("lumbra"))
    assert [len(refs(viewer, "cafe")) for viewer in (of_section, of_mission, outsider)] == [2, 2, 0]


def test_nothing_above_the_ceiling_is_found(lanval):
    system = machine(lanval)
    store_articles(system, [build_article(50, "A sensitive cafe", "Heard in a cafe.", id="s1", mark="sensitive")])
    read_waiting(system)
    assert "s1" in refs(build_viewer(lanval, "ngoc"), "cafe")
    assert "s1" not in refs(build_viewer(lanval, "lam", "local_staff"), "cafe")


def test_what_was_dropped_is_not_found_and_what_a_brief_cites_stays(lanval):
    system = machine(lanval)
    ArticleRow.objects.filter(ref="e1").update(cited=True)
    keep_articles(system, 1)
    assert apply_retention(system) == len(TEXTS) - 1
    assert refs(system, "cafe") == ["e1"]
    assert refs(system, "gạo") == []


def test_the_index_can_be_made_again(lanval):
    system = machine(lanval)
    before = {query: refs(system, query) for query in ("cafe", "bán", "河内")}
    assert reindex(system) == len(TEXTS)
    assert {query: refs(system, query) for query in before} == before


def test_more_hits_than_are_ranked_are_said_to_be_more_and_pages_do_not_overlap():
    mission = build_mission()
    system = machine(mission)
    store_articles(
        system, [build_article(number, f"Customs matter {number}", f"Note {number} on customs.") for number in range(205)]
    )
    while read_waiting(system):
        pass
    first, second = search_articles(system, "customs"), search_articles(system, "customs", 2)
    assert (first.total, first.capped, first.more) == (200, True, True)
    assert not {hit.ref for hit in first.hits} & {hit.ref for hit in second.hits}
    assert first.hits[0].seen > first.hits[-1].seen > MORNING.replace(year=2025)


def test_the_number_of_queries_does_not_grow_with_the_hits(lanval):
    viewer = machine(lanval)
    with CaptureQueriesContext(connection) as asked:
        search_articles(viewer, "café")
    assert len(asked) <= 4
