"""The daily brief: what leads, what is due, what is held back; nobody's secret in it; the same bytes each time."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.builders.briefs import MORNING, NOW, article, conversation, material, mission, paper, source, story

from chancery.advise import check_brief, compose_brief, faults
from chancery.advise.records import Brief
from chancery.common.pack import pack
from chancery.sources.package_data import phrase_languages, read_phrases
from chancery.watch.records import Rights, Story

FERRY_1 = article(
    "f1", "A ferry sank off Cormel on Monday and 38 people died.", title="Ferry sinks off Cormel", source="tribune"
)
FERRY_2 = article("f2", "Divers reached the wreck of the ferry on Monday night.", title="Divers at the ferry", source="phare")
TILES = article("t1", "The tile hearing has been put back to 7 April.", title="Tile hearing put back", source="echo")
FERRY, HEARING = story("s-ferry", FERRY_1, FERRY_2), story("s-tiles", TILES)


def _texts(brief: Brief, section: str) -> list[str]:
    found = next(each for each in brief.sections if each.id == section)
    return [block.text for block in found.blocks]


def test_the_sections_stand_in_the_order_an_ambassador_reads() -> None:
    brief, _ = compose_brief(material([FERRY]))
    assert [section.id for section in brief.sections] == ["bottom_line", "due", "stories", "changed", "held_back", "unseen"]


def test_every_sentence_about_the_world_is_a_span_and_the_checker_agrees() -> None:
    brief, records = compose_brief(material([FERRY, HEARING], conversations=(conversation(differs=True),), papers=(paper(),)))
    articles = {each.id: each for each in (FERRY_1, FERRY_2, TILES)}
    assert faults(check_brief(brief, articles, {record.id: record for record in records})) == ()
    for block in brief.blocks:
        if block.voice == "source":
            span = block.citations[0].span
            assert span is not None
            assert articles[block.citations[0].ref].field(span.field)[span.start : span.end] == block.text


@pytest.mark.parametrize("language", phrase_languages())
def test_a_brief_in_any_language_passes_its_own_checker(language: str) -> None:
    given = material(
        [FERRY, HEARING],
        phrases=read_phrases(language),
        mission=mission(languages=(language,)),
        conversations=(conversation(differs=True), conversation("talk-2", readers=("political",))),
        papers=(paper(), paper("late", due=date(2026, 3, 1)), paper("poll", kind="survey", n=17, asked=140, due=None)),
    )
    brief, records = compose_brief(given)
    articles = {each.id: each for each in (FERRY_1, FERRY_2, TILES)}
    assert faults(check_brief(brief, articles, {record.id: record for record in records})) == ()


def test_two_independent_voices_lead_and_one_does_not() -> None:
    brief, _ = compose_brief(material([FERRY, HEARING]))
    leads = [block for block in brief.sections[0].blocks if block.voice == "source"]
    assert {block.story for block in leads} == {"s-ferry"}
    held = "One story rests on one voice and stays out of the bottom line until a second independent source reports it"
    assert _texts(brief, "held_back") == [f"{held}: The Echo, “Tile hearing put back”."]


def test_what_leads_is_not_said_again() -> None:
    brief, _ = compose_brief(material([FERRY]))
    texts = [block.text for block in brief.blocks if block.voice == "source"]
    assert len(texts) == len(set(texts))


def test_outlets_of_one_house_are_one_voice() -> None:
    sources = [source("tribune", owner="Lanval Press"), source("phare", owner="Lanval Press")]
    brief, _ = compose_brief(material([FERRY], sources=sources))
    assert [block for block in brief.sections[0].blocks if block.voice == "source"] == []


def test_what_our_own_record_contradicts_is_not_stated_as_fact() -> None:
    second = article("t2", "The tile hearing will be in April, we hear.", title="Tile hearing: April", source="tribune")
    brief, _ = compose_brief(material([story("s-tiles", TILES, second)], conversations=(conversation(differs=True),)))
    assert [block for block in brief.sections[0].blocks if block.voice == "source"] == []
    assert len(_texts(brief, "held_back")) == 1
    assert _texts(brief, "held_back")[0].startswith("We do not state as fact what our record of 16 March contradicts: The ")


def test_a_protected_source_is_never_named() -> None:
    talk = conversation(protected=True, text="The Head of Investigations in Port Lanval told us that it stands.")
    brief, records = compose_brief(material([HEARING], conversations=(talk,)))
    printed = json.dumps(pack(brief), ensure_ascii=False) + json.dumps([pack(record) for record in records], ensure_ascii=False)
    assert "Head of Investigations" not in printed
    assert "Port Lanval told" not in printed
    assert "We hold a record of conversation of 16 March on this; its words are not printed." in printed


def test_what_is_kept_to_its_readers_is_counted_and_not_printed() -> None:
    talk = conversation(readers=("head_of_mission",), text="A secret about the tile hearing.")
    kept = paper("plan", readers=("political",), title="Secret plan", story_terms=("tile hearing",))
    brief, _ = compose_brief(material([HEARING], conversations=(talk,), papers=(kept,)))
    printed = json.dumps(pack(brief), ensure_ascii=False)
    assert "secret" not in printed.lower()
    assert "1 record of conversation is kept to its readers and not printed here." in _texts(brief, "held_back")
    assert "1 of our papers is kept to its readers and not printed here." in _texts(brief, "held_back")


def test_what_is_marked_above_the_ceiling_is_not_in_the_brief() -> None:
    brief, _ = compose_brief(material([HEARING], papers=(paper(mark="restricted"),), mission=mission(ceiling="official")))
    assert _texts(brief, "due") == []


def test_the_brief_is_marked_no_lower_than_what_it_cites() -> None:
    assert compose_brief(material([HEARING]))[0].mark == "public"
    assert compose_brief(material([HEARING], papers=(paper(mark="sensitive"),)))[0].mark == "sensitive"


def test_what_an_outlet_corrected_is_not_quoted_from_before() -> None:
    early = MORNING - timedelta(days=3)
    wrong = article("c1", "Eleven of our nationals died in the ferry, it said.", title="Eleven dead in ferry", seen=early)
    right = article(
        "c2", "Three of our nationals died in the ferry, not eleven.", title="Correction: three dead in ferry, not eleven"
    )
    brief, _ = compose_brief(material([story("s-c", wrong, right)]))
    assert all(citation.ref != "c1" for block in brief.blocks for citation in block.citations)
    assert (
        "Figures that The Tribune withdrew on 17 March (“Correction: three dead in ferry, not eleven”) are not repeated."
        in _texts(brief, "held_back")
    )


def test_a_source_that_may_not_be_passed_on_is_read_and_not_quoted() -> None:
    closed = source("echo", rights=Rights(pass_on=False))
    brief, _ = compose_brief(material([HEARING], sources=[closed]))
    assert [block for block in brief.blocks if block.voice == "source"] == []
    assert _texts(brief, "held_back") == [
        "The Echo does not allow its words to be passed on; 1 new report of it is read but not quoted."
    ]


def test_a_cap_of_words_holds_over_heading_and_quotations() -> None:
    short = source("echo", rights=Rights(quote_words=5))
    brief, _ = compose_brief(material([HEARING], sources=[short]))
    assert [block.text for block in brief.blocks if block.voice == "source"] == ["Tile hearing put back"]


def test_the_bottom_line_counts_what_waits() -> None:
    papers = (paper("a", due=date(2026, 3, 1)), paper("b", due=date(2026, 3, 20)), paper("c", due=date(2026, 3, 24)))
    assert "1 matter is late and 2 fall due by 24 March." in _texts(
        compose_brief(material([FERRY], papers=papers))[0], "bottom_line"
    )


def test_a_quiet_day_says_so_and_is_not_empty() -> None:
    brief, records = compose_brief(material([]))
    assert faults(check_brief(brief, {}, {record.id: record for record in records})) == ()
    assert _texts(brief, "bottom_line") == [
        "No story of today rests on two independent sources; there is nothing to report upwards as fact.",
        "Nothing is late and nothing falls due by 24 March.",
    ]


def test_the_same_material_gives_the_same_brief_whatever_its_order() -> None:
    stories, talks = [FERRY, HEARING], (conversation(), conversation("talk-2"))
    one = compose_brief(material(stories, conversations=talks))
    other = compose_brief(material(stories[::-1], conversations=talks))
    assert pack(one[0]) == pack(other[0])


def test_our_own_watching_is_one_record_a_section() -> None:
    brief, _ = compose_brief(material([FERRY, HEARING]))
    own = [citation.ref for citation in brief.citations if citation.kind == "figure"]
    assert own == sorted(set(own), key=own.index)
    assert len(own) <= 5


def test_a_story_already_told_is_told_by_what_is_new() -> None:
    first = replace(FERRY_1, seen=NOW - timedelta(days=2), claimed=NOW - timedelta(days=2))
    yesterday = replace(
        compose_brief(material([story("s-ferry", first)], now=NOW - timedelta(days=1)))[0], as_of=NOW - timedelta(days=1)
    )
    brief, _ = compose_brief(material([story("s-ferry", first, FERRY_2), HEARING], previous=yesterday))
    assert {c.ref for block in brief.blocks if block.voice == "source" for c in block.citations} == {"f2", "t1"}
    assert _texts(brief, "changed") == [
        "New since the brief of 16 March: story 2.",
        "Moved since the brief of 16 March, new reports in brackets: story 1 (1).",
    ]


def _tiles(number: int, *outlets: str) -> Story:
    texts = [
        article(
            f"t{number}-{outlet}",
            f"Step {number} of the tiles inquiry is open, {outlet} writes.",
            title=f"Tiles step {number}",
            source=outlet,
        )
        for outlet in outlets
    ]
    return story(f"s-tiles-{number}", *texts)


def test_the_bottom_line_tells_one_story_of_each_theme_before_a_second() -> None:
    tiles = [_tiles(number, "tribune", "phare", "echo") for number in range(3)]
    brief, _ = compose_brief(material([*tiles, story("s-ferry", FERRY_1, FERRY_2, country="XV")]))
    leads = [block.story for block in next(each for each in brief.sections if each.id == "bottom_line").blocks if block.story]
    assert leads[:2] == ["s-tiles-0", "s-ferry"]
    assert len(leads) == 3


def test_days_are_those_of_the_mission_s_own_clock() -> None:
    seen = datetime(2026, 3, 16, 23, 30, tzinfo=UTC)
    told = [replace(each, seen=seen, claimed=seen) for each in (FERRY_1, FERRY_2)]
    brief, _ = compose_brief(material([story("s-ferry", *told)], mission=mission(time_zone="Asia/Bangkok")))
    (item,) = next(each for each in brief.sections if each.id == "stories").items
    assert [block.text for block in item.blocks if block.template == "S7"] == ["2 outlets, 2 independent voices, on 17 March."]


def test_a_line_that_names_something_marked_carries_its_mark_and_so_does_the_brief() -> None:
    survey = paper("poll", kind="survey", n=17, asked=140, due=None, mark="sensitive")
    brief, _ = compose_brief(material([HEARING], papers=(survey,)))
    held = next(each for each in brief.sections if each.id == "held_back").blocks
    marks = {block.template: block.citations[0].mark for block in held}
    assert (marks["H1"], marks["H2"], brief.mark) == ("public", "sensitive", "sensitive")


def test_a_single_voice_that_is_marked_is_named_under_its_mark() -> None:
    hushed = story("s-tiles", replace(TILES, mark="official"))
    brief, _ = compose_brief(material([hushed]))
    (line,) = next(each for each in brief.sections if each.id == "held_back").blocks
    assert (line.template, line.citations[0].mark) == ("H1", "official")


def test_yesterdays_title_of_a_source_that_allows_nothing_today_is_not_repeated() -> None:
    old = article("o1", "The bridge opened.", title="Bridge opens", source="phare", seen=NOW - timedelta(days=2))
    yesterday, _ = compose_brief(material([story("s-bridge", old)], now=NOW - timedelta(days=1)))
    assert "Bridge opens" in json.dumps(pack(yesterday))
    open_source = material([FERRY, story("s-bridge", old)], previous=yesterday)
    assert any("Bridge opens" in text for text in _texts(compose_brief(open_source)[0], "changed"))
    shut = tuple(
        replace(look, source=replace(look.source, rights=Rights(pass_on=False))) if look.source.id == "phare" else look
        for look in open_source.looks
    )
    assert not any("Bridge opens" in text for text in _texts(compose_brief(replace(open_source, looks=shut))[0], "changed"))


def _item(brief: Brief, story: str) -> list[str]:
    items = next(each for each in brief.sections if each.id == "stories").items
    return [block.text for block in next(item for item in items if item.id == story).blocks]


CASE = paper(
    "case",
    kind="case",
    date=date(2026, 3, 16),
    story_terms=("the ferry",),
    text="On board: 14 nationals. Rescued: 10. Died: 3. Missing: 1. " + "We wait for the next of kin to call us. " * 8,
)


def test_what_we_count_ourselves_stands_first_in_its_item_and_once() -> None:
    fund = story("s-fund", article("u1", "A fund for the ferry was opened.", title="Fund for the ferry", source="echo"))
    brief, records = compose_brief(material([FERRY, fund], papers=(CASE,)))
    counted = [block for block in brief.blocks if block.template == "N6"]
    assert len(counted) == 1
    assert counted[0].text.startswith(
        "Our own record of 16 March: “On board: 14 nationals. Rescued: 10. Died: 3. Missing: 1. We"
    )
    assert len(counted[0].text.split()) < 70
    assert counted[0].citations[0].ref == "case"
    assert _item(brief, counted[0].story)[0] == counted[0].text
    articles = {r.article.id: r.article for each in (FERRY, fund) for r in each.readings}
    assert faults(check_brief(brief, articles, {record.id: record for record in records})) == ()


def test_a_case_without_words_is_told_by_its_figure() -> None:
    bare = replace(CASE, text="", value=10.0, unit="nationals rescued, of 14 on board")
    brief, _ = compose_brief(material([story("s-divers", FERRY_2)], papers=(bare,)))
    assert _item(brief, "s-divers")[0] == "Matter case, 16 March: 10 nationals rescued, of 14 on board."


def test_a_case_whose_first_sentence_is_too_long_is_told_by_its_title() -> None:
    long = replace(CASE, text="We count " + "and count " * 60 + "on.")
    brief, _ = compose_brief(material([story("s-divers", FERRY_2)], papers=(long,)))
    assert not any("and count" in block.text for block in brief.blocks)
    assert any(block.template == "N3" and block.citations[0].ref == "case" for block in brief.blocks)


def test_a_case_kept_to_its_readers_is_not_printed() -> None:
    brief, _ = compose_brief(material([story("s-divers", FERRY_2)], papers=(replace(CASE, readers=("consular",)),)))
    assert "14 nationals" not in json.dumps(pack(brief))


def test_a_story_that_our_record_or_a_denial_disputes_says_so_under_its_heading() -> None:
    ours, _ = compose_brief(material([HEARING], conversations=(conversation(differs=True),)))
    assert _item(ours, "s-tiles")[0] == "Disputed: our record of 16 March says otherwise than The Echo."
    denial = article("t3", "The Office denied it.", title="Office denies tile hearing is put back", source="phare")
    brief, _ = compose_brief(material([story("s-tiles", TILES, denial)]))
    assert _item(brief, "s-tiles")[0] == "Disputed: The Phare denied it on 17 March."
    assert [block for block in brief.sections[0].blocks if block.voice == "source"] == []
    assert _texts(brief, "held_back")[0].startswith("We do not state as fact what The Phare denied on 17 March: The ")


FLOOD_EN = article("d1", "The tiles works lost 38 kilns and 71 men.", title="Tiles works: 38 kilns lost", source="tribune")
FLOOD_AR = article("d2", "خسر المصنع 38 فرناً و71 عاملاً tiles.", title="tiles: 38 فرناً", source="echo", lang="ar")


def test_a_report_in_another_language_joins_its_story_and_says_why() -> None:
    brief, _ = compose_brief(material([story("s-1", FLOOD_EN), story("s-2", FLOOD_AR)]))
    (item,) = next(each for each in brief.sections if each.id == "stories").items
    assert (item.id, item.carried_by, item.independent) == ("s-1", 2, 2)
    assert [block.speaker for block in item.blocks if block.id.endswith("also-1")] == ["The Echo"]
    assert "Reports in other languages that give the same (38, 71) are counted here." in _item(brief, "s-1")


def test_what_joined_a_story_of_the_last_brief_is_not_called_new() -> None:
    yesterday, _ = compose_brief(material([story("s-2", FLOOD_AR)], now=NOW))
    before = replace(yesterday, as_of=MORNING - timedelta(minutes=1))
    brief, _ = compose_brief(material([story("s-1", FLOOD_EN), story("s-2", FLOOD_AR)], previous=before))
    assert [block.template for block in next(s for s in brief.sections if s.id == "changed").blocks] == ["C2"]


def test_a_story_told_anew_abroad_is_headed_by_its_title_in_our_language() -> None:
    early = article("t5", "The tile hearing is on 24 March.", title="Tile hearing set", seen=NOW - timedelta(days=3))
    fresh = article("t6", "L'audience est reportée.", title="Audience reportée tiles", source="phare", lang="fr")
    brief, _ = compose_brief(material([story("s-tiles", early, fresh)]))
    (item,) = next(each for each in brief.sections if each.id == "stories").items
    assert (item.heading.text, item.heading.lang) == ("Tile hearing set", "en")


def test_a_story_of_which_we_know_only_the_country_is_told_only_on_an_empty_day() -> None:
    football = story("s-football", article("f9", "Port Lanval won by two goals.", title="Port Lanval win", source="tribune"))
    items = [item.id for item in next(s for s in compose_brief(material([football]))[0].sections if s.id == "stories").items]
    assert items == ["s-football"]
    tiles = story("s-tiles", article("t9", "Tiles are dearer.", title="Tiles dearer", source="echo"))
    brief, _ = compose_brief(material([football, tiles]))
    assert [item.id for item in next(s for s in brief.sections if s.id == "stories").items] == ["s-tiles"]
    assert any("The Tribune, “Port Lanval win”" in text for text in _texts(brief, "changed"))


def test_what_may_not_be_passed_on_is_counted_since_the_last_brief() -> None:
    closed = source("echo", rights=Rights(pass_on=False))
    old = article("t0", "The tile hearing is set.", title="Tile hearing", source="echo", seen=NOW - timedelta(days=5))
    brief, _ = compose_brief(material([story("s-tiles", old, TILES)], sources=[closed]))
    assert "The Echo does not allow its words to be passed on; 1 new report of it is read but not quoted." in _texts(
        brief, "held_back"
    )


def test_what_is_done_is_not_told_from_the_files() -> None:
    open_paper, done = (paper(ref, due=None, story_terms=("the ferry",), status=ref) for ref in ("open", "answered"))
    brief, _ = compose_brief(material([story("s-divers", FERRY_2)], papers=(open_paper, done)))
    assert [block.citations[0].ref for block in brief.blocks if block.template == "N3"] == ["open"]
