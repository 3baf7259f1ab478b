"""Topics of an article: IPTC Media Topics, and the mission's own, by the words of the pack."""

from collections.abc import Iterator, Sequence
from typing import Final

from chancery.common.citation import Span
from chancery.watch.facts.cut_sentences import Sentence
from chancery.watch.facts.records import Topic
from chancery.watch.language import CueHit

TITLE, TEXT, WEAK = 2.0, 1.0, 0.4
"""What a word weighs by where it stands, and what a word that only hints is worth. Set by hand."""
LEAST: Final = 0.34
"""A topic with less than this part of the strongest one's weight is left out. Set by hand."""
SOLID: Final = 3.0
"""Weight at which a topic is as good as certain: confidence is w / (w + SOLID / 3)."""
MOST: Final = 5


def read_topics(sentences: Sequence[Sentence]) -> tuple[Topic, ...]:
    """Return the topics of an article, strongest first."""
    weights: dict[str, float] = {}
    spans: dict[str, list[Span]] = {}
    lines: dict[str, int] = {}
    seen: set[tuple[str, int]] = set()
    for field, hit in _hits(sentences):
        often = (hit.value, hit.line) in seen
        seen.add((hit.value, hit.line))
        weight = (TITLE if field == "title" else TEXT) * (WEAK if hit.mark == "weak" else 1.0) * (0.5 if often else 1.0)
        weights[hit.value] = weights.get(hit.value, 0.0) + weight
        spans.setdefault(hit.value, []).append(Span(field, hit.start, hit.end))
        lines.setdefault(hit.value, hit.line)
    most = max(weights.values(), default=0.0)
    ranked = sorted((code for code in weights if weights[code] >= max(LEAST * most, 0.9)), key=lambda code: -weights[code])
    return tuple(
        Topic(code, weights[code] / (weights[code] + SOLID / 3), tuple(spans[code]), f"topics.tsv:{lines[code]}")
        for code in ranked[:MOST]
    )


def _hits(sentences: Sequence[Sentence]) -> Iterator[tuple[str, CueHit]]:
    for sentence in sentences:
        for hit in sentence.cues.get("topics", ()):
            yield sentence.field, hit
