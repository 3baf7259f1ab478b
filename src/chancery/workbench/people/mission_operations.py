"""Missions come in: the empty one of a first run, and those that a folder describes."""

from typing import Final

from django.conf import settings
from django.db import transaction

from chancery.clock import now
from chancery.common.errors import RefusedError
from chancery.common.mark import rank_of
from chancery.common.mission import Mission
from chancery.common.pack import pack
from chancery.workbench.audit.operations import write_audit
from chancery.workbench.people.models import MissionRow
from chancery.workbench.people.queries import system_viewer

EMPTY_MISSION: Final = "mission"
"""The slug of the mission that stands until one is imported."""


def store_mission(mission: Mission) -> MissionRow:
    """Create a mission or bring its record up to date; the empty mission of a first run becomes the first one stored.

    Nobody of another mission comes in with it: its first administrator is invited from the machine (`chancery people`).
    Raises RefusedError above the installation's ceiling.
    """
    if rank_of(mission.ceiling) > rank_of(settings.CEILING):
        raise RefusedError(
            f"{mission.name} allows {mission.ceiling}, above the ceiling of this installation ({settings.CEILING}); lower the "
            f"mission's, or set CHANCERY_CEILING where this installation is accredited for it"
        )
    with transaction.atomic():
        row = MissionRow.objects.filter(slug=mission.id).first() or MissionRow.objects.filter(slug=EMPTY_MISSION).first()
        row = row or MissionRow(created=now())
        row.slug, row.name, row.ceiling, row.record = mission.id, mission.name, mission.ceiling, pack(mission)
        row.save()
        write_audit(system_viewer(row), "store", "mission", row.slug)
    return row


def create_empty_mission() -> None:
    """Create the mission that stands until one is imported, so that the first administrator can look around."""
    languages, zone = (settings.LANGUAGE_CODE,), settings.TIME_ZONE
    mission = Mission(EMPTY_MISSION, "A mission without a name yet", "", languages, zone, (), (), ceiling=settings.CEILING)
    row = MissionRow(slug=mission.id, name=mission.name, ceiling=mission.ceiling, record=pack(mission), created=now())
    row.save()
    write_audit(system_viewer(row), "store", "mission", row.slug)
