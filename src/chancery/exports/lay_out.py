"""A brief as lines to draw: who says it, the words, the numbers of its sources. Every writer draws the same lines."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from chancery.advise.phrases import write_day
from chancery.advise.records import Block, BlockKind, Brief, BriefSection, Item
from chancery.advise.write_items import DISPUTED
from chancery.common.citation import Citation
from chancery.common.time import day_of, local_day
from chancery.exports.labels import Labels, language_name, read_labels

Tone = Literal["quote", "say", "aside"]
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202d\u202e\ufffe\uffff]")
"""Signs that no page may carry: they break a file, drive a terminal, or turn the letters around behind the reader's back."""


@dataclass(frozen=True, slots=True)
class Line:
    """One statement. `words` is what is said, without quotation marks; a quote has a `speaker` and its `tongue` where foreign.

    `day` stands beside a quote that is not of the day of the brief. `label` names an assessment, recommendation or outlook;
    `weight` tells its likelihood and confidence in words.
    """

    id: str
    tone: Tone
    kind: BlockKind
    words: str
    numbers: tuple[int, ...]
    speaker: str = ""
    lang: str = ""
    tongue: str = ""
    day: str = ""
    label: str = ""
    weight: str = ""

    @property
    def rtl(self) -> bool:
        """Whether the words run from right to left."""
        return is_rtl(self.words)


@dataclass(frozen=True, slots=True)
class Entry:
    """A story or matter: its heading, what is said of it, the reasons it is here.

    A paragraph holds the quotations of one speaker in a row, or one other line. `signed` tells whether the heading names its
    speaker: it does not where the first paragraph, by the same outlet, does so at once, unless its language must be named.
    """

    id: str
    heading: Line
    signed: bool
    paragraphs: tuple[tuple[Line, ...], ...]
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
    """One entry of the list of sources. `url` is an http(s) address, or empty; a record without a title has no `outlet`."""

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
        title=visible(brief.title),
        mission=visible(brief.mission_name),
        moment=f"{labels['as_of']} {labels.moment(brief.as_of, brief.time_zone)}",
        state=_state(brief, labels),
        mark=labels[brief.mark],
        language=brief.language,
        parts=tuple(part for part in parts if part.lines or part.entries),
        sources=tuple(_source(citation, numbers, brief, labels) for citation in brief.citations),
        labels=labels,
    )


def is_rtl(text: str) -> bool:
    """Tell whether the first strong letter of `text` runs from right to left (Unicode UAX 9, rule P2)."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def visible(text: str) -> str:
    """Return `text` without the signs that no page may carry."""
    return _UNSEEN.sub("", text)


def isolate(text: str) -> str:
    """Return `text` closed off from the direction of its neighbours, where it runs from right to left (UAX 9, isolates)."""
    return f"\u2068{text}\u2069" if is_rtl(text) else text


def said_by(line: Line, labels: Labels) -> str:
    """Return what stands before the words of a line: the outlet and the language, or the kind of block."""
    if line.tone == "quote":
        return f"{signature(line)}: "
    return f"{line.label}: " if line.label else ""


def signature(line: Line) -> str:
    """Return whose words a quote is: the outlet, its language where foreign, its day where not today."""
    speaker = isolate(line.speaker)
    name = f"{speaker} ({line.tongue})" if line.tongue else speaker
    return f"{name}, {line.day}" if line.day else name


def _part(section: BriefSection, numbers: dict[str, int], brief: Brief, labels: Labels) -> Part:
    lines = tuple(_line(block, numbers, brief, labels) for block in section.blocks)
    entries = tuple(_entry(item, numbers, brief, labels) for item in section.items)
    return Part(section.id, section.title, lines, entries)


def _entry(item: Item, numbers: dict[str, int], brief: Brief, labels: Labels) -> Entry:
    heading = _line(item.heading, numbers, brief, labels)
    paragraphs = _paragraphs(_line(block, numbers, brief, labels) for block in item.blocks)
    first = paragraphs[0][0] if paragraphs else None
    signed = bool(heading.tongue) or first is None or first.tone != "quote" or signature(first) != signature(heading)
    why = visible(f"{labels['why']}: {'; '.join(item.why)}.") if item.why else ""
    return Entry(item.id, heading, signed, paragraphs, why)


def _paragraphs(lines: Iterable[Line]) -> tuple[tuple[Line, ...], ...]:
    """Put quotations in a row that share their signature into one paragraph; every other line has its own."""
    found: list[tuple[Line, ...]] = []
    for line in lines:
        before = found[-1][0] if found else None
        if before and before.tone == line.tone == "quote" and signature(before) == signature(line):
            found[-1] = (*found[-1], line)
        else:
            found.append((line,))
    return tuple(found)


def _line(block: Block, numbers: dict[str, int], brief: Brief, labels: Labels) -> Line:
    quoted = block.voice == "source"
    foreign = quoted and block.lang not in ("", brief.language)
    return Line(
        id=block.id,
        kind=block.kind,
        tone="quote" if quoted else "aside" if block.template.startswith("S") and block.template not in DISPUTED else "say",
        words=visible(block.text),
        numbers=tuple(sorted({numbers[citation.ref] for citation in block.citations})),
        speaker=visible(block.speaker),
        lang=block.lang if quoted else brief.language,
        tongue=language_name(block.lang, labels.phrases.language) if foreign else "",
        day=_day(block, brief, labels) if quoted else "",
        label=labels[block.kind] or (labels["officer"] if block.voice == "officer" else ""),
        weight=_weight(block, labels),
    )


def _day(block: Block, brief: Brief, labels: Labels) -> str:
    """Return the day of a quotation, empty where it is that of the brief."""
    day, today = day_of(block.citations[0].date, brief.time_zone), local_day(brief.as_of, brief.time_zone)
    return "" if day == today else write_day(day, replace(labels.phrases, year=today.year))


def _weight(block: Block, labels: Labels) -> str:
    chance = f"{labels['probability']} {block.probability:.0%}" if block.probability is not None else ""
    trust = f"{labels['confidence']}: {labels[block.confidence]}" if block.confidence else ""
    return "; ".join(part for part in (chance, trust) if part)


def _state(brief: Brief, labels: Labels) -> str:
    parts = [labels[brief.status]]
    if brief.version > 1:
        parts.append(f"{labels['version']} {brief.version}")
    return ", ".join(parts)


def _source(citation: Citation, numbers: dict[str, int], brief: Brief, labels: Labels) -> SourceLine:
    title, outlet = citation.title, citation.source if citation.kind == "article" else labels[citation.kind]
    if not title:  # a protected record has none: it is told by its kind and its day
        title, outlet = outlet[:1].upper() + outlet[1:], ""
    url = citation.url if citation.url.startswith(("http://", "https://")) else ""
    day = write_day(day_of(citation.date, brief.time_zone), labels.phrases)
    return SourceLine(numbers[citation.ref], visible(title), visible(outlet), day, visible(url), citation.lang)
