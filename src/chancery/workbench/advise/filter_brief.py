"""A brief as one reader may see it: no statement that rests on what the reader may not read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from chancery.advise import Phrases, record_conversation, word
from chancery.advise.cite import names_source
from chancery.advise.records import Block, Brief, BriefSection, Conversation, Item
from chancery.common.citation import Citation
from chancery.common.mark import highest, within
from chancery.workbench.advise.edit_brief import map_blocks

QUOTED, HELD = "N1", "N2"
"""The templates of a record that is quoted, and of one whose words and source are kept."""


def filter_brief(brief: Brief, ceiling: str, hidden: Mapping[str, str]) -> tuple[Brief, int] | None:
    """Return the brief without what is hidden, and how many statements were left out; None where it is not for this reader.

    `hidden` holds the ids and titles of conversations and papers that the reader may not read; a reason that names one goes
    too. A brief marked above all its parts was marked so on purpose: it is shown whole or not at all.
    """
    if not within(brief.mark, ceiling) and brief.mark != highest(citation.mark for citation in brief.citations):
        return None
    sections = tuple(_section(section, ceiling, hidden) for section in brief.sections)
    shown = replace(brief, sections=sections)
    withheld = len(brief.blocks) - len(shown.blocks)
    if not withheld:
        return shown, 0
    mark = highest((*(citation.mark for citation in shown.citations), "public"))
    return replace(shown, mark=mark), withheld


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


def veil_protected(brief: Brief, talks: Sequence[Conversation], phrases: Phrases) -> tuple[Brief, int]:
    """Return the brief without the office and the place of sources that are protected by now, and how many statements went.

    `talks` are all versions of the protected records, the standing one of each last. What quoted one says only that there is
    a record; what an officer wrote and names such a source is left out.
    """
    if not talks:
        return brief, 0
    standing = {talk.id: record_conversation(talk) for talk in talks}
    books = replace(phrases, year=brief.as_of.year)

    def cite(citation: Citation) -> Citation:
        record = standing.get(citation.ref)
        return citation if record is None else replace(citation, title=record.title, quote="")

    def veil(block: Block) -> Block | None:
        refs = [citation.ref for citation in block.citations if citation.ref in standing]
        if not refs:
            return block
        veiled = replace(block, citations=tuple(map(cite, block.citations)))
        if block.template == QUOTED:
            record = standing[refs[0]]
            return replace(veiled, text=word(HELD, {"day": record.date, "title": record.title}, books), template=HELD)
        return None if any(talk.id in refs and names_source(talk, block.text) for talk in talks) else veiled

    shown = map_blocks(brief, lambda blocks: tuple(veiled for each in blocks if (veiled := veil(each))))
    return shown, len(brief.blocks) - len(shown.blocks)
