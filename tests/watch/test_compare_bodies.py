"""In a stream of texts, what an article says speaks beside the fitted decision."""

from datetime import UTC, datetime

from chancery.watch.compare_bodies import FITTED, KEPT, LATEST, UNREAD, Bodies
from chancery.watch.records import Article, Reading
from chancery.watch.weigh_words import RECENT

SEEN = datetime(2026, 3, 1, tzinfo=UTC)
QUAKE = "An earthquake shook the harbour of Lanval before dawn and damaged forty houses, the governor said."


def _reading(text: str, title: str = "News from Lanval", lang: str = "en") -> Reading:
    return Reading(Article("a", "s", title, SEEN, text=text), lang, ())


def _bodies(*known: Reading) -> Bodies:
    """Return what one story has said in these articles."""
    bodies = Bodies()
    for reading in known:
        body = bodies.weigh(reading)
        bodies.add(body, "s-1")
        bodies.learn(body)
    return bodies


def _judge(bodies: Bodies, asked: Reading, fitted: float = 0.0) -> float:
    return bodies.judge([fitted], bodies.weigh(asked), ["s-1"])[0]


def test_the_same_matter_in_other_words_speaks_for_a_story() -> None:
    assert _judge(_bodies(_reading(QUAKE)), _reading("The governor visits the forty houses that the earthquake damaged.")) > 0


def test_another_matter_speaks_against_it() -> None:
    assert _judge(_bodies(_reading(QUAKE)), _reading("Rice growers want a longer quota period.", title="Rice")) < 0


def test_a_part_of_the_fitted_decision_still_counts() -> None:
    bodies, asked = _bodies(_reading(QUAKE)), _reading(QUAKE)
    assert abs(_judge(bodies, asked, 5.0) - _judge(bodies, asked) - FITTED * 5.0) < 1e-9


def test_another_language_is_left_to_the_fitted_decision_and_held_to_more() -> None:
    assert _judge(_bodies(_reading(QUAKE)), _reading("Un séisme a secoué le port.", lang="fr"), 1.5) == 1.5 - UNREAD


def test_a_stream_of_headlines_leaves_the_fitted_decision_alone() -> None:
    bodies = _bodies(*[_reading("", title=f"Headline {number}") for number in range(7)], _reading(QUAKE))
    assert _judge(bodies, _reading(QUAKE), 1.5) == 1.5


def test_only_the_latest_articles_tell_which_kind_a_stream_is() -> None:
    bodies = _bodies(*[_reading(QUAKE)] * RECENT, *[_reading("", title="A headline")] * RECENT)
    assert _judge(bodies, _reading(QUAKE), 1.5) == 1.5
    back = bodies.weigh(_reading(QUAKE))
    for _ in range(RECENT // 2):
        bodies.learn(back)
    assert _judge(bodies, _reading(QUAKE), 1.5) != 1.5


def test_the_nearest_of_the_latest_articles_speaks_for_a_story_of_many_voices() -> None:
    one, other = _reading(QUAKE), _reading("Rice growers want a longer quota period.", title="Rice")
    near = _judge(_bodies(one, *[other] * (LATEST - 1)), one)
    assert near > _judge(_bodies(one, *[other] * LATEST), one)


def test_an_article_of_no_words_is_like_nothing() -> None:
    assert _judge(_bodies(_reading("", title="the and of"), _reading(QUAKE)), _reading("…", title="of")) < 0


def test_only_the_heaviest_words_of_a_text_are_kept() -> None:
    body = Bodies().weigh(_reading(" ".join(f"wd{number}" for number in range(60))))
    assert len(body.words) == KEPT
    assert len(body.said) > KEPT
