"""The title under which a protected record is cited tells neither who spoke nor where."""

import pytest
from tests.builders.briefs import conversation

from chancery.advise import record_conversation


@pytest.mark.parametrize(
    ("office", "place", "title"),
    [
        ("Director, Foreign Ministry", "Port Lanval", "At the Ministry about the vote"),
        ("外务省", "東京", "外务省 会谈"),
        ("Vụ trưởng, Bộ Y tế", "Huế", "Gặp Bộ Y tế"),
        ("Vụ trưởng, Bộ Y tế", "Huế", "Ở Huế"),
    ],
)
def test_a_title_that_names_office_or_place_gives_way_to_the_id(office: str, place: str, title: str) -> None:
    talk = conversation("talk-9", protected=True, office=office, place=place, title=title)
    assert record_conversation(talk).title == "talk-9"


def test_a_title_that_names_neither_stands() -> None:
    talk = conversation("talk-9", protected=True, office="外务省", place="Huế", title="The vote of Tuesday")
    assert record_conversation(talk).title == "The vote of Tuesday"
