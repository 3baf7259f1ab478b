"""What every query of articles starts from, and what outlets and places are called."""

from collections.abc import Iterable

from django.db.models import QuerySet

from chancery.advise.name_places import name_place
from chancery.sources.place_names import name_in
from chancery.workbench.viewer import Viewer
from chancery.workbench.watch.models import ArticleRow, SourceRow, StoryRow

MOST_WAITING = 1_000
"""Articles not read yet that are counted; more is "many"."""


def visible_articles(viewer: Viewer) -> QuerySet[ArticleRow]:
    """Return what every query of articles starts from."""
    return ArticleRow.objects.filter(mission_id=viewer.mission_id, mark__in=viewer.marks)


def visible_stories(viewer: Viewer) -> QuerySet[StoryRow]:
    """Return what every query of stories starts from."""
    return StoryRow.objects.filter(mission_id=viewer.mission_id, mark__in=viewer.marks)


def name_outlets(viewer: Viewer) -> dict[str, str]:
    """Return the name of every source by its id."""
    return dict(SourceRow.objects.filter(mission_id=viewer.mission_id).values_list("ref", "name"))


def name_places(viewer: Viewer, codes: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return each code once with the sending State's own name for it, else CLDR's, in the viewer's language."""
    language = viewer.language or viewer.mission.language
    names = ((code, name_place(code, viewer.mission, language)) for code in dict.fromkeys(codes))
    return tuple((code, name if name != code else name_in(code, language)) for code, name in names)


def count_waiting(viewer: Viewer) -> int:
    """Return how many stored articles are not read yet, at most MOST_WAITING; the order makes SQLite use their index."""
    waiting = ArticleRow.objects.filter(mission_id=viewer.mission_id, read=False).order_by("seen", "ref")
    return sum(mark in viewer.marks for mark in waiting.values_list("mark", flat=True)[:MOST_WAITING])
