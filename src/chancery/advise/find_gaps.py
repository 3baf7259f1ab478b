"""What we could not see: silent and broken sources, accredited States of which nothing came."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from chancery.advise.cite import Stated
from chancery.advise.name_places import name_place
from chancery.common.mark import MARKS
from chancery.common.mission import Mission
from chancery.watch.records import Source, SourceState, Story

SILENT = 4
"""A source is silent after this many of its usual gaps, and never within a day; Media Cloud's alerts use the same order."""
WINDOW = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class SourceLook:
    """A source at the moment of the brief: when its newest text was seen, and its state in words where it is not working.

    `cut` is set where its feed ended in the middle: how many entries could be read before.
    """

    source: Source
    newest: datetime | None
    state: SourceState = "working"
    reason: str = ""
    cut: int | None = None


def find_gaps(
    looks: Sequence[SourceLook],
    stories: Sequence[Story],
    mission: Mission,
    now: datetime,
    left_out: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Stated, ...]:
    """Return what could not be seen, gravest first: statements left out, broken and cut sources, States, silence, the count.

    `left_out` are the statements that the checker refused, each with the title of its part of the brief. A line that names a
    source carries its mark, so that it is read and leaves as what the source gave would.
    """
    return (
        *_left_out(left_out),
        *_broken(looks),
        *_cut(looks),
        *_places(stories, mission, now),
        *_silent(looks, now),
        *_never(looks),
        _count(looks, now),
    )


def _broken(looks: Sequence[SourceLook]) -> Iterator[Stated]:
    for look in looks:
        if look.state in ("broken", "blocked", "changed"):
            yield Stated(
                look.source.id, "U2", (("source", look.source.name), ("reason", look.reason.rstrip("."))), look.source.mark
            )


def _left_out(left_out: Mapping[str, str]) -> Iterator[Stated]:
    if left_out:
        parts = "; ".join(dict.fromkeys(left_out.values()))
        yield Stated("left-out", "U6", (("count", len(left_out)), ("parts", parts)))


def _cut(looks: Sequence[SourceLook]) -> Iterator[Stated]:
    for look in looks:
        if look.cut is not None:
            yield Stated(f"{look.source.id}-cut", "U7", (("source", look.source.name), ("count", look.cut)), look.source.mark)


def _places(stories: Sequence[Story], mission: Mission, now: datetime) -> Iterator[Stated]:
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
            yield Stated(accreditation.code, "U3", (("place", place), ("hours", _hours())))


def _silent(looks: Sequence[SourceLook], now: datetime) -> Iterator[Stated]:
    for look in looks:
        every, working = look.source.every, look.state in ("working", "quiet", "new")
        if working and every and look.newest and now - look.newest > max(SILENT * every, WINDOW):
            hours = round(every.total_seconds() / 3600)
            values = (("source", look.source.name), ("day", look.newest), ("hours", hours))
            yield Stated(look.source.id, "U1", values, look.source.mark)


def _never(looks: Sequence[SourceLook]) -> Iterator[Stated]:
    """Yield a line a mark that names every source of it which has given nothing yet: each reader sees a list that is whole."""
    never = [look.source for look in looks if look.newest is None and look.state in ("working", "quiet", "new")]
    for mark in MARKS:
        names = [source.name for source in never if source.mark == mark]
        if names:
            key = "never" if mark == MARKS[0] else f"never-{mark}"
            yield Stated(key, "U5", (("count", len(names)), ("sources", "; ".join(names))), mark)


def _count(looks: Sequence[SourceLook], now: datetime) -> Stated:
    read = sum(look.newest is not None and look.newest > now - WINDOW for look in looks)
    return Stated("sources", "U4", (("read", read), ("all", len(looks)), ("hours", _hours())))


def _hours() -> int:
    return int(WINDOW / timedelta(hours=1))


def look_at(
    sources: Mapping[str, Source], stories: Sequence[Story], cut: Mapping[str, int] = MappingProxyType({})
) -> tuple[SourceLook, ...]:
    """Return each source with its newest text among `stories`, where no better state of it is kept.

    `cut` are the sources whose feeds ended in the middle, with the number of entries read.
    """
    newest: dict[str, datetime] = {}
    for story in stories:
        for reading in story.readings:
            article = reading.article
            newest[article.source] = max(newest.get(article.source, article.seen), article.seen)
    return tuple(SourceLook(source, newest.get(ref), cut=cut.get(ref)) for ref, source in sorted(sources.items()))
