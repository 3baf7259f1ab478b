"""What of a sentence tells how it speaks of a target: words of tone by role, side and distance, and the words about it."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from chancery.common.text import fold
from chancery.watch.facts.cut_sentences import STEM, Sentence
from chancery.watch.language import CueHit

FADE: Final = 50.0
"""Signs from the target after which a word of tone counts 1/e."""
DENIED: Final = 20
"""Signs before a word of tone in which a "not" turns it, to half its strength."""
FOLLOWS: Final = 14
WORD: Final = 0.6
"""What a plain word weighs against a word of tone: there are ten for one."""
_WORD = re.compile(r"[^\W\d_]+|[\"“”?!]")
_CAPITALS = re.compile(r"(?<!^)\b[^\W\d_a-zа-яё][\w’'-]+(?:\s+[^\W\d_a-zа-яё][\w’'-]+)*")
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|got)\s+(?:\w+\s+)?$")
_MARKS = re.compile('["“”]')


@dataclass(frozen=True, slots=True)
class Stage:
    """A sentence ready to be asked of several targets: where names and quotation marks stand, what each tone is worth."""

    sentence: Sentence
    names: tuple[tuple[int, int], ...]
    marks: tuple[int, ...]
    tones: tuple[tuple[CueHit, float, bool], ...]


@dataclass(frozen=True, slots=True)
class _Scene:
    """A stage with its target. `rivals` are where other names begin."""

    sentence: Sentence
    start: int
    end: int
    rivals: tuple[int, ...]
    marks: tuple[int, ...]
    tones: tuple[tuple[CueHit, float, bool], ...]


def set_stage(sentence: Sentence) -> Stage:
    """Return a sentence ready for `take_tone_clues`. Each word of tone has its value and whether it is in the passive."""
    words, first = sentence.words, sentence.start
    return Stage(
        sentence,
        tuple((first + match.start(), first + match.end()) for match in _CAPITALS.finditer(words)),
        tuple(first + match.start() for match in _MARKS.finditer(words)),
        tuple((hit, _value(hit, sentence), _is_passive(hit, sentence)) for hit in sentence.cues.get("tone", ())),
    )


def take_tone_clues(stage: Stage, start: int, end: int, *, words: bool) -> dict[str, float]:
    """Return the clues about the target at `text[start:end]` of the sentence's field, with their strength."""
    rivals = tuple(first for first, last in stage.names if not (first < end and start < last))
    scene = _Scene(stage.sentence, start, end, rivals, stage.marks, stage.tones)
    clues = {"bias": 1.0}
    for name, value in (*_tone_clues(scene), *_shape_clues(scene)):
        clues[name] = clues.get(name, 0.0) + value
    if words:
        clues.update(dict.fromkeys(_word_clues(scene), WORD))
        clues.update(dict.fromkeys(_near_clues(scene), 1.0))
    return clues


def _tone_clues(scene: _Scene) -> Iterator[tuple[str, float]]:
    nearest: dict[str, tuple[int, str, float]] = {}
    better = worse = 0.0
    own = _is_quoted(scene.start, scene)
    for hit, value, passive in scene.tones:
        strength, sign = abs(value), "+" if value > 0 else "-"
        better, worse = better + max(0.0, value), worse + max(0.0, -value)
        side, away, rivals, commas = _way(hit, scene)
        key = f"{side} {hit.mark} {sign}"
        yield f"all {key}", strength / 2
        yield f"near {key}", 2 * strength * math.exp(-away / FADE)
        if not rivals:
            yield f"own {key}", strength
        if not commas:
            yield f"clause {key}", strength
        if passive:
            yield f"passive {'own ' if not rivals else ''}{key}", strength
        if scene.marks and _is_quoted(hit.start, scene) != own:
            yield f"quoted {key}", strength
        for name in (f"{side} {hit.mark}", side):
            if name not in nearest or away < nearest[name][0]:
                nearest[name] = (away, sign, strength)
        word = fold(scene.sentence.text[hit.start : hit.end])[:12]
        yield f"word {word} {side}", 1.0
        yield f"word {word}", 1.0
        if not rivals:
            yield f"own word {word} {side}", 1.0
    yield from ((f"nearest {name} {sign}", strength) for name, (_, sign, strength) in nearest.items())
    yield from (("better", better), ("worse", worse), ("balance", better - worse))


def _value(hit: CueHit, sentence: Sentence) -> float:
    value = int(hit.value) / 3
    denied = any(0 <= hit.start - each.end <= DENIED for each in sentence.cues.get("negation", ()))
    return -value / 2 if denied else value


def _is_passive(hit: CueHit, sentence: Sentence) -> bool:
    return _PASSIVE.search(sentence.text[max(sentence.start, hit.start - 18) : hit.start].lower()) is not None


def _way(hit: CueHit, scene: _Scene) -> tuple[str, int, int, int]:
    """Return on which side of the target a word of tone stands, how far off, and how many names and commas lie between."""
    if hit.end <= scene.start:
        side, low, high = "left", hit.end, scene.start
    elif hit.start >= scene.end:
        side, low, high = "right", scene.end, hit.start
    else:
        return "inside", 0, 0, 0
    return side, high - low, sum(low <= rival < high for rival in scene.rivals), scene.sentence.text.count(",", low, high)


def _is_quoted(place: int, scene: _Scene) -> bool:
    return sum(mark < place for mark in scene.marks) % 2 == 1


def _shape_clues(scene: _Scene) -> Iterator[tuple[str, float]]:
    sentence = scene.sentence
    if sentence.text.startswith(("'s", "’s"), scene.end):
        yield "possessor", 1.0
    if any(0 <= hit.start - scene.end <= FOLLOWS for hit in sentence.cues.get("say_verbs", ())):
        yield "says", 1.0
    if not sentence.cues.get("tone"):
        yield "no tone", 1.0
    yield f"names {min(4, len(scene.rivals))}", 1.0
    yield f"third {3 * (scene.start - sentence.start) // max(1, sentence.end - sentence.start)}", 1.0


def _word_clues(scene: _Scene) -> Iterator[str]:
    """Yield the stems of the sentence: on which side of the target they stand, and the four nearest once more."""
    left, right = _sides(scene)
    yield from (f"l {word}" for word in left)
    yield from (f"r {word}" for word in right)
    yield from (f"w {word}" for word in (*left, *right))
    yield from (f"l4 {word}" for word in left[-4:])
    yield from (f"r4 {word}" for word in right[:4])


def _near_clues(scene: _Scene) -> Iterator[str]:
    """Yield the words next to the target and the pairs they make."""
    left, right = _sides(scene)
    yield f"before {left[-1] if left else '-'}"
    yield f"before {' '.join(left[-2:])}"
    yield f"behind {right[0] if right else '-'}"
    yield f"behind {' '.join(right[:2])}"


def _sides(scene: _Scene) -> tuple[list[str], list[str]]:
    sentence = scene.sentence
    left, right = sentence.text[sentence.start : scene.start], sentence.text[scene.end : sentence.end]
    return [word[:STEM] for word in _WORD.findall(fold(left))], [word[:STEM] for word in _WORD.findall(fold(right))]
