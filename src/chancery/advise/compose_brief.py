"""The daily brief: bottom line first, what is due, the stories, what changed, what is held back, what we could not see."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from chancery.advise.choose_stories import choose_stories, start_of_news
from chancery.advise.cite import Stated, record_conversation, record_findings, record_paper
from chancery.advise.find_changes import find_changes
from chancery.advise.find_due import WEEK, count_due, find_due
from chancery.advise.find_gaps import SourceLook, find_gaps
from chancery.advise.find_matters import FindSounds, hear_nothing
from chancery.advise.hold_back import hold_back, may_lead
from chancery.advise.phrases import Phrases, word_finding, write_day
from chancery.advise.quote_articles import QuoteBudget, title_span
from chancery.advise.records import Block, Brief, BriefSection, Conversation, Item, Paper, Record
from chancery.advise.weigh_story import Chosen, compile_interests
from chancery.advise.write_items import Setting, Written, counted_of, make_item, write_item
from chancery.common.finding import Finding
from chancery.common.mark import highest, within
from chancery.common.mission import Mission
from chancery.common.time import local_day
from chancery.watch.records import Story

LEADS = 3  # statements in a bottom line that a minister remembers
SENTENCES = (3, 3, 2, 1, 1)
"""Quoted sentences of each story in a daily brief of two pages: the first stories in full, the last by title alone."""
STORIES = 9


@dataclass(frozen=True, slots=True)
class Material:
    """All a brief is made of, at one moment.

    `left_out` are statements that the checker refused, each with the title of its part: the brief goes without and says so.
    """

    mission: Mission
    looks: tuple[SourceLook, ...]
    stories: tuple[Story, ...]
    conversations: tuple[Conversation, ...]
    papers: tuple[Paper, ...]
    previous: Brief | None
    phrases: Phrases
    now: datetime
    sounds: FindSounds = hear_nothing
    left_out: Mapping[str, str] = field(default_factory=dict)


def compose_brief(material: Material) -> tuple[Brief, tuple[Record, ...]]:
    """Return the brief and every record of ours that it may cite. Same material, same brief, to the byte."""
    material = _prepared(material)
    mission, phrases, today = material.mission, material.phrases, _today(material)
    sources = {look.source.id: look.source for look in material.looks}
    records = _own_records(material)
    due = find_due(material.papers, records, today)
    budget = QuoteBudget(sources)
    written, passed_over = _write_stories(material, records, due, budget)
    leads = _leads(written, phrases.language)
    since = start_of_news(material.previous, material.now)
    held = hold_back(written, material.papers, material.conversations, material.stories, budget, since)
    sections = (
        _state("bottom_line", _bottom_line(leads, due, held, today, phrases), material, _heads(leads)),
        (_section("due", tuple(_say(finding, phrases) for finding in due), material), None),
        _story_section(written, leads, material),
        _state("changed", _changes(written, passed_over, material, budget), material),
        _state("held_back", held, material),
        _state("unseen", find_gaps(material.looks, material.stories, mission, material.now, material.left_out), material),
    )
    watched = (record for _, record in sections if record)
    return _brief(tuple(section for section, _ in sections), material), (*records.values(), *watched)


def _changes(
    written: Sequence[Written], passed_over: Sequence[Chosen], material: Material, budget: QuoteBudget
) -> tuple[Stated, ...]:
    """Return what changed; a heading of the last brief is printed again only within what its source allows today."""
    articles = {reading.article.id: reading.article for story in material.stories for reading in story.readings}

    def may_print(heading: Block) -> bool:
        if heading.voice != "source":
            return True
        article = articles.get(heading.citations[0].ref) if heading.citations else None
        return article is not None and budget.take(article, title_span(article))

    told = [each.chosen for each in written]
    return find_changes(told, passed_over, material.previous, budget, may_print)


def _prepared(material: Material) -> Material:
    """Return the material without what is marked above the mission's ceiling, its phrases told the year of the brief."""
    ceiling = material.mission.ceiling
    return replace(
        material,
        conversations=tuple(talk for talk in material.conversations if within(talk.mark, ceiling)),
        papers=tuple(paper for paper in material.papers if within(paper.mark, ceiling)),
        phrases=replace(material.phrases, year=_today(material).year),
    )


def _today(material: Material) -> date:
    return local_day(material.now, material.mission.time_zone)


def _own_records(material: Material) -> dict[str, Record]:
    talks = (record_conversation(talk) for talk in material.conversations)
    return {record.id: record for record in (*talks, *(record_paper(paper) for paper in material.papers))}


