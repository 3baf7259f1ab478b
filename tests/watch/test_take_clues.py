"""The clues of an article."""

from tests.watch.build import article, reading

from chancery.watch.take_clues import show_sound, show_stem, stem, take_clues


def test_an_article_is_known_by_words_names_numbers_and_countries() -> None:
    clues = take_clues(reading("1", "Kenya opens a quay worth 1,200 million in Mombasa", "The quay is the third one."))
    assert {"kenya", "quay", "mombasa", "million"} <= clues.words.keys()
    assert clues.words["quay"] > clues.words["million"]
    assert "the" not in clues.words
    assert clues.numbers == {"1200"}
    assert clues.countries == {"KE"}
    assert clues.named == {"kenya", "mombasa"}
    assert "~mps" in clues.keys


def test_a_long_word_is_compared_by_its_stem_and_shown_as_written() -> None:
    assert stem("negotiations") == "negotia"
    assert show_stem("negotia", article("1", "Negotiations go on")) == "Negotiations"


def test_a_name_is_shown_as_written() -> None:
    assert show_sound("~mps", article("1", "Порт Момбаса")) == "Момбаса"


def test_the_body_below_the_lead_ties_nothing() -> None:
    clues = take_clues(reading("1", "Rain", "It rained. " * 60 + "Zebras."))
    assert "zebras" not in clues.words
