"""What a story weighs for this mission, and why, in words."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chancery.advise.count_voices import Voices, count_voices
from chancery.advise.find_core import find_core, is_fresh
from chancery.advise.find_corrections import find_denial
from chancery.advise.match_terms import Terms, compile_terms, find_terms, fold_leads
from chancery.advise.name_places import name_place
from chancery.advise.records import Conversation, Paper
from chancery.common.finding import Finding, Value
from chancery.common.mission import Mission
from chancery.common.text import fold
from chancery.common.time import local_day
from chancery.watch.records import Article, Reading, Source, Story

# How much each reason weighs. Set by hand on the example embassy until officers' keep and drop clicks can teach them.
RESIDENT, CONCURRENT, OWN_STATE, THEME, VOICE = 3.0, 2.0, 2.0, 2.0, 2.0
PAPER, DUE_SOON, CASE, NEW, HEARD = 2.0, 1.5, 2.0, 1.0, 1.5
SPOKEN = 3  # one in so many articles of a story speaks of its theme
ALSO = 0.25  # what a further place of ours adds: one list of States is no better reason than one State
MENTION = 0.4  # a country named in passing, against one the story is about
LINKED = 2  # terms a story must share with a paper, one where it has no more than two, or where one shared is a phrase
MOST_PLACES = 3  # places that are printed
MOST_REASONS = 4  # reasons that are printed; the strongest
LOUD, LEAST_LOUD = 4, 3  # one in so many of our outlets, three at least: such a story of a State of ours is news, theme or none
FIRST_SENTENCE = 200  # signs of a text that say what it reports, where its title is a play on words

Reason = tuple[float, Finding | None]
"""What a reason weighs, and the reason in words, None where another line of the brief says it."""

Heard = tuple[tuple[Conversation, tuple[Article, ...]], ...]
"""Records of conversation on a story, with the articles that speak of the same."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A story chosen, with its reasons as findings, its voices and what of ours it touches.

    `core` is what it is about now, best to quote first; `heard` are our records on it; `fresh` counts new reports; `themes` are
    those most spoken of, the first above all. `bare` is a story of which we know no more than that it names a State of ours.
    `also` are the stories taken into it, each by its best article and what ties it; `beside` those that found no place of their
    own beside it; `ids` are its own id, those of all it took in and of the other sides of its matter. `denied` is the article
    that denies what they say. `sides` are the other stories of its matter; `voices` count theirs too.
    """

    story: Story
    core: tuple[Reading, ...]
    score: float
    why: tuple[Finding, ...]
    voices: Voices
    papers: tuple[Paper, ...]
    heard: Heard
    fresh: int
    themes: tuple[str, ...] = ()
    bare: bool = False
    also: tuple[tuple[Reading, tuple[Value, ...]], ...] = ()
    beside: tuple[Reading, ...] = ()
    ids: tuple[str, ...] = ()
    sides: tuple[Story, ...] = ()
    denied: Article | None = None

    @property
    def theme(self) -> str:
        """The theme most spoken of, "" where there is none."""
        return self.themes[0] if self.themes else ""


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


@dataclass(frozen=True, slots=True)
class Moment:
    """When stories are weighed: news is what came after `since`; `known` are the last brief's stories, None without one."""

    now: datetime
    since: datetime
    known: frozenset[str] | None


def weigh_story(story: Story, sources: Mapping[str, Source], interests: Interests, moment: Moment) -> Chosen:
    """Return a story with what speaks for it; without a reason and anything new its `why` is empty."""
    agencies = {ref for ref, source in sources.items() if source.affiliation == "agency"}
    core = find_core(story, moment.since, interests.mission.languages, agencies)
    voices = count_voices(story, sources)
    titles = [fold(reading.article.title) for reading in core]
    said = [fold(reading.article.text[:FIRST_SENTENCE]) for reading in core]
    papers = tuple(paper for paper, terms in interests.papers if _touching(terms, core, titles, said))
    heard = tuple((talk, told) for talk, terms in interests.conversations if (told := _touching(terms, core, titles, said)))
    fresh = sum(is_fresh(reading.article, moment.since) for reading in story.originals)
    themes = _themes(core, interests)
    share = _shares(core, sources, interests)
    reasons = [
        *_place_reasons(share, interests),
        *_theme_reasons(themes),
        *_paper_reasons(papers, local_day(moment.now, interests.mission.time_zone)),
    ]
    if not reasons or not fresh:
        return Chosen(story, core, 0.0, (), voices, papers, heard, fresh, ids=(story.id,))
    if voices.voices > 1:
        reasons.append((VOICE * math.log2(voices.voices), None))
    if moment.known is not None and story.id not in moment.known:
        reasons.append((NEW, None))
    score = sum(weight for weight, _ in reasons) + HEARD * bool(heard)
    why = tuple(finding for _, finding in sorted(reasons, key=lambda pair: -pair[0]) if finding)[:MOST_REASONS]
    touched = themes or papers or heard or _is_ours(share, core, sources, interests)
    bare = not touched and voices.voices < max(LEAST_LOUD, len(sources) / LOUD)
    names = tuple(theme for _, theme in themes)
    denied = find_denial([reading.article for reading in core])
    return Chosen(story, core, score, why, voices, papers, heard, fresh, names, bare, ids=(story.id,), denied=denied)


def _is_ours(share: Mapping[str, float], core: Sequence[Reading], sources: Mapping[str, Source], interests: Interests) -> bool:
    """Tell whether a story names our own State or an organisation of ours, or is told by a government."""
    bodies = {place.code for place in interests.mission.places if place.kind == "organisation"}
    official = any((source := sources.get(reading.article.source)) and source.affiliation == "government" for reading in core)
    return official or any(code == interests.mission.sending_state or code in bodies for code in share)


def _shares(core: Sequence[Reading], sources: Mapping[str, Source], interests: Interests) -> dict[str, float]:
    """Return how much a story is about each State and organisation of ours.

    An article that names no State at all speaks of the one its outlet sits in: a paper does not name its own country.
    """
    share: dict[str, float] = {}
    for reading in core:
        source = sources.get(reading.article.source)
        seat = {source.country: 1.0} if source and source.country and not reading.countries else {}
        named = {tag.code: 1.0 if tag.role == "focus" else MENTION for tag in reading.countries} or seat
        for code, part in named.items():
            if _weight_of(code, interests):
                share[code] = share.get(code, 0.0) + part / len(core)
    return share


def _place_reasons(share: Mapping[str, float], interests: Interests) -> list[Reason]:
    """Weigh the States and organisations of ours that a story names, in one reason; the few it is most about are printed."""
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


def _touching(terms: Terms, core: Sequence[Reading], titles: Sequence[str], said: Sequence[str]) -> tuple[Article, ...]:
    """Return the articles that report on a matter of ours: by their `titles`, else where half of what is `said` first does."""
    if _touches(terms, "\n".join(titles)):
        return tuple(reading.article for reading, title in zip(core, titles, strict=True) if find_terms(terms, title))
    found = [reading.article for reading, words in zip(core, said, strict=True) if _touches(terms, words)]
    return tuple(found) if 2 * len(found) >= len(core) else ()


def _touches(terms: Terms, folded: str) -> bool:
    hits = find_terms(terms, folded)
    return len(hits) >= min(LINKED, max(1, terms.count - 1)) or any(" " in hit for hit in hits)


def _why(template: str, **values: Value) -> Finding:
    return Finding(template, template, tuple(values.items()), ())
