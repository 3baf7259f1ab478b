"""What of a sentence tells its event: cues of the pack and where they stand; words, where weights for the language ship."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from chancery.common.text import fold
from chancery.watch.facts.cut_sentences import STEM, Sentence
from chancery.watch.language import CueHit

NEAR: Final = 28
"""Signs before a cue in which a "not" or a "will" bears on it."""
CLOSE: Final = 18
FAR: Final = 70
"""Signs between the first actor and the first strong cue behind it: at most a word or two; a clause or more."""
_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*|[\"“”?]")


def take_event_clues(sentence: Sentence, *, words: bool) -> set[str]:
    """Return the clues of a sentence: those of the pack's cues, and those of its words where `words`."""
    clues = {"bias", *_cue_clues(sentence)}
    return clues.union(_word_clues(sentence)) if words else clues


def _cue_clues(sentence: Sentence) -> Iterator[str]:
    hits = sentence.cues.get("event_cues", [])
    says = sentence.cues.get("say_verbs", [])
    for place, hit in enumerate(hits):
        strength = "w" if hit.mark == "weak" else "s"
        yield f"has:{hit.value}:{strength}"
        if place == 0:
            yield f"first:{hit.value}:{strength}"
        if place == len(hits) - 1:
            yield f"last:{hit.value}"
        for table in ("negation", "realis"):
            for near in sentence.cues.get(table, ()):
                if 0 <= hit.start - near.end <= NEAR or (table == "negation" and 0 <= near.start - hit.end <= NEAR // 2):
                    yield f"{near.value}:{hit.value}"
        if says:
            yield f"{'after' if says[0].start < hit.start else 'before'}-say:{hit.value}"
    for one, two in pairwise(hits):
        yield f"{one.value}>{two.value}"
    if not hits:
        yield "no cue"
    yield from _shape(sentence, hits, says)
    yield from _places(sentence, hits)


def _places(sentence: Sentence, hits: list[CueHit]) -> Iterator[str]:
    """Yield where cues stand: in which third of the sentence, and how far behind the first actor, its likely subject."""
    length = max(1, sentence.end - sentence.start)
    for hit in hits:
        yield f"third {(hit.start - sentence.start) * 3 // length}:{hit.value}"
    if not sentence.actors:
        return
    subject = sentence.actors[0].span
    strong = [hit for hit in hits if hit.mark != "weak"]
    after = next((hit for hit in strong if hit.start >= subject.end), None)
    before = next((hit for hit in strong if hit.end <= subject.start), None)
    if before is not None:
        yield f"before subject:{before.value}"
    if after is not None:
        gap = sentence.text[subject.end : after.start]
        yield f"after subject:{after.value}"
        if len(gap) <= CLOSE:
            yield f"close to subject:{after.value}"
        elif len(gap) > FAR:
            yield f"far from subject:{after.value}"


def _shape(sentence: Sentence, hits: list[CueHit], says: list[CueHit]) -> Iterator[str]:
    countries = {actor.code for actor in sentence.actors if actor.code}
    yield f"countries:{min(len(countries), 3)}"
    yield f"cues:{min(len(hits), 4)}"
    if says:
        yield "says"
        yield "says first" if not hits or says[0].start < hits[0].start else "says later"
    if any(mark in sentence.words for mark in '"“«「'):
        yield "marks"
    for hit in sentence.cues.get("realis", ()):
        yield f"realis:{hit.value}"


def _word_clues(sentence: Sentence) -> Iterator[str]:
    """Yield stems and pairs of neighbours, actors as what they are: their names must not be learnt."""
    stems = list(_masked(sentence))
    yield from (f"w:{stem}" for stem in stems)
    yield from (f"p:{one}_{two}" for one, two in pairwise(stems))


def _masked(sentence: Sentence) -> Iterator[str]:
    last = sentence.start
    for actor in sentence.actors:
        if actor.span.start < last:
            continue
        yield from _stems(sentence.text[last : actor.span.start])
        yield "@C" if actor.code and not actor.organisation else "@O" if actor.organisation else "@G"
        last = actor.span.end
    yield from _stems(sentence.text[last : sentence.end])


def _stems(text: str) -> Iterator[str]:
    for word in _WORD.findall(fold(text)):
        yield "#" if word[0].isdigit() else word[:STEM]
