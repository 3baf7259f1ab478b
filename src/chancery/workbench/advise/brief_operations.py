"""Briefs: stored, corrected, released, taken out. The checker runs on every save and every export."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Final, NoReturn

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext

from chancery.advise import refuse_blocked
from chancery.advise.edit_brief import OWN_SECTION, move_block, put_block, swap_block
from chancery.advise.records import Brief, Check, Record
from chancery.clock import now
from chancery.common.errors import InputError, NotAllowed, RefusedError
from chancery.common.mark import highest, refuse_above
from chancery.common.pack import pack
from chancery.watch.records import Article
from chancery.workbench.advise.cite_operations import make_block
from chancery.workbench.advise.filter_brief import cut_record, raise_marks
from chancery.workbench.advise.material_queries import check_stored, marks_of, material_of, refuse_faulty, veil_stored
from chancery.workbench.advise.models import BriefRow
from chancery.workbench.advise.queries import find_brief, others_may_release, read_brief
from chancery.workbench.advise.read_rows import read_brief_records, read_brief_row
from chancery.workbench.advise.records import BlockDraft, Exported
from chancery.workbench.audit.operations import write_audit
from chancery.workbench.viewer import EDITORS, RELEASERS, Viewer
from chancery.workbench.watch.operations import keep_cited

CONTENT_TYPES: Final = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "json": "application/json",
}

Faults = frozenset[tuple[str, str]]
"""Block and rule of each fault."""


def store_brief(
    viewer: Viewer,
    brief: Brief,
    records: Iterable[Record],
    author: int | None = None,
    after: int | None = None,
    known: Faults = frozenset(),
    old: Collection[str] = (),
    act: str = "store",
    refused: Sequence[Check] = (),
) -> tuple[str, int]:
    """Check a brief against what is stored and keep it as the next version; return both.

    `records` are those of our own watching that it cites; `after` is the version it corrects; `known` are faults that version
    had and a statement taken out need not cure, so that two of them do not lock a brief. `old` are the statements that stood
    in it: one that names a source protected since is kept but shown to nobody, and checked as it is shown. `refused` is what
    was left out before, for the audit. Raises BlockedBrief, RefusedError above the ceiling, or where another version came
    after that one meanwhile.
    """
    viewer.need(EDITORS, "write a brief")
    brief = raise_marks(brief, marks_of(viewer, brief))
    refuse_above(brief.mark, viewer.ceiling, "the brief")
    cited = {citation.ref for citation in brief.citations}
    kept = tuple(record for record in records if record.id in cited and record.kind == "figure")
    with transaction.atomic():
        # Held before it is checked: retention drops nothing of it between the two.
        keep_cited(viewer, cited)
        shown = veil_stored(viewer, brief, old)[0]
        checks = check_stored(viewer, shown, kept)
        refuse_faulty(shown, [check for check in checks if (check.block, check.rule) not in known])
        version = _next_version(viewer, brief.id)
        if after is not None and version != after + 1:
            _refuse_newer(version - 1)
        before = f"{brief.id} v{version - 1}" if version > 1 else brief.supersedes
        numbered = replace(brief, version=version, supersedes=before)
        _add_row(viewer, numbered, kept, checks, author)
        write_audit(viewer, act, "brief", brief.id, brief.mark, version=version, blocks=len(brief.blocks), **_tell(refused))
    return brief.id, version


def import_brief(viewer: Viewer, brief: Brief, records: Iterable[Record] = ()) -> bool:
    """Keep a brief written elsewhere as it is, with those `records` of our own watching that it cites; False where it is here.

    It is checked against what is stored here, as a brief of our own is. Raises BlockedBrief where that does not bear it out.
    """
    viewer.need(EDITORS, "import a brief")
    brief = raise_marks(brief, marks_of(viewer, brief))
    refuse_above(brief.mark, viewer.ceiling, "the brief")
    if BriefRow.objects.filter(mission_id=viewer.mission_id, ref=brief.id).exists():
        return False
    cited = {citation.ref for citation in brief.citations}
    kept = tuple(record for record in records if record.id in cited and record.kind == "figure")
    with transaction.atomic():
        keep_cited(viewer, cited)
        checks = check_stored(viewer, brief, kept)
        refuse_blocked(checks)
        _add_row(viewer, brief, kept, checks, None)
        write_audit(viewer, "import", "brief", brief.id, brief.mark, blocks=len(brief.blocks))
    return True


def add_officer_block(viewer: Viewer, ref: str, draft: BlockDraft, based_on: int | None = None) -> int:
    """Put an officer's statement into a brief and return the number of the new version.

    `based_on` is the version the officer was looking at: where somebody was quicker, RefusedError. Raises BlockedBrief where
    the statement does not stand; the brief then stays as it is. An old one that fell since stops the release alone.
    """
    row, brief, unseen = _open(viewer, ref, based_on)
    block, old = make_block(viewer, row, draft), {each.id for each in brief.blocks}
    _refuse_unseen(draft.replaces, unseen)
    if draft.replaces:
        put = swap_block(brief, draft.replaces, block)
    else:
        put = put_block(brief, draft.section or OWN_SECTION, block, gettext("From our officers"))
    marked = replace(put, mark=highest((brief.mark, *(citation.mark for citation in block.citations))))
    records = read_brief_records(row)
    known = frozenset(fault for fault in _faults(viewer, brief, records) if fault[0] != block.id)
    return store_brief(viewer, marked, records, viewer.person_id, row.version, known, old - {block.id})[1]


def remove_block(viewer: Viewer, ref: str, block_id: str, based_on: int | None = None) -> int:
    """Take a statement out of a brief and return the number of the new version; the old version keeps it."""
    row, brief, unseen = _open(viewer, ref, based_on)
    _refuse_unseen(block_id, unseen)
    return _store_known(viewer, row, brief, swap_block(brief, block_id, None), "remove")


def shift_block(viewer: Viewer, ref: str, block_id: str, step: int, based_on: int | None = None) -> int:
    """Move an officer's statement one place up (-1) or down (1) and return the number of the new version."""
    row, brief, unseen = _open(viewer, ref, based_on)
    _refuse_unseen(block_id, unseen)
    return _store_known(viewer, row, brief, move_block(brief, block_id, step, unseen), "move")


