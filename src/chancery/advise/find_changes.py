"""What changed since the last brief: stories that are new, that moved, that have gone quiet; matched by story, not by words."""

from collections.abc import Callable, Iterator, Sequence

from chancery.advise.choose_stories import Chosen
from chancery.advise.cite import Stated
from chancery.advise.records import Block, Brief
from chancery.common.mark import highest

MOST_QUIET = 3  # stories gone quiet that are worth a line; the archive holds the rest


def find_changes(told: Sequence[Chosen], previous: Brief | None, may_print: Callable[[Block], bool]) -> tuple[Stated, ...]:
    """Return the changes against `previous`; stories of today are named by their place in the brief, counted from 1.

    `may_print` tells whether a heading of the last brief may still be printed: its source may have changed its mind.
    """
    if previous is None:
        return (Stated("first", "C4", ()),)
    return tuple(_changes(told, previous, may_print))


def _changes(told: Sequence[Chosen], previous: Brief, may_print: Callable[[Block], bool]) -> Iterator[Stated]:
    before = {item.id: item.heading for section in previous.sections for item in section.items}
    day = previous.as_of
    new = [place for place, each in enumerate(told, 1) if each.story.id not in before]
    moved = [(place, each.fresh) for place, each in enumerate(told, 1) if each.story.id in before]
    if new:
        yield Stated("new", "C1", (("count", len(new)), ("list", _list(str(place) for place in new)), ("day", day)))
    if moved:
        reports = sum(fresh for _, fresh in moved)
        listed = _list(f"{place} ({fresh})" for place, fresh in moved)
        yield Stated("moved", "C2", (("count", len(moved)), ("list", listed), ("reports", reports), ("day", day)))
    now_told = {each.story.id for each in told}
    quiet = [heading for story, heading in before.items() if story not in now_told]
    named = [heading for heading in quiet if may_print(heading)][:MOST_QUIET]
    if named:
        titles = "; ".join(f"“{heading.text}”" for heading in named)
        mark = highest(citation.mark for heading in named for citation in heading.citations)
        yield Stated("quiet", "C3", (("count", len(quiet)), ("day", day), ("titles", titles)), mark)


def _list(parts: Iterator[str]) -> str:
    return ", ".join(parts)
