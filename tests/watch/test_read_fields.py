"""The fields of an article: folded once, with the names in them, as far as they are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.watch.build import article
from tests.watch.language.build import pack

from chancery.watch import read_fields
from chancery.watch.language import match_names
from chancery.watch.read_fields import READ

NAMES = "KE\tname\tKenya\nFR\tname\tFrance"


def test_title_and_text_are_made_ready_with_their_names() -> None:
    title, text = read_fields(article("1", "Kenya waits", "So does France."), pack(names=NAMES))
    assert (title.name, title.text, title.folded.text) == ("title", "Kenya waits", "kenya waits")
    assert [(hit.code, hit.start, hit.end) for hit in title.names] == [("KE", 0, 5)]
    assert (text.name, [(hit.code, hit.start, hit.end) for hit in text.names]) == ("text", [("FR", 8, 14)])


@pytest.mark.parametrize(("title", "text", "names"), [("", "", []), ("Kenya", "", ["title"]), ("", "Kenya", ["text"])])
def test_a_field_of_nothing_is_left_out(title: str, text: str, names: list[str]) -> None:
    assert [field.name for field in read_fields(article("1", title, text), pack())] == names


def test_a_transcript_is_read_as_far_as_a_text_goes() -> None:
    text = "x " * (READ // 2 - 10) + "Kenya " * 10
    (field,) = read_fields(article("1", "", text), pack(names=NAMES))
    assert field.text == text[:READ]
    assert [hit.start for hit in field.names] == [READ - 20, READ - 14, READ - 8]


def test_a_title_as_long_as_a_book_is_cut_as_well() -> None:
    (field,) = read_fields(article("1", "Kenya " * READ), pack(names=NAMES))
    assert len(field.text) <= READ


@given(st.lists(st.sampled_from(["Kenya", "France", " ", "ß", "\u200f", "\u0301", "\ud800", "日本", ". "]), max_size=20))
def test_names_are_those_of_each_field_alone(pieces: list[str]) -> None:
    text, given_pack = "".join(pieces), pack(names=NAMES)
    for field in read_fields(article("1", text, text[::-1]), given_pack):
        assert field.names == match_names(field.text, given_pack)
        assert all(field.text[hit.start : hit.end].replace("\u200f", "") in ("Kenya", "France") for hit in field.names)
