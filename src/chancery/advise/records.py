"""What `advise` takes and gives: conversations, papers, blocks, briefs, checks."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from chancery.common.citation import Citation
from chancery.common.finding import Values
from chancery.common.likelihood import Confidence
from chancery.common.said import Said

BlockKind = Literal["fact", "assessment", "recommendation", "outlook", "note"]
BLOCK_KINDS: tuple[BlockKind, ...] = ("fact", "assessment", "recommendation", "outlook", "note")
BRIEF_FORMAT = "chancery-brief/1"
"""The name of the JSON a brief is written as and read back from."""
Day = date
"""The type, under a name that no field hides."""
Voice = Literal["source", "record", "officer"]
RecordKind = Literal["document", "figure", "conversation"]
Verdict = Literal["ok", "warning", "blocking"]
PaperKind = Literal[
    "instruction", "task", "agreement", "cable", "survey", "visit", "vote", "candidature", "case", "departure", "document"
]


@dataclass(frozen=True, slots=True)
class Conversation:
    """A record of conversation: what was said to us.

    `office` is the office that spoke, never a private name; `protected` keeps the office out of every export;
    `readers` are the roles and sections that may read it, empty for the whole mission. `text` is the officer's own record;
    `differs` says the officer notes that it does not agree with what the press reports.
    """

    id: str
    mission: str
    date: Day
    office: str
    place: str
    title: str
    text: str
    protected: bool = False
    differs: bool = False
    story_terms: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    mark: str = "official"


@dataclass(frozen=True, slots=True)
class Paper:
    """One of the mission's own papers: an instruction, a task of the plan, an agreement, a cable, a survey.

    `due` is the day something must be done or ends; `status` is open, late, done or answered; `value`, `unit` and `n` carry
    a figure (a survey's share in [0, 1], the number of answers); `owner` is a section or an office; `deputy` stands in.
    """

    id: str
    mission: str
    kind: PaperKind
    date: Day
    title: str
    text: str = ""
    due: Day | None = None
    status: str = "open"
    owner: str = ""
    deputy: str = ""
    value: float | None = None
    unit: str = ""
    n: int | None = None
    asked: int | None = None
    story_terms: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    mark: str = "official"


@dataclass(frozen=True, slots=True)
class Record:
    """The citable form of anything of ours that is no article: a conversation, a paper, a source's state, a story's count.

    `text` is what a statement may rest on; `value` its figure. `facts` are what each line of `text` says, by name, where our
    own watching wrote it.
    """

    id: str
    kind: RecordKind
    date: datetime
    title: str
    text: str = ""
    value: float | None = None
    readers: tuple[str, ...] = ()
    mark: str = "official"
    facts: tuple[Values, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One statement of a brief, of one of five kinds, with what it rests on.

    `voice` says whose sentence it is: a source's own words (an exact span), a template about our own records (`template` is
    its number), or an officer's. `speaker` is the outlet the words are attributed to. `probability` is in [0, 1].
    """

    id: str
    kind: BlockKind
    text: str
    citations: tuple[Citation, ...]
    voice: Voice
    lang: str = ""
    speaker: str = ""
    template: str = ""
    story: str = ""
    probability: float | None = None
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One story or matter of a brief: its heading (a source's own title or an officer's), where it belongs, its blocks.

    `why` are the reasons it was chosen, in words; `carried_by` counts outlets, `independent` those that are no copies and of
    different owners; `oldest` and `newest` bound its sources.
    """

    id: str
    heading: Block
    blocks: tuple[Block, ...]
    why: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    carried_by: int = 0
    independent: int = 0
    oldest: datetime | None = None
    newest: datetime | None = None
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class BriefSection:
    """A part of a brief: `id` is one of bottom_line, stories, changed, due, held_back, unseen, notes."""

    id: str
    title: str
    items: tuple[Item, ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """What the mission is told at one moment. A correction is a new version that `supersedes` the old."""

    id: str
    kind: Literal["daily", "flash", "note"]
    mission: str
    mission_name: str
    language: str
    time_zone: str
    as_of: datetime
    title: str
    sections: tuple[BriefSection, ...]
    mark: str
    version: int = 1
    supersedes: str = ""
    status: Literal["draft", "released"] = "draft"

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every block in reading order, headings of items included."""
        return tuple(
            block
            for section in self.sections
            for block in (*section.blocks, *(b for item in section.items for b in (item.heading, *item.blocks)))
        )

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every source once, in the order of first use: the numbering of `[1]`, `[2]` in every export."""
        first: dict[str, Citation] = {}
        for block in self.blocks:
            for citation in block.citations:
                first.setdefault(citation.ref, citation)
        return tuple(first.values())


@dataclass(frozen=True, slots=True)
class Check:
    """One finding of the checker about one block. `span` is the place in the block's text, in code points.

    `said` is what it says before it has a language, `message` the same in English.
    """

    block: str
    rule: str
    verdict: Verdict
    said: Said
    span: tuple[int, int] | None = None

    @property
    def message(self) -> str:
        """What a file or a terminal says."""
        return str(self.said)
