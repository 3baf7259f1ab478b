"""The checker holds what it promises on our own planted faults: the part that nobody tuned on."""

from benchmarks.faults import measure

FIGURES = measure()


def test_exact_faults_are_caught() -> None:
    assert FIGURES["own.faults.caught.test"] >= 0.96
    for fault in ("wrong_number", "wrong_date", "moved_quote", "changed_quote", "missing_citation"):
        assert FIGURES[f"own.faults.{fault}.test"] >= 0.98


def test_a_clean_brief_is_left_alone() -> None:
    assert FIGURES["own.faults.false_alarms.test"] <= 0.02
