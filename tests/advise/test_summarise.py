"""Every sentence is its span; order and copies change nothing; more words never lose the first."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders.briefs import article

from chancery.advise import summarise
from chancery.common.errors import NotComputable
from chancery.common.text import count_words

A = article(
    "a",
    "The ferry sank off Cormel on Tuesday with 214 people aboard. Rescuers found 173 of them alive. The owner gave no comment.",
)
B = article(
    "b",
    "A ferry with 214 people aboard has sunk off Cormel. The Coastguard counts 38 dead. The minister flew there at noon.",
)
C = article("c", "渡轮在科梅尔附近沉没。救援人员找到一百七十三人。船东没有评论此事。", lang="zh")
ALL = (A, B, C)
WORDS = ("ferry", "port", "minister", "vote", "tiles", "38", "dead", "island", "noon", "court")
texts = st.lists(st.lists(st.sampled_from(WORDS), min_size=5, max_size=12), min_size=1, max_size=6).map(
    lambda sentences: " ".join(" ".join(words).capitalize() + "." for words in sentences)
)


@given(st.lists(texts, min_size=1, max_size=4), st.integers(min_value=5, max_value=80))
@settings(max_examples=60, deadline=None)
def test_every_sentence_is_the_text_at_its_span(bodies: list[str], words: int) -> None:
    articles = {f"a{n}": article(f"a{n}", body) for n, body in enumerate(bodies)}
    for sentence in summarise(tuple(articles.values()), words):
        assert articles[sentence.article].text[sentence.span.start : sentence.span.end] == sentence.text


@given(st.permutations(ALL), st.integers(min_value=5, max_value=60))
@settings(max_examples=30, deadline=None)
def test_the_order_of_articles_changes_nothing(shuffled: list[object], words: int) -> None:
    assert summarise(tuple(shuffled), words) == summarise(ALL, words)  # type: ignore[arg-type]


def test_a_copy_of_an_article_changes_nothing() -> None:
    copy = replace(
        A, id="0", source="echo", text=A.text.upper(), seen=A.seen + timedelta(hours=1), claimed=A.seen + timedelta(hours=1)
    )
    assert summarise((copy, *ALL), 40) == summarise(ALL, 40)


def test_more_words_never_drop_the_first_sentence() -> None:
    first = summarise(ALL, 1)[0]
    assert all(first in summarise(ALL, words) for words in range(5, 90, 5))


def test_the_budget_is_passed_by_less_than_half_a_sentence() -> None:
    for words in range(12, 60, 4):
        taken = summarise((A, B), words)
        total = sum(count_words(sentence.text) for sentence in taken)
        assert total <= words + max(count_words(sentence.text) for sentence in taken) / 2


def test_two_death_tolls_are_not_one() -> None:
    one, other = (
        article("a", "The Coastguard counts 38 dead off Cormel today."),
        article("b", "The Coastguard counts 41 dead off Cormel today."),
    )
    assert len(summarise((one, other), 40)) == 2
    assert len(summarise((one, replace(one, id="b", text=one.text + " ")), 40)) == 1


def test_nothing_to_say_is_an_error_and_never_an_empty_summary() -> None:
    with pytest.raises(NotComputable, match="nothing to summarise"):
        summarise((article("a", "More soon …"),), 30)
