"""A field of an article as sentences, each with the actors and the cues that stand in it."""

import dataclasses
from bisect import bisect_right
from typing import Final

from chancery.common.split_sentences import split_sentences
from chancery.watch.facts.records import Actor
from chancery.watch.facts.tell_actors import tell_actors
from chancery.watch.language import CueHit, Pack, match_cues
from chancery.watch.read_fields import Field

LONGEST: Final = 1_200
"""Signs past which a sentence is cut: lists and tables have no full stops."""


STEM: Final = 6
"""Letters of a word that clues compare: endings are grammar. Five and seven were no better on our own sentences."""


@dataclasses.dataclass(slots=True)
class Sentence:
    """`text[start:end]` of a field, with what was found in it, in order; cues by their table."""

    field: str
    text: str
    start: int
    end: int
    actors: list[Actor] = dataclasses.field(default_factory=list)
    cues: dict[str, list[CueHit]] = dataclasses.field(default_factory=dict)

    @property
    def words(self) -> str:
        """The sentence itself."""
        return self.text[self.start : self.end]


def cut_sentences(field: Field, pack: Pack) -> list[Sentence]:
    """Return the sentences of a field; a title is one."""
    text, cues = field.text, match_cues(field.text, field.folded, pack)
    whole = [(0, len(text))] if text.strip() else []
    cut = whole if field.name == "title" else split_sentences(text)
    spans = [piece for span in cut for piece in _pieces(*span)]
    if not spans:
        return []
    sentences = [Sentence(field.name, text, start, end) for start, end in spans]
    starts = [start for start, _ in spans]
    for actor in tell_actors(text, field.name, field.names, cues, pack):
        sentences[bisect_right(starts, actor.span.start) - 1].actors.append(actor)
    for table, hits in cues.items():
        _share_out(table, hits, sentences)
    return sentences


def _share_out(table: str, hits: list[CueHit], sentences: list[Sentence]) -> None:
    """Give each sentence the cues of a table that stand in it; both are in order."""
    place, last = 0, len(sentences) - 1
    for hit in hits:
        while place < last and sentences[place + 1].start <= hit.start:
            place += 1
        sentence = sentences[place]
        if sentence.start <= hit.start and hit.end <= sentence.end:
            sentence.cues.setdefault(table, []).append(hit)


def _pieces(start: int, end: int) -> list[tuple[int, int]]:
    return [(first, min(first + LONGEST, end)) for first in range(start, end, LONGEST)]
