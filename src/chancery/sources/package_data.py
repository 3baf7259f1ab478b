"""Data that ships with the package, read once at this edge and passed into the rooms as arguments."""

import json
import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from chancery.advise.phrases import Phrases
from chancery.common.errors import InputError
from chancery.common.likelihood import Band, LikelihoodTable
from chancery.common.mission import Place
from chancery.common.pack import unpack

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from chancery.watch import FactWeights, PackFiles, Packs, Weights
    from chancery.watch.facts.check_pack import Example

MIN_CONFIDENCE = 0.3
"""Below this a language is a guess and the answer is "". On 356 headlines of our own corpus in six languages, unrestricted: 345
right, 5 wrong, 6 unanswered; with the text all are right at any bar up to 0.6."""

EXAMPLES = MappingProxyType({"open": "examples.jsonl", "unseen": "unseen.jsonl"})
"""The labelled headlines of a pack: those its writer saw, and those kept from the writer."""
PARTS = tuple(EXAMPLES)

MIN_LETTERS = 4
"""Fewer letters than this name no language."""


def read_packs(places: Sequence[Place] = ()) -> "Packs":
    """Return the language packs that ship with Chancery, with the mission's own `places` over their names."""
    return _packs(tuple(places))


def pack_languages() -> tuple[str, ...]:
    """Return the languages that have a pack, of names alone or of everything, in alphabetical order."""
    return tuple(sorted(folder.name for folder in _folder("watch", "packs").iterdir() if folder.is_dir()))


@cache
def read_pack_files(language: str) -> "PackFiles":
    """Return the files of a language's pack by name; none where the language has no pack."""
    folder = _folder("watch", "packs").joinpath(language)
    if not language.isalpha() or not folder.is_dir():
        return {}
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith((".tsv", ".toml"))}


def read_examples(language: str, part: str) -> "tuple[Example, ...]":
    """Return the labelled headlines of a pack: `open` ones or `unseen` ones. Raises InputError where the file is damaged."""
    from chancery.watch.facts.check_pack import Example

    file = _folder("watch", "packs", language).joinpath(EXAMPLES[part])
    if not file.is_file():
        return ()
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return tuple(
        Example(row["text"], frozenset(row["countries"]), (row["event"] or {}).get("class", "STATEMENT"), row["negative"])
        for row in rows
    )


@cache
def read_weights() -> "Weights":
    """Return the fitted weights of grouping. Raises InputError where the installed file is damaged."""
    from chancery.watch import Weights

    return unpack(Weights, json.loads(_read("watch", "grouping.json")))


@cache
def read_fact_weights() -> "FactWeights":
    """Return the fitted weights of events and tone. Raises InputError where an installed file is damaged."""
    from chancery.watch import FactWeights
    from chancery.watch.facts.event_weights import EventModel, EventWeights
    from chancery.watch.facts.tone_weights import ToneModel, ToneWeights

    events, tone = (json.loads(_read("watch", name)) for name in ("events.json", "tone.json"))
    return FactWeights(EventModel(unpack(EventWeights, events)), ToneModel(unpack(ToneWeights, tone)))


@cache
def read_phrases(language: str) -> Phrases:
    """Return the phrase book of `language`, an ISO 639-1 code. Raises InputError where there is none."""
    try:
        book = tomllib.loads(_read("phrases", f"{language}.toml"))
    except FileNotFoundError:
        raise InputError(f"there is no phrase book for {language!r}; use one of {', '.join(phrase_languages())}") from None
    return Phrases(
        book["language"], book["templates"], tuple(book["months"]), book["day"], book["titles"], tuple(book["weekdays"])
    )


@cache
def phrase_languages() -> tuple[str, ...]:
    """Return the languages a brief can be written in, in alphabetical order."""
    folder = files("chancery") / "data" / "phrases"
    return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml")))


@cache
def read_likelihood(language: str) -> LikelihoodTable:
    """Return the neutral words of likelihood in `language`, every way to say each band; the English ones where it has none."""
    book = tomllib.loads(_read("likelihood.toml"))
    bands = book.get(language, book["en"])
    return tuple(Band(term, *(float(end) for end in band.split("-"))) for band, terms in bands.items() for term in terms)


def load_identifier(languages: Sequence[str] | None = None) -> Callable[[str], str]:
    """Return a function from a text to its ISO 639-1 language, "" where it cannot be told.

    `languages` restricts the answers; None allows every language of the model (py3langid). A code the model does not know is
    left out of the choice. Raises InputError where it knows none of them.
    """
    return _identifier(None if languages is None else tuple(sorted(set(languages))))


@cache
def _packs(places: tuple[Place, ...]) -> "Packs":
    from chancery.watch import Packs

    return Packs(read_pack_files, places)


@cache
def _identifier(languages: tuple[str, ...] | None) -> Callable[[str], str]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True, min_confidence=MIN_CONFIDENCE)
    known = [label for label in model.labels if len(label) == 2 and (languages is None or label in languages)]
    if not known:
        raise InputError(f"no language of {languages} can be told; name ISO 639-1 codes", field="languages")
    model.set_languages(known)

    def identify(text: str) -> str:
        if sum(sign.isalpha() for sign in text[:200]) < MIN_LETTERS:
            return ""
        language, _ = model.classify(text)
        return "" if language == "und" else str(language)

    return identify


def _read(*path: str) -> str:
    return _folder(*path).read_text(encoding="utf-8")


def _folder(*path: str) -> "Traversable":
    return files("chancery").joinpath("data", *path)
