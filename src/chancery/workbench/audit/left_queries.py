"""What left the house: every file handed out, newest first."""

from typing import Final

from chancery.workbench.audit.models import AuditRow
from chancery.workbench.audit.queries import Act, read_act
from chancery.workbench.viewer import ADMINISTRATORS, Viewer

DOORS_OUT: Final = ("export",)
"""The verbs by which a text leaves: today only a file of a brief. Mail, feeds and plug-ins do not exist yet."""
MOST: Final = 100


def list_left(viewer: Viewer) -> tuple[Act, ...]:
    """Return the last hundred acts by which something left this mission. Raises NotAllowed for all but administrators."""
    viewer.need(ADMINISTRATORS, "see what left")
    rows = AuditRow.objects.filter(mission_id=viewer.mission_id, verb__in=DOORS_OUT).select_related("person")
    return tuple(read_act(row) for row in rows.order_by("-at", "-id")[:MOST])
