"""Events: who did what to whom, in the title and the first sentences; where it is not sure enough it abstains."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.watch.facts.build import facts, sentences
from tests.watch.language.build import pack

from chancery.watch.facts.event_weights import KINDS, EventModel, EventWeights
from chancery.watch.facts.read_events import find_trigger, read_events
from chancery.watch.facts.records import Event
from chancery.watch.language import CueHit

TABLES = {
    "names": "KE\tname\tKenya\nFR\tname\tFrance\nPE\tname\tPeru",
    "sectors": "COP\t\tpolice\nLAB\t\tworkers",
    "organisations": "UN\tIGO\tUN",
    "event_cues": "SANCTION\t\texpel*\nCONSULT\t\tmeet*",
    "negation": "not\t\tnot|never",
    "realis": "planned\t\twill\nhypothetical\t\tmay\ndenied\t\tdenies",
}
WEIGHTS = EventWeights(
    classes=("STATEMENT", "SANCTION", "CONSULT"),
    plain={"has:SANCTION:s": "0 400 0", "has:CONSULT:s": "0 0 300"},
    roles={"before": "200 -200", "after": "-200 200"},
)


def _events(
    title: str, text: str = "", focus: str = "", *, weights: EventWeights = WEIGHTS, order: str = "svo"
) -> tuple[Event, ...]:
    given_pack = pack(**TABLES, toml=f'order = "{order}"')
    return read_events(sentences(given_pack, title, text), given_pack, EventModel(weights), focus)


def _hit(value: str, mark: str = "", start: int = 0) -> CueHit:
    return CueHit(start, start + 1, "event_cues", value, mark, 1)


def test_an_event_is_who_did_what_to_whom() -> None:
    (event,) = _events("Kenya expels envoys of France")
    assert (event.kind, event.quad, event.realis, event.status) == ("SANCTION", "material_conflict", "reported", "found")
    assert [actor and actor.code for actor in (event.source, event.target)] == ["KE", "FR"]
    assert (event.surface, event.span.start, event.because) == ("expels", 6, "events.json, event_cues.tsv:1")
    assert event.confidence == pytest.approx(0.9647, abs=1e-4)  # e^4 / (e^4 + 2)


@pytest.mark.parametrize(
    ("title", "realis"),
    [
        ("Kenya does not expel envoys", "denied"),
        ("Kenya denies it expelled envoys", "denied"),
        ("Kenya will expel envoys", "planned"),
        ("Kenya may expel envoys", "hypothetical"),
        ("Kenya will not expel envoys", "denied"),
        ("Kenya expels envoys who will not leave", "reported"),
        ("Kenya will, on the day of the great and long festival, expel envoys", "reported"),
    ],
)
def test_what_is_planned_denied_or_only_possible_is_told_apart(title: str, realis: str) -> None:
    assert [event.realis for event in _events(title)] == [realis]


def test_where_the_verb_comes_last_a_denial_may_stand_behind_it() -> None:
    assert [_events("Kenya envoys expels not", order=order)[0].realis for order in ("svo", "sov")] == ["reported", "denied"]


def test_below_the_probability_asked_an_event_abstains() -> None:
    (event,) = _events("Kenya meets France", weights=replace(WEIGHTS, least=0.95))
    assert (event.status, event.quad) == ("abstained", "verbal_cooperation")
    assert event.confidence < 0.95


def test_the_title_and_three_sentences_are_read_one_event_each() -> None:
    found = _events("Kenya expels envoys", "Kenya meets Peru. " * 6)
    assert [(event.span.field, event.kind) for event in found] == [("title", "SANCTION"), *[("text", "CONSULT")] * 3]


@pytest.mark.parametrize("title", ["", "It rained all day", "Kenya", "UN met"])
def test_a_sentence_without_act_and_actor_or_hardly_a_word_tells_none(title: str) -> None:
    assert _events(title) == ()


def test_an_act_of_nobody_and_an_actor_without_an_act_are_events() -> None:
    assert [(event.kind, event.source, event.surface) for event in _events("Envoys expelled today")] == [
        ("SANCTION", None, "expelled")
    ]
    (event,) = _events("Kenya sleeps today")
    assert (event.source and event.source.code, event.surface, event.because) == ("KE", "Kenya sleeps today", "events.json")


def test_who_acts_at_home_acts_in_the_country_of_the_article() -> None:
    (event,) = _events("Police expel the workers", focus="KE")
    assert event.source is not None
    assert event.target is not None
    assert [(event.source.sector, event.source.code), (event.target.sector, event.target.code)] == [
        ("COP", "KE"),
        ("LAB", "KE"),
    ]
    assert event.source.because.endswith("country of the sentence")


def test_an_organisation_lends_nobody_a_country() -> None:
    (event,) = _events("Police expel the UN")
    assert event.source is not None
    assert (event.source.surface, event.source.code) == ("Police", "")


def test_an_event_rests_on_a_strong_cue_of_its_kind_first() -> None:
    weak, strong, kin, other = _hit("SANCTION", "weak"), _hit("SANCTION"), _hit("ASSAULT"), _hit("CONSULT")
    assert find_trigger("SANCTION", [other, kin, weak, strong]) is strong
    assert find_trigger("SANCTION", [other, kin, weak]) is weak
    assert find_trigger("SANCTION", [other, kin]) is kin
    assert find_trigger("SANCTION", [other, _hit("GOSSIP")]) is other
    assert find_trigger("SANCTION", []) is None


def test_the_weights_that_ship_read_a_plain_headline() -> None:
    event = facts("Kenya expels the ambassador of France").events[0]
    assert event.source is not None
    assert event.target is not None
    assert (event.quad, event.source.code, event.target.code) == ("material_conflict", "KE", "FR")


@given(
    st.lists(
        st.sampled_from(["Kenya", "France", "UN", "police", "expels", "meets", "not", "will", ",", "ß", "\u200f"]), max_size=20
    )
)
def test_every_event_rests_on_words_and_has_a_probability(words: list[str]) -> None:
    title = " ".join(words)
    for event in _events(title):
        assert title[event.span.start : event.span.end] == event.surface
        assert 1 / len(WEIGHTS.classes) <= event.confidence <= 1
        assert event.quad in {quad for _, quad in KINDS.values()}
        assert event.source is None or event.source != event.target
