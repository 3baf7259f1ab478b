"""Events of an article: who did what to whom, read in its title and first sentences; below the precision asked it abstains."""

from collections.abc import Sequence
from dataclasses import replace
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

SHORTEST: Final = 8
"""Signs below which a sentence tells no event."""


def read_events(sentences: Sequence[Sentence], pack: Pack, model: EventModel, focus: str) -> tuple[Event, ...]:
    """Return the events of an article, one a sentence at most. `focus` is its country, "" where it has none."""
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
        realis=_realis(sentence, trigger),
        confidence=confidence,
        span=span,
        surface=sentence.text[span.start : span.end],
        status="found" if quad == "statement" or confidence >= model.least else "abstained",
        because=f"events.json, {trigger.table}.tsv:{trigger.line}" if trigger else "events.json",
    )


def _tell_roles(
    sentence: Sentence, trigger: CueHit | None, kind: str, pack: Pack, model: EventModel, focus: str
) -> tuple[Actor | None, Actor | None]:
    """Return who does it and to whom. Who has no country of its own has the likeliest other one's in the sentence.

    Where nobody else is named, what is done stays in the country of who does it.
    """
    actors = sentence.actors
    if not actors:
        return None, None
    words = pack.settings.language in model.worded
    clues = take_role_clues(sentence, trigger, kind, pack, words=words)
    odds = [model.weigh_roles(each) for each in clues]
    places = range(len(actors))
    source = max(places, key=lambda place: odds[place][0] - odds[place][1] / 2)
    others = [place for place in places if place != source and _differ(actors[place], actors[source])]
    target = max(others, key=lambda place: odds[place][1], default=None)
    doer = _at_home(source, target, 0, actors, odds, focus)
    return doer, None if target is None else _at_home(target, source, 1, actors, odds, doer.code)


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


def _realis(sentence: Sentence, trigger: CueHit | None) -> Realis:
    """Return what the words shortly before an event say of it: denied, planned, hypothetical, else reported."""
    at = trigger.start if trigger else sentence.end
    said = {hit.value for hit in sentence.cues.get("realis", ()) if 0 <= at - hit.end <= NEAR or trigger is None}
    denied = any(0 <= at - hit.end <= NEAR // 2 for hit in sentence.cues.get("negation", ())) if trigger else False
    if denied or "denied" in said:
        return "denied"
    return "planned" if "planned" in said else "hypothetical" if "hypothetical" in said else "reported"
