"""Every fact rests on words of the article; nothing an article holds stops the reading."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.watch.facts.build import facts

from chancery.common.citation import Span
from chancery.watch.facts.records import Actor, Facts

PIECES = [
    "France", "Việt Nam", "日本", "مصر", "“", "”", '"', "said", "president", "12 per cent", "$4 million", "by 2030", "\u200f",
    "\u0301", "ß", "İ", "\ud800", "\x00", "police", "arrested", "will", "not", ".", "\n", "NAIROBI, March 3 (Agency) -",
    "北京3月3日电", "—", "signed", "a treaty", "pledged to", "the budget", "\U0001f1eb\U0001f1f7", "َ", "e\u0301", "россиян",
    "ไทย",
]  # fmt: skip


def _spans(found: Facts) -> Iterator[tuple[Span, str | None]]:
    """Yield every span of the facts with the surface told for it."""
    if found.dateline:
        yield found.dateline.span, None
    actors: list[Actor | None] = list(found.actors)
    for event in found.events:
        actors += [event.source, event.target]
        yield event.span, event.surface
    for attitude in found.attitudes:
        actors += [attitude.target, attitude.holder]
        yield attitude.span, None
    for promise in found.commitments:
        actors += [promise.who, promise.to]
        yield promise.span, promise.surface
    yield from ((actor.span, actor.surface) for actor in actors if actor)
    for quote in found.quotes:
        yield quote.span, quote.surface
        yield from ((span, None) for span in (quote.speaker, quote.verb) if span)
    for fact in (*found.figures, *found.policy):
        yield fact.span, fact.surface
    yield from ((span, None) for topic in found.topics for span in topic.spans)


@given(
    st.lists(st.sampled_from(PIECES), max_size=14),
    st.lists(st.sampled_from(PIECES), max_size=40),
    st.sampled_from(["en", "fr", "vi", "ar", "zh", "ru", "xx", ""]),
)
def test_the_text_at_every_span_is_the_surface(title: list[str], text: list[str], lang: str) -> None:
    fields = {"title": " ".join(title), "text": " ".join(text)}
    for span, surface in _spans(facts(fields["title"], fields["text"], lang)):
        assert 0 <= span.start < span.end <= len(fields[span.field])
        assert surface is None or fields[span.field][span.start : span.end] == surface


@pytest.mark.parametrize("title", ["", " ", "War", "\u200f\u200f", "?" * 500, "🇫🇷 🇩🇪", "1", "a\ud800b"])
def test_an_odd_headline_is_read_or_passed_over(title: str) -> None:
    assert facts(title).article == "1"


def test_a_text_of_five_million_signs_is_read_as_far_as_it_matters() -> None:
    assert facts("Kenya signs", "France said it would help. " * 200_000).events


def test_what_is_read_says_why() -> None:
    found = facts("Kenya expels the ambassador of France", "“We will not be insulted again,” the Kenyan minister said.")
    assert all(fact.because for fact in (*found.actors, *found.events, *found.quotes, *found.topics))


def test_one_unknown_place_loses_no_other_fact() -> None:
    found = facts("Kenya, the Free Republic of Zubrowka and France sign a pact", "The Soviet Union of Zubrowka was absent.")
    assert {"KE", "FR"} <= {actor.code for actor in found.actors}
