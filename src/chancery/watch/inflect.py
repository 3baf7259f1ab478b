"""How names change inside a sentence, language by language: letters that may follow a name, and those that may stand before."""
# ruff: noqa: SIM905  (a list of words is read and kept in order more easily as text)

from types import MappingProxyType
from typing import Final

_VOWELS = frozenset("aeiouyаеиоуыэюяіїєйьᲐაეიოუ")

ADDS: Final = MappingProxyType(
    # Endings put after the whole name: -ssa, -nak, -ların, -ში, 에서. Longest case ending met in news of that language.
    dict.fromkeys(("fi", "et", "hu", "tr", "az", "uz", "kk", "ky", "tk", "tt", "ka", "eu", "mn"), 6)
    | dict.fromkeys(("ko",), 5)
    | dict.fromkeys(("ta", "te", "kn", "ml", "si"), 6)
    | dict.fromkeys(("sv", "da", "nb", "nn", "no", "de", "nl", "is"), 2)
)
"""Letters that may be added to a name, by language."""

CHANGES: Final = frozenset("ru uk be bg mk sr hr bs sl cs sk pl lt lv el la hy sq ro".split())
"""Languages whose names change their last vowel: what stands before it is matched as a stem."""

CHANGED = 4
"""Letters that may stand in place of the last vowel ("Финлянд-ией", "Polsk-iego")."""

SHORTEST = 4
"""A name of so many signs or fewer is not taken for a stem: "Mali" would find "malign"."""

ADJECTIVE_ADDS: Final = MappingProxyType(
    {"fr": 3, "es": 2, "it": 1, "pt": 2, "de": 2, "nl": 1, "sv": 1, "ro": 3, "ca": 2, "gl": 2}
)
"""Endings of adjectives of nationality in languages that mark number and gender."""

BEFORE: Final = MappingProxyType(
    {
        "ar": frozenset("و ف ب ل ك ال وال بال لل فال كال ول وب ولل وبال".split()),
        "he": frozenset("ו ב ל ה מ ש כ וב ול וה ומ וש שב של מה בה".split()),
    }
)
"""Particles written as one with the name that follows, by language."""


def stem_of(form: str, lang: str) -> tuple[str, int]:
    """Return what of a folded name stays the same in `lang`, and how many letters may follow it.

    >>> stem_of("финляндия", "ru"), stem_of("suomi", "fi"), stem_of("mali", "en")
    (('финлянди', 4), ('suomi', 6), ('mali', 0))
    """
    if len(form) <= SHORTEST:
        return form, 0
    if lang in CHANGES:
        return (form[:-1], CHANGED) if form[-1] in _VOWELS else (form, CHANGED)
    return form, ADDS.get(lang, 0)
