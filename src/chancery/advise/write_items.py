"""A chosen story as an item of the brief: its title, what its sources say, who they are, what of ours it touches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from chancery.advise.choose_stories import Chosen
from chancery.advise.cite import cite_record, record_story
from chancery.advise.count_voices import owner_of
from chancery.advise.find_corrections import Difference, find_correction, find_difference
from chancery.advise.phrases import Phrases, word, word_finding
from chancery.advise.quote_articles import QuoteBudget, quote_sentence, quote_title
from chancery.advise.rank_sentences import Ranked, rank_sentences
from chancery.advise.records import Block, Conversation, Item, Paper, Record
from chancery.advise.split_sentences import split_sentences
from chancery.advise.summarise import says_same
from chancery.common.finding import Value
from chancery.watch.records import Article

SENTENCES = 3  # most sentences of one story in a daily brief of two pages
FRESH = 1.25  # a sentence that is new since the last brief ranks this much higher


@dataclass(frozen=True, slots=True)
class Setting:
    """What every item of one brief shares."""

    languages: tuple[str, ...]
    phrases: Phrases
    records: Mapping[str, Record]
    since: datetime
    now: datetime
    mark: str


@dataclass(frozen=True, slots=True)
class Written:
    """An item, the record of its story that its own sentences cite, its lead, and the outlet's correction if there was one."""

    item: Item
    record: Record
    lead: Block | None
    correction: Article | None


def write_item(chosen: Chosen, budget: QuoteBudget, setting: Setting) -> Written | None:
    """Return the item of a story, or None where no source of it may be quoted."""
    story = chosen.story
    correction = find_correction(story)
    articles = _quotable(chosen, correction, setting)
    heading = quote_title(articles, budget, f"{story.id}-title", story.id)
    if heading is None:
        return None
    facts = _quote_facts(articles, heading, budget, setting)
    difference = find_difference(articles) if correction is None else None
    record = _record(chosen, heading, difference, correction, setting)
    blocks = (*facts, *_source_lines(chosen, record, difference, correction, budget, setting), *_own_lines(chosen, setting))
    item = Item(
        id=story.id,
        heading=heading,
        blocks=blocks,
        why=tuple(word_finding(finding, setting.phrases) for finding in chosen.why),
        countries=_countries(chosen),
        carried_by=chosen.voices.outlets,
        independent=chosen.voices.voices,
        oldest=min(reading.article.published for reading in story.readings),
        newest=max(reading.article.published for reading in story.readings),
        score=chosen.score,
    )
    return Written(item, record, facts[0] if facts else None, correction)


def _quotable(chosen: Chosen, correction: Article | None, setting: Setting) -> tuple[Article, ...]:
    """Return the originals to quote, best first: the mission's languages in their order, then the newest."""
    articles = [r.article for r in chosen.story.originals if correction is None or r.article.seen >= correction.seen]
    rank = {lang: place for place, lang in enumerate(setting.languages)}
    newest_first = sorted(articles, key=lambda article: (article.seen, article.id), reverse=True)
    return tuple(sorted(newest_first, key=lambda article: rank.get(article.lang, len(rank))))


def _quote_facts(articles: Sequence[Article], heading: Block, budget: QuoteBudget, setting: Setting) -> tuple[Block, ...]:
    """Return the best sentences that differ, one an owner first, the brief's own language before others."""
    by_id = {article.id: article for article in articles}
    rank = {article.id: place for place, article in enumerate(articles)}
    foreign = {article.id for article in articles if article.lang != setting.languages[0]}
    plain = len(foreign) == len(articles)

    def order(sentence: Ranked) -> tuple[bool, float, int]:
        fresh = by_id[sentence.article].seen > setting.since
        return (not plain and sentence.article in foreign, -sentence.rank * (FRESH if fresh else 1.0), rank[sentence.article])

    taken: list[Ranked] = []
    blocks: list[Block] = []
    for allowed in (1, SENTENCES):  # first round: one sentence an owner
        for sentence in sorted(rank_sentences(articles), key=order):
            article = by_id[sentence.article]
            owner = owner_of(article.source, budget.sources)
            spoken = sum(owner_of(by_id[other.article].source, budget.sources) == owner for other in taken)
            if len(blocks) >= SENTENCES or spoken >= allowed or any(says_same(sentence, other) for other in taken):
                continue
            block = quote_sentence(sentence, article, budget, f"{heading.story}-{len(blocks) + 1}", heading.story)
            if block:
                taken.append(sentence)
                blocks.append(block)
    return tuple(blocks)


