"""What the pages of stories, sources and search are made of."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chancery.common.said import Said
from chancery.sources.opml import Refused
from chancery.watch.records import Article, CountryTag, Source

Day = date
"""The type, under a name that no field hides."""
Part = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class StoryFilter:
    """Which stories: by focus country (code), theme of the mission (id), language, source (id), first day; empty for all."""

    country: str = ""
    theme: str = ""
    language: str = ""
    source: str = ""
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in the list. `outlets` are names, `languages` codes, `copies` those of `articles` that say nothing new.

    `independent` counts the owners behind texts that are no copies: reach and independence stand apart.
    """

    ref: str
    title: str
    lang: str
    first_seen: datetime
    last_seen: datetime
    articles: int
    copies: int
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    countries: tuple[tuple[str, str], ...]
    independent: int


@dataclass(frozen=True, slots=True)
class StoryPage:
    """One page of stories, newest first."""

    stories: tuple[StoryLine, ...]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article where its text is not needed: `because` says why it is in its story, `owner` whose outlet it is."""

    ref: str
    title: str
    lang: str
    source: str
    outlet: str
    seen: datetime
    published: datetime
    url: str
    mark: str
    copy_of: str
    copy_kind: str
    because: tuple[Said, ...]
    likeness: float
    owner: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """Articles under one heading: a language code or an outlet's name."""

    heading: str
    articles: tuple[ArticleLine, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story: its articles in the order they came, then the same by language and outlet."""

    ref: str
    title: str
    lang: str
    first_seen: datetime
    last_seen: datetime
    countries: tuple[tuple[str, str], ...]
    articles: tuple[ArticleLine, ...]
    by_language: tuple[Shelf, ...]
    by_outlet: tuple[Shelf, ...]
    copies: int
    more: bool
    independent: int


@dataclass(frozen=True, slots=True)
class RepairView:
    """What the program would change of a story: make it one with another, or have an article leave one for the other.

    `article` is empty where the two stories would be one; `leaves` tells whether the article is in the story that is shown.
    """

    key: int
    other: str
    other_title: str
    other_lang: str
    article: str
    article_title: str
    article_lang: str
    leaves: bool
    probability: float
    because: tuple[Said, ...]

    @property
    def percent(self) -> int:
        """The probability in whole percent."""
        return round(100 * self.probability)


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article whole, with its outlet, its story and the words that earned its countries."""

    article: Article
    outlet: str
    source: Source | None
    countries: tuple[CountryTag, ...]
    country_names: tuple[tuple[str, str], ...]
    copy_of: str
    copy_kind: str
    story: str
    because: tuple[Said, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source and how it stands.

    `condition` is working, quiet, changed, blocked, broken or new; `reason` says why, `said` the same before it has a language.
    """

    source: Source
    paused: bool
    condition: str
    reason: str
    last_look: datetime | None
    next_due: datetime | None
    interval: timedelta | None
    articles: int
    newest: datetime | None
    signs: int
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class SourcePage:
    """All sources of a mission, what they take on disk, and how long texts are kept.

    `signs` counts the signs of stored texts of this mission; `database` and `free` are bytes; `keep_days` is 0 where nothing
    is ever dropped.
    """

    sources: tuple[SourceLine, ...]
    articles: int
    signs: int
    database: int
    free: int
    keep_days: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a list of feeds: how many are new, the names of those read already, and the entries that were refused.

    The first of each are named; `more_known` and `more_refused` count the others.
    """

    added: int
    known: tuple[str, ...]
    refused: tuple[Refused, ...]
    more_known: int = 0
    more_refused: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found: `snippet` and `marked_title` in parts, with the words asked for told apart.

    `kind` is "article", "conversation" or that of a paper, `date` when it was published, held or written; what follows `mark`
    is an article's alone.
    """

    kind: str
    ref: str
    date: Day
    marked_title: tuple[Part, ...]
    snippet: tuple[Part, ...]
    mark: str
    matched: tuple[str, ...] = ()
    exact: bool = False
    lang: str = ""
    outlet: str = ""
    seen: datetime | None = None
    story: str = ""


@dataclass(frozen=True, slots=True)
class HitPage:
    """One page of what was found. `total` counts at most `counted_to`; `capped` says there are more than that."""

    query: str
    terms: tuple[str, ...]
    hits: tuple[Hit, ...]
    page: int
    more: bool
    total: int
    capped: bool
