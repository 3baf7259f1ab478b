"""Each room has a door: its public names are a tested list, each documented, and each room has its records."""

import importlib
import inspect
from pathlib import Path

import pytest

ROOMS = {
    path.name
    for path in (Path(__file__).parents[2] / "src" / "chancery").iterdir()
    if path.is_dir() and path.name in ("watch", "foresee", "advise", "deliver", "connect", "assist")
}


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_a_room_says_what_it_is_and_lists_its_public_names(room: str) -> None:
    door = importlib.import_module(f"chancery.{room}")
    assert len((door.__doc__ or "").strip().splitlines()) >= 3
    assert door.__all__ == sorted(door.__all__)
    public = {name for name in vars(door) if not name.startswith("_") and not inspect.ismodule(getattr(door, name))}
    assert public == set(door.__all__)


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_every_public_name_of_a_room_is_documented(room: str) -> None:
    door = importlib.import_module(f"chancery.{room}")
    named = {name: getattr(door, name) for name in door.__all__}
    bare = [name for name, it in named.items() if (inspect.isfunction(it) or inspect.isclass(it)) and not inspect.getdoc(it)]
    assert bare == []


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_a_room_keeps_its_nouns_in_records(room: str) -> None:
    records = importlib.import_module(f"chancery.{room}.records")
    for name, value in vars(records).items():
        if inspect.isclass(value) and value.__module__ == records.__name__:
            assert value.__dataclass_params__.frozen, f"{name} can be changed after it is made"  # type: ignore[attr-defined]
            assert hasattr(value, "__slots__"), f"{name} has no slots"
