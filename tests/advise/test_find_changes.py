"""What changed is matched by story, not by words, and named by its place in the brief."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from tests.builders.briefs import MORNING, NOW, article, brief, mission, quote, source, story

from chancery.advise import choose_stories, compile_interests, word
from chancery.advise.find_changes import find_changes
from chancery.advise.quote_articles import QuoteBudget
from chancery.advise.records import Brief, Item
from chancery.advise.weigh_story import Chosen
from chancery.sources.package_data import read_phrases
from chancery.watch.records import Rights, Source

SOURCES = {ref: source(ref) for ref in ("tribune", "phare")}
TOLD = choose_stories(
    [story("s-new", article("a1")), story("s-old", article("a2", source="phare"))],
    SOURCES,
    compile_interests(mission(), (), ()),
    None,
    NOW,
)


def _said(previous: Brief | None, allowed: bool = True, left: Sequence[Chosen] = (), **sources: Source) -> list[str]:
    budget = QuoteBudget(SOURCES | sources)
    found = find_changes(TOLD, left, previous, budget, lambda heading: allowed)
    return [word(each.template, dict(each.values), read_phrases("en")) for each in found]


def test_new_moved_and_quiet_stories_are_told_apart() -> None:
    gone = article("a9", title="Bridge opens")
    items = [Item("s-old", quote(article("a2"), "", "h1", "title"), ()), Item("s-gone", quote(gone, "", "h2", "title"), ())]
    places = {each.story.id: place for place, each in enumerate(TOLD, 1)}
    before = brief(items=items, as_of=MORNING - timedelta(hours=1))
    assert _said(before) == [
        f"New since the brief of 17 March 2026: story {places['s-new']}.",
        f"Moved since the brief of 17 March 2026, new reports in brackets: story {places['s-old']} (1).",
        "Not told again, for want of news: “Bridge opens”.",
    ]


def test_a_title_that_may_not_be_printed_today_is_not_printed_again() -> None:
    items = [Item("s-gone", quote(article("a9", title="Bridge opens"), "", "h2", "title"), ())]
    assert any("Bridge opens" in line for line in _said(brief(items=items)))
    assert not any("Bridge opens" in line for line in _said(brief(items=items), allowed=False))


def test_a_story_without_room_is_not_said_to_be_without_news() -> None:
    gone = article("a9", title="Bridge opens")
    before = brief(items=[Item("s-gone", quote(gone, "", "h2", "title"), ())])
    left = [replace(TOLD[0], ids=("s-gone",))]
    assert not any(line.startswith("Not told again") for line in _said(before, left=left))


def test_a_first_brief_says_that_it_is_one() -> None:
    assert _said(None) == ["There is no earlier brief to compare with."]


def test_a_story_seen_before_the_last_brief_but_not_told_in_it_is_not_called_new() -> None:
    assert _said(brief(as_of=MORNING + timedelta(minutes=1))) == [
        "Known before the brief of 17 March 2026 but not in it, new reports in brackets: stories 1 (1), 2 (1)."
    ]


def test_what_found_no_place_is_named_within_what_its_source_allows() -> None:
    left = [replace(TOLD[0], bare=True), replace(TOLD[1], bare=False)]
    assert _said(None, left=left)[1:] == [
        f"No room today for 1 more story: {_title(TOLD[1])}.",
        f"1 story names a country of ours but touches no theme, paper or record of ours, and is left out: {_title(TOLD[0])}.",
    ]
    shut = {ref: source(ref, rights=Rights(pass_on=False)) for ref in SOURCES}
    assert _said(None, left=left, **shut)[1:] == ["2 stories are left out whose sources do not let us print even a title."]


def _title(chosen: Chosen) -> str:
    article = chosen.core[0].article
    return f"{SOURCES[article.source].name}, “{article.title}”"
