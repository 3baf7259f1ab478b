"""Language packs: what a language calls States, offices, acts and speech, as data, and how its forms are found in a text."""

from chancery.watch.language.match_cues import CueHit, match_cues
from chancery.watch.language.match_names import Hit, is_placed, match_names
from chancery.watch.language.pack import Pack, PackFiles, Packs, Settings

__all__ = ["CueHit", "Hit", "Pack", "PackFiles", "Packs", "Settings", "is_placed", "match_cues", "match_names"]
