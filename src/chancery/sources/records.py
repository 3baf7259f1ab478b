"""What `sources` takes and gives: entries, parsed feeds, the state of collecting, a mission on disk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal

from chancery.advise.records import Brief, Conversation, Paper, Record
from chancery.common.mission import Mission
from chancery.common.said import Said
from chancery.watch.records import Article, Source, SourceState

ParsedState = Literal["ok", "empty", "broken", "refused"]
SOUND = Said("")
"""What is said of a feed with which nothing is wrong."""

FIRST_INTERVAL = timedelta(hours=1)
"""How long a source rests before its second look, until its repeats say better: the default of the readers we compared."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed as plain text. `key` tells it from the other entries of its source, now and at the next look.

    `claimed` is the outlet's own date, None where it gives none that can be read; `url` is http(s) or "".
    """

    key: str
    title: str
    text: str = ""
    url: str = ""
    claimed: datetime | None = None


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed as read. `ok` if and only if there are entries; `said` is what is wrong with it, `reason` the same in English.

    `is_feed` is False where the file is something else, or was refused before we could tell. `home` is the page it belongs to,
    `lang` the language it states, as it writes it. `cut` tells that the file ends in the middle of it.
    """

    state: ParsedState
    said: Said = SOUND
    entries: tuple[Entry, ...] = ()
    title: str = ""
    home: str = ""
    lang: str = ""
    is_feed: bool = True
    cut: bool = False

    @property
    def reason(self) -> str:
        """What a file or a terminal says; "" where nothing is wrong."""
        return str(self.said)


@dataclass(frozen=True, slots=True)
class Page:
    """An article page as read: plain text, the date it claims, the date we inferred, and how it reserves itself."""

    title: str = ""
    text: str = ""
    claimed: datetime | None = None
    inferred: datetime | None = None
    reserved: Said | None = None


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that was found behind an address, read once to be sure. `title` is its own."""

    url: str
    title: str
    entries: int


@dataclass(frozen=True, slots=True)
class Retry:
    """An article, as given, whose page is still to be read: next at `due`, `tries` times asked so far."""

    article: Article
    due: datetime
    tries: int = 0


@dataclass(frozen=True, slots=True)
class FeedState:
    """How collecting from one source stands, between two looks.

    `condition` and `reason` are what the screen says. `url` is where the feed was last read, "" for the source's own address;
    `etag` and `modified` belong to it. `interval` is the time between looks; `repeats` the share of entries known already at
    the latest looks, newest last, each in [0, 1]. `known` are the ids of articles given, newest last, as far back as feeds
    reach. `retries` are articles whose page is still to be read. `said` is the reason before it has a language.
    """

    condition: SourceState = "new"
    reason: str = ""
    url: str = ""
    etag: str = ""
    modified: str = ""
    interval: timedelta = FIRST_INTERVAL
    repeats: tuple[float, ...] = ()
    failures: int = 0
    last_look: datetime | None = None
    last_success: datetime | None = None
    last_new: datetime | None = None
    next_due: datetime | None = None
    known: tuple[str, ...] = ()
    retries: tuple[Retry, ...] = ()
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Collected:
    """What one look at a source gave.

    `articles` are new; `completed` are articles given before, now with the text of their page, under the same ids. Nothing
    given earlier is ever taken back.
    """

    articles: tuple[Article, ...]
    state: FeedState
    completed: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class Posting:
    """A post in the mission: an office, never a name. `leaves` is the day its officer departs; `local` is locally engaged."""

    office: str
    section: str
    local: bool = False
    leaves: date | None = None


@dataclass(frozen=True, slots=True)
class MissionFolder:
    """A mission on disk, read whole. `as_of` is the moment of the brief, None where `mission.toml` names none.

    `previous_records` are those that the brief of the day before brings along.
    """

    mission: Mission
    sources: tuple[Source, ...]
    articles: tuple[Article, ...]
    conversations: tuple[Conversation, ...] = ()
    papers: tuple[Paper, ...] = ()
    previous: Brief | None = None
    previous_records: tuple[Record, ...] = ()
    as_of: datetime | None = None
    staff: tuple[Posting, ...] = ()
    cut: Mapping[str, int] = field(default_factory=dict)
