"""A chosen story as an item of the brief: its title, what its sources say, who they are, what of ours it touches."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from chancery.advise.choose_stories import Chosen
from chancery.advise.cite import Stated, Values, cite_record
from chancery.advise.find_corrections import Difference, find_correction, find_difference
from chancery.advise.phrases import Phrases, word, word_finding
from chancery.advise.quote_articles import QuoteBudget, quote_title
from chancery.advise.quote_facts import quote_facts
from chancery.advise.records import Block, Conversation, Item, Paper, Record
from chancery.advise.split_sentences import split_sentences
from chancery.common.finding import Value
from chancery.common.mark import highest
from chancery.common.time import day_of
from chancery.watch.records import Article


@dataclass(frozen=True, slots=True)
class Setting:
    """What every item of one brief shares; `zone` is the mission's time zone."""

    phrases: Phrases
    records: Mapping[str, Record]
    zone: str


@dataclass(frozen=True, slots=True)
class Written:
    """A story in words: heading, quoted facts, what is known of its sources (not yet worded), lines from our own records."""

    chosen: Chosen
    heading: Block
    facts: tuple[Block, ...]
    stated: tuple[Stated, ...]
    own: tuple[Block, ...]
    correction: Article | None


def write_item(chosen: Chosen, sentences: int, told: Set[str], budget: QuoteBudget, setting: Setting) -> Written | None:
    """Return a story in at most `sentences` quoted sentences, or None where no source of it may be quoted.

    `told` are the papers and conversations that stand elsewhere in the brief already.
    """
    story = chosen.story
    correction = find_correction(story)
    articles = tuple(reading.article for reading in chosen.core)
    heading = quote_title(articles, budget, f"{story.id}-title", story.id)
    if heading is None:
        return None
    facts = quote_facts(articles, heading, sentences, setting.phrases.language, budget)
    difference = find_difference(articles) if correction is None else None
    stated = _about_sources(chosen, difference, correction, budget, setting.zone)
    return Written(chosen, heading, facts, stated, _own_lines(chosen, told, setting), correction)


def make_item(written: Written, source_lines: Sequence[Block], told: frozenset[str], phrases: Phrases) -> Item:
    """Return the item of a story; blocks whose ids are in `told` stand elsewhere in the brief and are left out."""
    chosen = written.chosen
    readings = chosen.story.readings
    blocks = (*written.facts, *written.own, *source_lines)
    return Item(
        id=chosen.story.id,
        heading=written.heading,
        blocks=tuple(block for block in blocks if block.id not in told),
        why=tuple(word_finding(finding, phrases) for finding in chosen.why),
        countries=_countries(chosen),
        carried_by=chosen.voices.outlets,
        independent=chosen.voices.voices,
        oldest=min(reading.article.published for reading in readings),
        newest=max(reading.article.published for reading in readings),
        score=round(chosen.score, 3),
    )


def _about_sources(
    chosen: Chosen, difference: Difference | None, correction: Article | None, budget: QuoteBudget, zone: str
) -> tuple[Stated, ...]:
    story, voices = chosen.story, chosen.voices
    stated = [_reach(chosen, zone)]
    if voices.original and len(voices.copied) > 1:
        article = voices.original.article
        values: Values = (
            ("copies", len(voices.copied) + 1),
            ("original", budget.source_of(article).name),
            ("day", article.seen),
        )
        stated.append(Stated(f"{story.id}-S2", "S2", values))
    if correction:
        values = (("source", budget.source_of(correction).name), ("day", correction.seen))
        stated.append(Stated(f"{story.id}-S3", "S3", values, correction.mark))
    if difference:
        first, second = (budget.source_of(article).name for article in (difference.first, difference.second))
        values = (("one", difference.one), ("first", first), ("other", difference.other), ("second", second))
        stated.append(Stated(f"{story.id}-S4", "S4", values, highest((difference.first.mark, difference.second.mark))))
    return tuple(stated)


def _reach(chosen: Chosen, zone: str) -> Stated:
    """State how many outlets and independent voices carry a story, and over which days."""
    story, voices = chosen.story, chosen.voices
    first, last = day_of(story.first_seen, zone), day_of(story.last_seen, zone)
    several, one_day = voices.outlets > 1, first == last
    template = {(True, True): "S7", (True, False): "S1", (False, True): "S6", (False, False): "S5"}[several, one_day]
    days: Values = (("first", first),) if one_day else (("first", first), ("last", last))
    counts: Values = (("outlets", voices.outlets), ("voices", voices.voices)) if several else ()
    return Stated(f"{story.id}-reach", template, (*counts, *days))


def _own_lines(chosen: Chosen, told: Set[str], setting: Setting) -> tuple[Block, ...]:
    """Return a line for each record of conversation and each paper the story touches; kept and told ones are left out."""
    story = chosen.story.id
    talks = [_talk_line(story, talk, setting) for talk, _ in chosen.heard if not talk.readers and talk.id not in told]
    papers = [paper for paper in chosen.papers if not paper.readers and paper.id not in told]
    return (*talks, *(_paper_line(story, paper, setting) for paper in papers))


def _talk_line(story: str, talk: Conversation, setting: Setting) -> Block:
    """Quote the first sentence of a record; of a protected one say no more than that we hold it."""
    record = setting.records[talk.id]
    start, end = next(iter(split_sentences(record.text)), (0, 0))
    values: dict[str, Value] = {"office": talk.office, "day": talk.date, "words": record.text[start:end], "title": record.title}
    number = "N2" if talk.protected or not end else "N1"
    return _say(story, number, values, record, setting)


def _paper_line(story: str, paper: Paper, setting: Setting) -> Block:
    values: dict[str, Value] = {"day": paper.date, "title": paper.title.rstrip(".")}
    return _say(story, "N3", values, setting.records[paper.id], setting)


def _say(story: str, number: str, values: dict[str, Value], record: Record, setting: Setting) -> Block:
    text = word(number, values, setting.phrases)
    identity = f"{story}-{record.id}"
    return Block(
        identity, "note", text, (cite_record(record),), "record", setting.phrases.language, template=number, story=story
    )


def _countries(chosen: Chosen) -> tuple[str, ...]:
    codes = {tag.code for reading in chosen.core for tag in reading.countries if tag.role == "focus"}
    return tuple(sorted(codes))
