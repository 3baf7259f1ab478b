"""Who is looking: the one thing every query and operation asks first."""

from dataclasses import dataclass

from chancery.common.errors import NotAllowed
from chancery.common.mark import MARKS, rank_of
from chancery.common.mission import Mission

EDITORS = ("head_of_mission", "officer")
"""Roles that write and correct briefs."""
RECORDERS = ("head_of_mission", "officer", "local_staff", "desk")
"""Roles that record conversations and write notes."""
RELEASERS = ("head_of_mission", "desk")
"""Roles that release what somebody else wrote."""
KEEPERS = ("administrator", "head_of_mission")
"""Roles that decide on sources and retention."""
ADMINISTRATORS = ("administrator",)
"""Roles that invite people and read the audit rows."""

CEILING_OF_ROLE = {
    "head_of_mission": "restricted",
    "officer": "restricted",
    "desk": "restricted",
    "administrator": "restricted",
}
"""The highest mark a role sees where its membership says nothing; local staff see what is official."""
LOCAL_CEILING = "official"


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person at work in one mission, or the system itself (`person_id` None).

    `ceiling` is the highest mark this viewer may see: never above that of the mission and of the installation. In a small
    mission somebody with another role looks after the people too: then `administers` is True.
    """

    person_id: int | None
    name: str
    language: str
    mission_id: int
    mission_slug: str
    mission: Mission
    role: str
    sections: tuple[str, ...]
    ceiling: str
    administers: bool = False

    @property
    def is_system(self) -> bool:
        """Tell whether no person acts, but the worker or the command line of the machine itself."""
        return self.role == "system"

    @property
    def actor(self) -> str:
        """The word an audit row keeps even when the person is gone."""
        return "system" if self.person_id is None else f"person {self.person_id}"

    @property
    def marks(self) -> tuple[str, ...]:
        """Every mark this viewer may see."""
        return MARKS[: rank_of(self.ceiling) + 1]

    def may(self, roles: tuple[str, ...]) -> bool:
        """Tell whether the viewer's role is one of `roles`."""
        return self.is_system or self.role in roles or (self.administers and "administrator" in roles)

    def need(self, roles: tuple[str, ...], act: str) -> None:
        """Raise NotAllowed where the viewer's role is none of `roles`."""
        if not self.may(roles):
            raise NotAllowed(f"a {self.role.replace('_', ' ')} may not {act}; ask a {' or a '.join(roles).replace('_', ' ')}")
