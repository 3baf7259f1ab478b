"""What the brief does not say, and why: every refusal is a finding that cites its record."""

from collections.abc import Iterator, Mapping, Sequence

from chancery.advise.choose_stories import Chosen
from chancery.advise.cite import Stated
from chancery.advise.records import Conversation, Paper
from chancery.advise.write_items import Written
from chancery.watch.records import Source, Story

LOW_RESPONSE = 0.2
"""Share of the people asked below which a share of answers is not printed; a survey of one in ten speaks for itself only."""
FEWEST_ANSWERS = 50
MOST_NAMED = 4  # stories of one voice that are named; a longer list is not read


def may_lead(chosen: Chosen) -> bool:
    """Tell whether a story may stand in the bottom line: two independent voices, and no record of ours that disagrees."""
    return chosen.voices.voices > 1 and not any(talk.differs for talk in chosen.conversations)


def hold_back(
    pairs: Sequence[tuple[Chosen, Written]],
    papers: Sequence[Paper],
    conversations: Sequence[Conversation],
    sources: Mapping[str, Source],
    stories: Sequence[Story],
) -> tuple[Stated, ...]:
    """Return what is held back, gravest first: contradicted by our own record, corrected, weak figures, single voices."""
    return (
        *_contradicted(pairs),
        *_corrected(pairs, sources),
        *_surveys(papers),
        *_single_voices(pairs),
        *_rights(sources, stories),
        *_kept(conversations, papers),
    )


def _contradicted(pairs: Sequence[tuple[Chosen, Written]]) -> Iterator[Stated]:
    """Yield one line for each record of ours that differs from the press, with the stories it differs from."""
    touched: dict[str, list[str]] = {}
    days = {}
    for chosen, written in pairs:
        for talk in chosen.conversations:
            if talk.differs and not talk.readers:
                days[talk.id] = talk.date
                touched.setdefault(talk.id, []).append(_named(written))
    for ref, titles in touched.items():
        yield Stated(ref, "H5", (("day", days[ref]), ("titles", "; ".join(titles[:MOST_NAMED]))))


def _corrected(pairs: Sequence[tuple[Chosen, Written]], sources: Mapping[str, Source]) -> Iterator[Stated]:
    for chosen, written in pairs:
        article = written.correction
        if article:
            name = sources[article.source].name if article.source in sources else article.source
            values = (("source", name), ("day", article.seen.date()), ("title", article.title))
            yield Stated(f"{chosen.story.id}-figures", "H4", values)


def _surveys(papers: Sequence[Paper]) -> Iterator[Stated]:
    for paper in papers:
        if paper.kind != "survey" or paper.n is None or not paper.asked or paper.readers:
            continue
        if paper.n < FEWEST_ANSWERS or paper.n / paper.asked < LOW_RESPONSE:
            yield Stated(paper.id, "H2", (("title", paper.title), ("n", paper.n), ("asked", paper.asked)))


def _single_voices(pairs: Sequence[tuple[Chosen, Written]]) -> Iterator[Stated]:
    """Yield one line for all stories of one voice that nothing of ours contradicts; the first few are named."""
    single = [
        _named(written)
        for chosen, written in pairs
        if chosen.voices.voices == 1 and not any(talk.differs for talk in chosen.conversations)
    ]
    if single:
        template = "H1" if len(single) == 1 else "H7" if len(single) <= MOST_NAMED else "H9"
        yield Stated("voices", template, (("count", len(single)), ("titles", "; ".join(single[:MOST_NAMED]))))


def _named(written: Written) -> str:
    return f"{written.heading.speaker}, “{written.heading.text}”"


def _rights(sources: Mapping[str, Source], stories: Sequence[Story]) -> Iterator[Stated]:
    counts: dict[str, int] = {}
    for story in stories:
        for reading in story.originals:
            counts[reading.article.source] = counts.get(reading.article.source, 0) + 1
    for key, source in sorted(sources.items()):
        if not source.rights.pass_on and counts.get(key):
            yield Stated(key, "H3", (("source", source.name), ("count", counts[key])))


def _kept(conversations: Sequence[Conversation], papers: Sequence[Paper]) -> Iterator[Stated]:
    talks, kept = sum(bool(talk.readers) for talk in conversations), sum(bool(paper.readers) for paper in papers)
    if talks:
        yield Stated("conversations", "H6", (("count", talks),))
    if kept:
        yield Stated("papers", "H8", (("count", kept),))
