"""How well a language pack reads the headlines that were labelled before its rules were written."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from chancery.watch.facts.event_weights import KINDS
from chancery.watch.facts.records import Facts
from chancery.watch.records import Reading

UNIONS = frozenset({"EU", "UN"})
"""Codes of names from CLDR that are no State's."""


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled headline. `countries` are the States it names, `kind` its event; a `negative` one has a look-alike."""

    text: str
    countries: frozenset[str]
    kind: str = "STATEMENT"
    negative: bool = False


@dataclass(frozen=True, slots=True)
class PackScore:
    """What came of reading headlines: shares in [0, 1], each of what it is a share of; None where that is nothing.

    `cover` of the labelled countries were told, `precision` of the told ones are labelled, `negatives` of the headlines that
    only look like naming a country told none, `quad` of the headlines got the right quad of event.
    """

    headlines: int
    cover: float | None
    precision: float | None
    negatives: float | None
    quad: float | None


def score_examples(examples: Iterable[Example], read: Callable[[str], tuple[Reading, Facts]]) -> PackScore:
    """Return how a pack reads examples. `read` takes a headline."""
    labelled = told = both = negatives = passed = right = count = 0
    for example in examples:
        reading, facts = read(example.text)
        found = {tag.code for tag in reading.countries if len(tag.code) == 2 and tag.code not in UNIONS}
        labelled, told, both = labelled + len(example.countries), told + len(found), both + len(found & example.countries)
        negatives += example.negative
        passed += example.negative and found <= example.countries
        quad = next((event.quad for event in facts.events if event.status == "found"), "statement")
        right += quad == KINDS[example.kind][1]
        count += 1
    return PackScore(count, _share(both, labelled), _share(both, told), _share(passed, negatives), _share(right, count))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
