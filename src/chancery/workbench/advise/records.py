"""What the pages of Today, Briefs and Conversations are made of, and what their forms hand in."""

from dataclasses import dataclass
from datetime import date, datetime

from chancery.advise.edit_brief import OWN_SECTION
from chancery.advise.records import BlockKind, Brief, Check, Conversation, Paper, Record
from chancery.common.finding import Values
from chancery.common.likelihood import Confidence
from chancery.workbench.watch.records import Hit, HitPage

Day = date


@dataclass(frozen=True, slots=True)
class NoteView:
    """What a colleague wrote beside a record."""

    author: str
    written_at: datetime
    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class BriefView:
    """One version of a brief, as this viewer may see it.

    `withheld` counts statements that rest on what the viewer may not read, `veiled` those that named a source protected since.
    `checks` are warnings that stand beside statements.
    `newest` is the number of the latest version. `may_release` says the viewer could, `alone` that nobody else can.
    """

    ref: str
    version: int
    newest: int
    brief: Brief
    withheld: int
    checks: tuple[Check, ...]
    author: str
    stored_at: datetime
    status: str
    released_by: str
    released_at: datetime | None
    self_certified: bool
    may_edit: bool
    may_release: bool
    notes: tuple[NoteView, ...] = ()
    veiled: int = 0


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One of our papers; `late` is true where its day has passed and it is still open."""

    ref: str
    kind: str
    title: str
    date: Day
    due: Day | None
    status: str
    owner: str
    mark: str
    late: bool


@dataclass(frozen=True, slots=True)
class TodayView:
    """The page of the morning: the latest brief, None before the first, and what is late or due within a week."""

    brief: BriefView | None
    due: tuple[PaperLine, ...]
    waiting: int


@dataclass(frozen=True, slots=True)
class BriefLine:
    """A brief in the archive."""

    ref: str
    version: int
    title: str
    kind: str
    as_of: datetime
    mark: str
    status: str
    author: str
    self_certified: bool


@dataclass(frozen=True, slots=True)
class BriefPage:
    """One page of the archive, newest first; the latest version of each brief."""

    briefs: tuple[BriefLine, ...]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class ConversationLine:
    """A record of conversation in the list."""

    ref: str
    date: Day
    title: str
    office: str
    place: str
    mark: str
    readers: tuple[str, ...]
    protected: bool
    differs: bool
    author: str


@dataclass(frozen=True, slots=True)
class ConversationPage:
    """One page of records of conversation, newest first."""

    conversations: tuple[ConversationLine, ...]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class ConversationView:
    """One version of a record of conversation, with all before the `newest` that the viewer may read, and its notes."""

    conversation: Conversation
    author: str
    recorded_at: datetime
    version: int
    newest: int
    earlier: tuple[tuple[int, datetime, str], ...]
    may_amend: bool
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, slots=True)
class RecordView:
    """Anything of ours that a brief cites and that is no article: a paper, or a state of our own watching.

    `said` is what the brief says from such a state: the id and text of each statement with what it rests on, by name; a
    record that came from elsewhere has only the line in which that is written, else "".
    """

    record: Record
    paper: Paper | None
    notes: tuple[NoteView, ...]
    said: tuple[tuple[str, str, str, Values], ...] = ()


@dataclass(frozen=True, slots=True)
class ConversationDraft:
    """What an officer enters; see `Conversation` for the fields."""

    date: Day
    office: str
    place: str
    title: str
    text: str
    mark: str
    protected: bool = False
    differs: bool = False
    story_terms: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What an officer cites: an article or one of our records by its id, and the words quoted, "" for all of it."""

    ref: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class BlockDraft:
    """A statement that an officer adds to a brief, or, with `replaces`, puts in the place of another."""

    kind: BlockKind
    text: str
    cites: tuple[Asked, ...]
    section: str = OWN_SECTION
    probability: float | None = None
    confidence: Confidence | None = None
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that leaves."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: a page of articles and, on the first page, the newest of our own records; `more_own`: not all."""

    articles: HitPage
    own: tuple[Hit, ...]
    more_own: bool
