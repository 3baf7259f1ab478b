"""One piece of news told in two languages is one story of the brief; what shares too little, or what all share, stays apart."""

from dataclasses import replace
from datetime import timedelta

from tests.builders.briefs import MORNING, NOW, article, mission, paper, source, story

from chancery.advise import choose_stories, compile_interests
from chancery.advise.find_matters import FindSounds, hear_nothing
from chancery.advise.hold_back import may_lead
from chancery.advise.records import Paper
from chancery.advise.weigh_story import Chosen
from chancery.flow.find_names import find_sounds
from chancery.watch.records import Story

SOURCES = {ref: source(ref) for ref in ("ina", "mirat", "tribune")}
ENGLISH = article(
    "e1",
    "The toll of the ferry Karsten Vard rose to 38 after two bodies were found, with 24 passengers in hospital.",
    source="ina",
    title="Tiles ferry toll rises to 38",
)
ARABIC = article(
    "m1",
    "ارتفع عدد ضحايا العبارة كارستن إلى 38 ولا يزال 24 راكباً في المستشفى.",
    source="mirat",
    title="tiles ارتفاع ضحايا العبارة إلى 38",
    lang="ar",
)


def _chosen(*stories: Story, papers: tuple[Paper, ...] = (), sounds: FindSounds = hear_nothing) -> tuple[Chosen, ...]:
    return choose_stories(stories, SOURCES, compile_interests(mission(), papers, ()), None, NOW, sounds)


def test_one_accident_in_two_languages_is_one_story_with_two_voices() -> None:
    (told,) = _chosen(story("s-en", ENGLISH), story("s-ar", ARABIC))
    assert (told.ids, told.voices.voices, told.fresh) == (("s-ar", "s-en"), 2, 2)
    assert [(reading.article.id, clues) for reading, clues in told.also] == [("e1", ("24", "38"))]


def test_what_denies_a_story_in_one_language_denies_it_in_all() -> None:
    denial = replace(ARABIC, title="الوزارة تنفي: " + ARABIC.title)
    (told,) = _chosen(story("s-en", ENGLISH), story("s-ar", denial))
    assert told.denied is not None
    assert not may_lead(told)


def test_a_name_by_its_sound_and_a_figure_are_enough() -> None:
    one = article("e1", "The ferry Karsten Vard sank with 38 people.", source="ina", title="Ferry sinks")
    two = article("m1", "غرقت العبارة كارستن وعلى متنها 38 شخصاً.", source="mirat", title="غرق", lang="ar")
    stories = (story("s-en", one), story("s-ar", two))
    assert len(_chosen(*stories)) == 2
    assert len(_chosen(*stories, sounds=find_sounds)) == 1


def test_of_one_theme_one_figure_is_enough() -> None:
    one = article("e1", "Tiles for 48 kilns were held.", source="ina", title="Tiles held")
    two = article("m1", "Des tiles pour 48 fours.", source="mirat", title="Les tiles bloquées", lang="fr")
    assert len(_chosen(story("s-en", one), story("s-fr", two))) == 1


def test_a_paper_of_ours_and_a_day_are_enough_and_days_alone_are_not() -> None:
    one = article("e1", "The hearing on tiles is set for 24 March.", source="ina", title="Tile hearing")
    two = article("m1", "L'audience sur les tiles est fixée au 24 mars.", source="mirat", title="Audition tiles", lang="fr")
    stories = (story("s-en", one), story("s-fr", two))
    waits = paper(story_terms=("tile hearing", "audition tiles"))
    assert len(_chosen(*stories, papers=(waits,))) == 1
    assert len(_chosen(*stories)) == 2


def test_stories_of_other_places_or_other_subjects_stay_apart() -> None:
    assert len(_chosen(story("s-en", ENGLISH), story("s-ar", ARABIC, country="XJ"))) == 2


def test_stories_of_one_language_are_the_grouping_s_to_join() -> None:
    other = article("e2", "Divers found 24 cars and 38 lorries of tiles.", source="tribune", title="Tiles divers count 38")
    assert len(_chosen(story("s-one", ENGLISH), story("s-two", other))) == 2


def test_what_too_many_stories_share_ties_nothing() -> None:
    many = [
        story(f"s-{lang}", article(f"x-{lang}", "Of 38 tiles 24 broke.", source=f"o-{lang}", title=f"Tiles {lang}", lang=lang))
        for lang in ("fr", "es", "vi", "ru")
    ]
    assert len(_chosen(*many)) == 4


def test_the_order_of_stories_changes_nothing() -> None:
    stories = (story("s-en", ENGLISH), story("s-ar", ARABIC), story("s-far", article("f1", seen=MORNING - timedelta(hours=1))))
    assert _chosen(*stories) == _chosen(*stories[::-1])
