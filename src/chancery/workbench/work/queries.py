"""How background work stands, for the administrator and for `chancery doctor`."""

from datetime import datetime, timedelta

from django.db.models import Count, Max, Min, Q

from chancery.workbench.viewer import ADMINISTRATORS, Viewer
from chancery.workbench.work.models import JobRow
from chancery.workbench.work.records import WorkLine

LATE = timedelta(minutes=5)


def list_work(viewer: Viewer) -> tuple[WorkLine, ...]:
    """Return how many jobs of this mission stand in each state, by kind. Raises NotAllowed for all but administrators."""
    viewer.need(ADMINISTRATORS, "see the background work")
    return _count(Q(mission_id=viewer.mission_id))


def list_all_work() -> tuple[WorkLine, ...]:
    """Return the same over all missions: for the machine's own command line."""
    return _count(Q())


def count_late(moment: datetime) -> int:
    """Return how many jobs have waited for five minutes: where there are any, no worker runs."""
    return JobRow.objects.filter(state="ready", run_after__lt=moment - LATE).count()


def _count(asked: Q) -> tuple[WorkLine, ...]:
    rows = (
        JobRow.objects.filter(asked)
        .values("kind", "state")
        .annotate(count=Count("id"), oldest=Min("created"), error=Max("error"))
        .order_by("kind", "state")
    )
    return tuple(WorkLine(row["kind"], row["state"], row["count"], row["oldest"], row["error"] or "") for row in rows)
