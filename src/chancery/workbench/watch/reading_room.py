"""Where articles are read and grouped: names, languages, copies and live stories of one mission, kept warm between batches.

The room of a mission is good only for the batch that follows the one it was left after; any other is rebuilt from the
database. So two workers may take turns, and a worker that dies takes nothing with it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from threading import Lock
from typing import Final

from django.db.models import Max

from chancery.watch import CopyFinder, Grouper, read_article
from chancery.watch.records import Article, Joining, Reading
from chancery.workbench.viewer import Viewer
from chancery.workbench.watch.models import ArticleRow, JoiningRow
from chancery.workbench.watch.read_rows import read_story_rows

REMEMBERED: Final = 6_000
"""Articles that a rebuilt room knows: two busy days; rebuilding stays within seconds."""
WINDOW: Final = timedelta(days=14)
"""An affair older than this that comes up again is a new story."""

_ROOMS: dict[int, tuple[int, "ReadingRoom"]] = {}
_GUARD = Lock()


class ReadingRoom:
    """Reads and places the articles of one mission, one after the other."""

    def __init__(self, viewer: Viewer) -> None:
        from chancery.sources.package_data import load_identifier, read_packs, read_weights

        self._packs = read_packs(viewer.mission.places)
        self._identify = load_identifier()
        self._copies, self._grouper = CopyFinder(), Grouper(read_weights())

    def read(self, article: Article, *, again: bool = False) -> Reading:
        """Return an article with what is read in it; `again` where it has its place already and is no copy of itself."""
        reading = read_article(article, self._packs, self._identify)
        return reading if again else replace(reading, copy=self._copies.check(reading))

    def place(self, reading: Reading) -> Joining:
        """Return the place of a reading in a story."""
        return self._grouper.place(reading)

    def resume(self, joinings: Sequence[JoiningRow]) -> None:
        """Remember what was read and placed before."""
        by_story: dict[str, list[JoiningRow]] = {}
        for row in joinings:
            by_story.setdefault(row.story.ref, []).append(row)
        stories = [read_story_rows(ref, rows) for ref, rows in by_story.items()]
        readings = [reading for story in stories for reading in story.readings]
        for reading in sorted(readings, key=lambda each: (each.article.seen, each.article.id)):
            self._copies.remember(reading)
        self._grouper.resume(stories)


def enter_room(viewer: Viewer, readings: int) -> ReadingRoom:
    """Return the room of a mission as it was left after `readings` batches; call it under the mission's lock."""
    with _GUARD:
        left, room = _ROOMS.pop(viewer.mission_id, (-1, None))
    if room is not None and left == readings:
        return room
    room = ReadingRoom(viewer)
    room.resume(_recent(viewer))
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
