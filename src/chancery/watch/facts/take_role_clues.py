"""What tells that an actor does an event or that it is done to it: its place beside the event's words, and what leads to it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from chancery.common.text import fold
from chancery.watch.facts.cut_sentences import STEM, Sentence
from chancery.watch.facts.records import Actor
from chancery.watch.language import CueHit, Pack, Settings, is_placed

LEADS: Final = 24
"""Signs before and after an actor in which words lead to it ("against the former")."""
_WORD = re.compile(r"\w+|[^\w\s]")
_DATELINE = re.compile(r"(?:, [^-–—(]{3,20})?\s*(?:\([^)]*\)\s*)?[-–—]")
_ARTICLES: Final = frozenset({"the", "a", "an", "its", "his", "her", "their"})


def take_role_clues(sentence: Sentence, trigger: CueHit | None, kind: str, pack: Pack, *, words: bool) -> list[list[str]]:
    """Return the clues of each actor of a sentence, in order; `words` where weights for the language's words ship."""
    actors = sentence.actors
    coded = [place for place, actor in enumerate(actors) if actor.code]
    before = [place for place, actor in enumerate(actors) if trigger and actor.span.end <= trigger.start]
    after = [place for place, actor in enumerate(actors) if trigger and actor.span.start >= trigger.end]
    clues = []
    for place, actor in enumerate(actors):
        own = [*_self_clues(place, actors, coded), *_lead_clues(actor, sentence, kind, pack)]
        if trigger is not None:
            own += _side_clues(place, (before, after), trigger, kind, pack.settings)
        if words:
            own += _word_clues(actor, sentence)
        clues.append(own)
    return clues


def _self_clues(place: int, actors: Sequence[Actor], coded: list[int]) -> Iterator[str]:
    """Yield what an actor is, and its place among the others."""
    actor = actors[place]
    yield f"order:{min(place, 3)}"
    yield f"of {min(len(coded), 4)}:{min(place, 3)}"
    yield "last" if place == len(actors) - 1 else "not last"
    yield "office" if actor.office else "sector" if actor.sector else "bare"
    yield f"why:{actor.because.split('.')[0]}"
    if actor.code:
        yield f"coded:{min(coded.index(place), 3)}"
        if any(other.code == actor.code for other in actors[:place]):
            yield "again"
    else:
        yield "uncoded"


def _lead_clues(actor: Actor, sentence: Sentence, kind: str, pack: Pack) -> Iterator[str]:
    """Yield what stands before and behind an actor, by the pack's lists: by, to, in, verbs of saying."""
    lead = sentence.text[max(sentence.start, actor.span.start - LEADS) : actor.span.start].casefold()
    follow = sentence.text[actor.span.end : actor.span.end + LEADS].casefold()
    settings = pack.settings
    for name, small in (("by", settings.by), ("to", settings.to)):
        if _leads(small, settings.words == "spaces").search(lead):
            yield name
            yield f"{name}:{kind}"
        if settings.order != "svo" and _follows(small).match(follow):
            yield f"{name} after"
    if is_placed(lead, pack):
        yield "placed"
    if any(0 <= hit.start - actor.span.end <= LEADS // 2 for hit in sentence.cues.get("say_verbs", ())):
        yield "says"
    if actor.surface.isupper() and _DATELINE.match(sentence.text, actor.span.end):
        yield "dateline"


def _side_clues(
    place: int, sides: tuple[list[int], list[int]], trigger: CueHit, kind: str, settings: Settings
) -> Iterator[str]:
    """Yield where an actor stands from the event's words."""
    before, after = sides
    side = "before" if place in before else "after" if place in after else "inside"
    between = len(before) - 1 - before.index(place) if place in before else after.index(place) if place in after else 0
    yield side
    yield f"{side}:{kind}"
    yield f"{side}:{trigger.mark}"
    yield f"{side}:{settings.order}"
    yield f"{side}:{min(between, 2)} between"
    yield f"{side}:{min(place, 2)}"
    if before and place == before[0]:
        yield "only before" if len(before) == 1 else "first before"
        yield f"first before:{kind}"
    if after and place == after[0]:
        yield f"first after:{kind}"


def _word_clues(actor: Actor, sentence: Sentence) -> Iterator[str]:
    """Yield the words about an actor; an article is passed over."""
    lead = _WORD.findall(fold(sentence.text[max(sentence.start, actor.span.start - LEADS) : actor.span.start]))
    follow = _WORD.findall(fold(sentence.text[actor.span.end : actor.span.end + LEADS]))
    if lead and lead[-1] in _ARTICLES:
        yield f"before the:{lead[-2][:STEM]}" if len(lead) > 1 else "before the:"
    else:
        yield f"before:{lead[-1][:STEM]}" if lead else "begins"
    yield f"behind:{follow[0][:STEM]}" if follow else "ends"
    if len(follow) > 1:
        yield f"behind 2:{follow[1][:STEM]}"


@cache
def _leads(words: tuple[str, ...], spaced: bool) -> re.Pattern[str]:
    either = "|".join(map(re.escape, words)) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{either})\W+(?:\w+\W+)?$" if spaced else rf"(?:{either})\W*$")


@cache
def _follows(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\W{{0,2}}(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?!\w)")
