"""The sentences quoted: one owner before another speaks twice, our language first, no dateline, within the cap."""

import pytest
from tests.builders.briefs import article, source

from chancery.advise.quote_articles import QuoteBudget, quote_title
from chancery.advise.quote_facts import quote_facts, without_dateline
from chancery.common.citation import Span
from chancery.watch.records import Article, Rights

ONE = article("a", "The ferry sank off Cormel at dawn. All 214 people aboard were told to jump.", source="tribune")
TWO = article("b", "Divers reached the wreck late at night and came back.", source="phare")
FRENCH = article("c", "Le navire a coulé à quatorze milles de Cormel.", source="cap", lang="fr")


def _quoted(*articles: Article, most: int = 3, words: int = 60) -> list[str]:
    budget = QuoteBudget({each.source: source(each.source, rights=Rights(quote_words=words)) for each in articles})
    heading = quote_title(articles, budget, "s-title", "s")
    assert heading is not None
    return [block.speaker for block in quote_facts(articles, heading, most, "en", budget)]


def test_each_owner_speaks_once_before_one_speaks_twice() -> None:
    assert sorted(_quoted(ONE, TWO)) == ["The Phare", "The Tribune", "The Tribune"]


def test_the_brief_is_in_its_own_language_as_far_as_it_can() -> None:
    assert _quoted(FRENCH, ONE, TWO)[-1] == "The Cap"
    assert _quoted(FRENCH) == ["The Cap"]


def test_no_more_words_are_quoted_than_the_source_allows() -> None:
    assert _quoted(ONE, words=12) == ["The Tribune"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("PORT LANVAL, 5 March (INA) – Ilmara will collect duties.", "Ilmara will collect duties."),
        ("Manila – The typhoon came.", "The typhoon came."),
        ("The minister – who left – spoke.", "The minister – who left – spoke."),
    ],
)
def test_a_dateline_is_not_quoted(text: str, quoted: str) -> None:
    span = without_dateline(article("a", text), Span("text", 0, len(text)))
    assert text[span.start : span.end] == quoted


def test_the_article_that_heads_a_story_speaks_first() -> None:
    assert _quoted(ONE, TWO, most=1) == ["The Tribune"]
    assert _quoted(TWO, ONE, most=1) == ["The Phare"]
