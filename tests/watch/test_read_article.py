"""The language is that of the text; the header's is a hint."""

from tests.watch.build import article, identify, packs

from chancery.watch.read_article import read_article, tell_language

FRENCH = "Le ministre des Affaires étrangères a reçu les ambassadeurs des pays voisins à Nairobi."


def test_the_text_stands_against_a_wrong_header() -> None:
    assert tell_language(article("1", FRENCH, lang="en"), identify()) == "fr"


def test_a_short_headline_keeps_the_outlets_word() -> None:
    assert tell_language(article("1", "Gao 12 000 VND", lang="vi"), identify()) == "vi"


def test_a_variant_is_told_by_its_language() -> None:
    assert tell_language(article("1", "Nokon", lang="nn-NO"), identify()) == "no"


def test_what_cannot_be_told_stays_open() -> None:
    assert tell_language(article("1", "12:30"), identify()) == ""


def test_a_reading_holds_language_and_countries() -> None:
    found = read_article(article("1", FRENCH), packs(), identify())
    assert (found.lang, [tag.code for tag in found.countries], found.copy) == ("fr", ["KE"], None)
