"""Every error of ours, in one tree.

ChanceryError
├── InputError        what was handed in cannot be read; names the file, line or field
├── RefusedError      we will not do it: hostile, forbidden by a right, or above a ceiling
│   ├── NotAllowed    this person may not do this here
│   └── BlockedBrief  the checker found a fault that stops a save or an export
├── FetchError        another host did not give us what we asked for
└── NotComputable     the question has no answer in this data; never an empty success

A message says what happened, to what, and what to do about it.
"""

from chancery.common.said import Said, say


class ChanceryError(Exception):
    """Anything Chancery refuses or cannot do.

    A message may have slots that `values` fill: `template` and `values` are what a page needs to say it in another language.

    >>> fault = RefusedError("version {version} is newer", version=7)
    >>> str(fault), fault.template, fault.values
    ('version 7 is newer', 'version {version} is newer', {'version': 7})
    """

    def __init__(self, template: str = "", **values: object) -> None:
        self.template, self.values = template, values
        super().__init__(template.format(**values) if values else template)

    @property
    def said(self) -> Said:
        """What happened, before it has a language."""
        return say(self.template, **self.values)


class InputError(ChanceryError):
    """What was handed in cannot be read. The message names the place and the mend."""

    def __init__(self, template: str, *, file: str = "", line: int | None = None, field: str = "", **values: object) -> None:
        super().__init__(template, **values)
        self.file, self.line, self.field = file, line, field
        place = ", ".join(part for part in (file, f"line {line}" if line else "", f"field `{field}`" if field else "") if part)
        if place:
            self.args = (f"{place}: {self.args[0]}",)


class RefusedError(ChanceryError):
    """We could, but will not; the message gives the rule."""


class NotAllowed(RefusedError):
    """This person may not do this here."""


class BlockedBrief(RefusedError):
    """A brief holds a fault that stops its save or its export; `faults` lists them in words.

    `told` are the same before they have a language, without the names of their statements.
    """

    def __init__(self, faults: tuple[str, ...], told: tuple[Said, ...] = ()) -> None:
        self.faults, self.told = faults, told
        super().__init__("The brief cannot leave: " + "; ".join(faults))


class FetchError(ChanceryError):
    """Another host did not give what was asked. `retry_after` is in seconds, None where trying again is no use."""

    def __init__(self, template: str, *, status: int | None = None, retry_after: float | None = None, **values: object) -> None:
        self.status, self.retry_after = status, retry_after
        super().__init__(template, **values)


class NotComputable(ChanceryError):
    """The question has no answer in this data."""
