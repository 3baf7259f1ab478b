"""Words of likelihood bound to numbers: one fixed table a mission, and the seven neutral words by default.

The bands of the default table follow ICD 203 (Office of the Director of National Intelligence, Analytic Standards, 2015).
"""

from dataclasses import dataclass
from typing import Literal

from chancery.common.errors import InputError

Confidence = Literal["high", "moderate", "low"]


@dataclass(frozen=True, slots=True)
class Band:
    """A term and the probabilities it stands for, in [0, 1]: `low` belongs to it, `high` to the next."""

    term: str
    low: float
    high: float


LikelihoodTable = tuple[Band, ...]

NEUTRAL: LikelihoodTable = (
    Band("almost no chance", 0.01, 0.05),
    Band("very unlikely", 0.05, 0.20),
    Band("unlikely", 0.20, 0.45),
    Band("roughly even", 0.45, 0.55),
    Band("likely", 0.55, 0.80),
    Band("very likely", 0.80, 0.95),
    Band("almost certain", 0.95, 0.99),
)


def word_for(probability: float, table: LikelihoodTable = NEUTRAL) -> str:
    """Return the term for `probability`; a value on a boundary takes the higher term.

    Outside the ends of the table the end terms hold; of several terms for one band the first is used. Raises InputError outside
    [0, 1].

    >>> word_for(0.55)
    'likely'
    """
    if not 0 <= probability <= 1:
        raise InputError("{value} is no probability; give a number from 0 to 1", field="probability", value=probability)
    low = max((band.low for band in table if probability >= band.low), default=table[0].low)
    return next(band.term for band in table if band.low == low)


def band_of(word: str, table: LikelihoodTable = NEUTRAL) -> Band:
    """Return the band of a term, case ignored. Raises InputError on a word that is not in the table."""
    for band in table:
        if band.term.casefold() == word.casefold():
            return band
    raise InputError(
        "{value} is not in the likelihood table; use {all}", value=repr(word), all=", ".join(band.term for band in table)
    )
