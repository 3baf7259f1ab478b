"""Handling marks."""

import pytest

from chancery.common.errors import InputError, RefusedError
from chancery.common.mark import highest, refuse_above, within


def test_a_compilation_is_marked_no_lower_than_its_parts() -> None:
    assert highest(["official", "public", "sensitive"]) == "sensitive"
    assert highest([]) == "public"


def test_a_mark_at_the_ceiling_is_within_it() -> None:
    assert within("official", "official")
    assert not within("restricted", "official")


def test_what_is_above_the_ceiling_is_refused_by_name() -> None:
    with pytest.raises(RefusedError, match="The note is marked restricted"):
        refuse_above("restricted", "official", "The note")


def test_an_unknown_mark_is_an_error() -> None:
    with pytest.raises(InputError, match="no handling mark"):
        within("secret", "official")
