"""How States and public organisations are spoken of; a plain sentence has no tone, and persons never have one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.watch.facts.build import facts, sentences
from tests.watch.language.build import pack

from chancery.watch.facts.read_attitudes import LEAST, read_attitudes
from chancery.watch.facts.records import Attitude
from chancery.watch.facts.tone_weights import ToneModel, ToneWeights

TABLES = {
    "names": "KE\tname\tKenya\nPE\tname\tPeru",
    "organisations": "UN\tIGO\tUN",
    "offices": "head_of_state\tGOV\tpresident",
    "tone": "1\tany\tneat\n3\tany\tpraised|noble\n-3\tany\tbrutal|cruel",
    "say_verbs": "say\t\tsaid",
    "stop": "stop\t\tof|the",
}
MODEL = ToneModel(ToneWeights(plain={"better": "0 0 200", "worse": "200 0 0"}))


def _attitudes(title: str, text: str = "", model: ToneModel = MODEL) -> tuple[Attitude, ...]:
    given_pack = pack(**TABLES)
    return read_attitudes(sentences(given_pack, title, text), given_pack, model)


def test_praise_and_blame_are_told_toward_the_country_spoken_of() -> None:
    good, bad = _attitudes("A noble Kenya", "Brutal and cruel Peru.")
    assert (good.target.code, good.span.field, bad.target.code, bad.span.field) == ("KE", "title", "PE", "text")
    assert good.value == pytest.approx(0.7870, abs=1e-4)  # e^2 / (e^2 + 2)
    assert bad.value == pytest.approx(-0.9647, abs=1e-4)  # e^4 / (e^4 + 2)
    assert (good.confidence, bad.confidence) == (good.value, -bad.value)


def test_who_speaks_is_told() -> None:
    found = _attitudes("The UN said Kenya was praised")
    assert [(each.target.code, each.holder.code if each.holder else None) for each in found] == [("UN", None), ("KE", "UN")]
    last = _attitudes("The UN heard that Peru said Kenya was praised")[-1]
    assert (last.target.code, last.holder and last.holder.code) == ("KE", "PE")


@pytest.mark.parametrize(
    "title", ["Kenya opens a port", "A neat Kenya", "A brutal winter", "The brutal president", "noble and cruel Kenya", ""]
)
def test_without_tone_or_country_or_a_clear_answer_none_is_told(title: str) -> None:
    assert _attitudes(title) == ()


def test_a_country_named_twice_in_a_sentence_is_told_once() -> None:
    assert [each.target.span.start for each in _attitudes("Kenya, noble Kenya")] == [0]


def test_where_the_model_finds_it_plain_the_value_is_nought() -> None:
    (attitude,) = _attitudes("A noble Kenya", model=ToneModel(ToneWeights(plain={"bias": "0 300 0"})))
    assert (attitude.value, attitude.confidence > 0.9) == (0.0, True)


@pytest.mark.parametrize("title", ["The president of Kenya is brutal", "A cruel president of Peru"])
def test_the_holder_of_an_office_is_a_person_and_has_none(title: str) -> None:
    assert _attitudes(title) == ()


def test_the_weights_that_ship_tell_praise_from_blame() -> None:
    (good,) = facts("All praised the wonderful, courageous and generous help of Kenya").attitudes
    (bad,) = facts("The brutal and corrupt regime of Kenya tortured and murdered innocent people").attitudes
    assert good.value > LEAST
    assert bad.value < -LEAST


@given(st.lists(st.sampled_from(["Kenya", "Peru", "UN", "praised", "brutal", "said", ",", "“", "ß", "\u200f"]), max_size=20))
def test_a_tone_lies_between_minus_one_and_one_and_is_sure_enough(words: list[str]) -> None:
    found = _attitudes(" ".join(words))
    assert all(-1 <= each.value <= 1 and LEAST <= each.confidence <= 1 for each in found)
    assert len({each.target.code for each in found}) == len(found)
    assert all(each.holder is None or each.holder.span != each.target.span for each in found)
