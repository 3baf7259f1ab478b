"""The daily brief: bottom line first, then stories, what changed, what is due, what is held back, what we could not see."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from chancery.advise.choose_stories import choose_stories, compile_interests, start_of_news
from chancery.advise.cite import cite_record, record_conversation, record_paper, record_watch
from chancery.advise.find_changes import find_changes
from chancery.advise.find_due import WEEK, count_due, find_due
from chancery.advise.find_gaps import SourceLook, find_gaps
from chancery.advise.hold_back import hold_back, may_lead
from chancery.advise.phrases import Phrases, word_finding, write_day
from chancery.advise.quote_articles import QuoteBudget
from chancery.advise.records import Block, Brief, BriefSection, Conversation, Item, Paper, Record
from chancery.advise.write_items import Setting, Written, write_item
from chancery.common.finding import Finding
from chancery.common.mark import highest
from chancery.common.mission import Mission
from chancery.watch.records import Story

LEADS = 3  # statements in a bottom line that a minister remembers
STORIES = 10  # stories in a daily brief of two pages


@dataclass(frozen=True, slots=True)
class Material:
    """All a brief is made of, at one moment."""

    mission: Mission
    looks: tuple[SourceLook, ...]
    stories: tuple[Story, ...]
    conversations: tuple[Conversation, ...]
    papers: tuple[Paper, ...]
    previous: Brief | None
    phrases: Phrases
    now: datetime


def compose_brief(material: Material) -> tuple[Brief, tuple[Record, ...]]:
    """Return the brief and every record of ours that it may cite. Same material, same brief, to the byte."""
    mission, now, phrases = material.mission, material.now, material.phrases
    sources = {look.source.id: look.source for look in material.looks}
    records = _own_records(material)
    interests = compile_interests(mission, material.papers, material.conversations)
    chosen = choose_stories(material.stories, sources, interests, material.previous, now)
    setting = Setting(mission.languages, phrases, records, start_of_news(material.previous, now), now, "public")
    budget = QuoteBudget(sources)
    pairs = [(each, written) for each in chosen[: 2 * STORIES] if (written := write_item(each, budget, setting))][:STORIES]
    titles = {each.story.id: written.item.heading.text for each, written in pairs}
    due = find_due(material.papers, records, now.astimezone(ZoneInfo(mission.time_zone)).date())
    changed, changed_records = find_changes([each for each, _ in pairs], titles, material.previous, now)
    held, held_records = hold_back(pairs, material.papers, material.conversations, sources, material.stories, now)
    unseen, unseen_records = find_gaps(material.looks, material.stories, mission, now)
    leads = [written for each, written in pairs if may_lead(each)][:LEADS]
    bottom, bottom_records = _bottom_line(leads, due, material)
    led = {written.lead.id for written in leads if written.lead}
    items = tuple(_without(written, led) for _, written in pairs)
    sections = (
        BriefSection("bottom_line", phrases.titles["bottom_line"], blocks=bottom),
        BriefSection("stories", phrases.titles["stories"], items=items),
        _section("changed", changed, phrases),
        _section("due", due, phrases),
        _section("held_back", held, phrases),
        _section("unseen", unseen, phrases),
    )
    stories_records = tuple(written.record for _, written in pairs)
    every = (*records.values(), *stories_records, *changed_records, *held_records, *unseen_records, *bottom_records)
    return _brief(sections, material), every


def _own_records(material: Material) -> dict[str, Record]:
    talks = (record_conversation(talk) for talk in material.conversations)
    return {record.id: record for record in (*talks, *(record_paper(paper) for paper in material.papers))}


def _bottom_line(
    leads: Sequence[Written], due: Sequence[Finding], material: Material
) -> tuple[tuple[Block, ...], tuple[Record, ...]]:
    """Return the leads of the first stories and one line on what is due, with the records that line cites."""
    phrases, today = material.phrases, material.now.astimezone(ZoneInfo(material.mission.time_zone)).date()
    late, week = count_due(due, today)
    values = (("late", late), ("due", week), ("until", today + WEEK))
    record = record_watch("due", "Late and due within a week", values, material.now)
    template = "B1" if late or week else "B2"
    matters = Finding("bottom-due", template, values, (cite_record(record),))
    none = record_watch("stories", "Stories of the day", (("stories", 0),), material.now)
    empty = Finding("bottom-none", "B3", (), (cite_record(none),))
    quotes = tuple(written.lead for written in leads if written.lead)
    said = (*((_say(empty, phrases),) if not quotes else ()), _say(matters, phrases))
    return (*quotes, *said), (record, none)


def _without(written: Written, led: set[str]) -> Item:
    """Return an item without the sentence that already stands in the bottom line."""
    item = written.item
    return replace(item, blocks=tuple(block for block in item.blocks if block.id not in led))


def _section(name: str, findings: Sequence[Finding], phrases: Phrases) -> BriefSection:
    return BriefSection(name, phrases.titles[name], blocks=tuple(_say(finding, phrases) for finding in findings))


def _say(finding: Finding, phrases: Phrases) -> Block:
    return Block(
        finding.id,
        "note",
        word_finding(finding, phrases),
        finding.citations,
        "record",
        phrases.language,
        template=finding.template,
    )


def _brief(sections: tuple[BriefSection, ...], material: Material) -> Brief:
    mission, now, phrases = material.mission, material.now, material.phrases
    today = now.astimezone(ZoneInfo(mission.time_zone)).date()
    draft = Brief(
        id=f"{mission.id}-daily-{today:%Y-%m-%d}",
        kind="daily",
        mission=mission.id,
        mission_name=mission.name,
        language=phrases.language,
        time_zone=mission.time_zone,
        as_of=now,
        title=f"{phrases.titles['daily']}, {write_day(today, phrases)}",
        sections=sections,
        mark="public",
    )
    return replace(draft, mark=highest(citation.mark for citation in draft.citations))
