"""Tables of a pack: a broken line costs itself alone, and is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.watch.language.parse_pack import Problem, Row, parse_rows, split_form, split_gap, tables_of

GOOD = ("WAR\t\twar|battle*", "# a note", "", "TALK\tweak\tpeace* talk*|call* … off")
RUBBISH = st.one_of(
    st.text(alphabet=st.characters(exclude_characters="\n\t"), min_size=1),
    st.sampled_from(["\t", "\t\t", "X\t\t", "\t\tword", "X\tloud\tword", "a\tb\tc\td", "X\t\t…", "X\t\t*", "X\t\ta … b … c"]),
)


def _read(table: str, text: str) -> tuple[list[Row], list[Problem]]:
    problems: list[Problem] = []
    return list(parse_rows(table, text, problems)), problems


def test_a_line_is_a_value_a_mark_and_forms() -> None:
    rows, problems = _read("topics", "# note\n\n WAR \tweak\t war | battle* ||\r\n")
    assert rows == [Row("WAR", "weak", ("war", "battle*"), 3)]
    assert problems == []


@pytest.mark.parametrize(
    ("table", "line", "why"),
    [
        ("topics", "WAR", "has 1 columns"),
        ("topics", "WAR\twar", "has 2 columns"),
        ("topics", "WAR\t\twar\tpeace", "has 4 columns"),
        ("topics", "\t\twar", "has no value or no form"),
        ("topics", "WAR\t\t", "has no value or no form"),
        ("topics", "WAR\tloud\twar", "has the mark 'loud'; it is one of '', 'weak'"),
        ("names", "KE\tcity\tKenya", "has the mark 'city'"),
        ("say_verbs", "say\tweak\tsaid", "has the mark 'weak'; it is one of ''"),
    ],
)
def test_a_broken_line_is_named_with_its_number_and_reason(table: str, line: str, why: str) -> None:
    rows, (problem,) = _read(table, f"# note\n{line}")
    assert rows == []
    assert (problem.table, problem.line) == (table, 2)
    assert problem.why.startswith(why)


@pytest.mark.parametrize("form", ["…", "… off", "call …", "a … b … c", "*", "a* b* c", "* … off"])
def test_a_broken_form_costs_neither_its_line_nor_the_others(form: str) -> None:
    rows, problems = _read("topics", f"WAR\t\twar|{form}|battle")
    assert rows == [Row("WAR", "", ("war", "battle"), 1)]
    assert [(problem.line, problem.why.endswith(f": {form}")) for problem in problems] == [(1, True)]


@pytest.mark.parametrize("table", ["offices", "sectors", "organisations", "policy"])
def test_some_tables_take_any_mark(table: str) -> None:
    assert _read(table, "x\tanything\tword") == ([Row("x", "anything", ("word",), 1)], [])


@pytest.mark.parametrize("mark", ["name", "people", "place", "not", "name?", "place?"])
def test_a_name_may_be_doubtful(mark: str) -> None:
    assert _read("countries", f"KE\t{mark}\tKenya") == ([Row("KE", mark, ("Kenya",), 1)], [])


def test_a_star_lets_letters_follow_and_a_gap_lets_words_stand_between() -> None:
    assert (split_form("condemn*"), split_form("war")) == (("condemn", 6), ("war", 0))
    assert split_gap("call* … off") == ("call*", "off", 45)
    assert split_gap("peace* talk*") == ("peace*", "talk*", 1)


def test_tables_that_are_there_are_read_and_strangers_are_not() -> None:
    files = {"topics.tsv": "a", "say_verbs.tsv": "b", "realis.tsv": "", "names.tsv": "c", "notes.tsv": "d", "pack.toml": "e"}
    assert dict(tables_of(files)) == {"topics": "a", "say_verbs": "b"}


@pytest.mark.parametrize("value", ["good", "1.5", "9"])
def test_a_tone_that_is_no_number_from_minus_three_to_three_is_a_broken_line(value: str) -> None:
    rows, problems = _read("tone", f"{value}\tany\tpraised\n-2\tany\tcruel")
    assert [row.value for row in rows] == ["-2"]
    assert [problem.line for problem in problems] == [1]


@given(st.lists(st.one_of(RUBBISH, st.sampled_from(GOOD)), max_size=20))
def test_good_lines_are_read_among_any_rubbish(lines: list[str]) -> None:
    rows, problems = _read("topics", "\n".join(lines))
    good = [number for number, line in enumerate(lines, 1) if line in (GOOD[0], GOOD[3])]
    assert [row.line for row in rows if row.forms] == good
    assert {problem.line for problem in problems}.isdisjoint(good)
    assert all(lines[problem.line - 1].strip() for problem in problems)
