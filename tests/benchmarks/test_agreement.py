"""Agreement of two groupings, by hand."""

import pytest
from benchmarks.agreement import agreement


def test_the_same_grouping_agrees_wholly_whatever_its_names() -> None:
    same = agreement(["a", "a", "b"], ["2", "2", "1"])
    assert (same.f1, same.pair_f1) == (1.0, 1.0)


def test_one_group_for_all_costs_precision_alone() -> None:
    same = agreement(["a", "a", "b", "b"], ["1", "1", "1", "1"])
    assert (same.precision, same.recall) == (0.5, 1.0)
    assert same.pair_precision == pytest.approx(1 / 3)


def test_a_group_for_each_costs_recall_alone() -> None:
    same = agreement(["a", "a", "b", "b"], ["1", "2", "3", "4"])
    assert (same.precision, same.recall, same.pair_f1) == (1.0, 0.5, 0.0)
