"""A brief built of quotations passes; each planted fault alone stops it."""

from dataclasses import replace
from typing import Any

import pytest
from tests.builders.briefs import NOW, article, brief, cite, quote, said, source

from chancery.advise import check_brief, faults, refuse_blocked
from chancery.advise.records import Block, Record
from chancery.common.citation import Citation
from chancery.common.errors import BlockedBrief

TEXT = "The hearing stands on 24 March. The Office has booked 140 seats in Port Lanval."
ARTICLE = article("a1", TEXT)
ARTICLES = {"a1": ARTICLE}
RECORD = Record("r1", "conversation", NOW, "Tiles", "The list of speakers closes on 20 March with 12 names.")
RECORDS = {"r1": RECORD}


def _record(**fields: Any) -> Citation:
    return Citation("conversation", "r1", "Tiles", "", NOW, **fields)


def _rules(block: Block, verdict: str = "blocking") -> set[str]:
    checks = check_brief(brief(block), ARTICLES, RECORDS)
    return {check.rule for check in checks if check.verdict == verdict}


def test_a_brief_of_quotations_passes_and_every_rule_says_so() -> None:
    checks = check_brief(brief(quote(ARTICLE)), ARTICLES, {})
    assert {check.rule: check.verdict for check in checks} == dict.fromkeys(
        ("cited", "quote", "digest", "voice", "readers"), "ok"
    )
    refuse_blocked(checks)


@pytest.mark.parametrize(
    ("block", "rule"),
    [
        (said("The hearing stands."), "cited"),
        (said("We assess that it stands.", kind="assessment"), "cited"),
        (said("The hearing stands.", replace(cite(ARTICLE), ref="a9")), "cited"),
        (said("The hearing stands.", replace(cite(ARTICLE, "stands"), quote="slips")), "quote"),
        (said("The hearing stands.", replace(cite(ARTICLE, "stands"), quote="booked")), "quote"),
        (said("The hearing stands.", replace(cite(ARTICLE), span=None)), "quote"),
        (said("The Office said the hearing “slips”.", cite(ARTICLE)), "quote"),
        (said("It “has booked” seats.", cite(ARTICLE, "The hearing stands on 24 March.")), "quote"),
        (said("The hearing stands.", replace(cite(ARTICLE), digest="0" * 64)), "digest"),
        (replace(quote(ARTICLE), text="The hearing stands"), "voice"),
        (replace(said("One matter is late.", _record()), voice="record", kind="note"), "voice"),
        (said("The Office has booked 150 seats.", cite(ARTICLE)), "numbers"),
        (said("The hearing stands on 25 March.", cite(ARTICLE)), "numbers"),
        (said("The list closes with 14 names.", _record()), "numbers"),
        (said("The share is 12.", _record(value=11.0)), "quote"),
        (said("It is likely to stand.", cite(ARTICLE), kind="assessment", probability=0.3), "likelihood"),
        (said("The hearing stands.", replace(cite(ARTICLE), mark="restricted")), "readers"),
        (said("The Office sits in Kilnmoor.", cite(ARTICLE)), "names"),
    ],
)
def test_each_planted_fault_alone_blocks(block: Block, rule: str) -> None:
    assert _rules(block) == {rule}


@pytest.mark.parametrize(
    "block",
    [
        said("The Office has booked 140 seats.", cite(ARTICLE)),
        said("The Office “has booked 140 seats”.", cite(ARTICLE)),
        said("They “booked … in Port Lanval”.", cite(ARTICLE)),
        said("The list closes on 20 March.", _record()),
        said("We advise to lodge the comments by 24 March.", cite(ARTICLE), kind="recommendation"),
        said("Worth a call.", kind="note"),
    ],
)
def test_a_true_statement_passes(block: Block) -> None:
    assert _rules(block) == set()


def test_quotation_marks_and_spaces_alone_are_a_warning() -> None:
    quoted = article("a1", "He said “no”\u00a0twice.")
    block = said("He refused.", replace(cite(quoted), quote='He said "no" twice.'))
    checks = check_brief(brief(block), {"a1": quoted}, {})
    assert {check.rule for check in checks if check.verdict == "warning"} == {"quote"}


def test_what_is_kept_to_its_readers_does_not_leave() -> None:
    kept = {"r1": replace(RECORD, readers=("head_of_mission",))}
    checks = check_brief(brief(said("The list closes on 20 March.", _record())), {}, kept)
    assert [check.rule for check in checks if check.verdict == "blocking"] == ["readers"]
    assert "a brief is for the whole mission: cite what all may read" in next(c.message for c in checks if c.rule == "readers")


def test_of_a_kept_record_the_checker_says_that_it_is_kept_and_not_what_it_holds() -> None:
    kept = {"r1": replace(RECORD, readers=("head_of_mission",))}
    checks = check_brief(brief(said("The list closed at 65 names in Rome.", _record())), {}, kept)
    assert [check.rule for check in checks if check.verdict != "ok"] == ["readers"]


def test_a_source_is_not_quoted_beyond_what_it_allows() -> None:
    sources = {"tribune": source(rights=replace(source().rights, quote_words=10))}
    first, second = quote(ARTICLE, "The hearing stands on 24 March."), quote(ARTICLE, "The Office has booked 140 seats", "b2")
    assert "blocking" not in {
        c.verdict for c in check_brief(brief(first, replace(first, id="b3")), ARTICLES, {}, sources=sources)
    }
    checks = check_brief(brief(first, second), ARTICLES, {}, sources=sources)
    assert [(check.block, check.rule) for check in checks if check.verdict == "blocking"] == [("b2", "rights")]


def test_a_source_that_may_not_be_passed_on_is_not_quoted_at_all() -> None:
    sources = {"tribune": source(rights=replace(source().rights, pass_on=False))}
    checks = check_brief(brief(said("The Office “has booked” seats.", cite(ARTICLE))), ARTICLES, {}, sources=sources)
    assert [check.rule for check in checks if check.verdict == "blocking"] == ["rights"]


def test_a_brief_longer_than_its_kind_is_warned_of() -> None:
    long = said("word " * 160, kind="note")
    assert [c.rule for c in check_brief(brief(long, kind="flash"), {}, {}) if c.verdict == "warning"] == ["length"]
    assert [c.rule for c in check_brief(brief(long), {}, {}) if c.verdict == "warning"] == []


def test_one_uncited_fact_stops_the_whole_brief_and_is_named() -> None:
    checks = check_brief(brief(quote(ARTICLE), said("It will be fine.", ref="b7")), ARTICLES, {})
    assert faults(checks) == ("b7: this fact cites nothing; name an article or a record",)
    with pytest.raises(BlockedBrief, match="b7"):
        refuse_blocked(checks)
