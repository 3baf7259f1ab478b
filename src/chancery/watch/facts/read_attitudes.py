"""How countries and public organisations are spoken of, sentence by sentence; never persons."""

from collections.abc import Sequence

from chancery.common.citation import Span
from chancery.watch.facts.cut_sentences import Sentence
from chancery.watch.facts.records import Actor, Attitude
from chancery.watch.facts.take_tone_clues import Stage, set_stage, take_tone_clues
from chancery.watch.facts.tone_weights import ToneModel
from chancery.watch.language import Pack

WORDED = 4
"""Sentences, the title among them, in which every word is weighed."""

STRONG = 3
"""Strength of all words of tone in a sentence, of 3 at most each, from which it is asked: weaker ones are nearly all plain."""

LEAST = 0.5
"""Probability below which no tone is told: the sentence speaks plainly, or we cannot tell."""


def read_attitudes(sentences: Sequence[Sentence], pack: Pack, model: ToneModel) -> tuple[Attitude, ...]:
    """Return the tone toward each State and organisation in sentences with words of tone enough.

    In the title and the first sentences all words are weighed, further down the words of tone alone.
    """
    found: list[Attitude] = []
    for place, sentence in enumerate(sentences):
        targets = {actor.code: actor for actor in reversed(sentence.actors) if actor.code and not actor.office}
        if not targets or sum(abs(int(hit.value)) for hit in sentence.cues.get("tone", ())) < STRONG:
            continue
        stage = set_stage(sentence)
        words = place < WORDED and pack.settings.language in model.worded
        for actor in reversed(targets.values()):
            value, confidence = tell_tone(stage, actor.span.start, actor.span.end, model, words=words)
            if confidence >= LEAST:
                span = Span(sentence.field, sentence.start, sentence.end)
                found.append(Attitude(actor, _holder(sentence, actor), value, confidence, span, "tone.json"))
    return tuple(found)


def tell_tone(stage: Stage, start: int, end: int, model: ToneModel, *, words: bool) -> tuple[float, float]:
    """Return the tone toward the target at `text[start:end]`, -1 to 1 and 0 where it is plain, and its probability."""
    bad, plain, good = model.weigh(take_tone_clues(stage, start, end, words=words), words=words)
    most = max(bad, plain, good)
    return (0.0 if most == plain else good if most == good else -bad), most


def _holder(sentence: Sentence, target: Actor) -> Actor | None:
    """Return who speaks: the actor that stands before the sentence's first verb of saying."""
    for say in sentence.cues.get("say_verbs", ()):
        before = [actor for actor in sentence.actors if actor.span.end <= say.start and actor.span != target.span]
        if before:
            return before[-1]
    return None
