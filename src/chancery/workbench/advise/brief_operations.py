"""Briefs: stored, corrected, released, taken out. The checker runs on every save and every export."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Final, NoReturn

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max

from chancery.advise import cite_record, cite_span, refuse_blocked
from chancery.advise.records import BLOCK_KINDS, Block, Brief, Check, Record
from chancery.clock import now
from chancery.common.citation import Citation, Span
from chancery.common.errors import InputError, NotAllowed, RefusedError
from chancery.common.mark import highest, refuse_above
from chancery.common.pack import pack
from chancery.watch.records import Article, Source
from chancery.workbench.advise.edit_brief import move_block, put_block, swap_block
from chancery.workbench.advise.material_queries import check_stored, find_record, load_sources, material_of, veil_stored
from chancery.workbench.advise.models import BriefRow
from chancery.workbench.advise.queries import find_brief, others_may_release, read_brief
from chancery.workbench.advise.read_rows import read_brief_records, read_brief_row
from chancery.workbench.advise.records import OWN_SECTION, Asked, BlockDraft, Exported
from chancery.workbench.audit.operations import write_audit
from chancery.workbench.viewer import EDITORS, RELEASERS, Viewer
from chancery.workbench.watch.operations import keep_cited
from chancery.workbench.watch.queries import visible_articles
from chancery.workbench.watch.read_rows import read_article_row

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
    act: str = "store",
) -> tuple[str, int]:
    """Check a brief against what is stored and keep it as the next version; return both.

    `records` are those of our own watching that it cites; `after` is the version it corrects; `known` are faults that version
    had and a statement taken out need not cure, so that two of them do not lock a brief. Raises BlockedBrief, RefusedError
    above the ceiling, or where another version came after that one meanwhile.
    """
    viewer.need(EDITORS, "write a brief")
    refuse_above(brief.mark, viewer.ceiling, "the brief")
    cited = {citation.ref for citation in brief.citations}
    kept = tuple(record for record in records if record.id in cited and record.kind == "figure")
    checks = check_stored(viewer, brief, kept)
    refuse_blocked([check for check in checks if (check.block, check.rule) not in known])
    with transaction.atomic():
        version = _next_version(viewer, brief.id)
        if after is not None and version != after + 1:
            _refuse_newer(version - 1)
        before = f"{brief.id} v{version - 1}" if version > 1 else brief.supersedes
        numbered = replace(brief, version=version, supersedes=before)
        _add_row(viewer, numbered, kept, checks, author)
        keep_cited(viewer, cited)
        write_audit(viewer, act, "brief", brief.id, brief.mark, version=version, blocks=len(brief.blocks))
    return brief.id, version


def import_brief(viewer: Viewer, brief: Brief, records: Iterable[Record] = ()) -> bool:
    """Keep a brief written elsewhere as it is, with those `records` of our own watching that it cites; False where it is here.

    It is checked against what is stored here, as a brief of our own is. Raises BlockedBrief where that does not bear it out.
    """
    viewer.need(EDITORS, "import a brief")
    refuse_above(brief.mark, viewer.ceiling, "the brief")
    if BriefRow.objects.filter(mission_id=viewer.mission_id, ref=brief.id).exists():
        return False
    cited = {citation.ref for citation in brief.citations}
    kept = tuple(record for record in records if record.id in cited and record.kind == "figure")
    checks = check_stored(viewer, brief, kept)
    refuse_blocked(checks)
    with transaction.atomic():
        _add_row(viewer, brief, kept, checks, None)
        keep_cited(viewer, cited)
        write_audit(viewer, "import", "brief", brief.id, brief.mark, blocks=len(brief.blocks))
    return True


def add_officer_block(viewer: Viewer, ref: str, draft: BlockDraft, based_on: int | None = None) -> int:
    """Put an officer's statement into a brief and return the number of the new version.

    `based_on` is the version the officer was looking at: where somebody was quicker, RefusedError. Raises BlockedBrief where
    the statement does not stand; the brief then stays as it is.
    """
    row, brief = _open(viewer, ref, based_on)
    block = _officer_block(viewer, row, draft)
    put = swap_block(brief, draft.replaces, block) if draft.replaces else put_block(brief, draft.section or OWN_SECTION, block)
    marked = replace(put, mark=highest((brief.mark, *(citation.mark for citation in block.citations))))
    return store_brief(viewer, marked, read_brief_records(row), viewer.person_id, after=row.version)[1]


def remove_block(viewer: Viewer, ref: str, block_id: str, based_on: int | None = None) -> int:
    """Take a statement out of a brief and return the number of the new version; the old version keeps it."""
    row, brief = _open(viewer, ref, based_on)
    return _store_known(viewer, row, brief, swap_block(brief, block_id, None), "remove")


def shift_block(viewer: Viewer, ref: str, block_id: str, step: int, based_on: int | None = None) -> int:
    """Move an officer's statement one place up (-1) or down (1) and return the number of the new version."""
    row, brief = _open(viewer, ref, based_on)
    return _store_known(viewer, row, brief, move_block(brief, block_id, step), "move")


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
        refuse_blocked(check_stored(viewer, read_brief_row(row), read_brief_records(row)))
        own = row.author_id is not None and row.author_id == viewer.person_id
        if own and others_may_release(viewer):
            raise RefusedError("you wrote this version; a colleague must release it")
        warnings = len(view.checks)
        if warnings != seen:
            raise RefusedError("this brief has open warnings ({count}); read them, and say that you have", count=warnings)
        row.status, row.released_by_id, row.released_at, row.self_certified = "released", viewer.person_id, now(), own
        row.save(update_fields=["status", "released_by", "released_at", "self_certified"])
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
    checks = check_stored(viewer, view.brief, read_brief_records(row))
    refuse_blocked(checks)
    articles, records = material_of(viewer, view.brief, read_brief_records(row))
    content = _write_file(view.brief, list(articles.values()), list(records.values()), form)
    with transaction.atomic():
        write_audit(viewer, "export", "brief", ref, view.brief.mark, version=version, form=form, bytes=len(content))
    return Exported(f"{ref}-v{version}.{form}", CONTENT_TYPES[form], content)


