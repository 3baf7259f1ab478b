"""Conversations, notes and papers: permission, change and audit, one verb each. Briefs have their own two files."""

import secrets
from collections.abc import Iterable

from django.db import transaction

from chancery.advise.records import Conversation, Paper
from chancery.clock import now
from chancery.common.errors import InputError, NotAllowed, RefusedError
from chancery.common.mark import rank_of, refuse_above
from chancery.common.mission import ROLES
from chancery.workbench.advise.brief_operations import (
    add_officer_block,
    export_brief,
    release_brief,
    remove_block,
    shift_block,
    store_brief,
)
from chancery.workbench.advise.material_queries import visible_conversations
from chancery.workbench.advise.models import ConversationRow, NoteRow, PaperRow
from chancery.workbench.advise.morning_operations import compose_brief, make_brief
from chancery.workbench.advise.queries import may_amend, read_brief, read_conversation, read_record
from chancery.workbench.advise.read_rows import join_readers, make_conversation_row, make_paper_row
from chancery.workbench.advise.records import ConversationDraft
from chancery.workbench.audit.operations import write_audit
from chancery.workbench.viewer import KEEPERS, RECORDERS, Viewer
from chancery.workbench.watch.queries import read_article, read_story
from chancery.workbench.words import STATUSES

__all__ = [
    "add_officer_block",
    "amend_conversation",
    "compose_brief",
    "export_brief",
    "make_brief",
    "release_brief",
    "remove_block",
    "set_paper_status",
    "shift_block",
    "store_brief",
    "store_conversations",
    "store_papers",
    "write_conversation",
    "write_note",
]

MOST_SIGNS = 100_000
"""Longest text of one record or note; a longer one is a document, not what was said."""

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""A year beyond is a slip, or of another calendar: the checker reads 2569 as 2026, and the brief that prints it is stopped."""


def write_conversation(viewer: Viewer, draft: ConversationDraft) -> str:
    """Keep what was said to us and return the id of the record. Raises NotAllowed, RefusedError above a ceiling, InputError."""
    viewer.need(RECORDERS, "record a conversation")
    talk = _conversation(viewer, f"c-{draft.date:%Y%m%d}-{secrets.token_hex(4)}", draft)
    with transaction.atomic():
        _add_conversation(viewer, talk, version=1)
        write_audit(viewer, "write", "conversation", talk.id, talk.mark, signs=len(talk.text))
    return talk.id


def amend_conversation(viewer: Viewer, ref: str, draft: ConversationDraft, based_on: int | None = None) -> int:
    """Keep a new version of a record of conversation and return its number; the old version stays readable.

    `based_on` is the version the person was looking at: where another was saved since, RefusedError. What was written over the
    old one would take back what the new one says, and a source's protection with it.
    """
    talk = _conversation(viewer, ref, draft)
    with transaction.atomic():
        row = visible_conversations(viewer).select_for_update().filter(ref=ref).first()
        if row is None:
            raise NotAllowed("there is no such record of conversation here")
        if not may_amend(viewer, row):
            raise NotAllowed("only its author or the head of mission may amend a record of conversation")
        if based_on is not None and based_on != row.version:
            raise RefusedError(
                "somebody saved version {version} of this record while you wrote; read it beside yours, take over what it "
                "says, and keep yours again",
                version=row.version,
            )
        ConversationRow.objects.filter(pk=row.pk).update(superseded=True)
        _add_conversation(viewer, talk, version=row.version + 1, author=row.author_id)
        write_audit(viewer, "amend", "conversation", ref, talk.mark, version=row.version + 1, signs=len(talk.text))
    return row.version + 1


def write_note(viewer: Viewer, kind: str, ref: str, text: str, mark: str, readers: tuple[str, ...] = ()) -> None:
    """Keep a note beside an article, story, brief, conversation, paper or record that this viewer may read."""
    viewer.need(RECORDERS, "write notes")
    _check_entry(viewer, mark, readers, "the note")
    _check_text(text)
    _find_about(viewer, kind, ref)
    with transaction.atomic():
        _add_note(viewer, kind, ref, text.strip(), mark, join_readers(readers))
        write_audit(viewer, "write", "note", f"{kind} {ref}", mark, signs=len(text))


def store_conversations(viewer: Viewer, talks: Iterable[Conversation]) -> int:
    """Keep records that come with a mission's folder and return how many are new; those here already stay as they are."""
    viewer.need(KEEPERS, "bring records of conversation in")
    known = set(ConversationRow.objects.filter(mission_id=viewer.mission_id).values_list("ref", flat=True))
    fresh = [talk for talk in talks if talk.id not in known]
    with transaction.atomic():
        for talk in fresh:
            refuse_above(talk.mark, viewer.ceiling, talk.id)
            _add_conversation(viewer, talk, version=1)
        write_audit(viewer, "import", "conversation", "", stored=len(fresh))
    return len(fresh)


