"""Builders of what the tests of watch take."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

from chancery.sources.package_data import load_identifier, read_packs, read_weights
from chancery.watch import CopyFinder, Identify, Packs, Weights, read_article
from chancery.watch.records import Article, Reading

START = datetime(2026, 3, 9, 6, 0, tzinfo=UTC)


def article(identity: str, title: str, text: str = "", *, hours: float = 0.0, lang: str = "", url: str = "") -> Article:
    """Return an article seen so many hours after the start of the tests' day."""
    return Article(identity, "outlet", title, START + timedelta(hours=hours), text, url, lang)


def reading(identity: str, title: str, text: str = "", *, hours: float = 0.0, url: str = "", lang: str = "") -> Reading:
    """Return an article read with the names and the identifier that ship."""
    return read_article(article(identity, title, text, hours=hours, url=url, lang=lang), packs(), identify())


def in_english(identity: str, title: str, text: str = "") -> Reading:
    """Return a reading in English that names no country."""
    return Reading(article(identity, title, text), "en", ())


def with_copies(readings: Sequence[Reading]) -> list[Reading]:
    """Return readings with their copies told."""
    finder = CopyFinder()
    return [replace(each, copy=finder.check(each)) for each in readings]


@cache
def packs() -> Packs:
    """Return the names that ship."""
    return read_packs()


@cache
def identify() -> Identify:
    """Return the identifier of every language."""
    return load_identifier(None)


def weights() -> Weights:
    """Return the weights that ship."""
    return read_weights()
