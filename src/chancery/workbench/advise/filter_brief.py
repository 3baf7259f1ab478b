"""A brief as one reader may see it: no statement that rests on what the reader may not read."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from chancery.advise.records import Block, Brief, BriefSection, Item
from chancery.common.mark import highest, within


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
