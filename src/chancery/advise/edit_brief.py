"""A brief with a statement put in, moved, exchanged or taken out: the brief before stays as it was."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from chancery.advise.records import Block, Brief, BriefSection
from chancery.common.errors import InputError
from chancery.common.mark import highest

OWN_SECTION: Final = "notes"
"""The officers' own section of a brief."""
OF_ITEM: Final = "item:"
"""Before the id of a story: the place of a sentence that stands with it."""
REACH: Final = frozenset({"S1", "S5", "S6", "S7"})
"""The templates of a story's outlets and independent voices."""

Edit = Callable[[tuple[Block, ...]], tuple[Block, ...]]
"""From the statements that stand together, in a section or below one heading, to what they become."""


def put_block(brief: Brief, place: str, block: Block, title: str, after: str | None = None) -> Brief:
    """Return the brief with a statement in a section (by id) or a story (OF_ITEM and its id).

    It stands after the one named, first where `after` is "", else last. The officers' own section is made, under `title`,
    where it is not there. Raises InputError where the brief has no such place.
    """
    if place == OWN_SECTION and all(section.id != place for section in brief.sections):
        brief = replace(brief, sections=(*brief.sections, BriefSection(OWN_SECTION, title)))
    if place not in dict(_shelves(brief)):
        raise InputError("this brief has no section {place}", field="section", place=place)

    def put(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        ids = ["", *(each.id for each in blocks)]
        at = ids.index(after) if after in ids else len(blocks)
        return (*blocks[:at], block, *blocks[at:])

    return map_blocks(brief, put, place)


def swap_block(brief: Brief, block_id: str, block: Block | None) -> Brief:
    """Return the brief with another statement in the place of one, or without it. A heading does not go alone.

    Raises InputError where the brief has no such statement.
    """
    if all(each.id != block_id for each in brief.blocks):
        raise InputError("this brief has no statement {block}", field="replaces", block=block_id)

    def swap(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        swapped = (block if each.id == block_id else each for each in blocks)
        return tuple(each for each in swapped if each is not None)

    return map_blocks(_swap_heading(brief, block_id, block), swap)


def move_block(brief: Brief, block_id: str, step: int, unseen: Collection[str] = ()) -> Brief:
    """Return the brief with an officer's statement one place up (-1) or down (1) among those it stands with.

    The sentence on a story's outlets is printed as a line of figures: it is no place, nor are those `unseen`. Raises
    InputError where there is no such statement of an officer, or no place further.
    """
    places = [(place, blocks) for place, blocks in _shelves(brief) if any(each.id == block_id for each in blocks)]
    if not places:
        raise InputError("this brief has no statement {block}", field="block", block=block_id)
    place, blocks = places[0]
    shown = [at for at, each in enumerate(blocks) if each.template not in REACH and each.id not in unseen]
    here = next(at for at, each in enumerate(blocks) if each.id == block_id)
    there = shown.index(here) + (1 if step > 0 else -1)
    if blocks[here].voice != "officer" or not 0 <= there < len(shown):
        raise InputError("this sentence cannot be moved further", field="block")
    moved = list(blocks)
    moved[here], moved[shown[there]] = moved[shown[there]], moved[here]
    return map_blocks(brief, lambda _old: tuple(moved), place)


def carry_over(old: Brief, new: Brief, title: str, but: Collection[str] = ()) -> Brief:
    """Return `new` with the officers' statements of `old`, but for those named: each in its story or section, at its place.

    A statement that stood in the place of another takes that place again; what belongs to a story that is gone goes to the
    officers' own section, made under `title`.
    """
    items = [item for section in old.sections for item in section.items]
    for heading in (item.heading for item in items):
        if heading.voice == "officer" and heading.id not in but:
            new = _carry(new, OWN_SECTION, heading, title, None)
    for place, blocks in _shelves(old):
        before: str | None = ""
        for block in blocks:
            if block.voice == "officer" and block.id not in but:
                new = _carry(new, place, block, title, before)
            if any(each.id == block.id for each in new.blocks):
                before = block.id
            elif not before:
                # Whatever it stood below is gone: its place is not the top.
                before = None
    return replace(new, mark=highest((new.mark, *(citation.mark for citation in new.citations))))


def officers_of(brief: Brief) -> tuple[Block, ...]:
    """Return what officers wrote in a brief, in its order."""
    return tuple(block for block in brief.blocks if block.voice == "officer")


def map_blocks(brief: Brief, edit: Edit, only: str = "") -> Brief:
    """Return the brief with the statements of every place edited, or of the one named; headings stay."""

    def at(place: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return edit(blocks) if only in ("", place) else blocks

    sections = (
        replace(
            section,
            blocks=at(section.id, section.blocks),
            items=tuple(replace(item, blocks=at(f"{OF_ITEM}{item.id}", item.blocks)) for item in section.items),
        )
        for section in brief.sections
    )
    return replace(brief, sections=tuple(sections))


def map_headings(brief: Brief, edit: Callable[[Block], Block]) -> Brief:
    """Return the brief with the heading of every story edited."""
    sections = (
        replace(section, items=tuple(replace(item, heading=edit(item.heading)) for item in section.items))
        for section in brief.sections
    )
    return replace(brief, sections=tuple(sections))


def _carry(brief: Brief, place: str, block: Block, title: str, before: str | None) -> Brief:
    if any(each.id == block.id for each in brief.blocks):
        return swap_block(brief, block.id, block)
    if place in dict(_shelves(brief)):
        return put_block(brief, place, block, title, before)
    return put_block(brief, OWN_SECTION, block, title, before or None)


def _shelves(brief: Brief) -> Iterator[tuple[str, Sequence[Block]]]:
    """Yield each place where statements stand together, with them."""
    for section in brief.sections:
        yield section.id, section.blocks
        for item in section.items:
            yield f"{OF_ITEM}{item.id}", item.blocks


def _swap_heading(brief: Brief, block_id: str, block: Block | None) -> Brief:
    """Return the brief with another heading over a story; a story whose heading is taken out goes whole."""
    sections = (
        replace(
            section,
            items=tuple(
                item if item.heading.id != block_id else replace(item, heading=block or item.heading)
                for item in section.items
                if block is not None or item.heading.id != block_id
            ),
        )
        for section in brief.sections
    )
    return replace(brief, sections=tuple(sections))
