"""Rows become the records of `advise`, and back."""

from chancery.advise.records import Brief, Check, Conversation, Paper, Record
from chancery.common.pack import pack, unpack
from chancery.workbench.advise.models import BriefRow, ConversationRow, PaperRow
from chancery.workbench.advise.records import BriefLine, ConversationLine, PaperLine
from chancery.workbench.watch.search_words import line_of


def read_brief_row(row: BriefRow) -> Brief:
    """Return the brief of a row, with its status as it is now."""
    return unpack(Brief, {**row.record, "version": row.version, "status": row.status})


def read_brief_records(row: BriefRow) -> tuple[Record, ...]:
    """Return the records of our own watching that a brief keeps."""
    return unpack(tuple[Record, ...], row.records)


def read_brief_checks(row: BriefRow) -> tuple[Check, ...]:
    """Return what the checker warned of when a brief was stored; a message kept before it had a template is its own."""
    return unpack(tuple[Check, ...], [{"said": {"template": each.get("message", "")}, **each} for each in row.checks])


def read_conversation_row(row: ConversationRow) -> Conversation:
    """Return the record of conversation of a row whose mission is loaded with it."""
    return Conversation(
        id=row.ref,
        mission=row.mission.slug,
        date=row.date,
        office=row.office,
        place=row.place,
        title=row.title,
        text=row.text,
        protected=row.protected,
        differs=row.differs,
        story_terms=tuple(row.story_terms),
        readers=split_readers(row.readers),
        mark=row.mark,
    )


def make_conversation_row(mission_id: int, talk: Conversation) -> ConversationRow:
    """Return the row of a record of conversation; author, moment and version are the caller's."""
    return ConversationRow(
        mission_id=mission_id,
        mark=talk.mark,
        readers=join_readers(talk.readers),
        ref=talk.id,
        date=talk.date,
        office=talk.office,
        place=talk.place,
        title=talk.title,
        protected=talk.protected,
        differs=talk.differs,
        story_terms=list(talk.story_terms),
        text=talk.text,
        words=line_of(talk.title, talk.office, talk.place, talk.text),
    )


def read_paper_row(row: PaperRow) -> Paper:
    """Return the paper of a row."""
    return unpack(Paper, row.record)


def make_paper_row(mission_id: int, paper: Paper) -> PaperRow:
    """Return the row of a paper."""
    return PaperRow(
        mission_id=mission_id,
        mark=paper.mark,
        readers=join_readers(paper.readers),
        ref=paper.id,
        kind=paper.kind,
        date=paper.date,
        due=paper.due,
        status=paper.status,
        title=paper.title,
        record=pack(paper),
        words=line_of(paper.title, paper.text),
    )


def read_conversation_line(row: ConversationRow) -> ConversationLine:
    """Return a record of conversation for the list."""
    author = row.author.name if row.author else ""
    return ConversationLine(
        row.ref,
        row.date,
        row.title,
        row.office,
        row.place,
        row.mark,
        split_readers(row.readers),
        row.protected,
        row.differs,
        author,
    )


def read_brief_line(row: BriefRow) -> BriefLine:
    """Return a brief for the archive."""
    author = row.author.name if row.author else ""
    return BriefLine(row.ref, row.version, row.title, row.kind, row.as_of, row.mark, row.status, author, row.self_certified)


def read_paper_line(row: PaperRow, late: bool) -> PaperLine:
    """Return a paper for a list."""
    owner = str(row.record.get("owner", ""))
    return PaperLine(row.ref, row.kind, row.title, row.date, row.due, row.status, owner, row.mark, late)


def join_readers(readers: tuple[str, ...]) -> str:
    """Return a reader list as the column keeps it: between bars, "" for the whole mission."""
    return f"|{'|'.join(readers)}|" if readers else ""


def split_readers(kept: str) -> tuple[str, ...]:
    """Return the reader list that `join_readers` kept."""
    return tuple(part for part in kept.split("|") if part)
