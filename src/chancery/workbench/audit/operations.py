"""Write the audit row of an operation, in the operation's own transaction."""

from chancery.clock import now
from chancery.common.mark import MARKS
from chancery.workbench.audit.models import AuditRow
from chancery.workbench.viewer import Viewer

Detail = int | float | bool | str | list[str] | list[int]


def write_audit(viewer: Viewer, verb: str, kind: str, ref: str, mark: str = MARKS[0], **details: Detail) -> None:
    """Keep who did what to what. `details` hold counts and ids, never a text; call it inside the operation's transaction."""
    AuditRow.objects.create(
        mission_id=viewer.mission_id,
        person_id=viewer.person_id,
        actor=viewer.actor,
        verb=verb,
        kind=kind,
        ref=ref[:200],
        mark=mark,
        at=now(),
        details=details,
    )


def write_audit_outside(verb: str, kind: str, ref: str, **details: Detail) -> None:
    """Keep what the machine's own command line did where there is no mission yet."""
    AuditRow.objects.create(actor="system", verb=verb, kind=kind, ref=ref[:200], mark=MARKS[0], at=now(), details=details)
