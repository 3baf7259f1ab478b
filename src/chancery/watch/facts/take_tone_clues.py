"""What of a sentence tells how it speaks of a target: words of tone by role and distance, and the words about the target."""

import re
from collections.abc import Iterator
from typing import Final

from chancery.common.text import fold
from chancery.watch.facts.cut_sentences import Sentence

NEAR: Final = 40
"""Signs from the target within which a word of tone counts twice over."""
STEM: Final = 6
_WORD = re.compile(r"[^\W\d_]+|[\"“”?!]")


def take_tone_clues(sentence: Sentence, start: int, end: int, *, words: bool) -> dict[str, float]:
    """Return the clues about the target at `text[start:end]` of the sentence's field."""
    clues = {"bias": 1.0}
    for name, value in _tone_clues(sentence, start, end):
        clues[name] = clues.get(name, 0.0) + value
    if words:
        clues.update(dict.fromkeys(_word_clues(sentence, start, end), 1.0))
    return clues


def _tone_clues(sentence: Sentence, start: int, end: int) -> Iterator[tuple[str, float]]:
    """Yield (clue, strength) of each word of tone: side of the target, role, distance, sign, turned by a "not"."""
    nots = sentence.cues.get("negation", ())
    says = sentence.cues.get("say_verbs", ())
    for hit in sentence.cues.get("tone", ()):
        value = int(hit.value) / 3
        if any(0 <= hit.start - each.end <= NEAR // 2 for each in nots):
            value = -value / 2
        side = "left" if hit.end <= start else "right" if hit.start >= end else "inside"
        away = start - hit.end if side == "left" else hit.start - end
        low, high = (hit.end, start) if side == "left" else (end, hit.start)
        rivals = sum(low <= actor.span.start < high for actor in sentence.actors)
        sign = "+" if value > 0 else "-"
        strength = abs(value)
        yield f"{side}:{hit.mark}:{sign}", strength
        if away <= NEAR:
            yield f"near {side}:{hit.mark}:{sign}", strength
        if rivals == 0:
            yield f"own {side}:{hit.mark}:{sign}", strength
    if any(0 <= hit.start - end <= NEAR // 2 for hit in says):
        yield "says", 1.0


def _word_clues(sentence: Sentence, start: int, end: int) -> Iterator[str]:
    left = [word[:STEM] for word in _WORD.findall(fold(sentence.text[sentence.start : start]))]
    right = [word[:STEM] for word in _WORD.findall(fold(sentence.text[end : sentence.end]))]
    yield from (f"l:{word}" for word in left)
    yield from (f"r:{word}" for word in right)
    yield from (f"a:{word}" for word in (*left, *right))
    yield from (f"l4:{word}" for word in left[-4:])
    yield from (f"r4:{word}" for word in right[:4])
    yield f"r2:{'_'.join(right[:2])}"
    yield f"l2:{'_'.join(left[-2:])}"
