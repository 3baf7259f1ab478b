"""How many independent voices stand behind a story: copies of one text and outlets of one owner are one voice."""

from collections.abc import Mapping
from dataclasses import dataclass

from chancery.watch.records import Reading, Source, Story


@dataclass(frozen=True, slots=True)
class Voices:
    """Reach and independence, apart: `outlets` carry the story, `voices` are independent, `copied` carry another's text."""

    outlets: int
    voices: int
    copied: tuple[str, ...]
    original: Reading | None


def count_voices(story: Story, sources: Mapping[str, Source]) -> Voices:
    """Return reach and independence of `story`. `original` is the text most copied, None where nothing was."""
    outlets = {reading.article.source for reading in story.readings}
    voices = {owner_of(reading.article.source, sources) for reading in story.originals}
    followed: dict[str, set[str]] = {}
    for reading in story.readings:
        if reading.copy is not None:
            followed.setdefault(reading.copy.of, set()).add(reading.article.source)
    most = max(followed, key=lambda ref: (len(followed[ref]), ref), default="")
    original = next((reading for reading in story.readings if reading.article.id == most), None)
    return Voices(len(outlets), len(voices), tuple(sorted(followed.get(most, ()))), original)


def owner_of(source: str, sources: Mapping[str, Source]) -> str:
    """Return the owner of an outlet, or the outlet itself where none is known."""
    known = sources.get(source)
    return known.owner or source if known else source
