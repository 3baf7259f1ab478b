"""A brief as a page shows it: statements with numbered sources, what the checker says beside each, two columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise

from chancery.advise.edit_brief import OF_ITEM, REACH
from chancery.advise.find_due import LATE
from chancery.advise.records import Block, Brief, BriefSection, Check, Item
from chancery.common.citation import Citation
from chancery.common.finding import Value, Values
from chancery.common.time import day_of, local_day
from chancery.workbench.advise.records import BriefView, ConversationLine
from chancery.workbench.words import CONFIDENCE, KINDS_OF_JUDGEMENT, KINDS_OF_PAPER, OFFICER

ASIDE: Final = ("due", "changed", "held_back", "unseen")
"""Sections that stand beside the stories: lists of one-line statements about our own records."""
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
MOST_SIGNS: Final = 140
"""Signs of one line in a list of sources to choose from."""


@dataclass(frozen=True, slots=True)
class Cite:
    """A source with its number in this brief, and the page where its words stand."""

    number: int
    citation: Citation
    href: str

    @property
    def title(self) -> Promise | str:
        """What is cited, by its title; a protected record has none and is told by its kind."""
        return self.citation.title or KINDS_OF_PAPER[self.citation.kind]


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement ready for the page; `day` is that of its quotation, None where it is the day of the brief."""

    block: Block
    cites: tuple[Cite, ...]
    checks: tuple[Check, ...]
    lead: bool = False
    day: date | None = None

    @property
    def anchor(self) -> str:
        """Where the statement stands on its page."""
        return f"statement-{self.block.id}"

    @property
    def quoted(self) -> bool:
        """Whether these are a source's own words."""
        return self.block.voice == "source"

    @property
    def late(self) -> bool:
        """Whether it speaks of a matter that is late."""
        return self.block.template in LATE

    @property
    def kind(self) -> Promise | str:
        """What is printed above a statement: which judgement it is, or that it is an officer's; nothing above a machine's."""
        return KINDS_OF_JUDGEMENT.get(self.block.kind, OFFICER if self.block.voice == "officer" else "")

    @property
    def confidence(self) -> Promise | str:
        """The level of confidence in words."""
        return CONFIDENCE.get(self.block.confidence or "", "")


