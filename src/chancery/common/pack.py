"""Records as JSON and back, field for field, so that a table can keep a record whole."""

import dataclasses
import types
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from chancery.common.errors import InputError

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Record = TypeVar("Record")


def pack(record: object) -> Any:
    """Return a record as plain JSON; fields that hold their default are left out, times keep their offset."""
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        return {
            field.name: pack(value)
            for field in dataclasses.fields(record)
            if (value := getattr(record, field.name)) != field.default
        }
    if isinstance(record, tuple | list | frozenset):
        return [pack(part) for part in record]
    if isinstance(record, dict):
        return {str(name): pack(value) for name, value in record.items()}
    if isinstance(record, datetime | date):
        return record.isoformat()
    return record.total_seconds() if isinstance(record, timedelta) else record


def unpack(kind: type[Record], kept: Json) -> Record:
    """Return the record that `pack` kept. Raises InputError where `kept` is no such record."""
    try:
        return _unpack(kind, kept)  # type: ignore[no-any-return]
    except (KeyError, TypeError, ValueError) as fault:
        raise InputError(
            "what is stored is no {kind} ({why}); restore a backup or import again", kind=kind.__name__, why=fault
        ) from fault


def _unpack(kind: Any, kept: Any) -> Any:
    if kept is None:
        return None
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _unpack(hints[name], value) for name, value in kept.items() if name in hints})
    shape, parts = get_origin(kind), get_args(kind)
    if shape in (Union, types.UnionType):
        return _unpack_either(parts, kept)
    if shape is tuple:
        return tuple(_unpack(part, value) for part, value in zip(_stretch(parts, len(kept)), kept, strict=True))
    if shape in (list, frozenset):
        return shape(_unpack(parts[0], value) for value in kept)
    if shape is dict:
        return {name: _unpack(parts[1], value) for name, value in kept.items()}
    return kept if shape is Literal else _plain(kind, kept)


def _plain(kind: Any, kept: Any) -> Any:
    if kind in (datetime, date):
        return kind.fromisoformat(kept)
    if kind is timedelta:
        return timedelta(seconds=kept)
    return float(kept) if kind is float else kept


def _unpack_either(parts: tuple[Any, ...], kept: Any) -> Any:
    """Take the only part that is not None; an object is the record among them, plain values JSON has already told apart."""
    real = [part for part in parts if part is not types.NoneType]
    real = [part for part in real if dataclasses.is_dataclass(part)] if isinstance(kept, dict) else real
    return _unpack(real[0], kept) if len(real) == 1 else kept


def _stretch(parts: tuple[Any, ...], length: int) -> tuple[Any, ...]:
    return (parts[0],) * length if len(parts) == 2 and parts[1] is Ellipsis else parts


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
