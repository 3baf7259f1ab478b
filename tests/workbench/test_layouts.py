"""How a brief, a story and an article are laid out for a page."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from chancery.advise.edit_brief import REACH
from chancery.advise.find_due import LATE
from chancery.sources.package_data import read_phrases
from chancery.watch.records import Article
from chancery.workbench.watch.layout import Cut, cut_at, lay_out_days
from chancery.workbench.watch.records import ArticleLine

MORNING = datetime(2026, 3, 17, 6, 30, tzinfo=UTC)


def line(ref: str, copy_of: str = "", hours: int = 0) -> ArticleLine:
    at = MORNING + timedelta(hours=hours)
    return ArticleLine(
        ref, f"Title of {ref}", "en", "ina", "INA", at, at, "", "public", copy_of, "text" if copy_of else "", (), 0.0, "ina"
    )


def test_copies_stand_under_the_article_they_copy_even_through_another_copy() -> None:
    days = lay_out_days([line("a"), line("b", "a", 1), line("c", "b", 2), line("d", "", 3)])
    assert [(told.article.ref, [copy.ref for copy in told.copies]) for told in days[0].told] == [("a", ["b", "c"]), ("d", [])]


def test_a_copy_of_what_is_not_here_stands_by_itself() -> None:
    days = lay_out_days([line("b", "of-another-mission")])
    assert [told.article.ref for told in days[0].told] == ["b"]


def test_days_are_those_of_the_mission() -> None:
    with timezone.override("Asia/Ho_Chi_Minh"):
        days = lay_out_days([line("a", hours=10), line("b", hours=12)])
    assert [day.day.isoformat() for day in days] == ["2026-03-17", "2026-03-18"]


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 60)), max_size=9))
def test_a_timeline_loses_and_doubles_no_article(links: list[tuple[int, int]]) -> None:
    articles = [line(f"a{n}", f"a{of}" if of < 8 else "", hours) for n, (of, hours) in enumerate(links)]
    shown = [one.ref for day in lay_out_days(articles) for told in day.told for one in (told.article, *told.copies)]
    assert sorted(shown) == sorted(article.ref for article in articles)


@given(st.text(max_size=60), st.integers(-5, 70), st.integers(-5, 70))
def test_a_cut_text_is_still_the_whole_text(text: str, start: int, end: int) -> None:
    cut = cut_at(Article("a", "ina", "Title", MORNING, text), "text", start, end)
    assert cut.before + cut.quoted + cut.after == text
    assert cut.quoted == (text[start:end] if 0 <= start < end <= len(text) else "")


def test_a_title_is_cut_in_code_points() -> None:
    article = Article("a", "ina", "Hà Nội 河内 hôm nay", MORNING)
    assert cut_at(article, "title", 7, 9) == Cut("Hà Nội ", "河内", " hôm nay")


def test_the_page_knows_every_template_of_a_late_matter_and_of_a_storys_reach() -> None:
    templates = read_phrases("en").templates
    assert {number for number, text in templates.items() if text.startswith("Late since")} == LATE
    assert {number for number, text in templates.items() if "outlet" in text and "{first}" in text} == REACH
