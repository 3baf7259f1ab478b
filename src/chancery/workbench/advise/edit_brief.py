"""A brief with a statement put in, moved, exchanged or taken out: the brief before stays as it was."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from django.utils.translation import gettext

from chancery.advise.records import Block, Brief, BriefSection
from chancery.common.errors import InputError
from chancery.common.mark import highest
from chancery.workbench.advise.records import OF_ITEM, OWN_SECTION, REACH

Edit = Callable[[tuple[Block, ...]], tuple[Block, ...]]
"""From the statements that stand together, in a section or below one heading, to what they become."""


def put_block(brief: Brief, place: str, block: Block, after: str = "") -> Brief:
    """Return the brief with a statement in a section (by id) or a story (OF_ITEM and its id), after the one named, else last.

    The officers' own section is made where it is not there. Raises InputError where the brief has no such place.
    """
    if place == OWN_SECTION and all(section.id != place for section in brief.sections):
        brief = replace(brief, sections=(*brief.sections, BriefSection(OWN_SECTION, gettext("From our officers"))))
    if place not in dict(_shelves(brief)):
        raise InputError("this brief has no section {place}", field="section", place=place)

    def put(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        ids = [each.id for each in blocks]
        at = ids.index(after) + 1 if after in ids else len(ids)
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


def move_block(brief: Brief, block_id: str, step: int) -> Brief:
    """Return the brief with an officer's statement one place up (-1) or down (1) among those it stands with.

    The sentence on a story's outlets is printed as a line of figures: it is no place. Raises InputError where there is no
    such statement of an officer, or no place further.
    """
    places = [(place, blocks) for place, blocks in _shelves(brief) if any(each.id == block_id for each in blocks)]
    if not places:
        raise InputError("this brief has no statement {block}", field="block", block=block_id)
    place, blocks = places[0]
    shown = [at for at, each in enumerate(blocks) if each.template not in REACH]
    here = next(at for at, each in enumerate(blocks) if each.id == block_id)
    there = shown.index(here) + (1 if step > 0 else -1)
    if blocks[here].voice != "officer" or not 0 <= there < len(shown):
        raise InputError("this sentence cannot be moved further", field="block")
    moved = list(blocks)
    moved[here], moved[shown[there]] = moved[shown[there]], moved[here]
    return map_blocks(brief, lambda _old: tuple(moved), place)


def carry_over(old: Brief, new: Brief) -> Brief:
    """Return `new` with the officers' statements of `old`: each in its story or section, after what it followed.

    A statement that stood in the place of another takes that place again; what belongs to a story that is gone goes to the
    officers' own section.
    """
    for heading in (item.heading for section in old.sections for item in section.items if item.heading.voice == "officer"):
        if any(each.id == heading.id for each in new.blocks):
            new = swap_block(new, heading.id, heading)
    for place, blocks in _shelves(old):
        before = ""
        for block in blocks:
            if block.voice == "officer":
                new = _carry(new, place, block, before)
            before = block.id
    return replace(new, mark=highest((new.mark, *(citation.mark for citation in new.citations))))


def officers_of(brief: Brief) -> tuple[Block, ...]:
    """Return what officers wrote in a brief, in its order."""
    return tuple(block for block in brief.blocks if block.voice == "officer")


def without(brief: Brief, ids: Collection[str]) -> Brief:
    """Return the brief without these statements; a section of the officers that is empty then goes too."""
    kept = map_blocks(brief, lambda blocks: tuple(each for each in blocks if each.id not in ids))
    sections = (each for each in kept.sections if each.id != OWN_SECTION or each.blocks or each.items)
    return replace(kept, sections=tuple(sections))


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


def _carry(brief: Brief, place: str, block: Block, before: str) -> Brief:
    if any(each.id == block.id for each in brief.blocks):
        return swap_block(brief, block.id, block)
    return put_block(brief, place if place in dict(_shelves(brief)) else OWN_SECTION, block, before)


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
