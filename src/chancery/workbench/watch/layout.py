"""A story by days with its copies folded under their originals, and an article cut at the words that are cited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localtime

from chancery.watch.records import Article
from chancery.workbench.watch.records import ArticleLine, ArticleView


@dataclass(frozen=True, slots=True)
class Told:
    """An article of a story, and the later ones that say the same."""

    article: ArticleLine
    copies: tuple[ArticleLine, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """What was told on one day of the mission."""

    day: date
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """A stored text before, at and after the words that are cited; all in `before` where none are."""

    before: str
    quoted: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Earned:
    """A country of an article, and the words that earned it."""

    name: str
    words: tuple[str, ...]


def lay_out_days(articles: Sequence[ArticleLine]) -> tuple[Day, ...]:
    """Return every article once, oldest day first; a copy stands under the article it copies."""
    here = {article.ref: article for article in articles}
    copies: dict[str, list[ArticleLine]] = {}
    for article in articles:
        root = _root(article, here)
        if root is not article:
            copies.setdefault(root.ref, []).append(article)
    originals = sorted((one for one in articles if _root(one, here) is one), key=lambda one: (one.published, one.ref))
    days: dict[date, list[Told]] = {}
    for article in originals:
        told = Told(article, tuple(copies.get(article.ref, ())))
        days.setdefault(localtime(article.published).date(), []).append(told)
    return tuple(Day(day, tuple(told)) for day, told in days.items())


def cut_at(article: Article, field: str, start: int, end: int) -> Cut:
    """Return a field of an article cut at a span in code points; not cut where the span lies outside it."""
    text = article.title if field == "title" else article.text
    if not 0 <= start < end <= len(text):
        return Cut(text)
    return Cut(text[:start], text[start:end], text[end:])


def list_earned(view: ArticleView) -> tuple[Earned, ...]:
    """Return the countries of an article with the words that earned each, once."""
    names = dict(view.country_names)
    return tuple(
        Earned(names.get(tag.code, tag.code), tuple(dict.fromkeys(mention.surface for mention in tag.mentions)))
        for tag in view.countries
    )


def _root(article: ArticleLine, here: dict[str, ArticleLine]) -> ArticleLine:
    """Follow `copy_of` to the first article that is here; an article whose copies go round in a circle is its own."""
    found = article
    for _ in range(len(here)):
        if found.copy_of not in here or found.copy_of == found.ref:
            return found
        found = here[found.copy_of]
    return article
