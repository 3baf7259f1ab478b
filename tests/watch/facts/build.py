"""Builders of what the tests of facts take."""

from datetime import UTC, datetime

from tests.watch.build import packs

from chancery.sources.package_data import read_fact_weights
from chancery.watch import Pack, read_article, read_facts, read_fields
from chancery.watch.facts.cut_sentences import Sentence, cut_sentences
from chancery.watch.facts.records import Facts
from chancery.watch.records import Article

PUBLISHED = datetime(2026, 3, 3, 12, tzinfo=UTC)


def facts(title: str, text: str = "", lang: str = "en") -> Facts:
    """Return the facts of an article of 3 March 2026, read with the packs and weights that ship."""
    article = Article("1", "outlet", title, PUBLISHED, text, lang=lang)
    reading = read_article(article, packs(), lambda _: lang)
    return read_facts(reading, packs().of(lang), read_fact_weights())


def sentences(pack: Pack, title: str, text: str = "") -> list[Sentence]:
    """Return the sentences of an article with the actors and cues that a pack finds in them."""
    fields = read_fields(Article("1", "outlet", title, PUBLISHED, text), pack)
    return [sentence for field in fields for sentence in cut_sentences(field, pack)]
