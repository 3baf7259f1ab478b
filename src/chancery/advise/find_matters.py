"""Which stories tell one matter, across languages: what they share that few others have.

Grouping goes by words, and words stop at the border of a language: one accident told in Arabic and in English may stay two
stories. What crosses the border is a name by its sound, a figure, a day, a paper of ours that both touch. Two stories in
different languages that share a place, a subject of ours and two such clues tell the same news; of one theme, one figure is
enough.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from chancery.advise.count_voices import count_voices
from chancery.advise.records import Paper
from chancery.advise.weigh_story import Chosen, Heard
from chancery.common.finding import Value
from chancery.common.read_days import read_days
from chancery.common.read_numbers import outside_days, read_numbers
from chancery.watch.records import Reading, Source, Story

FindSounds = Callable[[str, str], Mapping[str, str]]
"""From a text and its language to the names in it: a key by which other scripts know the name, and how it is written here."""

LEAD = 600  # signs of a text that say what it is about
READ = 5  # articles of a story's core whose clues are taken, best to quote first
NEEDED = 2  # clues that two stories of one matter share; see above
LEAST_FIGURE = 10  # smaller numbers are everywhere
YEARS = range(1900, 2100)  # numbers that are mostly years
FEW = 5  # a clue that more than one in so many of today's stories hold, and more than three, says nothing


@dataclass(frozen=True, slots=True)
class Clues:
    """What may tie a story to another: each clue as it is written, its places, subjects, languages, theme."""

    written: Mapping[str, Value]
    places: frozenset[str]
    subjects: frozenset[str]
    languages: frozenset[str]
    theme: str


def hear_nothing(text: str, language: str) -> Mapping[str, str]:
    """Find no name by its sound: stories are then tied by figures, days and papers alone."""
    return {}


def join_languages(ranked: Sequence[Chosen], sources: Mapping[str, Source], sounds: FindSounds) -> tuple[Chosen, ...]:
    """Return `ranked` with each story that tells the news of a better one in another language taken into that one."""
    clues = gather_clues(ranked, sounds)
    heads: list[Chosen] = []
    for each in ranked:
        for place, head in enumerate(heads):
            shared = _shared(clues[head.story.id], clues[each.story.id])
            if shared and clues[head.story.id].languages.isdisjoint(clues[each.story.id].languages):
                heads[place] = _take_in(head, each, shared, sources)
                break
        else:
            heads.append(each)
    return tuple(heads)


def is_one_matter(one: Chosen, other: Chosen, clues: Mapping[str, Clues]) -> bool:
    """Tell whether two stories are two sides of one matter: a paper or record of ours touches both, or two clues do."""
    ours = {*_ours(one)} & {*_ours(other)}
    return bool(ours or _shared(clues[one.story.id], clues[other.story.id]))


def pool(stories: Sequence[Story]) -> Story:
    """Return stories as one, under the id of the first, its articles in the order they were seen."""
    readings = sorted((r for story in stories for r in story.readings), key=lambda r: (r.article.seen, r.article.id))
    return Story(stories[0].id, tuple(readings), tuple(joining for story in stories for joining in story.joinings))


def gather_clues(stories: Sequence[Chosen], sounds: FindSounds) -> dict[str, Clues]:
    """Return the clues of each story by its id, without those that too many of `stories` hold."""
    written = {each.story.id: _written(each, sounds) for each in stories}
    held = Counter(clue for found in written.values() for clue in found)
    most = max(3, len(stories) // FEW)
    return {
        each.story.id: Clues(
            {clue: words for clue, words in written[each.story.id].items() if held[clue] <= most},
            frozenset(tag.code for reading in each.core for tag in reading.countries),
            frozenset((*each.themes, *_ours(each))),
            frozenset(reading.article.lang for reading in each.core),
            each.theme,
        )
        for each in stories
    }


def _shared(one: Clues, other: Clues) -> tuple[Value, ...]:
    """Return the figures and days that two stories of one matter share, else what of ours; none where they are of two."""
    apart = _apart(one.places, other.places) or _apart(one.subjects, other.subjects)
    shared = sorted(one.written.keys() & other.written.keys())
    firm = [clue for clue in shared if not clue.startswith("name")]  # a script without capitals has a name in every word
    figure = one.theme == other.theme != "" and any(clue.startswith("figure") for clue in shared)
    few = len(shared) < NEEDED or not firm or all(clue.startswith("day") for clue in shared)
    if apart or (few and not figure):
        return ()
    return tuple(one.written[clue] for clue in firm if not clue.startswith("ours")) or (one.written[firm[0]],)


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two stories name nothing in common; one that names nothing at all may be of the other's."""
    return bool(one and other) and one.isdisjoint(other)


