"""The whole morning, from articles to a checked brief, with no disk, clock or network."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.builders.briefs import MORNING, NOW, article, mission, paper, source

from chancery.common.errors import BlockedBrief
from chancery.common.pack import pack
from chancery.flow.morning import MorningMaterial, morning
from chancery.sources.package_data import read_packs, read_phrases, read_weights

WORDS = "The ferry Jadwan Star sank fourteen miles off Cormel on Monday with 214 people aboard, the Coastguard of Ilmara said."
ARTICLES = (
    article("a1", WORDS, source="tribune", title="Ferry Jadwan Star sinks off Cormel"),
    article("a2", WORDS, source="echo", title="Ferry Jadwan Star sinks off Cormel", seen=MORNING + timedelta(minutes=1)),
    article(
        "a3",
        "The Coastguard of Ilmara counts 38 dead from the ferry Jadwan Star off Cormel.",
        source="phare",
        title="Jadwan Star: 38 dead",
    ),
    article("late", "The Coastguard of Ilmara has found the ferry's log.", source="phare", seen=NOW + timedelta(hours=1)),
)
MATERIAL = MorningMaterial(
    mission=mission(),
    sources=tuple(source(ref) for ref in ("tribune", "echo", "phare")),
    articles=ARTICLES,
    now=NOW,
    packs=read_packs(mission().places),
    identify=lambda text: "en",
    weights=read_weights(),
    phrases=read_phrases("en"),
)


def test_articles_become_a_brief_that_cites_them() -> None:
    done = morning(MATERIAL)
    assert {record.id for record in done.records} >= {
        citation.ref for citation in done.brief.citations if citation.kind != "article"
    }
    assert {each.id for each in done.articles} == {c.ref for c in done.brief.citations if c.kind == "article"}
    assert {check.verdict for check in done.checks} == {"ok"}


def test_no_article_is_lost_and_none_from_the_future_is_read() -> None:
    done = morning(MATERIAL)
    assert sorted(r.article.id for story in done.stories for r in story.readings) == ["a1", "a2", "a3"]


def test_a_copy_keeps_its_outlet_and_is_no_second_voice() -> None:
    copies = [reading.copy for story in morning(MATERIAL).stories for reading in story.readings if reading.copy]
    assert [(copy.article, copy.of) for copy in copies] == [("a2", "a1")]


def test_the_same_morning_gives_the_same_bytes_in_any_order() -> None:
    turned = replace(MATERIAL, articles=ARTICLES[::-1])
    assert pack(morning(MATERIAL).brief) == pack(morning(turned).brief)


def test_one_bad_record_costs_a_line_and_not_the_brief() -> None:
    """A phrase book whose sentence says a figure that no record holds stands in for any faulty machine statement."""
    book = MATERIAL.phrases
    wrong = replace(book, templates={**book.templates, "D2": "By {weekday} {day}: {title}, 977 times. {owner}."})
    given = replace(MATERIAL, phrases=wrong, papers=(paper("bad"), paper("good", kind="visit")))
    done = morning(given)
    due, unseen = ([b.text for b in part.blocks] for part in done.brief.sections if part.id in ("due", "unseen"))
    assert due == ["On Thursday 19 March: Matter good. Economic section."]
    assert unseen[0] == (
        "1 statement was left out of this brief, because the checker did not find what it says in what it cites "
        "(under: Due this week, late, and ahead). The rest stands."
    )
    assert {check.block for check in done.refused} == {"due-bad"}
    assert {check.verdict for check in done.checks} == {"ok"}


def test_a_bottom_line_that_cannot_stand_stops_the_brief() -> None:
    book = MATERIAL.phrases
    false = dict.fromkeys(("B1", "B2", "B3", "B4"), "977 matters.")
    given = replace(MATERIAL, articles=(), phrases=replace(book, templates={**book.templates, **false}))
    with pytest.raises(BlockedBrief, match="977"):
        morning(given)


def test_a_feed_that_was_cut_off_is_named() -> None:
    done = morning(replace(MATERIAL, cut={"echo": 12}))
    unseen = next(part for part in done.brief.sections if part.id == "unseen")
    assert unseen.blocks[0].text == (
        "The feed of The Echo was cut off in the middle: 12 entries of it could be read, the rest is missing."
    )