def store_papers(viewer: Viewer, papers: Iterable[Paper]) -> int:
    """Keep papers that come with a mission's folder and return how many are new; those here already stay as they are."""
    viewer.need(KEEPERS, "bring papers in")
    known = set(PaperRow.objects.filter(mission_id=viewer.mission_id).values_list("ref", flat=True))
    fresh = [paper for paper in papers if paper.id not in known]
    with transaction.atomic():
        for paper in fresh:
            refuse_above(paper.mark, viewer.ceiling, paper.id)
            make_paper_row(viewer.mission_id, paper).save()
        write_audit(viewer, "import", "paper", "", stored=len(fresh))
    return len(fresh)


def set_paper_status(viewer: Viewer, ref: str, status: str, reason: str) -> None:
    """Say that a paper is open, done or answered, and why; the reason stands beside it as a note, for its own readers."""
    viewer.need(RECORDERS, "change a paper")
    if status not in ("open", "done", "answered"):
        raise InputError("“{status}” is no status; use open, done or answered", field="status", status=status)
    _check_text(reason, "reason")
    with transaction.atomic():
        view = read_record(viewer, ref)
        if view.paper is None:
            raise NotAllowed("there is no such paper here")
        row = PaperRow.objects.select_for_update().get(mission_id=viewer.mission_id, ref=ref)
        row.status, row.record = status, {**row.record, "status": status}
        row.save(update_fields=["status", "record"])
        _add_note(viewer, "paper", ref, f"{STATUSES[status]}: {reason.strip()}", row.mark, row.readers)
        write_audit(viewer, "set_status", "paper", ref, row.mark, status=status, signs=len(reason))


def _conversation(viewer: Viewer, ref: str, draft: ConversationDraft) -> Conversation:
    _check_entry(viewer, draft.mark, draft.readers, "the record of conversation")
    _check_text(draft.text)
    for name in ("office", "title"):
        if not getattr(draft, name).strip():
            raise InputError("is empty; a record of conversation needs it", field=name)
    if not FIRST_YEAR <= draft.date.year <= LAST_YEAR:
        raise InputError("{year} is no year of our calendar in which we spoke with anybody", field="date", year=draft.date.year)
    return Conversation(
        id=ref,
        mission=viewer.mission_slug,
        date=draft.date,
        office=draft.office.strip(),
        place=draft.place.strip(),
        title=draft.title.strip(),
        text=draft.text.strip(),
        protected=draft.protected,
        differs=draft.differs,
        story_terms=tuple(term.strip() for term in draft.story_terms if term.strip()),
        readers=draft.readers,
        mark=draft.mark,
    )


def _add_conversation(viewer: Viewer, talk: Conversation, version: int, author: int | None = None) -> None:
    row = make_conversation_row(viewer.mission_id, talk)
    row.author_id, row.recorded_at, row.version = author or viewer.person_id, now(), version
    row.save()


def _add_note(viewer: Viewer, kind: str, ref: str, text: str, mark: str, readers: str) -> None:
    NoteRow.objects.create(
        mission_id=viewer.mission_id,
        mark=mark,
        readers=readers,
        about_kind=kind,
        about=ref,
        author_id=viewer.person_id,
        written_at=now(),
        text=text,
    )


def _check_entry(viewer: Viewer, mark: str, readers: tuple[str, ...], what: str) -> None:
    """Refuse a mark above the ceiling, and a reader list that names nobody."""
    rank_of(mark)
    refuse_above(mark, viewer.ceiling, what)
    known = {*ROLES, *(section.id for section in viewer.mission.sections)}
    for reader in readers:
        if reader not in known:
            raise InputError("“{reader}” is neither a role nor a section of this mission", field="readers", reader=reader)


def _check_text(text: str, field: str = "text") -> None:
    if not text.strip():
        raise InputError("is empty", field=field)
    if len(text) > MOST_SIGNS:
        raise InputError("has {signs} signs; {most} is the most", field=field, signs=len(text), most=MOST_SIGNS)


def _find_about(viewer: Viewer, kind: str, ref: str) -> None:
    """Raise NotAllowed where the viewer may not read what the note is about."""
    looks = {
        "article": read_article,
        "story": read_story,
        "brief": read_brief,
        "conversation": read_conversation,
        "paper": read_record,
        "record": read_record,
    }
    if kind not in looks:
        raise InputError("“{kind}” takes no notes; use one of {all}", field="kind", kind=kind, all=", ".join(looks))
    looks[kind](viewer, ref)
