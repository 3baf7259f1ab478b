"""Steps of policy: which step, by which body, of which country."""

import pytest
from tests.watch.facts.build import sentences
from tests.watch.language.build import pack

from chancery.watch.facts.read_policy import read_policy
from chancery.watch.facts.records import PolicyStep

TABLES = {
    "names": "KE\tname\tKenya\nPE\tname\tPeru",
    "offices": "head_of_state\tGOV\tpresident\nforeign_minister\tGOV\tforeign minister\n"
    "ambassador\tGOV\tambassador\njudge\tJUD\tjudge",
    "sectors": "LEG\t\tparliament\nCOP\t\tpolice\nGOV\t\tgovernment",
    "organisations": "UN\tIGO\tUN",
    "event_cues": "AGREE\t\tapproves",
    "policy": "budget\tparliament\tpass* … budget\ndecree\t\tdecree|order\nruling\tcourt\tcourt ruled\ntariff\t\ttariffs",
    "stop": "stop\t\tof|the",
}


def _steps(text: str, focus: str = "") -> tuple[PolicyStep, ...]:
    return read_policy(sentences(pack(**TABLES), text), focus)


def test_a_step_is_told_with_its_words_and_the_line_that_found_it() -> None:
    (step,) = _steps("Kenya passes a new budget today")
    assert (step.step, step.body, step.country) == ("budget", "parliament", "KE")
    assert (step.surface, step.span.start, step.because) == ("passes a new budget", 6, "policy.tsv:1")


@pytest.mark.parametrize(
    ("who", "body"),
    [
        ("The president", "president"),
        ("The foreign minister", "ministry"),
        ("The ambassador", "government"),
        ("A judge", "court"),
        ("The parliament", "parliament"),
        ("The government", "government"),
        ("The police", ""),
        ("Kenya", ""),
    ],
)
def test_the_body_is_that_of_who_takes_the_step(who: str, body: str) -> None:
    assert [step.body for step in _steps(f"{who} approves the decree")] == [body]


def test_what_the_words_say_of_the_body_stands_above_who_is_near() -> None:
    assert [step.body for step in _steps("The president heard the court ruled today")] == ["court"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The decree hits Peru", "PE"),
        ("Kenya heard the president of Peru approves the decree", "PE"),
        ("The UN approves the tariffs", "XX"),
        ("The UN approves the tariffs of Kenya", "KE"),
        ("The president approves the decree", "XX"),
    ],
)
def test_a_country_named_counts_before_that_of_the_article(text: str, country: str) -> None:
    assert [step.country for step in _steps(text, focus="XX")] == [country]


def test_of_several_bodies_the_nearest_before_takes_the_step_else_the_first_behind() -> None:
    assert [step.body for step in _steps("The judge heard the president, who approves the decree, and the parliament")] == [
        "president"
    ]
    assert [step.body for step in _steps("The decree pleased the parliament, not the president")] == ["parliament"]


def test_each_kind_of_step_is_told_once_a_sentence() -> None:
    found = read_policy(sentences(pack(**TABLES), "A decree, an order, tariffs", "Tariffs again."), "")
    assert [(step.step, step.span.field) for step in found] == [("decree", "title"), ("tariff", "title"), ("tariff", "text")]


def test_without_a_step_there_is_none() -> None:
    assert _steps("The president of Peru sleeps") == ()
