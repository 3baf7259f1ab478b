"""Which stories matter to this mission today, and why, in words."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chancery.advise.count_voices import Voices, count_voices
from chancery.advise.find_core import find_core, is_fresh
from chancery.advise.match_terms import Terms, compile_terms, find_terms, fold_leads, fold_titles
from chancery.advise.name_places import name_place
from chancery.advise.records import Brief, Conversation, Paper
from chancery.common.finding import Finding, Value
from chancery.common.mission import Mission
from chancery.common.time import local_day
from chancery.watch.records import Article, Reading, Source, Story

# How much each reason weighs. Set by hand on the example embassy until officers' keep and drop clicks can teach them.
RESIDENT, CONCURRENT, OWN_STATE, THEME, VOICE = 3.0, 2.0, 2.0, 2.0, 2.0
PAPER, DUE_SOON, CASE, NEW, HEARD = 2.0, 1.5, 2.0, 1.0, 1.5
AGAIN = 2.0  # what each earlier story of its theme takes from a story
SPOKEN = 3  # one in so many articles of a story speaks of its theme
MOST_SPREAD = 40  # stories put in order so; no brief holds more
ALSO = 0.25  # what a further place of ours adds: one list of States is no better reason than one State
MENTION = 0.4  # a country named in passing, against one the story is about
FIRST_WINDOW = timedelta(hours=36)  # what "since the last brief" means where there is none
LONGEST_WINDOW = timedelta(days=4)  # a long weekend; an older brief is not "the last"
LINKED = 2  # terms a story must share with a paper, unless one of them is a phrase
MOST_PLACES = 3  # places that are printed
MOST_REASONS = 4  # reasons that are printed; the strongest

Reason = tuple[float, Finding | None]
"""What a reason weighs, and the reason in words, None where another line of the brief says it."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A story chosen, with its reasons as findings, its voices and what of ours it touches.

    `core` is what it is about now, best to quote first; `heard` are our records on it, with the articles that speak of the
    same; `fresh` counts new reports; `theme` is the one most spoken of.
    """

    story: Story
    core: tuple[Reading, ...]
    score: float
    why: tuple[Finding, ...]
    voices: Voices
    papers: tuple[Paper, ...]
    heard: tuple[tuple[Conversation, tuple[Article, ...]], ...]
    fresh: int
    theme: str


@dataclass(frozen=True, slots=True)
class Interests:
    """What a mission looks for, compiled once."""

    mission: Mission
    places: Mapping[str, str]
    themes: tuple[tuple[str, str, Terms], ...]
    papers: tuple[tuple[Paper, Terms], ...]
    conversations: tuple[tuple[Conversation, Terms], ...]


def compile_interests(mission: Mission, papers: Sequence[Paper], conversations: Sequence[Conversation]) -> Interests:
    """Return the terms of a mission's themes and papers, ready to match."""
    themes = tuple(
        (section.name, theme.name, compile_terms(theme.terms)) for section in mission.sections for theme in section.themes
    )
    places = {accreditation.code: accreditation.residence for accreditation in mission.accreditations}
    return Interests(
        mission,
        places,
        themes,
        tuple((paper, compile_terms(paper.story_terms)) for paper in papers),
        tuple((talk, compile_terms(talk.story_terms)) for talk in conversations),
    )


def choose_stories(
    stories: Sequence[Story], sources: Mapping[str, Source], interests: Interests, previous: Brief | None, now: datetime
) -> tuple[Chosen, ...]:
    """Return the stories with something new that concern this mission, most important first; ties by id.

    Order: the sum of the weights above, less for each story of the same theme that stands before. A story that names none of
    our States and touches none of our themes or papers is left out whatever its size.
    """
    since = start_of_news(previous, now)
    known = {item.id for section in previous.sections for item in section.items} if previous else set()
    weighed = (
        _weigh(story, sources, interests, story.id in known, previous is not None, since, now)
        for story in stories
        if story.last_seen > since
    )
    return _spread(sorted((chosen for chosen in weighed if chosen.why), key=lambda c: (-c.score, c.story.id)))


def _spread(ranked: list[Chosen]) -> tuple[Chosen, ...]:
    """Return stories so that one theme does not crowd out the others: each further story of a theme weighs less."""
    told: dict[str, int] = {}
    spread: list[Chosen] = []
    while ranked and len(spread) < MOST_SPREAD:
        best = max(ranked, key=lambda c: c.score - AGAIN * (told.get(c.theme, 0) if c.theme else 0))
        ranked.remove(best)
        spread.append(best)
        told[best.theme] = told.get(best.theme, 0) + 1
    return (*spread, *ranked)


def start_of_news(previous: Brief | None, now: datetime) -> datetime:
    """Return the moment after which something is new: the last brief, unless it is too old to count."""
    if previous is None or now - previous.as_of > LONGEST_WINDOW:
        return now - FIRST_WINDOW
    return previous.as_of


