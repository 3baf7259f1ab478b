"""What we could not see: silent and broken sources, accredited States of which nothing came."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from chancery.advise.cite import cite_record, record_watch
from chancery.advise.name_places import name_place
from chancery.advise.records import Record
from chancery.common.finding import Finding, Value
from chancery.common.mission import Mission
from chancery.watch.records import Source, SourceState, Story

SILENT = 4
"""A source is silent after this many of its usual gaps, and never within a day; Media Cloud's alerts use the same order."""
WINDOW = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class SourceLook:
    """A source at the moment of the brief: when its newest text was seen, and its state in words where it is not working."""

    source: Source
    newest: datetime | None
    state: SourceState = "working"
    reason: str = ""


def find_gaps(
    looks: Sequence[SourceLook], stories: Sequence[Story], mission: Mission, now: datetime
) -> tuple[tuple[Finding, ...], tuple[Record, ...]]:
    """Return what could not be seen, gravest first, and the records of our watching that the findings cite."""
    made = [*_source_gaps(looks, now), *_place_gaps(stories, mission, now), _count(looks, now)]
    records = tuple(record_watch(key, title, values, now) for key, title, _, values, _ in made)
    findings = tuple(
        Finding(f"gap-{key}", template, values, (cite_record(record),), key, weight)
        for (key, _, template, values, weight), record in zip(made, records, strict=True)
    )
    return tuple(sorted(findings, key=lambda finding: (-finding.weight, finding.id))), records


Made = tuple[str, str, str, tuple[tuple[str, Value], ...], float]


def _source_gaps(looks: Sequence[SourceLook], now: datetime) -> Iterator[Made]:
    for look in looks:
        source = look.source
        if look.state in ("broken", "blocked", "changed"):
            yield source.id, source.name, "U2", (("source", source.name), ("reason", look.reason)), 3.0
        elif look.newest is None:
            yield source.id, source.name, "U5", (("source", source.name),), 1.0
        elif source.every and now - look.newest > max(SILENT * source.every, WINDOW):
            hours = round(source.every.total_seconds() / 3600)
            yield source.id, source.name, "U1", (("source", source.name), ("day", look.newest.date()), ("hours", hours)), 2.0


def _place_gaps(stories: Sequence[Story], mission: Mission, now: datetime) -> Iterator[Made]:
    seen = {
        tag.code
        for story in stories
        if story.last_seen > now - WINDOW
        for reading in story.readings
        if reading.article.seen > now - WINDOW
        for tag in reading.countries
    }
    for accreditation in mission.accreditations:
        if accreditation.code not in seen:
            place = name_place(accreditation.code, mission, mission.language)
            yield accreditation.code, place, "U3", (("place", place), ("hours", _hours())), 2.5


def _count(looks: Sequence[SourceLook], now: datetime) -> Made:
    read = sum(look.newest is not None and look.newest > now - WINDOW for look in looks)
    return "sources", "Sources read", "U4", (("read", read), ("all", len(looks)), ("hours", _hours())), 0.0


def _hours() -> int:
    return int(WINDOW / timedelta(hours=1))


def look_at(sources: Mapping[str, Source], stories: Sequence[Story]) -> tuple[SourceLook, ...]:
    """Return each source with its newest text among `stories`, where no better state of it is kept."""
    newest: dict[str, datetime] = {}
    for story in stories:
        for reading in story.readings:
            article = reading.article
            newest[article.source] = max(newest.get(article.source, article.seen), article.seen)
    return tuple(SourceLook(source, newest.get(source.id)) for _, source in sorted(sources.items()))
