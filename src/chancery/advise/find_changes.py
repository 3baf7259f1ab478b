"""What changed since the last brief: stories that are new, that moved, that have gone quiet; matched by story, not by words."""

from collections.abc import Sequence
from datetime import datetime

from chancery.advise.choose_stories import Chosen
from chancery.advise.cite import cite_record, record_watch
from chancery.advise.records import Brief, Record
from chancery.common.finding import Finding, Value

MOST_QUIET = 3  # stories gone quiet that are worth a line; the archive holds the rest


def find_changes(
    chosen: Sequence[Chosen], titles: dict[str, str], previous: Brief | None, now: datetime
) -> tuple[tuple[Finding, ...], tuple[Record, ...]]:
    """Return the changes against `previous`, and the record of the comparison they cite. `titles` are by story."""
    if previous is None:
        made: list[tuple[str, str, tuple[tuple[str, Value], ...]]] = [("first", "C4", ())]
    else:
        told = {item.id: item.heading.text for section in previous.sections for item in section.items}
        new = [each for each in chosen if each.story.id not in told]
        made = [("new", "C1", (("count", len(new)), ("day", previous.as_of.date())))]
        made += [
            (each.story.id, "C2", (("title", titles[each.story.id]), ("reports", each.fresh)))
            for each in chosen
            if each.story.id in told
        ]
        now_told = {each.story.id for each in chosen}
        quiet = [(story, title) for story, title in told.items() if story not in now_told][:MOST_QUIET]
        made += [(story, "C3", (("day", previous.as_of.date()), ("title", title))) for story, title in quiet]
    records = tuple(record_watch(f"change-{key}", "Comparison with the last brief", values, now) for key, _, values in made)
    findings = tuple(
        Finding(f"change-{key}", template, values, (cite_record(record),), key, -float(place))
        for place, ((key, template, values), record) in enumerate(zip(made, records, strict=True))
    )
    return findings, records
