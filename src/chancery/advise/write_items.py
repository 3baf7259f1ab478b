"""A chosen story as an item of the brief: its title, what its sources say, who they are, what of ours it touches."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from chancery.advise.cite import Stated, cite_record
from chancery.advise.find_core import STALE
from chancery.advise.find_corrections import Difference, find_correction, find_difference
from chancery.advise.find_due import DONE
from chancery.advise.phrases import Phrases, word, word_finding
from chancery.advise.quote_articles import QuoteBudget, quote_span, quote_title, title_span
from chancery.advise.quote_facts import quote_facts
from chancery.advise.records import Block, Conversation, Item, Paper, Record
from chancery.advise.weigh_story import Chosen
from chancery.common.finding import Value, Values
from chancery.common.mark import highest
from chancery.common.split_sentences import split_sentences
from chancery.common.text import count_words
from chancery.common.time import day_of
from chancery.watch.records import Article

QUOTED, HELD = "N1", "N2"
"""The templates of a record that is quoted, and of one whose words and source are kept."""
DISPUTED, COUNTED = ("S9", "S10"), ("N6", "N5")
"""The templates that stand first under a heading: that it is disputed, and what we count ourselves."""
MOST_ALSO = 3  # titles of reports in other languages under one story; all are counted
MOST_CLUES = 3  # figures and days named as the reason
MOST_OUTLETS = 3  # outlets named that a record of ours contradicts
MOST_RECORD = 50  # words of a case of ours that are quoted


@dataclass(frozen=True, slots=True)
class Setting:
    """What every item of one brief shares; `zone` is the mission's time zone, `left_out` what the checker refused."""

    phrases: Phrases
    records: Mapping[str, Record]
    zone: str
    left_out: Set[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Written:
    """A story in words: heading, quoted facts, what is known of its sources (not yet worded), lines from our own records.

    `also` are titles of reports in other languages that were taken into it, and of further sides of its matter.
    """

    chosen: Chosen
    heading: Block
    facts: tuple[Block, ...]
    also: tuple[Block, ...]
    stated: tuple[Stated, ...]
    own: tuple[Block, ...]
    correction: Article | None


def write_item(
    chosen: Chosen, sentences: int, told: Set[str], counted: Set[str], budget: QuoteBudget, setting: Setting
) -> Written | None:
    """Return a story in at most `sentences` quoted sentences, a disputed one in one, or None where no source may be quoted.

    `told` are the papers and conversations that stand elsewhere in the brief already, `counted` the cases that a story before
    this one told.
    """
    story = chosen.story
    correction = find_correction(story)
    articles = tuple(reading.article for reading in chosen.core)
    titled = (*_in_language(chosen, setting.phrases.language, correction), *articles)
    heading = quote_title(titled, budget, f"{story.id}-title", story.id)
    if heading is None or heading.id in setting.left_out:
        return None
    disputed = _disputed(chosen, budget)
    most = min(sentences, 1) if disputed else sentences
    facts = quote_facts(articles, heading, most, setting.phrases.language, budget)
    also = _also(chosen, budget)
    difference = find_difference(articles) if correction is None else None
    stated = (*disputed, *_about_sources(chosen, difference, correction, budget, setting.zone))
    own = _own_lines(chosen, told, counted, setting)
    facts, also, own = (tuple(b for b in blocks if b.id not in setting.left_out) for blocks in (facts, also, own))
    return Written(chosen, heading, facts, also, stated, own, correction)


def counted_of(written: Written) -> tuple[Block, ...]:
    """Return what of a story we count ourselves."""
    return tuple(block for block in written.own if block.template in COUNTED)


def make_item(written: Written, source_lines: Sequence[Block], told: frozenset[str], phrases: Phrases) -> Item:
    """Return the item of a story; blocks whose ids are in `told` stand elsewhere in the brief and are left out."""
    chosen = written.chosen
    readings = chosen.story.readings
    first = tuple(line for line in source_lines if line.template in DISPUTED)
    said = (*first, *counted_of(written), *written.facts, *written.also, *written.own, *source_lines)
    blocks = tuple({block.id: block for block in said}.values())
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
    if chosen.also:
        clues = dict.fromkeys(clue for _, found in chosen.also for clue in found)
        values: Values = (("clues", ", ".join([str(clue) for clue in clues][:MOST_CLUES])),)
        stated.append(Stated(f"{story.id}-S8", "S8", values, highest(reading.article.mark for reading, _ in chosen.also)))
    if voices.original and len(voices.copied) > 1:
        article = voices.original.article
        values = (
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


def _in_language(chosen: Chosen, language: str, correction: Article | None) -> tuple[Article, ...]:
    """Return the story's latest article in the brief's language, where its newest matter is told in others alone."""
    if any(reading.article.lang == language for reading in chosen.core):
        return ()
    oldest = chosen.story.last_seen - STALE if correction is None else correction.seen
    able = [r.article for r in chosen.story.originals if r.article.lang == language and r.article.seen >= oldest]
    return tuple(sorted(able, key=lambda article: (article.seen, article.id), reverse=True)[:1])


def _also(chosen: Chosen, budget: QuoteBudget) -> tuple[Block, ...]:
    """Quote the titles of what was taken into a story, and of the sides of its matter that have no place of their own."""
    readings = (*(reading for reading, _ in chosen.also[:MOST_ALSO]), *chosen.beside)
    story = chosen.story.id
    blocks = (
        quote_span(reading.article, title_span(reading.article), budget, f"{story}-also-{place}", story)
        for place, reading in enumerate(readings, 1)
    )
    return tuple(block for block in blocks if block)


def _disputed(chosen: Chosen, budget: QuoteBudget) -> tuple[Stated, ...]:
    """State that a story is denied in the press, or that a record of ours says otherwise."""
    story, article = chosen.story.id, chosen.denied
    lines = [
        _contradicted(story, talk, told, budget) for talk, told in chosen.heard if talk.differs and told and not talk.readers
    ]
    if article:
        values: Values = (("source", budget.source_of(article).name), ("day", article.seen))
        lines.append(Stated(f"{story}-S9", "S9", values, article.mark))
    return tuple(lines)


def _contradicted(story: str, talk: Conversation, told: Sequence[Article], budget: QuoteBudget) -> Stated:
    """State which outlets a record of ours contradicts."""
    outlets = list(dict.fromkeys(budget.source_of(article).name for article in told))[:MOST_OUTLETS]
    values: Values = (("day", talk.date), ("outlets", ", ".join(outlets)))
    return Stated(f"{story}-S10-{talk.id}", "S10", values, highest((talk.mark, *(article.mark for article in told))))


def _reach(chosen: Chosen, zone: str) -> Stated:
    """State how many outlets and independent voices carry a story, and over which days."""
    story, voices = chosen.story, chosen.voices
    matter = (story, *chosen.sides)
    first, last = day_of(min(s.first_seen for s in matter), zone), day_of(max(s.last_seen for s in matter), zone)
    several, one_day = voices.outlets > 1, first == last
    template = {(True, True): "S7", (True, False): "S1", (False, True): "S6", (False, False): "S5"}[several, one_day]
    days: Values = (("first", first),) if one_day else (("first", first), ("last", last))
    counts: Values = (("outlets", voices.outlets), ("voices", voices.voices)) if several else ()
    return Stated(f"{story.id}-reach", template, (*counts, *days))


def _own_lines(chosen: Chosen, told: Set[str], counted: Set[str], setting: Setting) -> tuple[Block, ...]:
    """Return a line for each record of conversation and each paper the story touches; kept, told and done ones are left out."""
    story = chosen.story.id
    talks = [_talk_line(story, talk, setting) for talk, _ in chosen.heard if not talk.readers and talk.id not in told]
    waiting = [paper for paper in chosen.papers if not paper.readers and paper.status not in DONE]
    papers = [paper for paper in waiting if paper.id not in (counted if paper.kind == "case" else told)]
    return (*talks, *(_paper_line(story, paper, setting) for paper in papers))


def _talk_line(story: str, talk: Conversation, setting: Setting) -> Block:
    """Quote the first sentence of a record; of a protected one say no more than that we hold it."""
    record = setting.records[talk.id]
    start, end = next(iter(split_sentences(record.text)), (0, 0))
    values: dict[str, Value] = {"office": talk.office, "day": talk.date, "words": record.text[start:end], "title": record.title}
    number = HELD if talk.protected or not end else QUOTED
    return _say(story, number, values, record, setting)


def _paper_line(story: str, paper: Paper, setting: Setting) -> Block:
    """Name a paper; of a case of ours quote what it counts, for that is asked first."""
    record = setting.records[paper.id]
    values: dict[str, Value] = {"day": paper.date, "title": paper.title.rstrip(".")}
    if paper.kind != "case":
        return _say(story, "N3", values, record, setting)
    words = _opening(paper.text)
    if words:
        return _say(story, COUNTED[0], {**values, "words": words}, record, setting)
    if paper.value is not None:
        return _say(story, COUNTED[1], {**values, "value": paper.value, "unit": paper.unit}, record, setting)
    return _say(story, "N3", values, record, setting)


def _opening(text: str) -> str:
    """Return the first whole sentences of a text, within the words that a record may take in a brief; "" where none fits."""
    end = 0
    for _, stop in split_sentences(text):
        if count_words(text[:stop]) > MOST_RECORD:
            break
        end = stop
    return text[:end].strip()


def _say(story: str, number: str, values: dict[str, Value], record: Record, setting: Setting) -> Block:
    text = word(number, values, setting.phrases)
    identity = f"{story}-{record.id}"
    return Block(
        identity, "note", text, (cite_record(record),), "record", setting.phrases.language, template=number, story=story
    )


def _countries(chosen: Chosen) -> tuple[str, ...]:
    codes = {tag.code for reading in chosen.core for tag in reading.countries if tag.role == "focus"}
    return tuple(sorted(codes))
