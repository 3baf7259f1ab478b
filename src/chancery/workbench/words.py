"""Words for what records hold as keys: marks, roles, conditions; and what a refusal says to a person."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from chancery.common.errors import ChanceryError

MARKS: Final[Mapping[str, Promise]] = {
    "public": _("Public"),
    "official": _("Official"),
    "sensitive": _("Sensitive"),
    "restricted": _("Restricted"),
}
ROLES: Final[Mapping[str, Promise]] = {
    "head_of_mission": _("Head of mission"),
    "officer": _("Officer"),
    "local_staff": _("Local staff"),
    "desk": _("Desk in the capital"),
    "administrator": _("Administrator"),
}
STANCES: Final[Mapping[str, Promise]] = {
    "government": _("government"),
    "opposition": _("opposition"),
    "business": _("business"),
    "diaspora": _("diaspora"),
    "agency": _("news agency"),
    "public": _("public broadcaster"),
    "independent": _("independent"),
    "unknown": _("not known"),
}
CONDITIONS: Final[Mapping[str, Promise]] = {
    "working": _("Working"),
    "quiet": _("Quiet"),
    "changed": _("Changed its format"),
    "blocked": _("Blocked"),
    "broken": _("Broken"),
    "new": _("Not looked at yet"),
}
KINDS_OF_PAPER: Final[Mapping[str, Promise]] = {
    "instruction": _("Instruction"),
    "task": _("Task"),
    "agreement": _("Agreement"),
    "cable": _("Cable"),
    "survey": _("Survey"),
    "visit": _("Visit"),
    "vote": _("Vote"),
    "candidature": _("Candidature"),
    "case": _("Consular matter"),
    "departure": _("Departure of an officer"),
    "document": _("Document"),
    "figure": _("Figure"),
    "conversation": _("Record of conversation"),
}
ACTS: Final[Mapping[str, Promise]] = {
    "add": _("added"),
    "amend": _("corrected"),
    "back_up": _("backed up"),
    "change": _("changed the place of"),
    "change_password": _("changed the password of"),
    "choose_language": _("chose the language of"),
    "deactivate": _("closed the account of"),
    "drop": _("dropped after its time"),
    "export": _("handed out as a file"),
    "import": _("brought in"),
    "invite": _("invited by"),
    "join": _("joined as"),
    "look": _("looked at"),
    "look_now": _("asked to look at"),
    "offer": _("offered"),
    "pause": _("paused"),
    "reactivate": _("opened the account of"),
    "read": _("read"),
    "reindex": _("indexed"),
    "release": _("released"),
    "remove": _("took a sentence out of"),
    "reset": _("made a password link for"),
    "restore": _("restored"),
    "resume": _("resumed"),
    "set_password": _("set the password of"),
    "set_retention": _("set the retention of"),
    "set_rights": _("set what is allowed of"),
    "set_status": _("set the status of"),
    "store": _("stored"),
    "write": _("wrote"),
}
THINGS: Final[Mapping[str, Promise]] = {
    "article": _("article"),
    "brief": _("brief"),
    "conversation": _("conversation"),
    "database": _("database"),
    "link": _("link"),
    "mission": _("mission"),
    "note": _("note"),
    "paper": _("paper"),
    "person": _("person"),
    "source": _("source"),
}
JOBS: Final[Mapping[str, Promise]] = {
    "collect": _("Look at a source"),
    "read": _("Read new articles"),
    "brief": _("Write the brief of the day"),
    "retention": _("Drop what is over its time"),
    "reindex": _("Index for the search"),
}
STATES: Final[Mapping[str, Promise]] = {
    "ready": _("waiting"),
    "running": _("running"),
    "done": _("done"),
    "dead": _("given up"),
}


def say(fault: ChanceryError) -> str:
    """Return what a refusal says in the reader's language; a plain sentence where its words have no translation."""
    message = getattr(fault, "plain", "") or str(fault)
    message = message.split("`: ", 1)[-1]
    said = gettext(message)
    if said == message and not (get_language() or "en").startswith("en"):
        return gettext("This could not be done as asked. Look at what you wrote; if it is right, ask your administrator.")
    return said[:1].upper() + said[1:] + ("" if said.endswith((".", "!", "?")) else ".")