def _weigh(
    story: Story,
    sources: Mapping[str, Source],
    interests: Interests,
    known: bool,
    compare: bool,
    since: datetime,
    now: datetime,
) -> Chosen:
    core = find_core(story, since, interests.mission.languages)
    titles = fold_titles(core)
    voices = count_voices(story, sources)
    papers = tuple(paper for paper, terms in interests.papers if _touches(terms, titles))
    heard = tuple((talk, said) for talk, terms in interests.conversations if (said := _touching(terms, core)))
    fresh = sum(is_fresh(reading.article, since) for reading in story.originals)
    themes = _themes(core, interests)
    reasons = [
        *_place_reasons(core, interests),
        *_theme_reasons(themes),
        *_paper_reasons(papers, local_day(now, interests.mission.time_zone)),
    ]
    if not reasons or not fresh:
        return Chosen(story, core, 0.0, (), voices, papers, heard, fresh, "")
    if voices.voices > 1:
        reasons.append((VOICE * math.log2(voices.voices), None))
    if compare and not known:
        reasons.append((NEW, None))
    score = sum(weight for weight, _ in reasons) + HEARD * bool(heard)
    why = tuple(finding for _, finding in sorted(reasons, key=lambda pair: -pair[0]) if finding)[:MOST_REASONS]
    theme = themes[0][1] if themes else ""
    return Chosen(story, core, score, why, voices, papers, heard, fresh, theme)


def _place_reasons(core: Sequence[Reading], interests: Interests) -> list[Reason]:
    """Weigh the States and organisations of ours that a story names, in one reason; the few it is most about are printed."""
    share: dict[str, float] = {}
    for reading in core:
        for tag in reading.countries:
            if _weight_of(tag.code, interests):
                part = (1.0 if tag.role == "focus" else MENTION) / len(core)
                share[tag.code] = share.get(tag.code, 0.0) + part
    if not share:
        return []
    mission = interests.mission
    told = sorted(share, key=lambda code: (-share[code], code))[:MOST_PLACES]
    names = ", ".join(name_place(code, mission, mission.language) for code in told if share[code] >= share[told[0]] / 2)
    first, *others = sorted((_weight_of(code, interests) * part for code, part in share.items()), reverse=True)
    return [(first + ALSO * sum(others), _why("W1", places=names))]


def _weight_of(code: str, interests: Interests) -> float:
    """Return what a place weighs for this mission, 0 where it is none of ours."""
    if code == interests.mission.sending_state:
        return OWN_STATE
    return {"resident": RESIDENT, "concurrent": CONCURRENT}.get(interests.places.get(code, ""), 0.0)


def _themes(core: Sequence[Reading], interests: Interests) -> list[tuple[str, str]]:
    """Return section and theme of the themes most spoken of, two at most and of different sections.

    A theme that fewer than one in three of the articles speak of is a passing word.
    """
    leads = [fold_leads([reading]) for reading in core]
    found = []
    for section, theme, pattern in interests.themes:
        hits = [terms for lead in leads if (terms := find_terms(pattern, lead))]
        if SPOKEN * len(hits) >= len(leads):
            found.append((len({term for terms in hits for term in terms}), section, theme))
    first: dict[str, str] = {}
    for _, section, theme in sorted(found, key=lambda hit: (-hit[0], hit[1], hit[2])):
        first.setdefault(section, theme)
    return list(first.items())[:2]


def _theme_reasons(themes: Sequence[tuple[str, str]]) -> list[Reason]:
    return [(THEME, _why("W4", section=section, theme=theme)) for section, theme in themes]


def _paper_reasons(papers: Sequence[Paper], today: date) -> list[Reason]:
    """Weigh the two papers that matter most; of those that still wait, and all may read, tell the first due."""
    soon = today + timedelta(days=10)
    found: list[Reason] = []
    for paper in papers:
        waits = paper.due is not None and paper.status == "open"
        weight = PAPER + (DUE_SOON if waits and paper.due is not None and paper.due <= soon else 0.0)
        weight += CASE if paper.kind == "case" else 0.0
        found.append((weight if waits else PAPER / 2, None))
    days = sorted(paper.due for paper in papers if paper.due and paper.status == "open" and not paper.readers)
    told: list[Reason] = [(0.0, _why("W6", day=days[0]))] if days else []
    return [*sorted(found, key=lambda pair: -pair[0])[:2], *told]


def _touching(terms: Terms, core: Sequence[Reading]) -> tuple[Article, ...]:
    """Return the articles whose titles speak of a matter, none where the story as a whole does not."""
    if not _touches(terms, fold_titles(core)):
        return ()
    return tuple(reading.article for reading in core if find_terms(terms, fold_titles([reading])))


def _touches(terms: Terms, folded: str) -> bool:
    hits = find_terms(terms, folded)
    return len(hits) >= LINKED or any(" " in hit for hit in hits)


def _why(template: str, **values: Value) -> Finding:
    return Finding(template, template, tuple(values.items()), ())
