"""Which countries and organisations an article speaks of, with the words that earned each."""

from collections.abc import Sequence

from chancery.common.citation import Span
from chancery.watch.language import Hit
from chancery.watch.read_fields import Field
from chancery.watch.records import CountryTag, Mention

# The headline decides, then the lead with its dateline; the body names neighbours and history. Headline twice the lead is
# what country taggers of headlines use (newsmap); the body was set by hand and is measured as own.country.focus.
TITLE, LEAD, BODY = 2.0, 1.0, 0.3
LEAD_LENGTH = 300
"""Signs of text that count as the lead: dateline and first paragraph."""

FOCUS = 0.6
"""A country with at least this part of the strongest one's score is what the article is about as well. Set by hand."""


def tag_countries(fields: Sequence[Field]) -> tuple[CountryTag, ...]:
    r"""Return the countries an article names, strongest first; of equals, the one named first.

    >>> from datetime import UTC, datetime
    >>> from chancery.watch.language import Packs
    >>> from chancery.watch.read_fields import read_fields
    >>> from chancery.watch.records import Article
    >>> packs = Packs(lambda lang: {"names.tsv": "JP\tname\tJapan\nFR\tplace\tParis"})
    >>> article = Article("1", "s", "Japan and Paris agree", datetime(2026, 3, 9, tzinfo=UTC), "Talks in Japan ended.")
    >>> [(tag.code, tag.role, round(tag.score, 2)) for tag in tag_countries(read_fields(article, packs.of("en")))]
    [('JP', 'focus', 0.6), ('FR', 'focus', 0.4)]
    """
    found: dict[str, list[tuple[float, Mention]]] = {}
    for field in fields:
        for hit in field.names:
            mention = Mention(hit.code, Span(field.name, hit.start, hit.end), field.text[hit.start : hit.end])
            found.setdefault(hit.code, []).append((_weight(field.name, hit), mention))
    return _tags(found)


def _weight(field: str, hit: Hit) -> float:
    if field == "title":
        return TITLE
    return LEAD if hit.start < LEAD_LENGTH else BODY


def _tags(found: dict[str, list[tuple[float, Mention]]]) -> tuple[CountryTag, ...]:
    points = {code: sum(weight for weight, _ in mentions) for code, mentions in found.items()}
    whole, most = sum(points.values()), max(points.values(), default=0.0)
    ranked = sorted(points, key=lambda code: -points[code])  # sorting is stable: of equals, the first named stays first
    return tuple(
        CountryTag(
            code,
            "focus" if points[code] >= FOCUS * most else "mention",
            points[code] / whole,
            _mentions(found[code]),
        )
        for code in ranked
    )


def _mentions(found: Sequence[tuple[float, Mention]]) -> tuple[Mention, ...]:
    return tuple(mention for _, mention in found)
