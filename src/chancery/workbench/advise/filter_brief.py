"""A brief as one reader may see it: no statement that rests on what the reader may not read."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from chancery.advise import Phrases, record_conversation, word
from chancery.advise.cite import names_source, write_values
from chancery.advise.edit_brief import map_blocks, map_headings
from chancery.advise.records import Block, Brief, BriefSection, Conversation, Item, Record
from chancery.advise.write_items import HELD, QUOTED
from chancery.common.citation import Citation
from chancery.common.mark import highest, within


def filter_brief(
    brief: Brief, ceiling: str, hidden: Mapping[str, str], marks: Mapping[str, str] = MappingProxyType({})
) -> tuple[Brief, int] | None:
    """Return the brief without what is hidden, and how many statements were left out; None where it is not for this reader.

    `hidden` holds the ids and titles of conversations and papers that the reader may not read; a reason that names one goes
    too. `marks` are those that what it cites carries by now. A brief marked above all its parts was marked so on purpose: it is
    shown whole or not at all.
    """
    if not within(brief.mark, ceiling) and brief.mark != _mark_of(brief):
        return None
    brief = raise_marks(brief, marks)
    sections = tuple(_section(section, ceiling, hidden) for section in brief.sections)
    shown = replace(brief, sections=sections)
    withheld = len(brief.blocks) - len(shown.blocks)
    if not withheld:
        return shown, 0
    return replace(shown, mark=_mark_of(shown)), withheld


def raise_marks(brief: Brief, marks: Mapping[str, str]) -> Brief:
    """Return the brief with each citation marked as what it cites is by now, where that is higher, and itself no lower.

    `marks` are the marks of now, by id. A mark that was lowered since lowers nothing here: a new version is written for that.
    """

    def raised(block: Block) -> Block:
        now = (replace(each, mark=highest((each.mark, marks.get(each.ref, each.mark)))) for each in block.citations)
        return replace(block, citations=tuple(now))

    marked = map_blocks(map_headings(brief, raised), lambda blocks: tuple(map(raised, blocks)))
    return replace(marked, mark=highest((brief.mark, _mark_of(marked))))


def cut_record(record: Record, brief: Brief) -> Record:
    """Return a record of our own watching with the lines alone that the brief cites: of the others some are marked above it."""
    cited = [each for block in brief.blocks for each in block.citations if each.ref == record.id]
    if not all(each.quote for each in cited):
        return record
    lines = tuple(dict.fromkeys(each.quote for each in cited))
    facts = tuple(values for values in record.facts if write_values(values) in lines)
    return replace(record, text="\n".join(lines), facts=facts, mark=highest(each.mark for each in cited))


def _section(section: BriefSection, ceiling: str, hidden: Mapping[str, str]) -> BriefSection:
    items = tuple(_item(item, ceiling, hidden) for item in section.items if _may(item.heading, ceiling, hidden))
    return replace(section, items=items, blocks=_blocks(section.blocks, ceiling, hidden))


def _item(item: Item, ceiling: str, hidden: Mapping[str, str]) -> Item:
    why = tuple(reason for reason in item.why if not any(title and title in reason for title in hidden.values()))
    return replace(item, why=why, blocks=_blocks(item.blocks, ceiling, hidden))


def _blocks(blocks: Iterable[Block], ceiling: str, hidden: Mapping[str, str]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if _may(block, ceiling, hidden))


def _may(block: Block, ceiling: str, hidden: Mapping[str, str]) -> bool:
    return all(within(citation.mark, ceiling) and citation.ref not in hidden for citation in block.citations)


def veil_protected(
    brief: Brief, talks: Sequence[Conversation], phrases: Phrases, only: Collection[str] | None = None
) -> tuple[Brief, int]:
    """Return the brief without the office and the place of sources that are protected by now, and how many statements went.

    `talks` are all versions of the protected records, the standing one of each last; `only` are the ids of the statements to
    look at, None for all. What quoted a record says only that there is one; what an officer wrote and names such a source is
    left out, or says so too where it is the heading of a story.
    """
    if not talks:
        return brief, 0
    veil = _Veil(talks, {talk.id: record_conversation(talk) for talk in talks}, replace(phrases, year=brief.as_of.year), only)
    shown = map_blocks(map_headings(brief, veil.head), veil.blocks)
    held = sum(old.voice != new.voice for old, new in zip(_headings(brief), _headings(shown), strict=True))
    if brief.mark == _mark_of(brief):
        shown = replace(shown, mark=_mark_of(shown))
    return shown, len(brief.blocks) - len(shown.blocks) + held


@dataclass(frozen=True, slots=True)
class _Veil:
    """All versions of the protected records, each as it is cited now, and the words that say no more than that it is there."""

    talks: Sequence[Conversation]
    standing: Mapping[str, Record]
    phrases: Phrases
    only: Collection[str] | None

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(veiled for block in blocks if (veiled := self.block(block)) is not None)

    def block(self, block: Block) -> Block | None:
        refs = self._refs(block)
        if not refs:
            return block
        if block.template in (QUOTED, HELD):
            return self._hold(block, refs[0])
        named = any(talk.id in refs and names_source(talk, block.text) for talk in self.talks)
        return None if named else replace(block, citations=tuple(map(self._cite, block.citations)))

    def head(self, heading: Block) -> Block:
        """Return a heading, or in its place that we hold the record: the story below it stays."""
        veiled = self.block(heading)
        if veiled is not None:
            return veiled
        ref = self._refs(heading)[0]
        citations = tuple(citation for citation in heading.citations if citation.ref == ref)
        bare = replace(heading, kind="fact", citations=citations, voice="record", probability=None, confidence=None)
        return self._hold(bare, ref)

    def _refs(self, block: Block) -> list[str]:
        looked_at = self.only is None or block.id in self.only
        return [citation.ref for citation in block.citations if citation.ref in self.standing] if looked_at else []

    def _hold(self, block: Block, ref: str) -> Block:
        record = self.standing[ref]
        text = word(HELD, {"day": record.date}, self.phrases)
        citations = tuple(map(self._cite, block.citations))
        return replace(block, text=text, citations=citations, template=HELD, lang=self.phrases.language)

    def _cite(self, citation: Citation) -> Citation:
        record = self.standing.get(citation.ref)
        return citation if record is None else replace(citation, title=record.title, quote="")


def _headings(brief: Brief) -> list[Block]:
    return [item.heading for section in brief.sections for item in section.items]


def _mark_of(brief: Brief) -> str:
    """Return the highest mark of the citations; those of one record may differ, line by line."""
    return highest(citation.mark for block in brief.blocks for citation in block.citations)
