"""Sources as a viewer may see them: how each stands, what all take on disk, how long texts are kept."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Count, Max, Sum

from chancery.common.errors import NotAllowed
from chancery.common.pack import unpack
from chancery.sources.records import FeedState
from chancery.workbench.people.models import MissionRow
from chancery.workbench.viewer import Viewer
from chancery.workbench.watch.models import SourceRow
from chancery.workbench.watch.read_rows import read_source_row
from chancery.workbench.watch.records import SourceLine, SourcePage
from chancery.workbench.watch.visible_queries import visible_articles


def list_sources(viewer: Viewer) -> SourcePage:
    """Return every source with its state in words, and what all of them take on disk."""
    held = {
        row["source"]: row
        for row in visible_articles(viewer)
        .values("source")
        .annotate(articles=Count("id"), newest=Max("seen"), signs=Sum("size"))
        .order_by()
    }
    rows = (
        SourceRow.objects.filter(mission_id=viewer.mission_id, mark__in=viewer.marks)
        .select_related("feed")
        .order_by("name", "ref")
    )
    keep = MissionRow.objects.values_list("keep_days", flat=True).get(pk=viewer.mission_id)
    return SourcePage(
        sources=tuple(_source_line(row, held.get(row.ref, {})) for row in rows),
        articles=sum(row["articles"] for row in held.values()),
        signs=sum(row["signs"] or 0 for row in held.values()),
        database=_database_bytes(),
        free=_free_bytes(),
        keep_days=keep or settings.KEEP_DAYS,
    )


def read_source(viewer: Viewer, ref: str) -> SourceLine:
    """Return one source and how it stands. Raises NotAllowed where the viewer's mission has none of this id."""
    row = SourceRow.objects.filter(mission_id=viewer.mission_id, mark__in=viewer.marks, ref=ref).select_related("feed").first()
    if row is None:
        raise NotAllowed("there is no such source here")
    held = visible_articles(viewer).filter(source=ref).aggregate(articles=Count("id"), newest=Max("seen"), signs=Sum("size"))
    return _source_line(row, held)


def _source_line(row: SourceRow, held: Mapping[str, Any]) -> SourceLine:
    feed = getattr(row, "feed", None)
    state = unpack(FeedState, feed.state) if feed else FeedState()
    return SourceLine(
        source=read_source_row(row),
        paused=row.paused,
        condition=state.condition,
        reason=state.reason,
        last_look=state.last_look,
        next_due=feed.next_due if feed else None,
        interval=state.interval,
        articles=held.get("articles") or 0,
        newest=held.get("newest"),
        signs=held.get("signs") or 0,
        said=state.said,
    )


def _database_bytes() -> int:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
            return int(cursor.fetchone()[0])
        cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        return int(cursor.fetchone()[0])


def _free_bytes() -> int:
    """Return the free bytes where this installation keeps its files."""
    folder = Path(settings.DATA_FOLDER)
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free
