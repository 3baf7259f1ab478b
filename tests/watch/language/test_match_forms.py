"""Forms in a text: whole words, stems with their endings, none inside another word."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.watch.language.fold_exactly import fold_exactly
from chancery.watch.language.match_forms import CASES, Found, compile_forms, longest, match_forms

FORMS = (("war", 0, "war"), ("condemn", 6, "condemn"), ("trade war", 0, "trade war"), ("日本", 0, "日本"), ("%", 0, "%"))


def _found(
    text: str,
    *forms: tuple[str, int, str],
    before: Sequence[str] = (),
    endings: Sequence[str] = (),
    spaced: bool = True,
) -> list[str]:
    """Return the words of the text at which forms are found, in the order of their ends."""
    folded = fold_exactly(text)
    compiled = compile_forms(forms, frozenset(before), frozenset(endings), spaced=spaced)
    return [text[slice(*folded.span(start, end))] for start, end, _, _ in match_forms(folded, compiled)]


@pytest.mark.parametrize("text", ["warm", "Dewar", "war2", "Wärme", "awar e", "wa r"])
def test_a_form_is_not_found_in_another_word(text: str) -> None:
    assert _found(text, ("war", 0, "w")) == []


def test_a_form_is_found_beside_any_punctuation_and_in_any_case() -> None:
    assert _found("WAR! Post-war, (war)…“War”", ("war", 0, "w")) == ["WAR", "war", "war", "War"]


def test_a_stem_takes_up_to_so_many_letters_and_they_are_part_of_it() -> None:
    text = "condemn condemned condemnations condemnationsxx condemn2"
    assert _found(text, ("condemn", 6, "c")) == ["condemn", "condemned", "condemnations"]


def test_a_case_ending_counts_only_where_the_language_has_it() -> None:
    text = "Keniju Kenijos Kenij"
    assert _found(text, ("Kenij", CASES, "KE"), endings=["u"]) == ["Keniju", "Kenij"]
    assert _found(text, ("Kenij", CASES, "KE")) == ["Keniju", "Kenijos", "Kenij"]


def test_a_particle_written_as_one_leads_to_the_word_and_is_no_part_of_it() -> None:
    assert _found("alkenya xkenya albalkenya kenya", ("kenya", 0, "KE"), before=["al"]) == ["kenya", "kenya"]


@pytest.mark.parametrize("text", ["EE. UU.", "EE UU", "ee.uu"])
def test_a_point_within_a_form_does_not_matter(text: str) -> None:
    assert len(_found(f"a {text} b", ("EE. UU.", 0, "US"))) == 1


def test_signs_and_scripts_without_spaces_need_no_border() -> None:
    assert _found("12% in US$5", ("%", 0, "p"), ("$", 0, "d")) == ["%", "$"]
    assert _found("在日本人", ("日本", 0, "JP")) == ["日本"]
    assert _found("昨日Kenyaへ", ("Kenya", 0, "KE"), spaced=False) == ["Kenya"]


def test_one_form_may_mean_several_things() -> None:
    compiled = compile_forms([("Congo", 0, "CD"), ("congo", 0, "CG"), ("CONGO", 0, "CD")])
    assert [meanings for *_, meanings in match_forms(fold_exactly("Congo"), compiled)] == [("CD", "CG")]


@pytest.mark.parametrize("forms", [(), (("…", 0, "x"), ("", 0, "y"))])
def test_a_dictionary_that_says_nothing_finds_nothing(forms: tuple[tuple[str, int, str], ...]) -> None:
    assert _found("war … and peace", *forms) == []


def test_the_longest_is_kept_and_of_equals_all_that_they_mean() -> None:
    inner, outer = Found(0, 3, 3, ("papua",)), Found(0, 10, 10, ("papua new",))
    first, second = Found(12, 15, 3, ("one",)), Found(12, 15, 3, ("two",))
    assert longest([second, inner, outer]) == [outer, second]
    assert longest([first, second, inner]) == [inner, Found(12, 15, 3, ("one", "two"))]


@given(st.text(alphabet="war tdecomnWß\u0301\u200b日本1%-.", max_size=60))
def test_no_form_is_found_inside_a_word(text: str) -> None:
    folded = fold_exactly(text)
    padded = f" {folded.text} "
    for start, end, _, (meaning,) in match_forms(folded, compile_forms(FORMS)):
        if meaning in ("war", "condemn", "trade war"):
            assert padded[start] == padded[end + 1] == " "
            assert folded.text[start:end].startswith(meaning)


@given(st.permutations(FORMS), st.text(alphabet="war tdecomn日本%", max_size=60))
def test_the_order_of_forms_does_not_matter(forms: list[tuple[str, int, str]], text: str) -> None:
    folded = fold_exactly(text)
    assert set(match_forms(folded, compile_forms(forms))) == set(match_forms(folded, compile_forms(FORMS)))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)), max_size=12))
def test_what_is_left_out_lies_under_something_at_least_as_long(pairs: list[tuple[int, int]]) -> None:
    given_forms = [Found(start, start + length, length, (start,)) for start, length in pairs]
    kept = longest(given_forms)
    for each in given_forms:
        over = [other for other in kept if other.start < each.end and each.start < other.end]
        assert over
        assert each in kept or max(other.end - other.start for other in over) >= each.end - each.start
    assert sum(each.end - each.start for each in kept) == len({at for each in kept for at in range(each.start, each.end)})
