"""What changed is matched by story, not by words, and named by its place in the brief."""

from tests.builders.briefs import NOW, article, brief, mission, quote, source, story

from chancery.advise import choose_stories, compile_interests, word
from chancery.advise.find_changes import find_changes
from chancery.advise.records import Brief, Item
from chancery.sources.package_data import read_phrases

TOLD = choose_stories(
    [story("s-new", article("a1")), story("s-old", article("a2", source="phare"))],
    {ref: source(ref) for ref in ("tribune", "phare")},
    compile_interests(mission(), (), ()),
    None,
    NOW,
)


def _said(previous: Brief | None, allowed: bool = True) -> list[str]:
    found = find_changes(TOLD, previous, lambda heading: allowed)
    return [word(each.template, dict(each.values), read_phrases("en")) for each in found]


def test_new_moved_and_quiet_stories_are_told_apart() -> None:
    gone = article("a9", title="Bridge opens")
    items = [Item("s-old", quote(article("a2"), "", "h1", "title"), ()), Item("s-gone", quote(gone, "", "h2", "title"), ())]
    places = {each.story.id: place for place, each in enumerate(TOLD, 1)}
    assert _said(brief(items=items)) == [
        f"New since the brief of 17 March 2026: story {places['s-new']}.",
        f"Moved since the brief of 17 March 2026, new reports in brackets: story {places['s-old']} (1).",
        "Not told again today, for want of news that matters: “Bridge opens”.",
    ]


def test_a_title_that_may_not_be_printed_today_is_not_printed_again() -> None:
    items = [Item("s-gone", quote(article("a9", title="Bridge opens"), "", "h2", "title"), ())]
    assert any("Bridge opens" in line for line in _said(brief(items=items)))
    assert not any("Bridge opens" in line for line in _said(brief(items=items), allowed=False))


def test_a_first_brief_says_that_it_is_one() -> None:
    assert _said(None) == ["There is no earlier brief to compare with."]
