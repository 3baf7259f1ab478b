"""Sources and how long texts are kept: permission, change and audit, one verb each. Articles have their own file."""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import sha256
from urllib.parse import urlsplit

from django.db import transaction

from chancery.clock import now
from chancery.common.errors import InputError, NotAllowed
from chancery.common.mark import refuse_above
from chancery.common.pack import pack
from chancery.sources.records import FeedState
from chancery.watch.records import Rights, Source, Stance
from chancery.workbench.audit.operations import write_audit
from chancery.workbench.people.models import MissionRow
from chancery.workbench.viewer import KEEPERS, Viewer
from chancery.workbench.watch.models import FeedStateRow, SourceRow
from chancery.workbench.watch.read_rows import make_source_row, read_source_row
from chancery.workbench.watch.store_operations import (
    apply_retention,
    complete_articles,
    keep_cited,
    read_waiting,
    reindex,
    save_look,
    store_articles,
)

__all__ = [
    "add_source",
    "apply_retention",
    "complete_articles",
    "import_opml",
    "keep_articles",
    "keep_cited",
    "look_now",
    "pause_source",
    "read_waiting",
    "reindex",
    "resume_source",
    "save_look",
    "set_rights",
    "store_articles",
    "store_sources",
]


def add_source(
    viewer: Viewer,
    address: str,
    name: str = "",
    affiliation: Stance = "unknown",
    owner: str = "",
    keep_full_text: bool = True,
    pass_on: bool = True,
    quote_words: int = 60,
    mark: str = "public",
) -> Source:
    """Find the feed behind any address of an outlet, keep it as a source and return it; it is read within a minute.

    Raises NotAllowed, FetchError or InputError where there is no feed, RefusedError on an address we may not ask.
    """
    from chancery.sources.discover_feed import discover_feeds
    from chancery.sources.http import Http
    from chancery.sources.http_settings import read_http_settings

    viewer.need(KEEPERS, "add a source")
    refuse_above(mark, viewer.ceiling, "the source")
    feeds = discover_feeds(address, Http(read_http_settings(os.environ)))
    if not feeds:
        raise InputError("no feed was found there; paste the address of the feed itself", field="address")
    found = feeds[0]
    rights = Rights(keep_full_text=keep_full_text, quote_words=quote_words, pass_on=pass_on)
    source = Source(
        id=_free_id(viewer, found.url),
        name=name.strip() or found.title or urlsplit(found.url).hostname or found.url,
        url=found.url,
        home=f"{urlsplit(found.url).scheme}://{urlsplit(found.url).netloc}/",
        owner=owner.strip(),
        affiliation=affiliation,
        rights=rights,
        mark=mark,
    )
    store_sources(viewer, (source,))
    return source


def import_opml(viewer: Viewer, text: bytes) -> int:
    """Add every feed of an OPML file and return how many are new; none is asked before the worker reads it."""
    from chancery.sources.opml import read_opml

    viewer.need(KEEPERS, "add sources")
    known = set(SourceRow.objects.filter(mission_id=viewer.mission_id).values_list("url", flat=True))
    fresh = {each.url: each for each in read_opml(text) if each.url and each.url not in known}
    return store_sources(viewer, (replace(each, id=_free_id(viewer, each.url)) for each in fresh.values()))


def store_sources(viewer: Viewer, sources: Iterable[Source]) -> int:
    """Keep sources, each as it is now, and return how many are new; their state and articles stay."""
    viewer.need(KEEPERS, "add sources")
    kept = {row.ref: row for row in SourceRow.objects.filter(mission_id=viewer.mission_id)}
    fresh, refs = 0, []
    with transaction.atomic():
        for source in sources:
            refuse_above(source.mark, viewer.ceiling, source.name)
            row = make_source_row(viewer.mission_id, source, now())
            if (old := kept.get(source.id)) is not None:
                row.pk, row.added, row.paused = old.pk, old.added, old.paused
            fresh += old is None
            row.save()
            refs.append(source.id)
            if source.url:
                FeedStateRow.objects.get_or_create(
                    source=row, defaults={"state": pack(FeedState()), "next_due": now(), "updated": now()}
                )
        write_audit(viewer, "store", "source", refs[0] if len(refs) == 1 else "", stored=len(refs), new=fresh)
    return fresh


def set_rights(viewer: Viewer, ref: str, rights: Rights) -> None:
    """Say what a source allows: keep its full text, quote so many words, pass its words on."""
    _change(viewer, ref, "set_rights", lambda source: replace(source, rights=rights))


def pause_source(viewer: Viewer, ref: str) -> None:
    """Stop reading a source; what is stored stays."""
    _pause(viewer, ref, paused=True)


def resume_source(viewer: Viewer, ref: str) -> None:
    """Read a source again, within a minute."""
    _pause(viewer, ref, paused=False)


def look_now(viewer: Viewer, ref: str) -> None:
    """Make a source due at once; the worker reads it within a minute."""
    viewer.need(KEEPERS, "look at a source")
    with transaction.atomic():
        row = _find(viewer, ref)
        FeedStateRow.objects.filter(source=row).update(next_due=now())
        write_audit(viewer, "look_now", "source", ref, row.mark)


def keep_articles(viewer: Viewer, days: int) -> None:
    """Set for how many days texts are kept, 0 for good; the worker drops what is older, never what a brief cites."""
    viewer.need(KEEPERS, "change how long texts are kept")
    if not 0 <= days <= 36_500:
        raise InputError("write a whole number of days from 0 (for good) to 36500", field="days")
    with transaction.atomic():
        MissionRow.objects.filter(pk=viewer.mission_id).update(keep_days=days)
        write_audit(viewer, "set_retention", "mission", viewer.mission_slug, days=days)


def _pause(viewer: Viewer, ref: str, *, paused: bool) -> None:
    viewer.need(KEEPERS, "pause a source")
    with transaction.atomic():
        row = _find(viewer, ref)
        row.paused = paused
        row.save(update_fields=["paused"])
        if not paused:
            FeedStateRow.objects.filter(source=row).update(next_due=now())
        write_audit(viewer, "pause" if paused else "resume", "source", ref, row.mark)


def _change(viewer: Viewer, ref: str, verb: str, change: Callable[[Source], Source]) -> None:
    viewer.need(KEEPERS, "change a source")
    with transaction.atomic():
        row = _find(viewer, ref)
        row.record = pack(change(read_source_row(row)))
        row.save(update_fields=["record"])
        write_audit(viewer, verb, "source", ref, row.mark)


def _find(viewer: Viewer, ref: str) -> SourceRow:
    rows = SourceRow.objects.select_for_update().filter(mission_id=viewer.mission_id, mark__in=viewer.marks, ref=ref)
    row = rows.first()
    if row is None:
        raise NotAllowed("there is no such source here")
    return row


def _free_id(viewer: Viewer, url: str) -> str:
    """Return an id that reads like the outlet's host; refuse a feed that is read already."""
    rows = SourceRow.objects.filter(mission_id=viewer.mission_id)
    if rows.filter(url=url).exists():
        raise InputError("this feed is among your sources already", field="address")
    host = (urlsplit(url).hostname or "source").removeprefix("www.")
    name = "-".join(part for part in host.split(".")[:-1] if part) or host
    return f"{name[:40]}-{sha256(url.encode()).hexdigest()[:6]}" if rows.filter(ref=name[:40]).exists() else name[:40]
