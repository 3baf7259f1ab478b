"""How countries and public organisations are spoken of, sentence by sentence; never persons."""

from collections.abc import Sequence

from chancery.common.citation import Span
from chancery.watch.facts.cut_sentences import Sentence
from chancery.watch.facts.records import Actor, Attitude
from chancery.watch.facts.take_tone_clues import take_tone_clues
from chancery.watch.facts.tone_weights import ToneWeights, weigh_tone
from chancery.watch.language import Pack

LEAST = 0.5
"""Probability below which no tone is told: the sentence speaks plainly, or we cannot tell."""


def read_attitudes(sentences: Sequence[Sentence], pack: Pack, weights: ToneWeights) -> tuple[Attitude, ...]:
    """Return the tone toward each State and organisation in sentences that hold a word of tone."""
    found: list[Attitude] = []
    for sentence in sentences:
        if not sentence.cues.get("tone"):
            continue
        told: set[str] = set()
        for actor in sentence.actors:
            if actor.code and actor.code not in told:
                told.add(actor.code)
                value, confidence = tell_tone(sentence, actor.span.start, actor.span.end, pack, weights)
                if confidence >= LEAST:
                    span = Span(sentence.field, sentence.start, sentence.end)
                    found.append(Attitude(actor, _holder(sentence, actor), value, confidence, span, "tone weights"))
    return tuple(found)


def tell_tone(sentence: Sentence, start: int, end: int, pack: Pack, weights: ToneWeights) -> tuple[float, float]:
    """Return the tone toward the target at `text[start:end]`, -1 to 1 and 0 where it is plain, and its probability."""
    clues = take_tone_clues(sentence, start, end, words=pack.settings.language in weights.worded)
    bad, plain, good = weigh_tone(clues, weights)
    most = max(bad, plain, good)
    return (0.0 if most == plain else good if most == good else -bad), most


def _holder(sentence: Sentence, target: Actor) -> Actor | None:
    """Return who speaks: the actor that stands before the sentence's first verb of saying."""
    for say in sentence.cues.get("say_verbs", ()):
        before = [actor for actor in sentence.actors if actor.span.end <= say.start and actor.span != target.span]
        if before:
            return before[-1]
    return None
