"""A field of an article as sentences, each with the actors and the cues that stand in it."""

import dataclasses
from bisect import bisect_right
from typing import Final

from chancery.common.split_sentences import split_sentences
from chancery.watch.facts.records import Actor
from chancery.watch.facts.tell_actors import tell_actors
from chancery.watch.language import CueHit, Hit, Pack, match_cues
from chancery.watch.language.fold_exactly import Folded

LONGEST: Final = 1_200
"""Signs past which a sentence is cut: lists and tables have no full stops."""


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


def cut_sentences(name: str, text: str, folded: Folded, names: tuple[Hit, ...], pack: Pack) -> list[Sentence]:
    """Return the sentences of a field. `folded` and `names` are the field folded and the names found in it."""
    cues = match_cues(text, folded, pack)
    whole = name == "title"
    spans = [(0, len(text))] if whole else [piece for span in split_sentences(text) for piece in _pieces(*span)]
    sentences = [Sentence(name, text, start, end) for start, end in spans]
    starts = [start for start, _ in spans]
    if not sentences:
        return []
    for actor in tell_actors(text, name, names, cues, pack):
        sentences[bisect_right(starts, actor.span.start) - 1].actors.append(actor)
    for table, hits in cues.items():
        for hit in hits:
            sentence = sentences[bisect_right(starts, hit.start) - 1]
            if hit.end <= sentence.end:
                sentence.cues.setdefault(table, []).append(hit)
    return sentences


def _pieces(start: int, end: int) -> list[tuple[int, int]]:
    return [(first, min(first + LONGEST, end)) for first in range(start, end, LONGEST)]
