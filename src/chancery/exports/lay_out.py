"""A brief as lines to draw: who says it, the words, the numbers of its sources. Every writer draws the same lines."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

from chancery.advise.records import Block, BlockKind, Brief, BriefSection, Item
from chancery.common.citation import Citation
from chancery.exports.labels import Labels, language_name, read_labels

Tone = Literal["quote", "say", "aside"]


@dataclass(frozen=True, slots=True)
class Line:
    """One statement. `words` is what is said, without quotation marks; a quote has a `speaker` and its `tongue` where foreign.

    `label` names an assessment, recommendation or outlook; `weight` tells its likelihood and confidence in words.
    """

    id: str
    tone: Tone
    kind: BlockKind
    words: str
    numbers: tuple[int, ...]
    speaker: str = ""
    lang: str = ""
    tongue: str = ""
    label: str = ""
    weight: str = ""

    @property
    def rtl(self) -> bool:
        """Whether the words run from right to left."""
        return is_rtl(self.words)


@dataclass(frozen=True, slots=True)
class Entry:
    """A story or matter: its heading, what is said of it, the reasons it is here."""

    id: str
    heading: Line
    lines: tuple[Line, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the page."""

    id: str
    title: str
    lines: tuple[Line, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One entry of the list of sources. `url` is an http(s) address, or empty."""

    number: int
    title: str
    outlet: str
    day: str
    url: str
    lang: str

    @property
    def rtl(self) -> bool:
        """Whether the title runs from right to left."""
        return is_rtl(self.title)


@dataclass(frozen=True, slots=True)
class Layout:
    """A brief ready to draw."""

    title: str
    mission: str
    moment: str
    state: str
    mark: str
    language: str
    parts: tuple[Part, ...]
    sources: tuple[SourceLine, ...]
    labels: Labels


def lay_out(brief: Brief) -> Layout:
    """Return `brief` as lines, parts without anything to say left out."""
    labels = read_labels(brief.language)
    numbers = {citation.ref: number for number, citation in enumerate(brief.citations, 1)}
    parts = tuple(_part(section, numbers, brief, labels) for section in brief.sections)
    return Layout(
        title=brief.title,
        mission=brief.mission_name,
        moment=f"{labels['as_of']} {labels.moment(brief.as_of, brief.time_zone)}",
        state=_state(brief, labels),
        mark=labels[brief.mark],
        language=brief.language,
        parts=tuple(part for part in parts if part.lines or part.entries),
        sources=tuple(_source(citation, numbers, labels) for citation in brief.citations),
        labels=labels,
    )


def is_rtl(text: str) -> bool:
    """Tell whether the first strong letter of `text` runs from right to left (Unicode UAX 9, rule P2)."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def numbers_of(line: Line) -> str:
    """Return the numbers of a line's sources as they are printed: "[3]", "[3, 7]"."""
    return f"[{', '.join(str(number) for number in line.numbers)}]" if line.numbers else ""


def said_by(line: Line, labels: Labels) -> str:
    """Return what stands before the words of a line: the outlet and the language, or the kind of block."""
    if line.tone == "quote":
        return f"{line.speaker} ({line.tongue}): " if line.tongue else f"{line.speaker}: "
    return f"{line.label}: " if line.label else ""


def _part(section: BriefSection, numbers: dict[str, int], brief: Brief, labels: Labels) -> Part:
    lines = tuple(_line(block, numbers, brief, labels) for block in section.blocks)
    entries = tuple(_entry(item, numbers, brief, labels) for item in section.items)
    return Part(section.id, section.title, lines, entries)


def _entry(item: Item, numbers: dict[str, int], brief: Brief, labels: Labels) -> Entry:
    lines = tuple(_line(block, numbers, brief, labels) for block in item.blocks)
    why = f"{labels['why']}: {'; '.join(item.why)}." if item.why else ""
    return Entry(item.id, _line(item.heading, numbers, brief, labels), lines, why)


def _line(block: Block, numbers: dict[str, int], brief: Brief, labels: Labels) -> Line:
    quoted = block.voice == "source"
    foreign = quoted and block.lang not in ("", brief.language)
    return Line(
        id=block.id,
        kind=block.kind,
        tone="quote" if quoted else "aside" if block.template.startswith("S") else "say",
        words=block.text,
        numbers=tuple(sorted({numbers[citation.ref] for citation in block.citations})),
        speaker=block.speaker,
        lang=block.lang if quoted else brief.language,
        tongue=language_name(block.lang, labels.phrases.language) if foreign else "",
        label=labels[block.kind],
        weight=_weight(block, labels),
    )


def _weight(block: Block, labels: Labels) -> str:
    chance = f"{labels['probability']} {block.probability:.0%}" if block.probability is not None else ""
    trust = f"{labels['confidence']}: {labels[block.confidence]}" if block.confidence else ""
    return "; ".join(part for part in (chance, trust) if part)


def _state(brief: Brief, labels: Labels) -> str:
    parts = [labels[brief.status]]
    if brief.version > 1:
        parts.append(f"{labels['version']} {brief.version}")
    return ", ".join(parts)


def _source(citation: Citation, numbers: dict[str, int], labels: Labels) -> SourceLine:
    outlet = citation.source if citation.kind == "article" else labels[citation.kind]
    url = citation.url if citation.url.startswith(("http://", "https://")) else ""
    return SourceLine(numbers[citation.ref], citation.title, outlet, labels.day(citation.date), url, citation.lang)
