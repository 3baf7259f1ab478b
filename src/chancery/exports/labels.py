"""The few words an export adds around a brief, in the brief's language, from the package's phrase books."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from chancery.advise.phrases import Phrases, write_day
from chancery.common.errors import InputError

FALLBACK = "en"
"""A brief in a language without a phrase book is framed in English; its own words stay as they are."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Words by name, and how the language writes a day."""

    phrases: Phrases
    words: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        """Return a label. Raises InputError where the phrase book lacks it."""
        try:
            return self.words[name]
        except KeyError:
            raise InputError(f"the phrase book of {self.phrases.language!r} has no label {name!r}") from None

    def quote(self, words: str) -> str:
        """Return `words` in the quotation marks of the language."""
        return f"{self['open']}{words}{self['close']}"

    def moment(self, instant: datetime, zone: str) -> str:
        """Return a day, the time and the offset, as the clock of `zone` shows them."""
        local = instant.astimezone(ZoneInfo(zone))
        offset = f"{local:%z}"
        return f"{write_day(local.date(), self.phrases)}, {local:%H:%M} (UTC{offset[:3]}:{offset[3:]})"


@cache
def read_labels(language: str) -> Labels:
    """Return the labels of a language, English where it has no phrase book."""
    folder = files("chancery") / "data" / "phrases"
    file = folder / f"{language}.toml"
    book = tomllib.loads((file if file.is_file() else folder / f"{FALLBACK}.toml").read_text(encoding="utf-8"))
    phrases = Phrases(
        book["language"], book["templates"], tuple(book["months"]), book["day"], book["titles"], tuple(book["weekdays"])
    )
    return Labels(phrases, book["labels"])


@cache
def language_name(code: str, language: str) -> str:
    """Return what `language` calls the language `code`, by CLDR; the code itself where CLDR has no name."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code).get_language_name(language) or code
    except (UnknownLocaleError, ValueError):
        return code
