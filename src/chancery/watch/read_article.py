"""An article becomes a reading: its language, and the countries it speaks of."""

from collections.abc import Callable
from dataclasses import replace

from chancery.watch.language import Pack, Packs
from chancery.watch.read_fields import Field, read_fields
from chancery.watch.records import Article, Reading
from chancery.watch.tag_countries import tag_countries

Identify = Callable[[str], str]
"""From a text to its ISO 639-1 language, "" where it cannot be told."""

SAMPLE = 240
"""Signs of the text that are shown to the identifier with the title: more changes almost no answer and costs time."""

SHORT = 60
"""Below this many signs the outlet's own word on its language is better than a guess."""

WORDS, SMALL_SHARE = 12, 0.33
"""Words of a sample, and the share of small words among them, from which the language a feed claims is believed.

English and French news has two fifths and more, a neighbouring language's list finds a quarter."""

_ALIKE = {"nb": "no", "nn": "no", "yue": "zh", "wuu": "zh", "be-tarask": "be", "sh": "sr", "in": "id", "iw": "he", "ji": "yi"}


def read_article(article: Article, packs: Packs, identify: Identify) -> Reading:
    r"""Return an article with what was read in it. Its language is that of the text; what the feed claims is only a hint.

    >>> from datetime import UTC, datetime
    >>> packs = Packs(lambda lang: {"names.tsv": "JP\tname\tJapan"})
    >>> article = Article("1", "s", "Japan votes", datetime(2026, 3, 9, tzinfo=UTC))
    >>> reading = read_article(article, packs, lambda text: "en")
    >>> reading.lang, reading.countries[0].code, reading.countries[0].mentions[0].surface
    ('en', 'JP', 'Japan')
    """
    lang = tell_language(article, identify, packs)
    return make_reading(article, lang, read_fields(article, packs.of(lang)))


def make_reading(article: Article, lang: str, fields: tuple[Field, ...]) -> Reading:
    """Return an article with its language and the countries its fields name."""
    return Reading(replace(article, lang=lang or article.lang), lang, tag_countries(fields))


def tell_language(article: Article, identify: Identify, packs: Packs | None = None) -> str:
    """Return the ISO 639-1 language of an article, "" where it cannot be told.

    What the feed claims stands where a third of the words are the small words of that language's pack: that is quick to see.
    """
    sample = f"{article.title}\n{article.text[:SAMPLE]}"
    hint = article.lang.lower()
    hint = _ALIKE.get(hint, hint.split("-")[0].split("_")[0])
    if hint and (len(sample) < SHORT or (packs is not None and _speaks(sample, packs.of(hint)))):
        return _ALIKE.get(hint, hint)
    found = identify(sample)
    return _ALIKE.get(found, found) or hint


def _speaks(sample: str, pack: Pack) -> bool:
    words = sample.casefold().split()
    return len(words) >= WORDS and sum(word in pack.small for word in words) >= len(words) * SMALL_SHARE
