"""Briefs, conversations and papers as a viewer may see them: mission, mark and reader list decide, in this order."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Max, OuterRef, Q, QuerySet, Subquery

from chancery.advise import record_paper
from chancery.advise.cite import write_values
from chancery.clock import now
from chancery.common.errors import NotAllowed
from chancery.common.mark import highest
from chancery.workbench.advise.filter_brief import filter_brief
from chancery.workbench.advise.material_queries import (
    hidden_from,
    marks_of,
    named,
    veil_stored,
    visible_conversations,
    visible_papers,
)
from chancery.workbench.advise.models import BriefRow, ConversationRow, NoteRow, PaperRow
from chancery.workbench.advise.read_rows import (
    read_brief_checks,
    read_brief_line,
    read_brief_records,
    read_brief_row,
    read_conversation_line,
    read_conversation_row,
    read_paper_line,
    read_paper_row,
)
from chancery.workbench.advise.records import (
    BriefPage,
    BriefView,
    ConversationPage,
    ConversationView,
    NoteView,
    PaperLine,
    RecordView,
    TodayView,
)
from chancery.workbench.people.models import MembershipRow
from chancery.workbench.viewer import EDITORS, RELEASERS, Viewer
from chancery.workbench.watch.queries import count_waiting

PAGE = 25
WEEK = timedelta(days=7)
LOOK_BACK = 5
"""Briefs looked at for the latest one that is for this viewer."""


def today(viewer: Viewer, moment: datetime | None = None) -> TodayView:
    """Return the latest brief and what is late or due within a week of `moment` (now, where none is given).

    In a demo, whose embassy lives on one day, the days are counted from its brief.
    """
    latest = _standing_briefs(viewer)[:LOOK_BACK]
    view = next((view for row in latest if (view := _view(viewer, row)) is not None), None)
    return TodayView(view, list_due(viewer, local_day(viewer, moment or this_moment(viewer))), count_waiting(viewer))


def list_briefs(viewer: Viewer, page: int = 1) -> BriefPage:
    """Return a page of the archive: the latest version of each brief, newest first.

    The title of a daily brief says its day alone, so it is listed for everybody; what it says is filtered when it is read.
    """
    page = max(page, 1)
    start = (page - 1) * PAGE
    listed = _standing_briefs(viewer).filter(Q(mark__in=viewer.marks) | Q(kind="daily")).defer("record", "records", "checks")
    rows = list(listed[start : start + PAGE + 1])
    return BriefPage(tuple(read_brief_line(row) for row in rows[:PAGE]), page, len(rows) > PAGE)


def read_brief(viewer: Viewer, ref: str, version: int | None = None) -> BriefView:
    """Return one version of a brief, the latest where none is named, with its warnings and notes. Raises NotAllowed."""
    row = find_brief(viewer, ref, version)
    view = _view(viewer, row, notes=_notes(viewer, "brief", ref))
    if view is None:
        raise NotAllowed("there is no such brief here")
    return view


def list_versions(viewer: Viewer, ref: str) -> tuple[tuple[int, datetime, str, str], ...]:
    """Return number, moment, author and status of every version of a brief, newest first. Raises NotAllowed."""
    read_brief(viewer, ref)
    rows = BriefRow.objects.filter(mission_id=viewer.mission_id, ref=ref).select_related("author").defer("record", "records")
    return tuple(
        (row.version, row.stored_at, row.author.name if row.author else "", row.status) for row in rows.order_by("-version")
    )


def list_conversations(viewer: Viewer, page: int = 1) -> ConversationPage:
    """Return a page of the records of conversation this viewer may read, newest first."""
    page = max(page, 1)
    start = (page - 1) * PAGE
    rows = visible_conversations(viewer).select_related("author").defer("text").order_by("-date", "-id")
    found = list(rows[start : start + PAGE + 1])
    return ConversationPage(tuple(read_conversation_line(row) for row in found[:PAGE]), page, len(found) > PAGE)


def read_conversation(viewer: Viewer, ref: str, version: int | None = None) -> ConversationView:
    """Return one version of a record of conversation, the standing one where none is named.

    An earlier version is for who may read both: that one by its own mark and reader list, and the standing one. Raises
    NotAllowed.
    """
    standing = visible_conversations(viewer).filter(ref=ref).select_related("mission", "author").first()
    if standing is None:
        raise NotAllowed("there is no such record of conversation here")
    earlier = list(_earlier(viewer, ref))
    row = next((old for old in (standing, *earlier) if old.version == version), None) if version else standing
    if row is None:
        raise NotAllowed("there is no such version of this record here")
    return ConversationView(
        conversation=read_conversation_row(row),
        author=row.author.name if row.author else "",
        recorded_at=row.recorded_at,
        version=row.version,
        newest=standing.version,
        earlier=tuple((old.version, old.recorded_at, old.author.name if old.author else "") for old in earlier),
        may_amend=row is standing and may_amend(viewer, row),
        notes=_notes(viewer, "conversation", ref),
    )


def read_record(viewer: Viewer, ref: str, brief: str = "", version: int | None = None) -> RecordView:
    """Return a paper, or a record of our own watching from the brief named (the latest, where none is). Raises NotAllowed.

    Of such a record the lines are shown that the brief cites and this viewer may see.
    """
    row = visible_papers(viewer).filter(ref=ref).first()
    if row is not None:
        paper = read_paper_row(row)
        return RecordView(record_paper(paper), paper, _notes(viewer, "paper", ref))
    kept = find_brief(viewer, brief, version) if brief else _standing_briefs(viewer).first()
    view = _view(viewer, kept) if kept else None
    cited = [(block, each) for block in view.brief.blocks for each in block.citations if each.ref == ref] if view else []
    record = next((each for each in read_brief_records(kept) if each.id == ref), None) if kept and cited else None
    if record is None:
        raise NotAllowed("there is no such record here")
    shown = replace(record, text="\n".join(line.quote for _, line in cited), mark=highest(line.mark for _, line in cited))
    facts = {write_values(values): values for values in record.facts}
    said = tuple(
        (block.id, block.text, "" if line.quote in facts else line.quote, facts.get(line.quote, ())) for block, line in cited
    )
    return RecordView(shown, None, _notes(viewer, "record", ref), said)


def list_papers(viewer: Viewer) -> tuple[PaperLine, ...]:
    """Return every paper this viewer may read: what has a day first, the nearest day first."""
    day = local_day(viewer, this_moment(viewer))
    rows = visible_papers(viewer).order_by("due", "-date", "ref")
    lines = [read_paper_line(row, _is_late(row, day)) for row in rows]
    return tuple(sorted(lines, key=lambda line: (line.due is None, line.due or line.date)))


def list_due(viewer: Viewer, day: date) -> tuple[PaperLine, ...]:
    """Return what is open and late, or due within a week of `day`, nearest first."""
    rows = visible_papers(viewer).filter(due__lte=day + WEEK, status__in=("open", "late")).order_by("due", "ref")
    return tuple(read_paper_line(row, _is_late(row, day)) for row in rows)


def find_brief(viewer: Viewer, ref: str, version: int | None = None) -> BriefRow:
    """Return the row of a brief of this mission, the latest version where none is named. Raises NotAllowed."""
    rows = BriefRow.objects.filter(mission_id=viewer.mission_id, ref=ref).select_related("author", "released_by")
    row = rows.filter(version=version).first() if version else rows.order_by("-version").first()
    if row is None:
        raise NotAllowed("there is no such brief here")
    return row


def may_amend(viewer: Viewer, row: ConversationRow) -> bool:
    """Tell whether the viewer may write a new version: the author, or the head of mission."""
    return (
        viewer.is_system
        or (viewer.person_id is not None and row.author_id == viewer.person_id)
        or viewer.role == "head_of_mission"
    )


def others_may_release(viewer: Viewer) -> bool:
    """Tell whether anybody else in this mission could release a brief."""
    others = MembershipRow.objects.filter(mission_id=viewer.mission_id, active=True, role__in=(*RELEASERS, *EDITORS))
    return others.exclude(person_id=viewer.person_id).exists()


def has_daily_brief(viewer: Viewer, day: date) -> bool:
    """Tell whether there is a daily brief of this day at the mission."""
    zone = ZoneInfo(viewer.mission.time_zone)
    start = datetime.combine(day, time(), zone)
    rows = BriefRow.objects.filter(mission_id=viewer.mission_id, kind="daily", as_of__gte=start)
    return rows.filter(as_of__lt=datetime.combine(day + timedelta(days=1), time(), zone)).exists()


def local_day(viewer: Viewer, moment: datetime) -> date:
    """Return the day it is at the mission."""
    return moment.astimezone(ZoneInfo(viewer.mission.time_zone)).date()


def this_moment(viewer: Viewer) -> datetime:
    """Return this moment; in a demo, whose embassy lives on one day, that of its latest brief."""
    latest = _standing_briefs(viewer).first() if settings.DEMO else None
    return latest.as_of if latest else now()


def _view(viewer: Viewer, row: BriefRow, notes: tuple[NoteView, ...] = ()) -> BriefView | None:
    stored = read_brief_row(row)
    bare, veiled = veil_stored(viewer, stored)
    shown = filter_brief(bare, viewer.ceiling, hidden_from(viewer), marks_of(viewer, bare))
    if shown is None:
        return None
    brief, withheld = shown
    as_stored = {(block.id, block.text) for block in stored.blocks}
    shown_blocks = {block.id for block in brief.blocks if (block.id, block.text) in as_stored}
    newest = BriefRow.objects.filter(mission_id=viewer.mission_id, ref=row.ref).aggregate(top=Max("version"))["top"]
    return BriefView(
        ref=row.ref,
        version=row.version,
        newest=newest,
        brief=brief,
        withheld=withheld,
        veiled=veiled,
        checks=tuple(check for check in read_brief_checks(row) if check.block in shown_blocks),
        author=row.author.name if row.author else "",
        stored_at=row.stored_at,
        status=row.status,
        released_by=row.released_by.name if row.released_by else "",
        released_at=row.released_at,
        self_certified=row.self_certified,
        may_edit=viewer.may(EDITORS) and row.version == newest,
        may_release=viewer.may((*RELEASERS, *EDITORS)) and row.status == "draft" and row.version == newest,
        notes=notes,
    )


def _standing_briefs(viewer: Viewer) -> QuerySet[BriefRow]:
    """Return the latest version of each brief of the mission, newest first."""
    rows = BriefRow.objects.filter(mission_id=viewer.mission_id)
    newest = rows.filter(ref=OuterRef("ref")).order_by("-version").values("version")[:1]
    return rows.filter(version=Subquery(newest)).select_related("author", "released_by").order_by("-as_of", "-version", "-id")


def _earlier(viewer: Viewer, ref: str) -> QuerySet[ConversationRow]:
    """Return the versions of a record that were superseded and that this viewer may read, newest first."""
    rows = ConversationRow.objects.filter(mission_id=viewer.mission_id, ref=ref, superseded=True, mark__in=viewer.marks)
    return rows.filter(named(viewer)).select_related("mission", "author").order_by("-version")


def _is_late(row: PaperRow, day: date) -> bool:
    return row.due is not None and row.due < day and row.status in ("open", "late")


def _notes(viewer: Viewer, kind: str, ref: str) -> tuple[NoteView, ...]:
    rows = NoteRow.objects.filter(mission_id=viewer.mission_id, about_kind=kind, about=ref, mark__in=viewer.marks)
    return tuple(
        NoteView(row.author.name if row.author else "", row.written_at, row.text, row.mark)
        for row in rows.filter(named(viewer)).select_related("author").order_by("written_at", "id")
    )
