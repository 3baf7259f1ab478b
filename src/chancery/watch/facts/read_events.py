"""Events of an article: who did what to whom, read in its title and first sentences; below the precision asked it abstains."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from typing import Final

from chancery.common.citation import Span
from chancery.watch.facts.cut_sentences import Sentence
from chancery.watch.facts.event_weights import KINDS, EventModel
from chancery.watch.facts.records import Actor, Event, Quad, Realis
from chancery.watch.facts.take_event_clues import NEAR, take_event_clues
from chancery.watch.facts.take_role_clues import take_role_clues
from chancery.watch.language import CueHit, Pack

SENTENCES: Final = 3
"""Sentences of the text that are read for events after the title: further down stands background."""

AT_HOME: Final = frozenset({"CONCEDE", "COERCE", "PROTEST", "ASSAULT"})
"""Kinds that are done to somebody of the same State where no other is named: a curfew lifted, people arrested."""

MOST_ACTORS: Final = 12
"""Actors of a sentence that are weighed, the first: a list of twenty States has no one source."""

SHORTEST: Final = 8
"""Signs below which a sentence tells no event."""


def read_events(sentences: Sequence[Sentence], pack: Pack, model: EventModel, focus: str) -> tuple[Event, ...]:
    """Return the events of an article, one a sentence at most. `focus` is its country, "" where it has none.

    A pack without words of events tells none.
    """
    if not pack.lead.automaton:
        return ()
    titles = [sentence for sentence in sentences if sentence.field == "title"]
    texts = [sentence for sentence in sentences if sentence.field == "text"][:SENTENCES]
    chosen = [sentence for sentence in (*titles, *texts) if sentence.end - sentence.start >= SHORTEST]
    return tuple(event for sentence in chosen if (event := read_event(sentence, pack, model, focus)) is not None)


def read_event(sentence: Sentence, pack: Pack, model: EventModel, focus: str = "") -> Event | None:
    """Return the main event of a sentence; None where it has neither a cue nor an actor."""
    hits = sentence.cues.get("event_cues", ())
    if not hits and not sentence.actors:
        return None
    words = pack.settings.language in model.worded
    shares = model.weigh_kinds(take_event_clues(sentence, words=words), words=words).tolist()
    by_quad: dict[Quad, float] = {}
    for quad, share in zip(model.quads, shares, strict=True):
        by_quad[quad] = by_quad.get(quad, 0.0) + share
    quad, confidence = max(by_quad.items(), key=lambda pair: pair[1])
    _, kind = max((share, kind) for kind, share in zip(model.classes, shares, strict=True) if KINDS[kind][1] == quad)
    trigger = find_trigger(kind, hits)
    source, target = _tell_roles(sentence, trigger, kind, pack, model, focus)
    span = Span(sentence.field, trigger.start, trigger.end) if trigger else Span(sentence.field, sentence.start, sentence.end)
    return Event(
        kind=KINDS[kind][0],
        quad=quad,
        source=source,
        target=target,
        realis=_realis(sentence, trigger, pack),
        confidence=confidence,
        span=span,
        surface=sentence.text[span.start : span.end],
        status="found" if quad == "statement" or confidence >= model.least else "abstained",
        because=f"events.json, {trigger.table}.tsv:{trigger.line}" if trigger else "events.json",
    )


def _tell_roles(
    sentence: Sentence, trigger: CueHit | None, kind: str, pack: Pack, model: EventModel, focus: str
) -> tuple[Actor | None, Actor | None]:
    """Return who does it and to whom: the likeliest pair. Who has no country has the likeliest other one's in the sentence.

    Where nobody else is named, what is done at home is done to somebody at home.
    """
    actors = sentence.actors[:MOST_ACTORS]
    if not actors:
        return None, None
    words = pack.settings.language in model.worded
    clues = take_role_clues(sentence, trigger, kind, pack, words=words)
    odds = [model.weigh_roles(each) for each in clues]
    source, target = _likeliest_pair(actors, odds)
    doer = _at_home(source, None, 0, actors, odds, focus)
    if target is not None:
        return doer, _at_home(target, source, 1, actors, odds, doer.code)
    return doer, replace(doer, because=f"{doer.because}, nobody else named") if kind in AT_HOME and doer.code else None


def _likeliest_pair(actors: Sequence[Actor], odds: Sequence[tuple[float, float]]) -> tuple[int, int | None]:
    """Return the places of the two actors that are source and target together most likely; no target where nobody differs."""
    pairs = [
        (odds[one][0] + odds[two][1], -one, -two)
        for one, two in permutations(range(len(actors)), 2)
        if _differ(actors[one], actors[two])
    ]
    if not pairs:
        return max(range(len(actors)), key=lambda place: odds[place][0]), None
    _, source, target = max(pairs)
    return -source, -target


def _differ(one: Actor, two: Actor) -> bool:
    return (one.code, one.sector) != (two.code, two.sector)


def _at_home(
    place: int, other: int | None, role: int, actors: Sequence[Actor], odds: Sequence[tuple[float, float]], focus: str
) -> Actor:
    """Return an actor, with a country where it names none: that of the likeliest for its role, else `focus`."""
    actor = actors[place]
    if actor.code:
        return actor
    named = [each for each in range(len(actors)) if actors[each].code and not actors[each].organisation]
    codes = {actors[each].code for each in named}
    free = named if len(codes) == 1 else [each for each in named if each != other]
    chosen = max(free, key=lambda each: odds[each][role], default=None)
    code = actors[chosen].code if chosen is not None else focus
    return replace(actor, code=code, because=f"{actor.because}, country of the sentence") if code else actor


def find_trigger(kind: str, hits: Sequence[CueHit]) -> CueHit | None:
    """Return the cue an event rests on: a strong one of its kind, else any of it, else one of its quad, else the first."""
    quad = KINDS[kind][1]
    return next(
        (
            found[0]
            for found in (
                [hit for hit in hits if hit.value == kind and hit.mark != "weak"],
                [hit for hit in hits if hit.value == kind],
                [hit for hit in hits if hit.value in KINDS and KINDS[hit.value][1] == quad],
                hits,
            )
            if found
        ),
        None,
    )


def _realis(sentence: Sentence, trigger: CueHit | None, pack: Pack) -> Realis:
    """Return what the words about an event say of it: denied, planned, hypothetical, else reported.

    They stand shortly before it or within it (a future in the verb itself); behind it where the verb comes last or first.
    """
    if trigger is None:
        said = {hit.value for hit in sentence.cues.get("realis", ())}
        return _strongest(said)
    after = NEAR // 2 if pack.settings.order != "svo" else 0
    said = {hit.value for hit in sentence.cues.get("realis", ()) if _bears(hit, trigger, NEAR, after)}
    if any(_bears(hit, trigger, NEAR // 2, after) for hit in sentence.cues.get("negation", ())):
        said.add("denied")
    return _strongest(said)


def _bears(hit: CueHit, trigger: CueHit, before: int, after: int) -> bool:
    return hit.start - after <= trigger.end and trigger.start - before <= hit.end and (after > 0 or hit.start < trigger.end)


def _strongest(said: set[str]) -> Realis:
    order: tuple[Realis, ...] = ("denied", "planned", "hypothetical")
    return next((realis for realis in order if realis in said), "reported")
