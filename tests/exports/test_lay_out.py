"""A brief as lines: numbers in order of first use, quotations of one speaker together, days beside what is not of today."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.builders.briefs import NOW, article, brief, quote

from chancery.advise.records import Block, Item
from chancery.exports.lay_out import is_rtl, isolate, lay_out, said_by

TODAY = article("a1", "First words here. Second words here.")
EARLIER = article("a2", "Older words here.", seen=NOW - timedelta(days=1), source="phare")


def test_sources_are_numbered_in_the_order_they_are_first_cited() -> None:
    layout = lay_out(brief(quote(EARLIER, "", "b1"), quote(TODAY, "", "b2"), quote(EARLIER, "", "b3")))
    assert [line.numbers for line in layout.parts[0].lines] == [(1,), (2,), (1,)]
    assert [source.title for source in layout.sources] == ["Title of a2", "Title of a1"]


def test_quotations_of_one_speaker_share_a_paragraph_and_its_heading_goes_unsigned() -> None:
    item = Item(
        "s1", quote(TODAY, "", "h", "title"), (quote(TODAY, "First words here.", "1"), quote(TODAY, "Second words here.", "2"))
    )
    (entry,) = lay_out(brief(items=[item])).parts[0].entries
    assert [[line.words for line in lines] for lines in entry.paragraphs] == [["First words here.", "Second words here."]]
    assert not entry.signed


def test_a_heading_in_another_language_names_it_although_its_outlet_speaks_at_once() -> None:
    spoken = replace(quote(TODAY, "", "h", "title"), lang="fr"), replace(quote(TODAY, "First words here.", "1"), lang="fr")
    (entry,) = lay_out(brief(items=[Item("s1", spoken[0], (spoken[1],))])).parts[0].entries
    assert (entry.signed, entry.heading.tongue) == (True, "French")


def test_that_a_story_is_disputed_is_said_aloud_and_what_its_sources_are_aside() -> None:
    lines = [Block(ref, "note", "Words.", (), "record", template=ref) for ref in ("S10", "S9", "S5")]
    assert [line.tone for line in lay_out(brief(*lines)).parts[0].lines] == ["say", "say", "aside"]


def test_a_fact_of_an_officer_s_says_whose_it_is() -> None:
    blocks = [Block("1", "fact", "Words.", (), "officer"), Block("2", "assessment", "Words.", (), "officer")]
    (part,) = lay_out(brief(*blocks)).parts
    assert [line.label for line in part.lines] == ["Officer", "Assessment"]


def test_a_quotation_that_is_not_of_today_carries_its_day() -> None:
    layout = lay_out(brief(quote(TODAY, "", "b1"), quote(EARLIER, "", "b2")))
    assert [said_by(line, layout.labels) for line in layout.parts[0].lines] == ["The Tribune: ", "The Tribune, 16 March: "]


def test_the_moment_is_told_as_the_mission_s_clock_shows_it() -> None:
    assert lay_out(brief()).moment == "As of 17 March 2026, 07:30 (UTC+01:00)"


def test_parts_with_nothing_to_say_are_left_out() -> None:
    assert lay_out(brief()).parts == ()


def test_direction_follows_the_first_letter() -> None:
    assert [is_rtl(text) for text in ("12 “مرآة", "Tribune مرآة", "12")] == [True, False, False]
    assert isolate("مرآة") == "\u2068مرآة\u2069"
    assert isolate("Tribune") == "Tribune"


def test_a_language_without_a_phrase_book_is_framed_in_english() -> None:
    assert lay_out(brief(language="sw")).labels["sources"] == "Sources"


def test_a_source_and_a_quotation_are_dated_by_the_same_clock() -> None:
    night = article("a3", "Night words here.", seen=datetime(2026, 3, 15, 23, 30, tzinfo=UTC))
    layout = lay_out(brief(quote(night, "", "b1")))
    assert (layout.parts[0].lines[0].day, layout.sources[0].day) == ("16 March", "16 March 2026")