def _take_in(head: Chosen, other: Chosen, shared: Sequence[Value], sources: Mapping[str, Source]) -> Chosen:
    """Return a story with the core of another among its readings: one matter, told by the voices of both."""
    told = {reading.article.id for reading in other.core}
    joinings = tuple(joining for joining in other.story.joinings if joining.article in told)
    story = pool((head.story, Story(other.story.id, other.core, joinings)))
    return replace(
        head,
        story=story,
        voices=count_voices(story, sources),
        papers=_papers(head, other),
        heard=_heard(head, other),
        fresh=head.fresh + other.fresh,
        also=(*head.also, (other.core[0], tuple(shared))),
        ids=(*head.ids, *other.ids),
        themes=tuple(dict.fromkeys((*head.themes, *other.themes))),
        denied=head.denied or other.denied,
    )


def _heard(head: Chosen, other: Chosen) -> Heard:
    """Return the records that either story touches, each with the articles of both that speak of it."""
    found = {talk.id: (talk, articles) for talk, articles in head.heard}
    for talk, articles in other.heard:
        found[talk.id] = (talk, (*found.get(talk.id, (talk, ()))[1], *articles))
    return tuple(found.values())


def _papers(head: Chosen, other: Chosen) -> tuple[Paper, ...]:
    return tuple({paper.id: paper for paper in (*head.papers, *other.papers)}.values())


def _ours(chosen: Chosen) -> tuple[str, ...]:
    """Return the ids of what of ours a story touches."""
    return (*(paper.id for paper in chosen.papers), *(talk.id for talk, _ in chosen.heard))


def _written(chosen: Chosen, sounds: FindSounds) -> dict[str, Value]:
    """Return the clues of a story, each under a key that no language changes, with how the story writes it."""
    found: dict[str, Value] = {f"ours {ref}": title for ref, title in _titles(chosen)}
    for reading in chosen.core[:READ]:
        for key, words in _of_reading(reading, sounds):
            found.setdefault(key, words)
    return found


def _titles(chosen: Chosen) -> Iterator[tuple[str, Value]]:
    yield from ((paper.id, paper.date if paper.readers else paper.title) for paper in chosen.papers)
    # The title of a protected record may tell who spoke, that of a kept one is its readers': the day stands for it.
    yield from ((talk.id, talk.date if talk.protected or talk.readers else talk.title) for talk, _ in chosen.heard)


def _of_reading(reading: Reading, sounds: FindSounds) -> Iterator[tuple[str, Value]]:
    article = reading.article
    text = f"{article.title} . {article.text[:LEAD]}"
    days = read_days(text)
    yield from ((f"day {day.month}-{day.day}", text[day.start : day.end].strip(" .,")) for day in days)
    for number in outside_days(read_numbers(text, article.lang), days):
        if number.value >= LEAST_FIGURE and number.value not in YEARS:
            yield f"figure {number.value:g}", text[number.start : number.end]
    places = {key for tag in reading.countries for mention in tag.mentions for key in sounds(mention.surface.title(), "")}
    yield from ((f"name {key}", words) for key, words in sounds(text, article.lang).items() if key not in places)
