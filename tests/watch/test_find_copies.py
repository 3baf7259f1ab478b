"""Copies of one text are told; two texts of one template are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.watch.build import in_english, reading

from chancery.watch.find_copies import CopyFinder

AGENCY = (
    "The port authority said on Monday that the new quay will open in May, two months later than planned, after divers found "
    "cracks in three of the supporting piles. Repairs will cost 4.2 million dollars and will be paid by the contractor, a "
    "spokeswoman said. "
    "Shipping lines were told to expect delays of up to two days until then, and the old quay will stay in service."
)
EDITS = (
    ("The port authority said on Monday", "Port authorities said Monday"),
    ("two months later than planned", "two months late"),
    ("a spokeswoman said", "its spokeswoman added"),
    (" until then", ""),
    ("divers found", "inspectors found"),
    ("Shipping lines were told", "Shippers have been told"),
    ("will stay in service", "stays in service"),
    (", and the old quay will stay in service", ""),
    ("new quay", "new north quay"),
)


def test_one_agency_text_carried_nine_times_is_one_text() -> None:
    finder = CopyFinder()
    assert finder.check(in_english("agency", "Port opening delayed", AGENCY)) is None
    for number, (old, new) in enumerate(EDITS):
        copy = finder.check(in_english(f"outlet-{number}", f"Headline of our own {number}", AGENCY.replace(old, new)))
        assert copy is not None
        assert (copy.article, copy.of, copy.kind) == (f"outlet-{number}", "agency", "text")
        assert 0.6 < copy.likeness <= 1.0


def test_a_copy_that_was_cut_is_still_a_copy() -> None:
    finder = CopyFinder()
    finder.check(in_english("agency", "Port", AGENCY))
    copy = finder.check(in_english("short", "Port", AGENCY[: len(AGENCY) * 2 // 3]))
    assert copy is not None
    assert copy.of == "agency"


@pytest.mark.parametrize("text", ["", "The quake struck at a depth of 10 kilometres and was felt in the capital. " * 3])
def test_two_stories_of_one_template_are_two(text: str) -> None:
    finder = CopyFinder()
    finder.check(reading("a", "Earthquake of magnitude 5.1 strikes the coast of Peru", text))
    assert (
        finder.check(reading("b", "Earthquake of magnitude 6.2 strikes the coast of Nepal", f"Aftershocks: 6. {text}")) is None
    )


def test_an_updated_toll_is_news_and_no_copy() -> None:
    finder = CopyFinder()
    finder.check(in_english("a", "Port", AGENCY))
    assert finder.check(in_english("b", "Port", AGENCY.replace("4.2 million", "7 million"))) is None


def test_a_headline_is_a_copy_only_word_for_word() -> None:
    finder = CopyFinder()
    finder.check(in_english("a", "Minister opens the new quay at the port"))
    assert finder.check(in_english("b", "Minister opens the old quay at the port")) is None
    copy = finder.check(in_english("c", "Minister opens the new quay at the port."))
    assert copy is not None
    assert copy.of == "a"


def test_a_heading_of_a_few_words_is_no_copy() -> None:
    finder = CopyFinder()
    finder.check(in_english("a", "Morning briefing"))
    assert finder.check(in_english("b", "Morning briefing")) is None


def test_two_addresses_of_one_page_are_one_article() -> None:
    finder = CopyFinder()
    finder.check(reading("a", "Quay", url="https://www.a.example/quay?utm_source=rss"))
    copy = finder.check(reading("b", "Quay opens", url="http://a.example/quay"))
    assert copy is not None
    assert (copy.of, copy.kind, copy.likeness) == ("a", "address", 1.0)


def test_a_copy_of_a_copy_names_the_original() -> None:
    finder = CopyFinder()
    texts = [AGENCY, AGENCY.replace(*EDITS[0]), AGENCY.replace(*EDITS[0]).replace(*EDITS[1])]
    copies = [finder.check(in_english(str(number), "Port", text)) for number, text in enumerate(texts)]
    assert [copy.of for copy in copies if copy] == ["0", "0"]


def test_a_text_is_no_copy_of_itself() -> None:
    finder = CopyFinder()
    finder.check(in_english("a", "Port", AGENCY))
    assert finder.check(in_english("a", "Port", AGENCY)) is None


def test_what_was_remembered_elsewhere_is_found_here() -> None:
    finder = CopyFinder()
    finder.remember(in_english("a", "Port", AGENCY))
    copy = finder.check(in_english("b", "Port", AGENCY))
    assert copy is not None
    assert copy.of == "a"


def test_old_texts_are_forgotten() -> None:
    finder = CopyFinder(remembered=2)
    finder.check(reading("a", "Port", AGENCY, url="https://a.example/1"))
    for number in range(2):
        finder.check(in_english(f"other-{number}", "Something else altogether", f"{number} " * 30))
    assert finder.check(reading("b", "Port", AGENCY, url="https://a.example/1")) is None


@given(st.lists(st.text(alphabet="ab 1é日", max_size=90), max_size=6))
def test_every_copy_names_an_earlier_article(texts: list[str]) -> None:
    finder = CopyFinder()
    for number, text in enumerate(texts):
        copy = finder.check(in_english(str(number), "T", text))
        assert copy is None or int(copy.of) < number
