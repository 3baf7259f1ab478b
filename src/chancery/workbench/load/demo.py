"""The example embassy as a workbench that a stranger can walk through: people, a brief of the day, something to correct."""

from datetime import datetime

from chancery.sources.records import MissionFolder
from chancery.workbench.advise.operations import make_brief
from chancery.workbench.load.operations import load_mission
from chancery.workbench.people.models import MissionRow
from chancery.workbench.people.operations import Newcomer, add_person
from chancery.workbench.people.queries import system_viewer
from chancery.workbench.watch.models import FeedStateRow


def load_demo(folder: MissionFolder, username: str, password: str) -> None:
    """Load a mission's folder, write the brief of its moment, and let one person in who sees everything there is.

    Its outlets are invented: none is asked for anything by itself. A source that the person adds is read as usual.
    That person is head of mission, of every section, and looks after the people too.
    """
    mission = load_mission(folder).mission
    _write_brief(mission, folder.as_of)
    FeedStateRow.objects.filter(source__mission=mission).update(next_due=None)
    sections = tuple(section.id for section in folder.mission.sections)
    add_person(
        mission,
        Newcomer(password, username, "Demo user", f"{username}@chancery.example"),
        "head_of_mission",
        sections,
        administers=True,
    )


def _write_brief(mission: MissionRow, moment: datetime | None) -> None:
    make_brief(system_viewer(mission), moment)