def _record(
    chosen: Chosen, heading: Block, difference: Difference | None, correction: Article | None, setting: Setting
) -> Record:
    story, voices = chosen.story, chosen.voices
    counts: list[tuple[str, Value]] = [
        ("outlets", voices.outlets),
        ("independent voices", voices.voices),
        ("first seen", story.first_seen.date()),
        ("last seen", story.last_seen.date()),
    ]
    if voices.original:
        counts += [("outlets with one text", len(voices.copied) + 1), ("first seen there", voices.original.article.seen.date())]
    if difference:
        counts += [("one account", difference.one), ("another account", difference.other)]
    if correction:
        counts.append(("corrected", correction.seen.date()))
    return record_story(story, heading.text, tuple(counts), setting.now, setting.mark)


def _source_lines(
    chosen: Chosen,
    record: Record,
    difference: Difference | None,
    correction: Article | None,
    budget: QuoteBudget,
    setting: Setting,
) -> tuple[Block, ...]:
    story, voices = chosen.story, chosen.voices
    languages = ", ".join(sorted({reading.lang or "?" for reading in story.readings}))
    lines: list[tuple[str, dict[str, Value]]] = [
        (
            "S1",
            {
                "outlets": voices.outlets,
                "voices": voices.voices,
                "languages": languages,
                "first": story.first_seen.date(),
                "last": story.last_seen.date(),
            },
        )
    ]
    if voices.original and len(voices.copied) > 1:
        article = voices.original.article
        source = budget.source_of(article).name
        lines.append(("S2", {"copies": len(voices.copied) + 1, "original": source, "day": article.seen.date()}))
    if correction:
        lines.append(("S3", {"source": budget.source_of(correction).name, "day": correction.seen.date()}))
    if difference:
        first, second = (budget.source_of(article).name for article in (difference.first, difference.second))
        lines.append(("S4", {"one": difference.one, "first": first, "other": difference.other, "second": second}))
    return tuple(_say(story.id, template, values, record, setting) for template, values in lines)


def _own_lines(chosen: Chosen, setting: Setting) -> tuple[Block, ...]:
    talks = [_talk_line(chosen.story.id, talk, setting) for talk in chosen.conversations if not talk.readers]
    return (*talks, *(_paper_line(chosen.story.id, paper, setting) for paper in chosen.papers if not paper.readers))


def _talk_line(story: str, talk: Conversation, setting: Setting) -> Block:
    start, end = next(iter(split_sentences(talk.text)), (0, len(talk.text)))
    words = talk.text[start:end]
    record = setting.records[talk.id]
    values: dict[str, Value] = {"office": talk.office, "day": talk.date, "words": words}
    number = "N2" if talk.protected else "N1"
    text = word(number, values, setting.phrases)
    citation = cite_record(record)
    return Block(f"{story}-{talk.id}", "note", text, (citation,), "record", setting.languages[0], template=number, story=story)


def _paper_line(story: str, paper: Paper, setting: Setting) -> Block:
    waits = paper.kind == "instruction" and paper.due is not None and paper.status == "open"
    values: dict[str, Value] = {"day": paper.due if waits and paper.due else paper.date, "title": paper.title}
    return _say(story, "N4" if waits else "N3", values, setting.records[paper.id], setting, paper.id)


def _say(story: str, number: str, values: dict[str, Value], record: Record, setting: Setting, key: str = "") -> Block:
    text = word(number, values, setting.phrases)
    identity = f"{story}-{number}-{key}".rstrip("-")
    return Block(identity, "note", text, (cite_record(record),), "record", setting.languages[0], template=number, story=story)


def _countries(chosen: Chosen) -> tuple[str, ...]:
    codes = {tag.code for reading in chosen.story.originals for tag in reading.countries if tag.role == "focus"}
    return tuple(sorted(codes))
