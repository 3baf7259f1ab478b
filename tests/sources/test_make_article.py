from datetime import UTC, datetime

from chancery.sources.make_article import article_id, keep_within, make_articles
from chancery.sources.records import Entry
from chancery.watch.records import Rights, Source

SEEN = datetime(2026, 3, 9, 12, tzinfo=UTC)
SOURCE = Source(id="courier", name="The Courier", mark="official")


def test_an_entry_becomes_an_article_with_three_dates() -> None:
    claimed = datetime(2026, 3, 9, 8, tzinfo=UTC)
    article = make_articles([Entry("n1", "Rice", "Talks resume.", "https://a.example/2026/03/08/rice", claimed)], SOURCE, SEEN)[
        0
    ]
    assert (article.seen, article.claimed, article.inferred) == (SEEN, claimed, None)
    assert (article.source, article.title, article.text, article.body, article.mark) == (
        "courier",
        "Rice",
        "Talks resume.",
        "feed",
        "official",
    )


def test_a_missing_date_is_inferred_from_the_address() -> None:
    article = make_articles([Entry("n1", "Rice", url="https://a.example/2026/03/08/rice")], SOURCE, SEEN)[0]
    assert (article.claimed, article.inferred) == (None, datetime(2026, 3, 8, tzinfo=UTC))
    assert article.body == "missing"


def test_the_id_follows_from_source_and_key_alone() -> None:
    assert article_id("courier", "n1") == "a-c04bff61e8ade06b"
    assert article_id("courier", "n1") != article_id("gazette", "n1")


def test_an_entry_without_a_title_is_known_by_its_opening_words() -> None:
    text = "One two three four five six seven eight nine ten eleven twelve thirteen."
    assert (
        make_articles([Entry("n1", "", text)], SOURCE, SEEN)[0].title
        == "One two three four five six seven eight nine ten eleven twelve"
    )
    assert (
        make_articles([Entry("n1", "", "河内市今天的谈判恢复了大米配额问题的谈判")], SOURCE, SEEN)[0].title
        == "河内市今天的谈判恢复了大米配额问题的谈判"
    )


def test_an_entry_without_words_and_address_is_no_article() -> None:
    assert make_articles([Entry("n1", "")], SOURCE, SEEN) == ()


def test_the_same_entry_twice_is_one_article() -> None:
    assert len(make_articles([Entry("n1", "Rice"), Entry("n1", "Rice")], SOURCE, SEEN)) == 1


def test_a_text_that_may_not_be_kept_is_cut_at_a_word() -> None:
    rights = Rights(keep_full_text=False, quote_words=3)
    assert keep_within("One two  three four", rights) == "One two  three"
    assert keep_within("One two three", rights) == "One two three"
    assert keep_within("河内市今天的谈判", rights) == "河内市今天的"
    assert keep_within("One two", Rights(keep_full_text=False, quote_words=0)) == ""


def test_a_reservation_weighs_as_much_as_our_setting() -> None:
    assert keep_within("One two three", Rights(quote_words=2), "the outlet reserves text mining") == "One two"
    assert keep_within("One two three", Rights(quote_words=2)) == "One two three"
