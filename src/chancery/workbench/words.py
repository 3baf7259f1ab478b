"""Words for what records hold as keys: marks, roles, conditions; and what a refusal says to a person."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import get_language, get_language_info, gettext
from django.utils.translation import gettext_lazy as _

from chancery.common.errors import BlockedBrief, ChanceryError
from chancery.common.said import Said

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
    "change": _("changed"),
    "change_password": _("changed the password of"),
    "choose_language": _("chose the language of"),
    "deactivate": _("closed the account of"),
    "drop": _("dropped after its time"),
    "export": _("handed out as a file"),
    "import": _("brought in"),
    "invite": _("invited by"),
    "join": _("joined as"),
    "keep_apart": _("kept apart from another"),
    "look": _("looked at"),
    "merge": _("made one story of"),
    "move": _("moved a sentence in"),
    "look_now": _("asked to look at"),
    "mail": _("sent by mail"),
    "offer": _("offered"),
    "pause": _("paused"),
    "put": _("put into a story"),
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
    "set_status": _("set the status of"),
    "store": _("stored"),
    "take_out": _("took out of its story"),
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
    "story": _("story"),
}
JOBS: Final[Mapping[str, Promise]] = {
    "collect": _("Look at a source"),
    "read": _("Read new articles"),
    "brief": _("Write the brief of the day"),
    "retention": _("Drop what is over its time"),
    "reindex": _("Index for the search"),
    "repair": _("Look at stories again"),
}
KINDS_OF_JUDGEMENT: Final[Mapping[str, Promise]] = {
    "assessment": _("Assessment"),
    "recommendation": _("Recommendation"),
    "outlook": _("Outlook"),
}
OFFICER: Final = _("Officer")
CONFIDENCE: Final[Mapping[str, Promise]] = {"high": _("High"), "moderate": _("Moderate"), "low": _("Low")}
FACTS: Final[Mapping[str, Promise]] = {
    "outlets": _("Outlets"),
    "voices": _("Independent voices"),
    "first": _("First"),
    "last": _("Last"),
    "copies": _("Copies"),
    "original": _("First in"),
    "day": _("Day"),
    "source": _("Source"),
    "sources": _("Sources"),
    "one": _("One account"),
    "other": _("Another account"),
    "second": _("Second"),
    "late": _("Late"),
    "due": _("Due"),
    "until": _("Until"),
    "count": _("How many"),
    "list": _("Which"),
    "titles": _("Titles"),
    "title": _("Title"),
    "n": _("Answers"),
    "asked": _("People asked"),
    "reason": _("Reason"),
    "place": _("Place"),
    "hours": _("Hours"),
    "read": _("Sources that gave something"),
    "all": _("All sources"),
}
"""What the records of our own watching hold, by the names of the slots of the numbered templates."""
NOT_TAKEN: Final[Mapping[str, Promise]] = {
    "no address": _("it has no address"),
    "no web address": _("its address is neither http nor https"),
    "twice": _("its address stands in the list already"),
}
STATUSES: Final[Mapping[str, Promise]] = {
    "open": _("Open"),
    "late": _("Late"),
    "done": _("Done"),
    "answered": _("Answered"),
}
MARKED: Final = (
    _("the brief"),
    _("the note"),
    _("the record of conversation"),
    _("the source"),
    _("what this file would hold"),
)
"""What `refuse_above` speaks of on a page."""
STATES: Final[Mapping[str, Promise]] = {
    "ready": _("waiting"),
    "running": _("running"),
    "done": _("done"),
    "dead": _("given up"),
}


def say(fault: ChanceryError) -> str:
    """Return what a refusal says in the reader's language; a plain sentence where its words have no translation."""
    if isinstance(fault, BlockedBrief) and fault.told:
        return gettext("The brief cannot leave: %s") % say_reason(fault.told)
    said = gettext(fault.template) if fault.template else ""
    if said == fault.template and not (get_language() or "en").startswith("en"):
        return gettext("This could not be done as asked. Look at what you wrote; if it is right, ask your administrator.")
    said = said.format(**{name: _value(name, value) for name, value in fault.values.items()}) if fault.values else said
    return said[:1].upper() + said[1:] + ("" if said.endswith((".", "!", "?")) else ".")


def say_reason(said: Iterable[Said]) -> str:
    """Return sentences in the reader's language, one after the other; in English where there is no translation."""
    return "; ".join(map(_say_one, said))


def language_name(code: str) -> str:
    """Return the name of a language in the reader's language, its code where no name is known."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code or "?"


def _say_one(said: Said) -> str:
    words = gettext(said.template) if said.template else ""
    return words.format(**{name: _value(name, value) for name, value in said.values}) if said.values else words


def _value(slot: str, value: object) -> object:
    """Return what fills a slot: words of ours in the reader's language, a moment as it is written there, all else as it is.

    What others wrote is never translated, whatever it says: only `Said`, and the slots that hold keys of ours, are ours.
    """
    if isinstance(value, Said):
        return _say_one(value)
    if not isinstance(value, str) or not value:
        return value
    if slot in ("mark", "ceiling"):
        return MARKS.get(value, value)
    if slot == "readers":
        return ", ".join(str(ROLES.get(each, each)) for each in value.split(", "))
    if slot == "moment":
        return _moment(value)
    return gettext(value) if slot == "what" else value


def _moment(written: str) -> str:
    """Return a moment that a sentence holds as 2026-03-11, or 2026-03-11 07:30 UTC, as the reader's language writes it."""
    try:
        moment = datetime.fromisoformat(written.replace(" UTC", "+00:00"))
    except ValueError:
        return written
    return date_format(moment, "DATE_FORMAT") if moment.tzinfo is None else date_format(localtime(moment), "DATETIME_FORMAT")
