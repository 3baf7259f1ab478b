"""Who is in a text: States with their offices and bodies, organisations, groups; words that stand together are one actor."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from chancery.common.citation import Span
from chancery.watch.facts.records import Actor
from chancery.watch.language import CueHit, Hit, Pack

APART: Final = 14
"""Signs that may stand between two words of one actor ("minister of foreign affairs of", "police in"). Set by hand."""
_BREAK = re.compile(r"[,;:!?\n\"“”«»—–|]|\.\s")
_WORD = re.compile(r"\w+")


class _Part(NamedTuple):
    """A word of an actor. `country` tells that it names a State and not an organisation."""

    start: int
    end: int
    code: str = ""
    sector: str = ""
    office: str = ""
    country: bool = False
    people: bool = False
    because: str = ""


@dataclass(frozen=True, slots=True)
class _Glue:
    """What may and may not stand between the words of one actor: where acts begin, small words, words that join two."""

    text: str
    acts: list[int]
    small: frozenset[str]
    joins: re.Pattern[str]
    spaced: bool

    def acts_in(self, start: int, end: int) -> bool:
        """Tell whether an act begins between two places."""
        place = bisect_left(self.acts, start)
        return place < len(self.acts) and self.acts[place] < end


def tell_actors(text: str, field: str, names: tuple[Hit, ...], cues: dict[str, list[CueHit]], pack: Pack) -> tuple[Actor, ...]:
    """Return the actors of a field in order. `names` and `cues` are what the pack finds in it."""
    acts = [hit.start for table in ("event_cues", "say_verbs") for hit in cues.get(table, ())]
    glue = _Glue(text, sorted(acts), pack.small, _any_word(pack.settings.joins), pack.settings.words == "spaces")
    found: list[_Part] = []
    for part in _parts(names, cues):
        if found and part.start < found[-1].end:
            continue
        if found and _one_actor(found[-1], part, glue):
            found[-1] = _merge(found[-1], part)
        else:
            found.append(part)
    return tuple(_actor(part, text, field) for part in found)


def _parts(names: tuple[Hit, ...], cues: dict[str, list[CueHit]]) -> list[_Part]:
    parts = [
        _Part(hit.start, hit.end, hit.code, country=True, people=hit.kind == "people", because=hit.because) for hit in names
    ]
    parts += [_of_cue(hit) for table in ("organisations", "offices", "sectors") for hit in cues.get(table, ())]
    return sorted(parts, key=lambda part: (part.start, -part.end, not part.sector))


def _of_cue(hit: CueHit) -> _Part:
    because = f"{hit.table}.tsv:{hit.line}"
    if hit.table == "organisations":
        state = len(hit.value) == 2 and hit.mark not in ("IGO", "NGO")
        return _Part(hit.start, hit.end, hit.value, hit.mark, country=state, because=because)
    if hit.table == "offices":
        return _Part(hit.start, hit.end, sector=hit.mark or "GOV", office=hit.value, because=because)
    return _Part(hit.start, hit.end, sector=hit.value, because=because)


def _one_actor(one: _Part, two: _Part, glue: _Glue) -> bool:
    """Tell whether two neighbouring words name one actor: close by, no break or act between, no two States or offices.

    "Israeli [senior] army" takes a word between; "army of the Republic" only small words; what has its office or body
    already takes no further one behind its State ("unions in Tunis sued the ministry").
    """
    between = glue.text[one.end : two.start]
    if len(between) > (APART if glue.spaced else APART // 4) or _BREAK.search(between) or glue.joins.search(between):
        return False
    if (one.code and two.code) or (one.office and two.office) or glue.acts_in(one.end, two.start):
        return False
    if one.code and one.sector and not two.code:
        return False
    big = [
        word for word in _WORD.findall(between) if not (glue.spaced and len(word) == 1) and word.casefold() not in glue.small
    ]
    return not big or (len(big) == 1 and (one.people or not glue.spaced) and not two.code)


@cache
def _any_word(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?!\w)")


def _merge(one: _Part, two: _Part) -> _Part:
    return _Part(
        one.start,
        two.end,
        one.code or two.code,
        (one.sector if one.office else two.sector if two.office else "") or two.sector or one.sector,
        one.office or two.office,
        (one.country and bool(one.code)) or two.country,
        one.people,
        f"{one.because}, {two.because}",
    )


def _actor(part: _Part, text: str, field: str) -> Actor:
    surface = text[part.start : part.end]
    organisation = part.code if part.code and not part.country else ""
    return Actor(Span(field, part.start, part.end), surface, part.code, part.sector, organisation, part.office, part.because)
