"""The countries of an article, with the words that earned them."""

from hypothesis import given
from hypothesis import strategies as st
from tests.watch.build import article, packs
from tests.watch.language.build import pack

from chancery.watch import Pack, read_fields
from chancery.watch import tag_countries as tag_fields
from chancery.watch.records import Article, CountryTag


def tag_countries(given: Article, pack: Pack) -> tuple[CountryTag, ...]:
    """Return the countries of an article read with a pack."""
    return tag_fields(read_fields(given, pack))


def test_the_headline_decides_the_focus() -> None:
    opened = article("1", "Kenya opens a port", "Ships from Peru may call. Nepal has no port.")
    tags = tag_countries(opened, packs().of("en"))
    assert [(tag.code, tag.role) for tag in tags] == [("KE", "focus"), ("PE", "mention"), ("NP", "mention")]


def test_shares_add_up_to_one() -> None:
    tags = tag_countries(article("1", "Kenya and Peru", "Nepal waits."), packs().of("en"))
    assert sum(tag.score for tag in tags) == 1.0


def test_a_name_far_down_weighs_less_than_one_in_the_lead() -> None:
    text = "Peru signs. " + "Nothing else was said. " * 20 + "Nepal. Nepal. Nepal."
    tags = tag_countries(article("1", "Signed", text), packs().of("en"))
    assert [tag.code for tag in tags] == ["PE", "NP"]


def test_an_article_without_names_has_no_countries() -> None:
    assert tag_countries(article("1", "Rain"), packs().of("en")) == ()


@given(st.lists(st.sampled_from(["Kenya", "Straße", "Pérou", "日本", "e\u0301", "\u200b", "Nepal's", "ß", "vs."]), max_size=12))
def test_the_surface_of_every_mention_is_the_text_at_its_span(words: list[str]) -> None:
    given_article = article("1", " ".join(words), "".join(words))
    table = pack(names="KE\tname\tKenya\nNP\tname\tNepal\nJP\tname\t日本\nPE\tname\tPérou")
    for tag in tag_countries(given_article, table):
        for mention in tag.mentions:
            assert given_article.field(mention.span.field)[mention.span.start : mention.span.end] == mention.surface
            assert mention.code == tag.code
