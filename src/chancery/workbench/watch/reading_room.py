"""Where articles are read and grouped: names, languages, copies and live stories of one mission, kept warm between batches.

The room of a mission is good only for the batch that follows the one it was left after; any other is rebuilt from the
database. So two workers may take turns, and a worker that dies takes nothing with it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from threading import Lock
from typing import Final

from django.db.models import Max, Q

from chancery.watch import CopyFinder, Grouper, read_article
from chancery.watch.records import Article, Joining, Link, Reading
from chancery.workbench.viewer import Viewer
from chancery.workbench.watch.models import ArticleLinkRow, ArticleRow, JoiningRow
from chancery.workbench.watch.read_rows import read_story_rows

REMEMBERED: Final = 6_000
"""Articles that a rebuilt room knows: two busy days; rebuilding stays within seconds."""
WINDOW: Final = timedelta(days=14)
"""An affair older than this that comes up again is a new story, unless it comes as a copy or a link leads back to it."""

_ROOMS: dict[int, tuple[int, "ReadingRoom"]] = {}
_GUARD = Lock()


class ReadingRoom:
    """Reads and places the articles of one mission, one after the other."""

    def __init__(self, viewer: Viewer) -> None:
        from chancery.sources.package_data import load_identifier, read_packs, read_weights

        self._packs = read_packs(viewer.mission.places)
        self._identify = load_identifier()
        self._copies, self._grouper = CopyFinder(), Grouper(read_weights(), links=read_links(viewer))

    def read(self, article: Article, *, again: bool = False) -> Reading:
        """Return an article with what is read in it; `again` where it has its place already and is no copy of itself."""
        reading = read_article(article, self._packs, self._identify)
        return reading if again else replace(reading, copy=self._copies.check(reading))

    def place(self, reading: Reading) -> Joining:
        """Return the place of a reading in a story."""
        return self._grouper.place(reading)

    def resume(self, joinings: Sequence[JoiningRow], known: Iterable[tuple[str, str]] = ()) -> None:
        """Remember what was read and placed before; `known` are the places of older articles that a link names."""
        by_story: dict[str, list[JoiningRow]] = {}
        for row in joinings:
            by_story.setdefault(row.story.ref, []).append(row)
        stories = [read_story_rows(ref, rows) for ref, rows in by_story.items()]
        readings = [reading for story in stories for reading in story.readings]
        for reading in sorted(readings, key=lambda each: (each.article.seen, each.article.id)):
            self._copies.remember(reading)
        self._grouper.resume(stories, known)


def enter_room(viewer: Viewer, readings: int) -> ReadingRoom:
    """Return the room of a mission as it was left after `readings` batches; call it under the mission's lock."""
    with _GUARD:
        left, room = _ROOMS.pop(viewer.mission_id, (-1, None))
    if room is not None and left == readings:
        return room
    room = ReadingRoom(viewer)
    room.resume(_recent(viewer), _places_of_linked(viewer))
    return room


def leave_room(viewer: Viewer, readings: int, room: ReadingRoom) -> None:
    """Keep a room for the next batch; call it after the transaction, so that one that failed leaves nothing."""
    with _GUARD:
        _ROOMS[viewer.mission_id] = (readings, room)


def _recent(viewer: Viewer) -> list[JoiningRow]:
    newest = ArticleRow.objects.filter(mission_id=viewer.mission_id, read=True).aggregate(newest=Max("seen"))["newest"]
    if newest is None:
        return []
    rows = JoiningRow.objects.filter(article__mission_id=viewer.mission_id, article__seen__gt=newest - WINDOW)
    return list(rows.select_related("article", "story").order_by("-article__seen", "-article__ref")[:REMEMBERED])


def read_links(viewer: Viewer) -> list[Link]:
    """Return what the officers of a mission said of its articles, the latest last."""
    rows = ArticleLinkRow.objects.filter(mission_id=viewer.mission_id).order_by("said_at", "pk")
    told = rows.values_list("article__ref", "other__ref", "kind")
    return [Link(one, other, "apart" if kind == "apart" else "together") for one, other, kind in told]


def _places_of_linked(viewer: Viewer) -> Iterable[tuple[str, str]]:
    """Yield article and story of every article that a link names, however old."""
    links = ArticleLinkRow.objects.filter(mission_id=viewer.mission_id)
    named = Q(article__in=links.values("article")) | Q(article__in=links.values("other"))
    return JoiningRow.objects.filter(named).order_by("article_id").values_list("article__ref", "story__ref")
