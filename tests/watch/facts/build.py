"""Builders of what the tests of facts take."""

from datetime import UTC, datetime

from tests.watch.build import packs

from chancery.sources.package_data import read_fact_weights
from chancery.watch import read_article, read_facts
from chancery.watch.facts.records import Facts
from chancery.watch.records import Article


def facts(title: str, text: str = "", lang: str = "en") -> Facts:
    """Return the facts of an article of 3 March 2026, read with the packs and weights that ship."""
    article = Article("1", "outlet", title, datetime(2026, 3, 3, 12, tzinfo=UTC), text, lang=lang)
    reading = read_article(article, packs(), lambda _: lang)
    return read_facts(reading, packs().of(lang), read_fact_weights())
