from chancery.common.errors import InputError, RefusedError
from chancery.common.said import Said, say


def test_a_sentence_is_filled_in_english_and_keeps_its_template_and_values() -> None:
    told = say("nothing new since {moment}", moment="2026-03-11")
    assert str(told) == "nothing new since 2026-03-11"
    assert told == Said("nothing new since {moment}", (("moment", "2026-03-11"),))


def test_braces_in_a_sentence_without_values_stay_as_they_are() -> None:
    assert str(Said("a {brace}")) == "a {brace}"
    assert str(RefusedError("a {brace}")) == "a {brace}"


def test_a_fault_says_what_happened_before_it_has_a_language() -> None:
    fault = InputError("has {signs} signs", field="text", signs=7)
    assert (str(fault), fault.said) == ("field `text`: has 7 signs", Said("has {signs} signs", (("signs", "7"),)))
