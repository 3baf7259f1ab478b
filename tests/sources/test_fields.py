from datetime import UTC, date, datetime

import pytest

from chancery.common.errors import InputError
from chancery.sources.fields import Fields


def _fields(**table: object) -> Fields:
    return Fields(table, file="sources.toml", where="source[2].", line=7)


def test_every_complaint_names_file_line_and_field() -> None:
    with pytest.raises(InputError, match=r"^sources\.toml, line 7, field `source\[2\]\.name`: is missing; write a text$"):
        _fields().text("name")


@pytest.mark.parametrize(
    ("method", "value"),
    [
        *(("text", value) for value in (3, None, "", "  ", ["x"])),
        *(("texts", value) for value in ("x", [1], [""], {})),
        *(("day", value) for value in ("tomorrow", 3, datetime(2026, 3, 9, tzinfo=UTC))),
        *(("instant", value) for value in ("noon", 3, "2026-03-09T08:00:00", [])),
        *(("number", value) for value in ("3", True, float("nan"), float("inf"))),
        *(("count", value) for value in (-1, 1.5, True, "3")),
        *(("tables", value) for value in ({}, [1], "x")),
        *(("pairs", value) for value in ([], {"en": 3}, {"en": [""]})),
    ],
)
def test_what_is_of_the_wrong_kind_is_refused(method: str, value: object) -> None:
    with pytest.raises(InputError, match="x"):
        getattr(_fields(x=value), method)("x")


def test_values_come_out_as_their_kind() -> None:
    fields = _fields(
        a="x", b=["x", "y"], c=date(2026, 3, 9), d="2026-03-09T08:00:00+07:00", e=3, f={"en": "One", "fr": ["Un", "une"]}
    )
    assert (fields.text("a"), fields.texts("b"), fields.day("c")) == ("x", ("x", "y"), date(2026, 3, 9))
    assert fields.instant("d") == datetime(2026, 3, 9, 1, tzinfo=UTC)
    assert (fields.number("e"), fields.count("e")) == (3.0, 3)
    assert fields.pairs("f") == (("en", "One"), ("fr", "Un"), ("fr", "une"))


def test_what_is_not_there_is_its_default() -> None:
    fields = _fields()
    assert (fields.text("a", ""), fields.texts("a"), fields.day("a"), fields.instant("a"), fields.number("a")) == (
        "",
        (),
        None,
        None,
        None,
    )
    assert (fields.count("a"), fields.tables("a"), fields.pairs("a"), fields.flag("a", True)) == (None, (), (), True)


def test_a_slip_of_the_pen_does_not_pass() -> None:
    fields = _fields(name="x", nmae="y")
    fields.text("name")
    with pytest.raises(InputError, match=r"`source\[2\]\.nmae`: is not known here; the fields are name"):
        fields.finish()
