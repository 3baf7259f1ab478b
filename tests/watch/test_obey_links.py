"""What officers said of articles holds in any order, follows from one to the next, and the last word stands."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from chancery.watch.obey_links import Links
from chancery.watch.records import Link

SAID = (Link("a", "b", "together"), Link("b", "c", "together"), Link("d", "c", "apart"), Link("d", "e", "together"))
WORDS = st.lists(
    st.builds(Link, st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.sampled_from(["together", "apart"])), max_size=9
)


def test_the_order_of_what_was_said_is_no_matter() -> None:
    for said in permutations(SAID):
        links = Links(said)
        assert set(links.partners("a")) == {"b", "c"}
        assert links.barred("a") == {"d", "e"}
        assert links.barred("e") == {"a", "b", "c"}


def test_an_article_that_nobody_spoke_of_is_free() -> None:
    links = Links(SAID)
    assert "x" not in links
    assert (links.partners("x"), links.barred("x")) == ((), set())


def test_the_last_word_stands() -> None:
    links = Links([Link("a", "b", "together")])
    links.add(Link("b", "a", "apart"))
    assert (links.partners("a"), links.barred("a")) == ((), {"b"})
    links.add(Link("a", "b", "together"))
    assert (links.partners("a"), links.barred("a")) == (("b",), set())


@given(WORDS)
def test_nothing_is_both_together_and_apart_and_the_last_word_is_kept(said: list[Link]) -> None:
    links = Links(said)
    for article in "abcdef":
        mine = {article, *links.partners(article)}
        assert not mine & links.barred(article)
        assert all(article in links.partners(other) for other in links.partners(article))
        assert all(article in links.barred(other) for other in links.barred(article))
    if said and said[-1].article != said[-1].other:
        last = said[-1]
        told = links.partners(last.article) if last.kind == "together" else links.barred(last.article)
        assert last.other in told