def _write_stories(
    material: Material, records: dict[str, Record], due: Sequence[Finding], budget: QuoteBudget
) -> tuple[tuple[Written, ...], tuple[Chosen, ...]]:
    """Return the stories of the brief in words, most important first, each within its share of two pages; then those left.

    A story that touches nothing of ours but a State's name is told only where there is no other.
    """
    interests = compile_interests(material.mission, material.papers, material.conversations)
    chosen = choose_stories(material.stories, budget.sources, interests, material.previous, material.now, material.sounds)
    setting = Setting(material.phrases, records, material.mission.time_zone, material.left_out.keys())
    told, counted = {finding.about for finding in due}, set[str]()
    written: list[Written] = []
    passed_over: list[Chosen] = []
    for each in chosen:
        only_named = each.bare and any(not before.chosen.bare for before in written)
        if len(written) == STORIES or only_named:
            passed_over.append(each)
            continue
        sentences = SENTENCES[len(written)] if len(written) < len(SENTENCES) else 0
        item = write_item(each, sentences, told, counted, budget, setting)
        if item:
            written.append(item)
            counted |= {citation.ref for block in item.own for citation in block.citations}
            told |= counted
    return tuple(written), tuple(passed_over)


def _leads(written: Sequence[Written], language: str) -> list[Written]:
    """Return the stories that may lead: one of each theme before a second, then the brief's language before others."""
    able = [each for each in written if each.facts and may_lead(each.chosen)]
    able.sort(key=lambda each: each.facts[0].lang not in ("", language))
    themes = [each.chosen.theme for each in able]
    again = [bool(theme) and theme in themes[:place] for place, theme in enumerate(themes)]
    return [each for _, each in sorted(zip(again, able, strict=True), key=lambda pair: pair[0])][:LEADS]


def _heads(leads: Sequence[Written]) -> list[Block]:
    """Return what leads the brief: the first sentence of each story, and under it what we count ourselves."""
    return [block for each in leads for block in (each.facts[0], *counted_of(each))]


def _bottom_line(
    leads: Sequence[Written], due: Sequence[Finding], held: Sequence[Stated], today: date, phrases: Phrases
) -> Iterable[Stated]:
    """Yield what stands under the leads: what waits, and that something is held back."""
    if not leads:
        yield Stated("none", "B3", (("independent sources needed", 2),))
    late, week = count_due(due, today)
    yield Stated("due", "B1" if late or week else "B2", (("late", late), ("due", week), ("until", today + WEEK)))
    if held:
        yield Stated("held", "B4", (("count", len(held)), ("title", phrases.titles["held_back"])))


def _state(
    name: str, stated: Iterable[Stated], material: Material, before: Sequence[Block] = ()
) -> tuple[BriefSection, Record]:
    """Return a section of our own findings, quotations `before` them, with the record those findings cite."""
    title, zone = material.phrases.titles[name], material.mission.time_zone
    findings, record = record_findings(name, title, stated, material.now, zone)
    lines = tuple(_say(finding, material.phrases) for finding in findings)
    return _section(name, (*before, *lines), material), record


def _story_section(written: Sequence[Written], leads: Sequence[Written], material: Material) -> tuple[BriefSection, Record]:
    """Return the stories as items; a sentence that leads the brief is not said again."""
    phrases = material.phrases
    told = frozenset((*(block.id for block in _heads(leads)), *material.left_out))
    stated = [line for each in written for line in each.stated]
    findings, record = record_findings("stories", phrases.titles["stories"], stated, material.now, material.mission.time_zone)
    lines = {finding.about: _say(finding, phrases) for finding in findings}
    items: tuple[Item, ...] = tuple(
        make_item(each, [replace(lines[line.key], story=each.chosen.story.id) for line in each.stated], told, phrases)
        for each in written
    )
    return BriefSection("stories", phrases.titles["stories"], items=items), record


def _section(name: str, blocks: tuple[Block, ...], material: Material) -> BriefSection:
    stand = tuple(block for block in blocks if block.id not in material.left_out)
    return BriefSection(name, material.phrases.titles[name], blocks=stand)


def _say(finding: Finding, phrases: Phrases) -> Block:
    text = word_finding(finding, phrases)
    return Block(finding.id, "note", text, finding.citations, "record", phrases.language, template=finding.template)


def _brief(sections: tuple[BriefSection, ...], material: Material) -> Brief:
    mission, phrases, today = material.mission, material.phrases, _today(material)
    draft = Brief(
        id=f"{mission.id}-daily-{today:%Y-%m-%d}",
        kind="daily",
        mission=mission.id,
        mission_name=mission.name,
        language=phrases.language,
        time_zone=mission.time_zone,
        as_of=material.now,
        title=f"{phrases.titles['daily']}, {write_day(today, replace(phrases, year=0))}",
        sections=sections,
        mark="public",
    )
    return replace(draft, mark=highest(citation.mark for block in draft.blocks for citation in block.citations))
