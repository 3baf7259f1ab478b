"""What the brief does not say, and why: every refusal is a finding that cites its record."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from chancery.advise.cite import cite_record, record_watch
from chancery.advise.choose_stories import Chosen
from chancery.advise.records import Conversation, Paper, Record
from chancery.advise.write_items import Written
from chancery.common.finding import Finding, Value
from chancery.watch.records import Source, Story

LOW_RESPONSE = 0.2
"""Share of the people asked below which a share of answers is not printed; a survey of one in ten speaks for itself only."""
FEWEST_ANSWERS = 50

Refusal = tuple[str, str, tuple[tuple[str, Value], ...]]


def may_lead(chosen: Chosen) -> bool:
    """Tell whether a story may stand in the bottom line: two independent voices, and no record of ours that disagrees."""
    return chosen.voices.voices > 1 and not any(talk.differs for talk in chosen.conversations)


def hold_back(
    pairs: Sequence[tuple[Chosen, Written]],
    papers: Sequence[Paper],
    conversations: Sequence[Conversation],
    sources: Mapping[str, Source],
    stories: Sequence[Story],
    now: datetime,
) -> tuple[tuple[Finding, ...], tuple[Record, ...]]:
    """Return what is held back, and the records those findings cite."""
    refusals = [*_stories(pairs, sources), *_surveys(papers), *_rights(sources, stories), *_readers(conversations)]
    records = tuple(record_watch(f"held-{key}", "Held back", values, now) for key, _, values in refusals)
    findings = tuple(
        Finding(f"held-{key}", template, values, (cite_record(record),), key, -float(place))
        for place, ((key, template, values), record) in enumerate(zip(refusals, records, strict=True))
    )
    return findings, records


def _stories(pairs: Sequence[tuple[Chosen, Written]], sources: Mapping[str, Source]) -> Iterator[Refusal]:
    for chosen, written in pairs:
        title = written.item.heading.text
        talk = next((talk for talk in chosen.conversations if talk.differs and not talk.readers), None)
        if talk:
            yield f"{chosen.story.id}-talk", "H5", (("day", talk.date), ("title", title))
        if written.correction:
            name = _name(written.correction.source, sources)
            yield (
                f"{chosen.story.id}-figures",
                "H4",
                (("source", name), ("day", written.correction.seen.date()), ("title", title)),
            )
        elif chosen.voices.voices == 1 and not talk:
            yield f"{chosen.story.id}-voice", "H1", (("title", title), ("source", written.item.heading.speaker))


def _surveys(papers: Sequence[Paper]) -> Iterator[Refusal]:
    for paper in papers:
        if paper.kind != "survey" or paper.n is None or not paper.asked or paper.readers:
            continue
        if paper.n < FEWEST_ANSWERS or paper.n / paper.asked < LOW_RESPONSE:
            yield paper.id, "H2", (("title", paper.title), ("n", paper.n), ("asked", paper.asked))


def _rights(sources: Mapping[str, Source], stories: Sequence[Story]) -> Iterator[Refusal]:
    counts: dict[str, int] = {}
    for story in stories:
        for reading in story.originals:
            counts[reading.article.source] = counts.get(reading.article.source, 0) + 1
    for key, source in sorted(sources.items()):
        if not source.rights.pass_on and counts.get(key):
            yield key, "H3", (("source", source.name), ("count", counts[key]))


def _readers(conversations: Sequence[Conversation]) -> Iterator[Refusal]:
    kept = sum(bool(talk.readers) for talk in conversations)
    if kept:
        yield "conversations", "H6", (("count", kept),)


def _name(source: str, sources: Mapping[str, Source]) -> str:
    return sources[source].name if source in sources else source