def _open(viewer: Viewer, ref: str, based_on: int | None) -> tuple[BriefRow, Brief]:
    """Return the standing version of a brief as a draft. Raises NotAllowed, RefusedError where it is not the one looked at."""
    viewer.need(EDITORS, "write in a brief")
    row = find_brief(viewer, ref)
    _refuse_stale(row, based_on)
    if read_brief(viewer, ref).withheld:
        raise NotAllowed("parts of this brief are not for you to read, so you cannot correct it; ask its author")
    return row, replace(veil_stored(viewer, read_brief_row(row))[0], status="draft")


def _store_known(viewer: Viewer, row: BriefRow, before: Brief, after: Brief, act: str) -> int:
    """Store a version that says nothing new: what was wrong before need not be cured by it."""
    records = read_brief_records(row)
    blocking = [check for check in check_stored(viewer, before, records) if check.verdict == "blocking"]
    known = frozenset((check.block, check.rule) for check in blocking)
    return store_brief(viewer, after, records, viewer.person_id, row.version, known, act)[1]


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


def _officer_block(viewer: Viewer, row: BriefRow, draft: BlockDraft) -> Block:
    if draft.kind not in BLOCK_KINDS:
        raise InputError(
            "“{kind}” is no kind of statement; use one of {all}", field="kind", kind=draft.kind, all=", ".join(BLOCK_KINDS)
        )
    if not draft.text.strip():
        raise InputError("is empty", field="text")
    text = draft.text.strip()
    digest = sha256(f"{row.ref} {row.version} {viewer.person_id} {text}".encode()).hexdigest()[:12]
    return Block(
        id=draft.replaces or f"o-{digest}",
        kind=draft.kind,
        text=text,
        citations=tuple(_cite(viewer, row, asked) for asked in draft.cites),
        voice="officer",
        lang=row.language,
        probability=draft.probability,
        confidence=draft.confidence,
    )


def _cite(viewer: Viewer, row: BriefRow, asked: Asked) -> Citation:
    """Return the citation of an article's words or of a record. Raises InputError where they are not there for this viewer."""
    article_row = visible_articles(viewer).filter(ref=asked.ref).first()
    if article_row is not None:
        return _cite_article(viewer, read_article_row(article_row), asked.quote)
    record = find_record(viewer, asked.ref, read_brief_records(row))
    if record is None:
        raise InputError("“{ref}” is no article and no record that you may read here", field="cites", ref=asked.ref)
    if record.kind == "conversation" and asked.quote.strip() and not record.text:
        raise InputError("this is a record of a protected source: cite it whole, without its words", field="cites")
    return cite_record(record, asked.quote)


def _cite_article(viewer: Viewer, article: Article, quote: str) -> Citation:
    """Cite the words quoted where they stand; without words, the title."""
    source = load_sources(viewer).get(article.source) or Source(article.source, article.source)
    words = quote.strip() or article.title
    for field in ("title", "text"):
        start = article.field(field).find(words)
        if start >= 0:
            return cite_span(article, source, Span(field, start, start + len(words)))
    raise InputError("these words do not stand in “{title}”: “{words}”", field="cites", title=article.title, words=words)


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
