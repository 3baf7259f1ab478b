"""What `watch` knows of names, as `advise` asks for it: its gazetteer for the checker, its ear for names across scripts."""

from collections.abc import Mapping

from chancery.advise.grounds import FindNames
from chancery.watch import Packs, match_names
from chancery.watch.common_words import COMMON_WORDS
from chancery.watch.sound_keys import named_sounds


def name_finder(packs: Packs) -> FindNames:
    """Return a function from a text and its language to the names in it: code, kind, start, end."""

    def find(text: str, language: str) -> tuple[tuple[str, str, int, int], ...]:
        return tuple((hit.code, hit.kind, hit.start, hit.end) for hit in match_names(text, packs.of(language)))

    return find


def find_sounds(text: str, language: str) -> Mapping[str, str]:
    """Return the names in a text by a key that other scripts share, each as it is written here."""
    return named_sounds(text, COMMON_WORDS.get(language, frozenset()))
