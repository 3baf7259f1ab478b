"""The load generator is seeded, streams, and has the shape it says."""

from itertools import islice

from benchmarks.generate import COPY, LENGTH, generate_articles

MANY = tuple(generate_articles(600, 7))


def test_the_same_seed_gives_the_same_articles() -> None:
    assert tuple(islice(generate_articles(50, 7), 20)) == tuple(generate_articles(20, 7)) == MANY[:20]
    assert MANY[:20] != tuple(generate_articles(20, 8))


def test_articles_come_in_order_in_six_scripts_and_about_the_length_said() -> None:
    assert [article.seen for article in MANY] == sorted(article.seen for article in MANY)
    assert {article.lang for article in MANY} == {"en", "vi", "fr", "ru", "ar", "zh"}
    assert all(0.95 * LENGTH < len(article.text) < 1.3 * LENGTH for article in MANY)


def test_some_are_copies() -> None:
    copies = len(MANY) - len({article.text for article in MANY})
    assert 0.5 * COPY < copies / len(MANY) < 2 * COPY
