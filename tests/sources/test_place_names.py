from chancery.common.mission import Place
from chancery.sources.place_names import name_by_cldr

TAVIRA = Place("XT", "state", (("en", "Tavira"),))


def test_a_state_that_the_table_leaves_out_gets_its_first_name_from_cldr() -> None:
    assert tuple(name_by_cldr(("XT", "JP"), ("en", "vi"), (TAVIRA,))) == (
        Place("JP", "state", (("en", "Japan"), ("vi", "Nhật Bản"))),
    )


def test_the_sending_state_s_own_table_stands_above_cldr() -> None:
    assert tuple(name_by_cldr(("JP",), ("en",), (Place("JP", "state", (("en", "Nippon"),)),))) == ()


def test_a_code_left_to_its_users_is_named_by_nobody_else() -> None:
    assert tuple(name_by_cldr(("XA", "XK", "orlay"), ("en",), ())) == ()


def test_a_language_that_cldr_does_not_know_is_passed_over() -> None:
    assert tuple(name_by_cldr(("FR",), ("qq", "en"), ())) == (Place("FR", "state", (("en", "France"),)),)
