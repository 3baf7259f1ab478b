"""Typed reading of one table of TOML or one object of JSON: every complaint names the file, the line and the field."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from chancery.common.errors import InputError
from chancery.common.time import read_day, read_instant

Choice = TypeVar("Choice", bound=str)

TAG = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
"""The form of a language tag (RFC 5646, section 2.1), the underscore of POSIX with it."""
_UNSTORABLE = re.compile("[\\0\ud800-\udfff]")
"""What no database keeps in a text: the NUL sign, half a sign."""


class Fields:
    """One table. Each method takes a field out of it; `finish` complains of what nobody took."""

    def __init__(self, table: Mapping[str, object], *, file: str, where: str = "", line: int | None = None) -> None:
        self.table, self.file, self.where, self.line = table, file, where, line
        self.taken: set[str] = set()

    def fault(self, field: str, message: str) -> InputError:
        """Return the error that names this place."""
        return InputError(message, file=self.file, line=self.line, field=f"{self.where}{field}")

    def text(self, field: str, default: str | None = None, *, raw: bool = False) -> str:
        """Return a text; one without a default must be there and not empty. `raw` lets through what is cleaned later."""
        found = self._take(field)
        if found is None and default is not None:
            return default
        if not isinstance(found, str) or (default is None and not found.strip()):
            raise self.fault(
                field, "is missing; write a text" if found is None else f"{_show(found)} will not do; write a text"
            )
        if not raw:
            self._refuse_unstorable(field, found)
        return found

    def choice(self, field: str, choices: Iterable[Choice], default: Choice | None = None) -> Choice:
        """Return one of `choices`."""
        found, known = self.text(field, default), tuple(choices)
        for choice in known:
            if choice == found:
                return choice
        raise self.fault(field, f"{_show(found)} is not known; write one of {', '.join(known)}")

    def flag(self, field: str, default: bool) -> bool:
        """Return true or false."""
        found = self._take(field)
        if found is not None and not isinstance(found, bool):
            raise self.fault(field, f"{_show(found)} will not do; write true or false")
        return default if found is None else found

    def number(self, field: str) -> float | None:
        """Return a finite number, None where there is none."""
        found = self._take(field)
        if found is None:
            return None
        if isinstance(found, bool) or not isinstance(found, int | float) or found != found or abs(found) == float("inf"):
            raise self.fault(field, f"{_show(found)} will not do; write a number")
        return float(found)

    def count(self, field: str) -> int | None:
        """Return a whole number of 0 or more, None where there is none."""
        found = self._take(field)
        if found is not None and (isinstance(found, bool) or not isinstance(found, int) or found < 0):
            raise self.fault(field, f"{_show(found)} will not do; write a whole number of 0 or more")
        return found

    def texts(self, field: str) -> tuple[str, ...]:
        """Return a list of texts, empty where there is none."""
        found = self._take(field)
        if found is None:
            return ()
        if not isinstance(found, list) or not all(isinstance(part, str) and part.strip() for part in found):
            raise self.fault(field, f"{_show(found)} will not do; write a list of texts")
        for part in found:
            self._refuse_unstorable(field, part)
        return tuple(found)

    def languages(self, field: str) -> tuple[str, ...]:
        """Return a list of language tags, empty where there is none."""
        found = self.texts(field)
        for tag in found:
            if not TAG.fullmatch(tag):
                raise self.fault(field, f"{_show(tag)} is no language; write a tag such as en or pt-BR")
        return found

    def day(self, field: str) -> date | None:
        """Return a day, None where there is none."""
        found = self._take(field)
        if isinstance(found, datetime) or not isinstance(found, date | str | None):
            raise self.fault(field, f"{_show(found)} is not a day; write 2026-03-09")
        if not isinstance(found, str):
            return found
        try:
            return read_day(found)
        except InputError as fault:
            raise self.fault(field, str(fault)) from None

    def instant(self, field: str) -> datetime | None:
        """Return an instant in UTC, None where there is none; a day alone is 00:00 UTC."""
        found = self._take(field)
        if found is None:
            return None
        if isinstance(found, date):
            found = found.isoformat()
        if not isinstance(found, str):
            raise self.fault(field, f"{_show(found)} is not a time; write 2026-03-09T07:30:00+00:00")
        try:
            return read_instant(found).astimezone(UTC)
        except (InputError, OverflowError) as fault:
            raise self.fault(field, str(fault)) from None

    def zone(self, field: str, default: str | None = None) -> str:
        """Return an IANA time zone. Raises InputError on a name that is none."""
        name = self.text(field, default)
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise self.fault(field, f"{name!r} is no IANA time zone; write one such as Asia/Bangkok") from None
        return name

    def tables(self, field: str) -> tuple["Fields", ...]:
        """Return a list of tables, empty where there is none."""
        found = self._take(field)
        if found is None:
            return ()
        if not isinstance(found, list) or not all(isinstance(part, dict) for part in found):
            raise self.fault(field, f"must be a list of tables; write [[{field}]]")
        return tuple(
            Fields(part, file=self.file, line=self.line, where=f"{self.where}{field}[{place}].")
            for place, part in enumerate(found, 1)
        )

    def pairs(self, field: str) -> tuple[tuple[str, str], ...]:
        """Return a table from name to text, or to a list of texts, as pairs in its own order."""
        return tuple((name, text) for name, texts in self._lists(field) for text in texts)

    def finish(self) -> None:
        """Raise InputError where the table holds a field nobody asked for: a slip of the pen must not pass unseen."""
        for name in self.table:
            if name not in self.taken:
                raise self.fault(name, f"is not known here; the fields are {', '.join(sorted(self.taken))}")

    def _take(self, field: str) -> object:
        self.taken.add(field)
        return self.table.get(field)

    def _refuse_unstorable(self, field: str, text: str) -> None:
        if _UNSTORABLE.search(text):
            raise self.fault(field, f"{_show(text)} holds a sign that cannot be kept (NUL, or half a sign); take it out")

    def _lists(self, field: str) -> Iterable[tuple[str, list[str]]]:
        found = self._take(field)
        if not isinstance(found, dict | None):
            raise self.fault(field, "must be a table from language to words")
        for name, words in (found or {}).items():
            listed = [words] if isinstance(words, str) else words
            if not isinstance(listed, list) or not all(isinstance(word, str) and word.strip() for word in listed):
                raise self.fault(f"{field}.{name}", f"{_show(words)} will not do; write a text or a list of texts")
            for word in (name, *listed):
                self._refuse_unstorable(f"{field}.{name}", word)
            yield name, listed


def _show(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."
