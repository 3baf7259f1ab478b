"""What changed since the last brief: stories that are new, that moved, that have gone quiet; matched by story, not by words."""

from collections.abc import Callable, Iterator, Sequence

from chancery.advise.cite import Stated
from chancery.advise.quote_articles import QuoteBudget, title_span
from chancery.advise.records import Block, Brief
from chancery.advise.weigh_story import Chosen
from chancery.common.mark import highest

MayPrint = Callable[[Block], bool]
MOST_QUIET, MOST_PASSED = 1, 5  # stories gone quiet, and passed over, that are named; the archive holds the rest


def find_changes(
    told: Sequence[Chosen], passed_over: Sequence[Chosen], previous: Brief | None, budget: QuoteBudget, may_print: MayPrint
) -> tuple[Stated, ...]:
    """Return the changes against `previous`; stories of today are named by their place in the brief, counted from 1.

    `passed_over` are stories of today without a place. `may_print` tells whether a heading of the last brief may still be
    printed: its source may have changed its mind.
    """
    changes = _changes(told, passed_over, previous, may_print) if previous else (Stated("first", "C4", ()),)
    return (*changes, *_passed_over(passed_over, budget))


def _changes(told: Sequence[Chosen], passed_over: Sequence[Chosen], previous: Brief, may_print: MayPrint) -> Iterator[Stated]:
    before = {item.id: item.heading for section in previous.sections for item in section.items}
    day = previous.as_of
    known = [not before.keys().isdisjoint(each.ids) for each in told]
    new = [n for n, each in enumerate(told, 1) if not known[n - 1] and each.story.first_seen > day]
    back = [(n, each.fresh) for n, each in enumerate(told, 1) if not known[n - 1] and each.story.first_seen <= day]
    moved = [(n, each.fresh) for n, each in enumerate(told, 1) if known[n - 1]]
    if new:
        yield Stated("new", "C1", (("count", len(new)), ("list", _list(str(place) for place in new)), ("day", day)))
    if back:
        listed = _list(f"{place} ({fresh})" for place, fresh in back)
        yield Stated("back", "C5", (("count", len(back)), ("list", listed), ("day", day)))
    if moved:
        reports = sum(fresh for _, fresh in moved)
        listed = _list(f"{place} ({fresh})" for place, fresh in moved)
        yield Stated("moved", "C2", (("count", len(moved)), ("list", listed), ("reports", reports), ("day", day)))
    has_news = {ref for each in (*told, *passed_over) for ref in each.ids}
    quiet = [heading for story, heading in before.items() if story not in has_news]
    named = [heading for heading in quiet if may_print(heading)][:MOST_QUIET]
    if named:
        titles = "; ".join(f"“{heading.text}”" for heading in named)
        mark = highest(citation.mark for heading in named for citation in heading.citations)
        yield Stated("quiet", "C3", (("count", len(quiet)), ("day", day), ("titles", titles)), mark)


def _passed_over(passed_over: Sequence[Chosen], budget: QuoteBudget) -> Iterator[Stated]:
    """Yield what a full brief had no room for, and what touches nothing of ours but a State's name; the first few by title."""
    unnamed = 0
    for key, template, stories in (
        ("room", "C6", [each for each in passed_over if not each.bare]),
        ("bare", "C7", [each for each in passed_over if each.bare]),
    ):
        heads = [each.core[0].article for each in stories]
        named = [article for article in heads if budget.take(article, title_span(article))][:MOST_PASSED]
        if named:
            titles = "; ".join(f"{budget.source_of(article).name}, “{article.title}”" for article in named)
            mark = highest(article.mark for article in named)
            yield Stated(key, template, (("count", len(stories)), ("titles", titles)), mark)
        else:
            unnamed += len(stories)
    if unnamed:
        yield Stated("unnamed", "C8", (("count", unnamed),))


def _list(parts: Iterator[str]) -> str:
    return ", ".join(parts)
