import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.workbench.watch.search_words import (
    accented,
    mark_words,
    postgresql_query,
    postgresql_vector,
    read_query,
    sqlite_query,
    words_of,
)


def test_words_that_folding_changes_are_kept_a_second_time():
    assert accented("Bán gạo in Port Lanval, CAFÉ") == ["bán", "gạo", "café"]
    assert words_of("Bán gạo", "rice").keys == ("bán", "gạo")


@pytest.mark.parametrize(
    ("query", "sqlite", "postgresql"),
    [
        ("bán gạo", '"ban" AND "gao" AND keys : "bán" AND keys : "gạo"', "('ban') & ('gao') & 'bán':C & 'gạo':C"),
        ('"port lanval"', '"port lanval"', "('port' <-> 'lanval')"),
        ("河", '"河"*', "('河':*)"),
    ],
)
def test_both_engines_are_asked_for_the_same(query, sqlite, postgresql):
    terms = read_query(query)
    assert sqlite_query(terms, exact=True) == sqlite
    assert postgresql_query(terms, exact=True) == postgresql


@given(st.text(max_size=60))
def test_no_query_can_say_anything_but_words(query):
    terms = read_query(query)
    assert not any(sign in word for term in terms for word in (*term.words, *term.keys) for sign in "\"'\\:*&|!() ")


@given(st.text(max_size=80), st.text(max_size=400))
def test_a_vector_quotes_no_sign_that_could_end_a_word(title, text):
    words = words_of(title, text)
    assert not any(sign in word for word in (*words.title, *words.body, *words.keys) for sign in "'\\ ")
    assert postgresql_vector(words).count("'") == 2 * len({*words.title, *words.body, *words.keys})


@given(st.text(max_size=300), st.text(min_size=1, max_size=8))
def test_a_marked_text_without_a_cut_is_the_text(text, query):
    parts = mark_words(text, read_query(query), len(text))
    if not parts or not parts[0][0].startswith("… "):
        assert "".join(part for part, _ in parts) == text


def test_a_snippet_stands_around_the_first_hit():
    text = "word " * 200 + "the tiles arrive " + "word " * 200
    parts = mark_words(text, read_query("tiles"), 60)
    assert ("tiles", True) in parts
    assert sum(len(part) for part, _ in parts) <= 60 + 4


def test_a_title_that_fits_is_shown_whole_wherever_the_word_stands() -> None:
    title = "Written comments of Vanlan in the tile investigation"
    parts = mark_words(title, read_query("tile"), len(title))
    assert parts == (("Written comments of Vanlan in the ", False), ("tile", True), (" investigation", False))
