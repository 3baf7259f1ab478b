"""What `watch` takes and gives: sources, articles, mentions, stories."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from chancery.common.citation import Span
from chancery.common.said import Said

SourceState = Literal["working", "quiet", "changed", "blocked", "broken", "new"]
Stance = Literal["government", "opposition", "business", "diaspora", "agency", "public", "independent", "unknown"]
Body = Literal["page", "feed", "missing"]

FUTURE_ALLOWED = timedelta(minutes=10)
"""A claimed time this far past the moment we saw the text is a clock that differs; further is an error of the outlet."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What a source allows: keep its full text, quote so many words of one article in one brief, pass its words on."""

    keep_full_text: bool = True
    quote_words: int = 60
    pass_on: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet or dataset.

    `country` is the ISO code of the outlet's seat, `owner` tells outlets of one house apart from independent ones,
    `affiliation` is what the outlet is known to be, `every` the usual gap between two items.
    """

    id: str
    name: str
    url: str = ""
    home: str = ""
    country: str = ""
    languages: tuple[str, ...] = ()
    owner: str = ""
    affiliation: Stance = "unknown"
    rights: Rights = Rights()
    every: timedelta | None = None
    mark: str = "public"


@dataclass(frozen=True, slots=True)
class Article:
    """One text of one source, as stored.

    `seen` is when it reached us, `claimed` what the outlet says, `inferred` what we worked out (from the page or the
    address) where it says nothing usable. `body` tells where `text` came from. `lang` is ISO 639-1, "" where unknown.
    """

    id: str
    source: str
    title: str
    seen: datetime
    text: str = ""
    url: str = ""
    lang: str = ""
    claimed: datetime | None = None
    inferred: datetime | None = None
    body: Body = "feed"
    mark: str = "public"

    @property
    def published(self) -> datetime:
        """The best of the three dates: claimed, unless it lies in the future of `seen`; else inferred; else seen."""
        if self.claimed is not None and self.claimed - self.seen <= FUTURE_ALLOWED:
            return min(self.claimed, self.seen)
        return min(self.inferred, self.seen) if self.inferred is not None else self.seen

    def field(self, name: str) -> str:
        """Return the text a span speaks of: `title` or `text`. Raises KeyError on another name."""
        return {"title": self.title, "text": self.text}[name]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of an article that name a State, territory or organisation. `surface` is the text at the span."""

    code: str
    span: Span
    surface: str


@dataclass(frozen=True, slots=True)
class CountryTag:
    """A country an article speaks of, with the words that earned it; `score` is this country's share of all, in [0, 1]."""

    code: str
    role: Literal["focus", "mention"]
    score: float
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """Why an article is taken for a copy of an earlier one: the same address, or near-identical text."""

    article: str
    of: str
    kind: Literal["address", "text"]
    likeness: float


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with what was read in it. `copy` is set where an earlier article says the same."""

    article: Article
    lang: str
    countries: tuple[CountryTag, ...]
    copy: Copy | None = None


@dataclass(frozen=True, slots=True)
class Joining:
    """One article's place in a story, decided with no look at later articles; `because` says why."""

    article: str
    story: str
    because: tuple[Said, ...]
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class Link:
    """What an officer said of two articles: they belong into one story, or do not. Of articles, because stories change."""

    article: str
    other: str
    kind: Literal["together", "apart"]


@dataclass(frozen=True, slots=True)
class Repair:
    """What would be changed of stories decided before: `other` is taken into `story`, or `article` of `story` goes to `other`.

    `probability` is how likely the change is right by the fitted decision, asked again with what is known now; `sure` tells
    whether it may be done with nobody asked.
    """

    kind: Literal["merge", "move"]
    story: str
    other: str
    probability: float
    because: tuple[Said, ...]
    article: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event or affair, in the order they were seen. `id` never changes once given."""

    id: str
    readings: tuple[Reading, ...]
    joinings: tuple[Joining, ...]

    @property
    def first_seen(self) -> datetime:
        """When its first article reached us."""
        return self.readings[0].article.seen

    @property
    def last_seen(self) -> datetime:
        """When its latest article reached us."""
        return max(reading.article.seen for reading in self.readings)

    @property
    def originals(self) -> tuple[Reading, ...]:
        """Its articles without the copies."""
        return tuple(reading for reading in self.readings if reading.copy is None)