def release_brief(viewer: Viewer, ref: str, version: int, seen: int = 0) -> bool:
    """Release a version of a brief, and return whether its own author had to.

    Somebody other than the author releases it. Where nobody else can, the act stands marked `self-certified`. `seen` is how
    many open warnings the person says to have read. Raises RefusedError where there are others, where somebody else could, or
    where the version is no longer the latest.
    """
    viewer.need((*RELEASERS, *EDITORS), "release a brief")
    view = read_brief(viewer, ref, version)
    if view.withheld:
        raise NotAllowed("parts of this brief are not for you to read, so you cannot release it; ask its author")
    with transaction.atomic():
        row = BriefRow.objects.select_for_update().get(pk=find_brief(viewer, ref, version).pk)
        _refuse_stale(find_brief(viewer, ref), version)
        if row.status == "released":
            raise RefusedError("this version is released already")
        shown = veil_stored(viewer, read_brief_row(row))[0]
        refuse_faulty(shown, check_stored(viewer, shown, read_brief_records(row)))
        own = row.author_id is not None and row.author_id == viewer.person_id
        if own and others_may_release(viewer):
            raise RefusedError("you wrote this version; a colleague must release it")
        warnings = len(view.checks)
        if warnings != seen:
            raise RefusedError("this brief has open warnings ({count}); read them, and say that you have", count=warnings)
        row.status, row.released_by_id, row.released_at, row.self_certified = "released", viewer.person_id, now(), own
        row.mark = view.brief.mark
        row.save(update_fields=["status", "released_by", "released_at", "self_certified", "mark"])
        write_audit(viewer, "release", "brief", ref, row.mark, version=version, self_certified=own, warnings=warnings)
    return own


def export_brief(viewer: Viewer, ref: str, version: int, form: str) -> Exported:
    """Return a brief as a file of `form` (html, docx, pdf, json), as this viewer may read it.

    The door has its own ceiling (CHANCERY_EXPORT_CEILING). Raises RefusedError above it, BlockedBrief where what is stored no
    longer bears it out; what leaves is written down.
    """
    if form not in CONTENT_TYPES:
        raise InputError(
            "“{form}” is no file we write; use one of {all}", field="form", form=form, all=", ".join(CONTENT_TYPES)
        )
    view = read_brief(viewer, ref, version)
    refuse_above(view.brief.mark, settings.EXPORT_CEILING, "what this file would hold")
    row = find_brief(viewer, ref, version)
    refuse_faulty(view.brief, check_stored(viewer, view.brief, read_brief_records(row)))
    kept = [cut_record(record, view.brief) for record in read_brief_records(row)]
    articles, records = material_of(viewer, view.brief, kept)
    content = _write_file(view.brief, list(articles.values()), list(records.values()), form)
    with transaction.atomic():
        write_audit(viewer, "export", "brief", ref, view.brief.mark, version=version, form=form, bytes=len(content))
    return Exported(f"{ref}-v{version}.{form}", CONTENT_TYPES[form], content)


