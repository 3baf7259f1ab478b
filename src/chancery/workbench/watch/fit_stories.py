"""The row of a story follows from its articles: their marks, times and countries."""

from chancery.common.mark import rank_of
from chancery.workbench.watch.models import ArticleRow, StoryRow

MOST_CODES = 40
"""Focus countries kept of one story."""
FIELDS = ("mark", "first_seen", "last_seen", "countries", "into")
"""What follows from the articles; a story that holds any went into no other."""


def open_story(mission_id: int, ref: str, row: ArticleRow) -> StoryRow:
    """Return the row of a story that begins with an article; it is not stored yet."""
    story = StoryRow(mission_id=mission_id, ref=ref, mark=row.mark, first_seen=row.seen, last_seen=row.seen)
    return grow_story(story, row)


def grow_story(story: StoryRow, row: ArticleRow) -> StoryRow:
    """Return the row of a story with one more article in it.

    Mark and countries are those of its lowest-marked articles: whoever sees the story sees these, and may see no others.
    """
    if rank_of(row.mark) < rank_of(story.mark):
        story.mark, story.countries = row.mark, ""
    story.first_seen, story.last_seen, story.into = min(story.first_seen, row.seen), max(story.last_seen, row.seen), None
    if row.mark == story.mark:
        known = [code for code in story.countries.split("|") if code]
        found = [tag["code"] for tag in row.countries if tag["role"] == "focus"]
        kept = list(dict.fromkeys((*known, *found)))[:MOST_CODES]
        story.countries = f"|{'|'.join(kept)}|" if kept else ""
    return story


def fit_story(story: StoryRow) -> bool:
    """Write a story's row anew from the articles it holds now; False, and nothing is written, where it holds none."""
    rows = list(ArticleRow.objects.filter(joining__story=story).order_by("seen", "ref").only("mark", "seen", "countries"))
    if not rows:
        return False
    fitted = open_story(story.mission_id, story.ref, rows[0])
    for row in rows[1:]:
        grow_story(fitted, row)
    for field in FIELDS:
        setattr(story, field, getattr(fitted, field))
    story.save(update_fields=FIELDS)
    return True
