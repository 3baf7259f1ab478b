"""Two missions with everything a page can show; the words of the first are nowhere in the second."""

from dataclasses import dataclass

from django.test import Client
from tests.workbench.build import (
    MORNING,
    PASSWORD,
    build_mission,
    build_paper,
    build_talk,
    build_viewer,
    fill_mission,
)

from chancery.workbench.advise.operations import add_officer_block, make_brief, write_note
from chancery.workbench.advise.records import Asked, BlockDraft
from chancery.workbench.people.models import MissionRow
from chancery.workbench.people.operations import invite
from chancery.workbench.viewer import Viewer
from chancery.workbench.watch.queries import list_stories

__all__ = ["MORNING", "PASSWORD", "Embassy", "build_embassy", "sign_in"]

SECRETS = (
    "nine ministers",  # an article
    "Talk c1",  # a conversation
    "Instruction p1",  # a paper
    "waiting is wise",  # an officer's sentence
    "seen by all of us",  # a note
    "Embassy in Lanval",  # the mission
    "Ngoc",  # a person
    "TRIBUNE",  # a source
    "lanval-daily",  # a brief
)
"""Words that belong to the first mission alone, one of each kind of text."""


@dataclass(frozen=True, slots=True)
class Embassy:
    """The first mission, its people, what it holds by id, and somebody of another mission."""

    mission: MissionRow
    officer: Viewer
    colleague: Viewer
    head: Viewer
    administrator: Viewer
    local: Viewer
    outsider: Viewer
    outside_administrator: Viewer
    story: str
    brief: str
    version: int
    block: str
    token: str


def build_embassy() -> Embassy:
    """Fill a mission with articles, talks, papers, a brief, a sentence of an officer and a note; and a second one, empty."""
    mission, other = build_mission("lanval"), build_mission("kilnmoor")
    system = fill_mission(
        mission,
        talks=(build_talk("c1"), build_talk("c2", readers=("political",)), build_talk("c3", mark="sensitive")),
        papers=(build_paper("p1"),),
    )
    officer = build_viewer(mission, "ngoc", sections=("political",))
    colleague = build_viewer(mission, "emre", sections=("economic",))
    administrator = build_viewer(mission, "vera", "administrator")
    ref, _version = make_brief(system, MORNING)
    draft = BlockDraft("assessment", "The list is thin, and waiting is wise.", (Asked("a1"),))
    version = add_officer_block(officer, ref, draft)
    write_note(officer, "brief", ref, "This was seen by all of us.", "official")
    story = next(line for line in list_stories(officer).stories if "cabinet" in line.title)
    return Embassy(
        mission=mission,
        officer=officer,
        colleague=colleague,
        head=build_viewer(mission, "head", "head_of_mission"),
        administrator=administrator,
        local=build_viewer(mission, "local", "local_staff"),
        outsider=build_viewer(other, "ana", sections=("political",)),
        outside_administrator=build_viewer(other, "otto", "administrator"),
        story=story.ref,
        brief=ref,
        version=version,
        block=block_of(officer, ref),
        token=invite(administrator, "new@lanval.example", "officer"),
    )


def block_of(viewer: Viewer, ref: str) -> str:
    """Return the id of the officer's sentence in a brief."""
    from chancery.workbench.advise.queries import read_brief

    return next(block.id for block in read_brief(viewer, ref).brief.blocks if block.voice == "officer")


def sign_in(username: str) -> Client:
    """Return a browser in which somebody has signed in by the form."""
    client = Client(HTTP_HOST="localhost")
    answer = client.post("/sign-in/", {"username": username, "password": PASSWORD})
    assert answer.status_code == 302, answer.content.decode()
    return client
