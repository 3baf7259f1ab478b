"""Search by words, in any script."""

import pytest
from tests.watch.build import article

from chancery.watch.search_articles import compile_query, search_article


@pytest.mark.parametrize(
    ("query", "title"), [("da nang", "Đà Nẵng"), ("河内", "河内市长"), ("cote", "Côte d'Ivoire"), ("ministerio", "MINISTERIO")]
)
def test_case_accents_and_missing_spaces_do_not_matter(query: str, title: str) -> None:
    assert search_article(article("1", title), compile_query(query)) is not None


def test_every_word_of_the_query_must_be_there() -> None:
    assert search_article(article("1", "Rice quota"), compile_query("rice tariff")) is None


def test_a_word_is_whole() -> None:
    assert search_article(article("1", "Price of fuel"), compile_query("rice")) is None


def test_a_headline_answers_better_than_a_text() -> None:
    query = compile_query("quota")
    in_title, in_text = search_article(article("1", "Quota"), query), search_article(article("2", "Rice", "A quota."), query)
    assert in_title is not None
    assert in_text is not None
    assert in_title.score > in_text.score > 0.0
    assert in_title.matched == ("quota",)


def test_an_empty_query_finds_nothing() -> None:
    assert search_article(article("1", "Quota"), compile_query("?!")) is None
