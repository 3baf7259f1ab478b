"""Sources and how long texts are kept: permission, change and audit, one verb each. Articles have their own file."""

import os
from collections.abc import Collection, Iterable
from dataclasses import asdict, replace
from hashlib import sha256
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from chancery.clock import now
from chancery.common.errors import InputError, NotAllowed, RefusedError
from chancery.common.mark import highest, refuse_above, within
from chancery.common.pack import pack
from chancery.sources.records import FeedState
from chancery.watch.records import Rights, Source, Stance
from chancery.workbench.audit.operations import write_audit
from chancery.workbench.people.models import MissionRow
from chancery.workbench.viewer import KEEPERS, Viewer
from chancery.workbench.watch.link_operations import say_apart, say_belongs
from chancery.workbench.watch.models import FeedStateRow, SourceRow
from chancery.workbench.watch.read_rows import make_source_row, read_source_row
from chancery.workbench.watch.records import Imported
from chancery.workbench.watch.repair_operations import accept_repair, refuse_repair, repair_stories
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
    "accept_repair",
    "add_source",
    "apply_retention",
    "change_source",
    "complete_articles",
    "export_opml",
    "import_opml",
    "keep_articles",
    "keep_cited",
    "look_now",
    "pause_source",
    "read_waiting",
    "refuse_repair",
    "reindex",
    "repair_stories",
    "resume_source",
    "save_look",
    "say_apart",
    "say_belongs",
    "store_articles",
    "store_sources",
]

MOST_LISTED = 1_000
"""Feeds brought in at once: three times what a mission reads, and the worker asks each within the hour."""
MOST_NAMED = 100
"""Entries of a list that a page names of those known and of those refused: what a person reads; the others are counted."""
MOST_QUOTED = 500
"""Words of one article in one brief: a page; more is no quotation."""


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
    found, rows = feeds[0], SourceRow.objects.filter(mission_id=viewer.mission_id)
    if rows.filter(url=found.url).exists():
        raise InputError("this feed is among your sources already", field="address")
    rights = Rights(keep_full_text=keep_full_text, quote_words=quote_words, pass_on=pass_on)
    source = Source(
        id=_free_id(found.url, set(rows.values_list("ref", flat=True))),
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


def import_opml(viewer: Viewer, text: bytes) -> Imported:
    """Add every feed of an OPML file and say what came of each entry; none is asked before the worker reads it.

    Raises RefusedError where the list holds more than MOST_LISTED new feeds: then none is added.
    """
    from chancery.sources.opml import feed_of, read_feed_list

    viewer.need(KEEPERS, "add sources")
    listed = read_feed_list(text)
    rows = SourceRow.objects.filter(mission_id=viewer.mission_id).values_list("url", "ref")
    known, taken = {feed_of(url) for url, _ref in rows if url}, {ref for _url, ref in rows}
    fresh = [each for each in listed.sources if feed_of(each.url) not in known]
    if len(fresh) > MOST_LISTED:
        raise RefusedError(
            "the list has {count} new feeds; bring in at most {most} at once", count=len(fresh), most=MOST_LISTED
        )
    named = []
    for each in fresh:
        named.append(replace(each, id=_free_id(each.url, taken)))
        taken.add(named[-1].id)
    added = store_sources(viewer, named) if named else 0
    here, refused = [each.name for each in listed.sources if feed_of(each.url) in known], listed.refused
    more = max(0, len(here) - MOST_NAMED), max(0, len(refused) - MOST_NAMED)
    return Imported(added, tuple(here[:MOST_NAMED]), refused[:MOST_NAMED], *more)


def export_opml(viewer: Viewer) -> bytes:
    """Return the sources of the mission that this viewer sees as an OPML list; that it left is written down."""
    from chancery.sources.opml import write_opml

    viewer.need(KEEPERS, "hand the list of sources out")
    rows = SourceRow.objects.filter(mission_id=viewer.mission_id, mark__in=viewer.marks).order_by("name", "ref")
    sources = [source for row in rows if within((source := read_source_row(row)).mark, settings.EXPORT_CEILING)]
    with transaction.atomic():
        mark = highest(source.mark for source in sources)
        write_audit(viewer, "export", "source", "", mark, form="opml", sources=len(sources))
    return write_opml(sources, viewer.mission.name)


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


def change_source(viewer: Viewer, ref: str, name: str, owner: str, affiliation: Stance, rights: Rights) -> None:
    """Say what a source is called and known to be, and what it allows: keep its full text, quote so many words, pass them on.

    What is stored stays as it is; what is read from now on follows.
    """
    viewer.need(KEEPERS, "change a source")
    if not name.strip():
        raise InputError("is empty", field="name")
    if not 0 <= rights.quote_words <= MOST_QUOTED:
        raise InputError("write a whole number of words from 0 to {most}", field="quote_words", most=MOST_QUOTED)
    with transaction.atomic():
        row = _find(viewer, ref)
        before = read_source_row(row)
        told = replace(before, name=name.strip(), owner=owner.strip(), affiliation=affiliation, rights=rights)
        row.name, row.record = told.name, pack(told)
        row.save(update_fields=["name", "record"])
        write_audit(viewer, "change", "source", ref, row.mark, **_changes(before, told))


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


def _changes(before: Source, after: Source) -> dict[str, str | int]:
    """Return what was changed of a source: each value, and beside it the one it had."""
    old, new = (
        {"name": each.name, "owner": each.owner, "affiliation": each.affiliation, **asdict(each.rights)}
        for each in (before, after)
    )
    changed = [name for name in new if new[name] != old[name]]
    return {**{name: new[name] for name in changed}, **{f"{name}_before": old[name] for name in changed}}


def _find(viewer: Viewer, ref: str) -> SourceRow:
    rows = SourceRow.objects.select_for_update().filter(mission_id=viewer.mission_id, mark__in=viewer.marks, ref=ref)
    row = rows.first()
    if row is None:
        raise NotAllowed("there is no such source here")
    return row


def _free_id(url: str, taken: Collection[str]) -> str:
    """Return an id that reads like the outlet's host, and is not among those `taken`."""
    host = (urlsplit(url).hostname or "source").removeprefix("www.")
    name = ("-".join(part for part in host.split(".")[:-1] if part) or host)[:40]
    return f"{name}-{sha256(url.encode()).hexdigest()[:6]}" if name in taken else name
