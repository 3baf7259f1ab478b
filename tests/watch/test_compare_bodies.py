"""Where both sides have a text, what it says speaks beside the fitted decision."""

from datetime import UTC, datetime

from chancery.watch.compare_bodies import KEPT, Bodies
from chancery.watch.records import Article, Reading

SEEN = datetime(2026, 3, 1, tzinfo=UTC)
QUAKE = "An earthquake shook the harbour of Lanval before dawn and damaged forty houses, the governor said."


def _reading(text: str, title: str = "News from Lanval", lang: str = "en") -> Reading:
    return Reading(Article("a", "s", title, SEEN, text=text), lang, ())


def _evidence(known: Reading, asked: Reading) -> float:
    bodies = Bodies()
    body = bodies.weigh(known)
    bodies.add(body, "s-1")
    bodies.learn(body)
    return bodies.evidence(bodies.weigh(asked), "s-1")


def test_the_same_matter_in_other_words_speaks_for_a_story() -> None:
    assert _evidence(_reading(QUAKE), _reading("The governor visits the forty houses that the earthquake damaged.")) > 0


def test_another_matter_speaks_against_it() -> None:
    assert _evidence(_reading(QUAKE), _reading("Rice growers want a longer quota period.", title="Rice")) < 0


def test_a_headline_alone_and_another_language_say_nothing() -> None:
    assert _evidence(_reading(QUAKE), _reading("")) == 0.0
    assert _evidence(_reading(""), _reading(QUAKE)) == 0.0
    assert _evidence(_reading(QUAKE), _reading("Un séisme a secoué le port.", lang="fr")) == 0.0


def test_a_closed_story_says_nothing() -> None:
    bodies = Bodies()
    bodies.add(bodies.weigh(_reading(QUAKE)), "s-1")
    bodies.drop("s-1")
    assert bodies.evidence(bodies.weigh(_reading(QUAKE)), "s-1") == 0.0


def test_only_the_heaviest_words_of_a_text_are_kept() -> None:
    body = Bodies().weigh(_reading(" ".join(f"wd{number}" for number in range(60))))
    assert len(body.words) == KEPT
    assert len(body.said) > KEPT