def _open(viewer: Viewer, ref: str, based_on: int | None) -> tuple[BriefRow, Brief, frozenset[str]]:
    """Return the standing version of a brief as a draft, whole, and the ids of the statements in it that nobody is shown.

    Raises NotAllowed, RefusedError where it is not the version looked at.
    """
    viewer.need(EDITORS, "write in a brief")
    row = find_brief(viewer, ref)
    _refuse_stale(row, based_on)
    view = read_brief(viewer, ref, row.version)
    if view.withheld:
        raise NotAllowed("parts of this brief are not for you to read, so you cannot correct it; ask its author")
    brief = replace(read_brief_row(row), status="draft")
    return row, brief, frozenset({block.id for block in brief.blocks} - {block.id for block in view.brief.blocks})


def _refuse_unseen(block_id: str, unseen: Collection[str]) -> None:
    if block_id in unseen:
        raise InputError("this brief has no statement {block}", field="block", block=block_id)


def _store_known(viewer: Viewer, row: BriefRow, before: Brief, after: Brief, act: str) -> int:
    """Store a version that says nothing new: what was wrong before need not be cured by it."""
    records, old = read_brief_records(row), {block.id for block in before.blocks}
    known = _faults(viewer, before, records)
    return store_brief(viewer, after, records, viewer.person_id, row.version, known, old, act)[1]


def _faults(viewer: Viewer, brief: Brief, records: Sequence[Record]) -> Faults:
    """Return what blocks in a brief as it stands."""
    checks = check_stored(viewer, veil_stored(viewer, brief)[0], records)
    return frozenset((check.block, check.rule) for check in checks if check.verdict == "blocking")


def _tell(refused: Sequence[Check]) -> dict[str, list[str]]:
    """Return block and rule of what was refused, for the audit."""
    return {"refused": [f"{check.block} {check.rule}" for check in refused]} if refused else {}


def _add_row(viewer: Viewer, brief: Brief, kept: Sequence[Record], checks: Sequence[Check], author: int | None) -> None:
    packed = pack(brief)
    try:
        with transaction.atomic():
            BriefRow.objects.create(
                mission_id=viewer.mission_id,
                mark=brief.mark,
                ref=brief.id,
                version=brief.version,
                supersedes=brief.supersedes,
                kind=brief.kind,
                language=brief.language,
                as_of=brief.as_of,
                title=brief.title,
                author_id=author,
                stored_at=now(),
                digest=sha256(json.dumps(packed, sort_keys=True).encode()).hexdigest(),
                record=packed,
                records=pack(kept),
                checks=pack([check for check in checks if check.verdict != "ok"]),
            )
    except IntegrityError:
        raise RefusedError("somebody stored this version a moment ago; read it, and write yours after it") from None


def _next_version(viewer: Viewer, ref: str) -> int:
    top = BriefRow.objects.filter(mission_id=viewer.mission_id, ref=ref).aggregate(top=Max("version"))["top"]
    return int(top or 0) + 1


def _refuse_stale(row: BriefRow, based_on: int | None) -> None:
    if based_on is not None and based_on != row.version:
        _refuse_newer(row.version)


def _refuse_newer(version: int) -> NoReturn:
    raise RefusedError("version {version} is newer than the one you looked at; read it first", version=version)


def _write_file(brief: Brief, articles: list[Article], records: list[Record], form: str) -> bytes:
    """Write the file; each writer is imported when it is asked for."""
    if form == "html":
        from chancery.exports.html import write_html

        return write_html(brief).encode()
    if form == "json":
        from chancery.exports.json_text import write_json

        return write_json(brief, articles, records).encode()
    if form == "docx":
        from chancery.exports.docx import write_docx

        return write_docx(brief)
    from chancery.exports.pdf import write_pdf

    return write_pdf(brief, strict=False)
