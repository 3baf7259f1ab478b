"""The rule `likelihood`: does a word of likelihood fit the probability it stands for."""

import re
from collections.abc import Iterator

from chancery.advise.grounds import Grounds
from chancery.advise.records import Block, Check
from chancery.common.likelihood import LikelihoodTable
from chancery.common.said import say
from chancery.common.text import is_unspaced

_NEGATED = re.compile(
    # A word that turns the term round, with at most two words between: en, fr, es, vi, ru, ar, zh.
    r"(?:\b(?:not|hardly|n't|pas|no|không|chẳng|не|нет|ليس|لا)\s+(?:\w+\s+){0,2}|不|没有|沒有)$",
    re.IGNORECASE,
)


def check_likelihood(block: Block, grounds: Grounds) -> Iterator[Check]:
    """Yield a fault where a term of the table stands beside a probability outside its band, or beside none.

    The longest term wins ("very likely" is not "likely"); a negated term is read as its complement. In a quotation the word is
    the speaker's own and is not judged.
    """
    table = grounds.table
    terms = sorted(table, key=lambda band: -len(band.term))
    pattern = re.compile("|".join(_bounded(band.term) for band in terms), re.IGNORECASE)
    for match in pattern.finditer(block.text):
        band = next(band for band in table if band.term.casefold() == match.group().casefold())
        place = match.span()
        if block.probability is None:
            told = say("“{words}” has no forecast behind it: analyst judgement", words=match.group())
            yield Check(block.id, "likelihood", "warning", told, place)
            continue
        negated = _NEGATED.search(block.text[: match.start()]) is not None
        probability = 1 - block.probability if negated else block.probability
        if not _fits(probability, band.low, band.high, table):
            told = say(
                "“{words}” stands for {low} to {high}, the forecast says {forecast}",
                words=match.group(),
                low=f"{band.low:.0%}",
                high=f"{band.high:.0%}",
                forecast=f"{block.probability:.0%}",
            )
            yield Check(block.id, "likelihood", "blocking", told, place)


def _bounded(term: str) -> str:
    """Return the pattern of a term as whole words, where its script parts words."""
    return re.escape(term) if is_unspaced(term[0]) else rf"\b{re.escape(term)}\b"


def _fits(probability: float, low: float, high: float, table: LikelihoodTable) -> bool:
    """Tell whether a probability lies in a band; the ends of the table reach to 0 and 1."""
    low = 0.0 if low == min(band.low for band in table) else low
    high = 1.01 if high == max(band.high for band in table) else high
    return low <= probability < high
