"""Builders of packs for the tests of language."""

from collections.abc import Sequence

from chancery.common.mission import Place
from chancery.watch.language import Pack, Packs


def pack(lang: str = "en", places: Sequence[Place] = (), /, **tables: str) -> Pack:
    """Return a compiled pack of the tables given, `toml` among them; English has none of its own."""
    files = {f"{table}.tsv": text for table, text in tables.items() if table != "toml"} | {"pack.toml": tables.get("toml", "")}
    return Packs(lambda asked: files if asked == lang else {}, places).of(lang)