@dataclass(frozen=True, slots=True)
class ShownItem:
    """A story of a brief ready for the page; `reach` is the sentence on its outlets, written as a line of figures."""

    item: Item
    heading: Shown
    reach: Shown | None
    blocks: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section ready for the page."""

    id: str
    title: str
    blocks: tuple[Shown, ...]
    items: tuple[ShownItem, ...]

    @property
    def count(self) -> int:
        """How many statements or stories it holds."""
        return len(self.items) or len(self.blocks)


@dataclass(frozen=True, slots=True)
class Laid:
    """A brief laid out: the bottom line, the sections below it, those beside it, and every source once."""

    lead: tuple[ShownSection, ...]
    main: tuple[ShownSection, ...]
    aside: tuple[ShownSection, ...]
    sources: tuple[Cite, ...]


def lay_out(view: BriefView) -> Laid:
    """Return a brief for the page, with each warning beside its statement. Empty sections are left out."""
    brief, hand = view.brief, _Hand(view)
    sections = [_section(section, hand) for section in brief.sections if section.items or section.blocks]
    return Laid(
        lead=tuple(section for section in sections if section.id == "bottom_line"),
        main=tuple(section for section in sections if section.id not in (*ASIDE, "bottom_line")),
        aside=tuple(section for name in ASIDE for section in sections if section.id == name),
        sources=tuple(hand.cite(citation) for citation in brief.citations),
    )


def link_to(citation: Citation, brief: str, version: int) -> str:
    """Return the address of the page where what is cited stands, its words marked."""
    if citation.kind == "article":
        where = reverse("article", args=[citation.ref])
        if citation.span is None:
            return where
        asked = urlencode({"in": citation.span.field, "from": citation.span.start, "to": citation.span.end})
        return f"{where}?{asked}#quote"
    if citation.kind == "conversation":
        return reverse("conversation", args=[citation.ref])
    return f"{reverse('record', args=[citation.ref])}?{urlencode({'brief': brief, 'version': version})}"


class _Hand:
    """Knows the numbers of the sources of one brief and what the checker says of its statements."""

    def __init__(self, view: BriefView) -> None:
        self.ref, self.version, self.zone = view.ref, view.version, view.brief.time_zone
        self.today = local_day(view.brief.as_of, self.zone)
        self.numbers = {citation.ref: number for number, citation in enumerate(view.brief.citations, 1)}
        self.checks: dict[str, list[Check]] = {}
        for check in view.checks:
            self.checks.setdefault(check.block, []).append(check)

    def cite(self, citation: Citation) -> Cite:
        return Cite(self.numbers[citation.ref], citation, link_to(citation, self.ref, self.version))

    def show(self, block: Block, lead: bool = False) -> Shown:
        cites, quoted = tuple(self.cite(citation) for citation in block.citations), block.voice == "source"
        return Shown(block, cites, tuple(self.checks.get(block.id, ())), lead and quoted, self._day(block) if quoted else None)

    def _day(self, block: Block) -> date | None:
        day = day_of(block.citations[0].date, self.zone)
        return None if day == self.today else day


def _section(section: BriefSection, hand: _Hand) -> ShownSection:
    lead = section.id == "bottom_line"
    blocks = tuple(hand.show(block, lead) for block in section.blocks)
    return ShownSection(section.id, section.title, blocks, tuple(_item(item, hand) for item in section.items))


def _item(item: Item, hand: _Hand) -> ShownItem:
    blocks = [hand.show(block) for block in item.blocks]
    reach = next((shown for shown in blocks if shown.block.template in REACH), None)
    return ShownItem(item, hand.show(item.heading), reach, tuple(shown for shown in blocks if shown is not reach))


def list_sources(brief: Brief, conversations: Sequence[ConversationLine]) -> list[tuple[str, str]]:
    """Return what a sentence added to `brief` may rest on: its own sources by number, then the newest conversations."""
    cited = [
        (citation.ref, f"[{number}] {citation.source or citation.kind}: {citation.title or citation.date.date()}"[:MOST_SIGNS])
        for number, citation in enumerate(brief.citations, 1)
    ]
    known = {ref for ref, _title in cited}
    talks = [(talk.ref, f"{talk.date:%Y-%m-%d} {talk.title}"[:MOST_SIGNS]) for talk in conversations if talk.ref not in known]
    return [*cited, *talks]


def list_stories(brief: Brief) -> list[tuple[str, str]]:
    """Return the stories of a brief that a sentence may stand with, by number."""
    items = [item for section in brief.sections for item in section.items]
    return [(f"{OF_ITEM}{item.id}", f"{number}. {item.heading.text}"[:MOST_SIGNS]) for number, item in enumerate(items, 1)]


def list_warnings(view: BriefView) -> list[tuple[Block, Check]]:
    """Return each open warning of a brief with its statement."""
    blocks = {block.id: block for block in view.brief.blocks}
    return [(blocks[check.block], check) for check in view.checks]


def list_facts(values: Values) -> list[tuple[str, Value]]:
    """Return what a line of a record of our own watching says, by name; a day that was kept as text is a day again.

    >>> list_facts((("count", 2), ("titles", "The Post, “A; day: b”"), ("day", "2026-03-16")))
    [('count', 2), ('titles', 'The Post, “A; day: b”'), ('day', datetime.date(2026, 3, 16))]
    """
    return [(name, _fact(value)) for name, value in values]


def _fact(value: Value) -> Value:
    return date.fromisoformat(value) if isinstance(value, str) and DAY.fullmatch(value) else value
