"""The morning: articles become stories, stories become a brief, and the checker has the last word. Start reading here.

    articles -> readings -> copies -> stories -> findings -> brief -> checks

Everything comes in through MorningMaterial and goes out through Morning; no disk, clock or network is touched on the way.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from chancery.advise import Material, Phrases, SourceLook, check_brief, compose_brief, leave_out, look_at
from chancery.advise.records import Brief, Check, Conversation, Paper, Record
from chancery.common.mission import Mission
from chancery.flow.find_names import find_sounds, name_finder
from chancery.watch import CopyFinder, Identify, Packs, Weights, gather_stories, group_articles, read_article
from chancery.watch.records import Article, Reading, Source, Story


@dataclass(frozen=True, slots=True)
class MorningMaterial:
    """All a morning is made of. `looks` says how each source stands; without it, what came in tells, and who was `cut`."""

    mission: Mission
    sources: tuple[Source, ...]
    articles: tuple[Article, ...]
    now: datetime
    packs: Packs
    identify: Identify
    weights: Weights
    phrases: Phrases
    conversations: tuple[Conversation, ...] = ()
    papers: tuple[Paper, ...] = ()
    previous: Brief | None = None
    looks: tuple[SourceLook, ...] = ()
    cut: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Morning:
    """What a morning gives: the brief, what it cites (articles and records of ours), all its stories, what the checker said.

    `refused` is what the checker said of the statements that were left out.
    """

    brief: Brief
    articles: tuple[Article, ...]
    records: tuple[Record, ...]
    stories: tuple[Story, ...]
    checks: tuple[Check, ...]
    refused: tuple[Check, ...] = ()


def morning(material: MorningMaterial) -> Morning:
    """Return the brief of `material.now`; what was seen later is not read.

    A machine statement that the checker refuses is left out, and the brief says so: one bad record costs a line, not the brief.
    Raises BlockedBrief where the bottom line itself cannot stand.
    """
    seen = sorted((a for a in material.articles if a.seen <= material.now), key=lambda article: (article.seen, article.id))
    readings = tuple(read_articles(seen, material.packs, material.identify))
    stories = gather_stories(readings, tuple(group_articles(readings, material.weights)))
    return write_brief(material, stories)


def read_articles(articles: Iterable[Article], packs: Packs, identify: Identify) -> Iterator[Reading]:
    """Yield each article as read, in the order given, with the earlier article it copies where it does."""
    copies = CopyFinder()
    for article in articles:
        reading = read_article(article, packs, identify)
        yield replace(reading, copy=copies.check(reading))


def write_brief(material: MorningMaterial, stories: tuple[Story, ...]) -> Morning:
    """Return the brief over `stories`, checked against the very texts it quotes; what the checker refuses is not in it."""
    sources = {source.id: source for source in material.sources}
    looks = material.looks or look_at(sources, stories, material.cut)
    talks, papers = material.conversations, material.papers
    said = Material(
        material.mission, looks, stories, talks, papers, material.previous, material.phrases, material.now, find_sounds
    )
    articles = {reading.article.id: reading.article for story in stories for reading in story.readings}
    find_names, refused = name_finder(material.packs), list[Check]()
    while True:
        brief, records = compose_brief(said)
        ours = {record.id: record for record in records}
        checks = check_brief(brief, articles, ours, material.mission.likelihood, sources, find_names)
        blocking = [check for check in checks if check.verdict == "blocking"]
        if not blocking:
            break
        refused += blocking
        said = replace(said, left_out=leave_out(brief, checks, said.left_out))
    cited = {citation.ref for citation in brief.citations}
    return Morning(
        brief,
        tuple(articles[ref] for ref in sorted(cited & articles.keys())),
        tuple(ours[ref] for ref in sorted(cited & ours.keys())),
        stories,
        checks,
        tuple(refused),
    )
