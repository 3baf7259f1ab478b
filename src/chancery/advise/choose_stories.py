"""Which stories matter to this mission today: one matter one place, whatever the languages it is told in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from chancery.advise.count_voices import count_voices
from chancery.advise.find_matters import Clues, FindSounds, gather_clues, hear_nothing, is_one_matter, join_languages, pool
from chancery.advise.records import Brief
from chancery.advise.weigh_story import Chosen, Interests, Moment, weigh_story
from chancery.watch.records import Source, Story

# Set by hand on the example embassy, as the weights of weigh_story.
AGAIN = 2.0  # what each earlier story of its theme takes from a story
SECOND_SIDE = 8.0  # what an earlier story of its matter takes from it
UNREADABLE = 5.0  # what a side that the brief cannot quote in its own language loses to one that it can
MOST_OF_MATTER = 2  # places of one matter: the news, and one more side of it
MOST_BESIDE = 3  # titles under one story; a further side is a story without room and is named as one
MOST_SPREAD = 40  # stories put in order so; no brief holds more
FIRST_WINDOW = timedelta(hours=36)  # what "since the last brief" means where there is none
LONGEST_WINDOW = timedelta(days=4)  # a long weekend; an older brief is not "the last"


def choose_stories(
    stories: Sequence[Story],
    sources: Mapping[str, Source],
    interests: Interests,
    previous: Brief | None,
    now: datetime,
    sounds: FindSounds = hear_nothing,
) -> tuple[Chosen, ...]:
    """Return the stories with something new that concern this mission, most important first; ties by id.

    Order: the sum of the weights above, less for each story of the same theme or matter that stands before. A story that names
    none of our States and touches none of our themes or papers is left out whatever its size; one of which we know no more than
    that it names a State of ours comes after all others. Stories that tell one piece of news in several languages are one.
    """
    since = start_of_news(previous, now)
    known = frozenset(item.id for section in previous.sections for item in section.items) if previous else None
    moment = Moment(now, since, known)
    weighed = (weigh_story(story, sources, interests, moment) for story in stories if story.last_seen > since)
    ranked = sorted((chosen for chosen in weighed if chosen.why), key=lambda c: (c.bare, -c.score, c.story.id))
    joined = join_languages(ranked[:MOST_SPREAD], sources, sounds)
    spread = _spread(joined, gather_clues(joined, sounds), interests.mission.language)
    return (*(_reach_of_matter(each, sources) for each in spread), *ranked[MOST_SPREAD:])


def _spread(joined: Sequence[Chosen], clues: Mapping[str, Clues], language: str) -> tuple[Chosen, ...]:
    """Return stories so that no theme or matter crowds out the others; a third side of a matter is told beside its first."""
    ranked, spread, told = list(joined), list[Chosen](), dict[str, int]()
    sides: dict[str, list[int]] = {each.story.id: [] for each in joined}
    while ranked:
        worth = {each.story.id: _worth(each, told, len(sides[each.story.id])) for each in ranked}
        best = _readable(max(ranked, key=lambda c: (not c.bare, worth[c.story.id])), ranked, worth, clues, language)
        ranked.remove(best)
        of_matter = sides[best.story.id]
        if of_matter:
            head = spread[of_matter[0]]
            head = spread[of_matter[0]] = replace(head, ids=(*head.ids, *best.ids), sides=(*head.sides, best.story))
        if len(of_matter) >= MOST_OF_MATTER and len(head.also) + len(head.beside) < MOST_BESIDE:
            spread[of_matter[0]] = replace(head, beside=(*head.beside, best.core[0]))
            continue
        for each in ranked:
            if is_one_matter(best, each, clues):
                sides[each.story.id].append(len(spread))
        spread.append(best)
        told[best.theme] = told.get(best.theme, 0) + 1
    return tuple(spread)


def _reach_of_matter(chosen: Chosen, sources: Mapping[str, Source]) -> Chosen:
    """Return a story with the voices of all sides of its matter: a reader asks who reports it, not how we filed it."""
    if not chosen.sides:
        return chosen
    return replace(chosen, voices=count_voices(pool((chosen.story, *chosen.sides)), sources))


def _readable(
    best: Chosen, ranked: Sequence[Chosen], worth: Mapping[str, float], clues: Mapping[str, Clues], language: str
) -> Chosen:
    """Return `best`, or the side of its matter that tells its news in `language`, where that is worth as much."""
    if best.core[0].article.lang == language:
        return best
    able = [
        each
        for each in ranked
        if each.core[0].article.lang == language
        and each.bare == best.bare
        and worth[best.story.id] - worth[each.story.id] <= UNREADABLE
        and is_one_matter(best, each, clues)
    ]
    return max(able, key=lambda each: worth[each.story.id], default=best)


def _worth(chosen: Chosen, told: Mapping[str, int], sides: int) -> float:
    again = told.get(chosen.theme, 0) if chosen.theme else 0
    return chosen.score - AGAIN * again - SECOND_SIDE * sides


def start_of_news(previous: Brief | None, now: datetime) -> datetime:
    """Return the moment after which something is new: the last brief, unless it is too old to count."""
    if previous is None or now - previous.as_of > LONGEST_WINDOW:
        return now - FIRST_WINDOW
    return previous.as_of
