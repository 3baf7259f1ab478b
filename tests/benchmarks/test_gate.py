"""The gate fails on a figure that fell, and on a corpus that is not the one the floors were set on."""

from pathlib import Path

from benchmarks.gate import falls, fingerprint, raise_floors, report

HIGHER = {"floor": 0.8, "better": "higher", "kind": "quality"}
LOWER = {"floor": 200.0, "better": "lower", "kind": "speed"}


def test_a_figure_at_its_floor_passes_and_one_below_it_falls() -> None:
    assert not falls(0.8, HIGHER)
    assert falls(0.799, HIGHER)


def test_a_time_above_its_floor_falls() -> None:
    assert not falls(200.0, LOWER)
    assert falls(201.0, LOWER)


def test_a_fallen_figure_fails_the_gate() -> None:
    kept = {"corpus": "a", "floors": {"own.stories.test": HIGHER}, "changes": []}
    assert report({"own.stories.test": 0.81}, [], kept, "a") == 0
    assert report({"own.stories.test": 0.79}, [], kept, "a") == 1


def test_another_corpus_fails_the_gate() -> None:
    assert report({}, [], {"corpus": "a", "floors": {}, "changes": []}, "b") == 1


def test_the_fingerprint_sees_every_byte(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("{}\n", encoding="utf-8")
    before = fingerprint(tmp_path)
    (tmp_path / "gold.jsonl").write_text("{} \n", encoding="utf-8")
    assert fingerprint(tmp_path) != before


def test_raising_lifts_quality_and_gives_new_figures_a_floor_but_leaves_speed() -> None:
    floors = {"own.stories.test": dict(HIGHER), "pages.today_ms": dict(LOWER)}
    raise_floors(
        floors, {"own.stories.test": 0.8127, "pages.today_ms": 20.0, "own.false_alarms.dev": 0.0101, "x.per_second.1000": 300.0}
    )
    assert floors["own.stories.test"]["floor"] == 0.812
    assert floors["pages.today_ms"]["floor"] == 200.0
    assert floors["own.false_alarms.dev"] == {"floor": 0.011, "better": "lower", "kind": "quality"}
    assert floors["x.per_second.1000"] == {"floor": 100.0, "better": "higher", "kind": "speed"}
