"""What the brief does not say, and why: every refusal is a finding that cites its record."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from chancery.advise.cite import Stated
from chancery.advise.find_core import is_fresh
from chancery.advise.quote_articles import QuoteBudget, title_span
from chancery.advise.records import Conversation, Paper
from chancery.advise.weigh_story import Chosen
from chancery.advise.write_items import Written
from chancery.common.mark import highest
from chancery.watch.records import Article, Source, Story

LOW_RESPONSE = 0.2
"""Share of the people asked below which a share of answers is not printed; a survey of one in ten speaks for itself only."""
FEWEST_ANSWERS = 50
Named = tuple[str, str]
"""A title with its outlet, and its handling mark."""
MOST_NAMED = 4  # stories of one voice that are named; a longer list is not read


def may_lead(chosen: Chosen) -> bool:
    """Tell whether a story may stand in the bottom line: two independent voices, no denial, no record of ours against it."""
    return chosen.voices.voices > 1 and not contradicted(chosen) and chosen.denied is None


def contradicted(chosen: Chosen) -> bool:
    """Tell whether a record of ours differs from what the press says of a story."""
    return any(talk.differs for talk, _ in chosen.heard)


def _is_disputed(chosen: Chosen) -> bool:
    return contradicted(chosen) or chosen.denied is not None


def hold_back(
    written: Sequence[Written],
    papers: Sequence[Paper],
    conversations: Sequence[Conversation],
    stories: Sequence[Story],
    budget: QuoteBudget,
    since: datetime,
) -> tuple[Stated, ...]:
    """Return what is held back, gravest first: contradicted by our own record, denied, corrected, weak figures, single voices.

    Reports that may not be passed on are counted from `since`.
    """
    return (
        *_contradicted(written, budget),
        *_denied(written, budget),
        *_corrected(written, budget),
        *_surveys(papers),
        *_single_voices(written),
        *_rights(budget.sources, stories, since),
        *_kept(conversations, papers),
    )


def _contradicted(written: Sequence[Written], budget: QuoteBudget) -> Iterator[Stated]:
    """Yield one line for each record of ours that differs from the press, with the titles it differs from."""
    told: dict[str, tuple[Conversation, list[Named]]] = {}
    for each in written:
        for talk, articles in each.chosen.heard:
            if talk.differs and not talk.readers:
                told.setdefault(talk.id, (talk, []))[1].append(_title_of(articles, each, budget))
    for ref, (talk, titles) in told.items():
        named, mark = _listed(titles)
        yield Stated(ref, "H5", (("day", talk.date), ("titles", named)), highest((talk.mark, mark)))


def _denied(written: Sequence[Written], budget: QuoteBudget) -> Iterator[Stated]:
    for each in written:
        article = each.chosen.denied
        if article and not contradicted(each.chosen):
            name, mark = _named(each)
            values = (("source", budget.source_of(article).name), ("day", article.seen), ("titles", name))
            yield Stated(f"{each.chosen.story.id}-denied", "H10", values, highest((article.mark, mark)))


def _corrected(written: Sequence[Written], budget: QuoteBudget) -> Iterator[Stated]:
    for each in written:
        article = each.correction
        if article and budget.take(article, title_span(article)):
            name = budget.source_of(article).name
            values = (("source", name), ("day", article.seen), ("title", article.title))
            yield Stated(f"{each.chosen.story.id}-figures", "H4", values, article.mark)


def _surveys(papers: Sequence[Paper]) -> Iterator[Stated]:
    for paper in papers:
        if paper.kind != "survey" or paper.n is None or not paper.asked or paper.readers:
            continue
        if paper.n < FEWEST_ANSWERS or paper.n / paper.asked < LOW_RESPONSE:
            yield Stated(paper.id, "H2", (("title", paper.title), ("n", paper.n), ("asked", paper.asked)), paper.mark)


def _single_voices(written: Sequence[Written]) -> Iterator[Stated]:
    """Yield one line for all stories of one voice that nothing of ours contradicts; the first few are named."""
    single = [_named(each) for each in written if each.chosen.voices.voices == 1 and not _is_disputed(each.chosen)]
    if single:
        template = "H1" if len(single) == 1 else "H7" if len(single) <= MOST_NAMED else "H9"
        named, mark = _listed(single)
        yield Stated("voices", template, (("count", len(single)), ("titles", named)), mark)


def _rights(sources: Mapping[str, Source], stories: Sequence[Story], since: datetime) -> Iterator[Stated]:
    counts: dict[str, int] = {}
    for story in stories:
        for reading in story.originals:
            if is_fresh(reading.article, since):
                counts[reading.article.source] = counts.get(reading.article.source, 0) + 1
    for key, source in sorted(sources.items()):
        if not source.rights.pass_on and counts.get(key):
            yield Stated(key, "H12", (("source", source.name), ("count", counts[key])), source.mark)


def _kept(conversations: Sequence[Conversation], papers: Sequence[Paper]) -> Iterator[Stated]:
    talks, kept = sum(bool(talk.readers) for talk in conversations), sum(bool(paper.readers) for paper in papers)
    if talks:
        yield Stated("conversations", "H6", (("count", talks),))
    if kept:
        yield Stated("papers", "H8", (("count", kept),))


def _title_of(articles: Sequence[Article], written: Written, budget: QuoteBudget) -> Named:
    """Return the first title that may be quoted, with its outlet; the heading where none may."""
    for article in articles:
        if budget.take(article, title_span(article)):
            return f"{budget.source_of(article).name}, “{article.title}”", article.mark
    return _named(written)


def _named(written: Written) -> Named:
    heading = written.heading
    return f"{heading.speaker}, “{heading.text}”", highest(citation.mark for citation in heading.citations)


def _listed(names: Sequence[Named]) -> Named:
    """Return the first few names as one text, with the highest of their marks."""
    told = names[:MOST_NAMED]
    return "; ".join(name for name, _ in told), highest(mark for _, mark in told)
