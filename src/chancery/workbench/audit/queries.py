"""Read who did what, for the administrator of a mission."""

from dataclasses import dataclass
from datetime import datetime

from chancery.workbench.audit.models import AuditRow
from chancery.workbench.viewer import ADMINISTRATORS, Viewer

PAGE = 50


@dataclass(frozen=True, slots=True)
class Act:
    """One operation that somebody did. `name` is the person's, or the actor's word where the person is gone."""

    at: datetime
    name: str
    verb: str
    kind: str
    ref: str
    mark: str
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Acts:
    """One page of operations, newest first."""

    acts: tuple[Act, ...]
    page: int
    more: bool


def list_audit(viewer: Viewer, page: int = 1) -> Acts:
    """Return a page of this mission's operations, newest first. Raises NotAllowed for anybody but an administrator."""
    viewer.need(ADMINISTRATORS, "read who did what")
    start = (max(page, 1) - 1) * PAGE
    rows = list(
        AuditRow.objects.filter(mission_id=viewer.mission_id)
        .select_related("person")
        .order_by("-at", "-id")[start : start + PAGE + 1]
    )
    return Acts(tuple(read_act(row) for row in rows[:PAGE]), max(page, 1), len(rows) > PAGE)


def read_act(row: AuditRow) -> Act:
    """Return an audit row as it is shown."""
    details = tuple((name, str(value)) for name, value in row.details.items())
    return Act(row.at, row.person.name if row.person else row.actor, row.verb, row.kind, row.ref, row.mark, details)
