from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.advise.edit_brief import carry_over, move_block, officers_of, put_block, swap_block
from chancery.advise.records import Block, Brief, BriefSection, Item
from chancery.common.errors import InputError

TITLE = "From our officers"


def block(ref: str, voice: str = "record", template: str = "C1") -> Block:
    return Block(ref, "note", f"Sentence {ref}.", (), voice, template=template)  # type: ignore[arg-type]


def officer(ref: str) -> Block:
    return block(ref, "officer", "")


def brief(*blocks: Block, items: tuple[Item, ...] = ()) -> Brief:
    sections = (BriefSection("bottom_line", "Bottom line", (), blocks), BriefSection("stories", "Stories", items))
    moment = datetime(2026, 3, 17, 6, 30, tzinfo=UTC)
    return Brief("b", "daily", "m", "Mission", "en", "UTC", moment, "Brief", sections, "public")


def ids(of: Brief) -> list[str]:
    return [each.id for each in of.blocks]


def test_a_statement_stands_after_the_one_named_first_or_last() -> None:
    old = brief(block("a"), block("b"))
    assert ids(put_block(old, "bottom_line", officer("o"), TITLE, "a")) == ["a", "o", "b"]
    assert ids(put_block(old, "bottom_line", officer("o"), TITLE, "none")) == ["a", "b", "o"]
    assert ids(put_block(old, "bottom_line", officer("o"), TITLE)) == ["a", "b", "o"]
    assert ids(put_block(old, "bottom_line", officer("o"), TITLE, "")) == ["o", "a", "b"]
    assert put_block(old, "notes", officer("o"), TITLE).sections[-1] == BriefSection("notes", TITLE, (), (officer("o"),))


def test_a_move_skips_the_line_of_figures_and_stops_at_both_ends() -> None:
    item = Item("s", block("t"), (block("a"), block("reach", template="S1"), officer("o")))
    up = move_block(brief(items=(item,)), "o", -1)
    assert ids(up) == ["t", "o", "reach", "a"]
    with pytest.raises(InputError, match="cannot be moved further"):
        move_block(up, "o", -1)
    with pytest.raises(InputError, match="no statement none"):
        move_block(up, "none", -1)


def test_a_move_passes_what_is_not_shown() -> None:
    old = brief(block("a"), officer("unseen"), officer("o"))
    assert ids(move_block(old, "o", -1, {"unseen"})) == ["o", "unseen", "a"]


def test_what_belongs_to_a_story_that_is_gone_goes_to_the_officers_own_section() -> None:
    old = brief(items=(Item("s", block("t"), (block("a"), officer("o"))),))
    kept = carry_over(old, brief(block("c")), TITLE)
    assert [(section.id, len(section.blocks)) for section in kept.sections] == [
        ("bottom_line", 1),
        ("stories", 0),
        ("notes", 1),
    ]


def test_a_statement_that_replaced_another_replaces_it_again_also_as_a_heading() -> None:
    item = Item("s", block("t"), (block("a"),))
    old = brief(items=(replace(item, heading=officer("t"), blocks=(officer("a"),)),))
    assert carry_over(old, brief(items=(item,)), TITLE).sections == old.sections
    assert carry_over(old, brief(items=(item,)), TITLE, {"t", "a"}) == brief(items=(item,))


def test_a_heading_over_a_story_that_is_gone_goes_to_the_officers_own_section_and_takes_its_place_when_it_is_back() -> None:
    item = Item("s", block("t"), (block("a"),))
    gone = carry_over(brief(items=(replace(item, heading=officer("t")),)), brief(block("c")), TITLE)
    assert gone.sections[-1].blocks == (officer("t"),)
    assert carry_over(gone, brief(items=(item,)), TITLE).sections[1].items[0].heading == officer("t")


def test_what_followed_a_statement_that_is_gone_follows_what_came_before_it_and_is_last_where_nothing_did() -> None:
    old = brief(block("a"), block("b"), officer("o"), block("c"))
    assert ids(carry_over(old, brief(block("a"), block("c")), TITLE)) == ["a", "o", "c"]
    assert ids(carry_over(old, brief(block("d"), block("c")), TITLE)) == ["d", "c", "o"]


def test_a_statement_moved_to_the_top_is_there_again_when_the_brief_is_written_again() -> None:
    old, machine = brief(block("a"), block("b"), officer("o")), brief(block("a"), block("b"))
    top = move_block(move_block(old, "o", -1), "o", -1)
    assert ids(carry_over(top, machine, TITLE)) == ["o", "a", "b"]


def test_a_story_whose_heading_is_taken_out_goes_whole() -> None:
    old = brief(block("a"), items=(Item("s", block("t"), (block("b"),)),))
    assert ids(swap_block(old, "t", None)) == ["a"]


@given(st.lists(st.booleans(), min_size=1, max_size=8), st.data())
def test_no_statement_is_lost_or_doubled_by_moving_and_carrying(voices: list[bool], data: st.DataObject) -> None:
    blocks = [officer(f"o{place}") if ours else block(f"m{place}") for place, ours in enumerate(voices)]
    old = brief(*blocks)
    machine = brief(*(each for each in blocks if each.voice != "officer"))
    assert ids(carry_over(old, machine, TITLE)) == ids(old)
    assert carry_over(old, machine, TITLE, {each.id for each in officers_of(old)}) == machine
    for each in officers_of(old):
        place, step = ids(old).index(each.id), data.draw(st.sampled_from([-1, 1]))
        if 0 <= place + step < len(blocks):
            moved = move_block(old, each.id, step)
            assert sorted(ids(moved)) == sorted(ids(old))
            assert ids(moved)[place + step] == each.id
