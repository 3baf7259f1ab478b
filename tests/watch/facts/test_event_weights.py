"""Weights of events: probabilities that add up to one, whatever the clues."""

from itertools import permutations
from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.sources.package_data import read_fact_weights
from chancery.watch.facts.event_weights import KINDS, EventModel, EventWeights

WEIGHTS = EventWeights(
    classes=("STATEMENT", "SANCTION"),
    kinds={"has:SANCTION:s": "0 200", "w:expels": "-50 100", "says": "100 0"},
    plain={"has:SANCTION:s": "0 100"},
    roles={"before": "150 -100", "after": "-100 150"},
)
CLUES = st.sets(st.sampled_from([*WEIGHTS.kinds, "unheard of", ""]))


def test_a_clue_moves_the_probability_its_way() -> None:
    statement, sanction = EventModel(WEIGHTS).weigh_kinds(["has:SANCTION:s"], words=True).tolist()
    assert sanction == pytest.approx(0.8808, abs=1e-4)  # 1 / (1 + e^-2)
    assert statement == pytest.approx(0.1192, abs=1e-4)


def test_a_language_without_weighed_words_has_weights_of_its_own() -> None:
    assert EventModel(WEIGHTS).weigh_kinds(["has:SANCTION:s"], words=False)[1] == pytest.approx(0.7311, abs=1e-4)


def test_what_was_never_learnt_leaves_all_classes_alike() -> None:
    assert EventModel(WEIGHTS).weigh_kinds(["unheard of"], words=True).tolist() == [0.5, 0.5]
    assert EventModel(EventWeights()).weigh_kinds(["unheard of"], words=True).tolist() == [1.0]


def test_heat_makes_a_model_less_sure() -> None:
    warm = EventModel(EventWeights(WEIGHTS.classes, WEIGHTS.kinds, heat=2.0))
    assert warm.weigh_kinds(["has:SANCTION:s"], words=True)[1] == pytest.approx(0.7311, abs=1e-4)


def test_roles_are_summed_over_their_clues() -> None:
    assert EventModel(WEIGHTS).weigh_roles(["before", "before", "unheard of"]) == pytest.approx((3.0, -2.0))
    assert EventModel(WEIGHTS).weigh_roles([]) == (0.0, 0.0)


def test_weights_that_are_torn_raise() -> None:
    with pytest.raises(ValueError, match=r"reshape|inhomogeneous"):
        EventModel(EventWeights(("STATEMENT", "SANCTION"), {"says": "1 2 3"}))
    with pytest.raises(KeyError, match="GOSSIP"):
        EventModel(EventWeights(("GOSSIP",)))


def test_every_kind_has_one_of_five_quads_and_its_plover_class() -> None:
    quads = {"statement", "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"}
    assert {quad for _, quad in KINDS.values()} == quads
    assert KINDS["APPEAL"] == ("REQUEST", "statement")
    assert KINDS["DEMAND"] == ("REQUEST", "verbal_conflict")


def test_the_order_of_clues_does_not_matter() -> None:
    model = EventModel(EventWeights(("STATEMENT", "SANCTION"), {"a": "10 0", "b": "20 0", "c": "70 0"}))
    assert len({tuple(model.weigh_kinds(order, words=True).tolist()) for order in permutations("abc")}) == 1


@given(CLUES, st.booleans())
def test_probabilities_add_up_to_one(clues: set[str], words: bool) -> None:
    shares = EventModel(WEIGHTS).weigh_kinds(clues, words=words).tolist()
    assert sum(shares) == pytest.approx(1.0)
    assert all(0 < share < 1 for share in shares)


@given(st.data(), st.booleans())
def test_probabilities_of_the_weights_that_ship_add_up_to_one(data: st.DataObject, words: bool) -> None:
    model = read_fact_weights().events
    cues = st.sampled_from(
        [f"{way}{kind}" for kind in KINDS for way in ("has:", "last:", "not:", "planned:", "after subject:")]
    )
    clues = data.draw(st.sets(cues, max_size=40))
    shares = model.weigh_kinds(clues, words=words).tolist()
    assert len(shares) == len(model.classes) == len(model.quads)
    assert sum(shares) == pytest.approx(1.0)
    assert all(isfinite(share) and share >= 0 for share in shares)
