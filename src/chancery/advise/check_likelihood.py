"""Does a word of likelihood fit the probability it stands for?"""

import re
from collections.abc import Iterator

from chancery.advise.records import Block, Check
from chancery.common.likelihood import LikelihoodTable

_NEGATED = re.compile(r"\b(?:not|hardly|n't)\s+$", re.IGNORECASE)


def check_likelihood(block: Block, table: LikelihoodTable) -> Iterator[Check]:
    """Yield a fault where a term of the table stands beside a probability outside its band, or beside none.

    The longest term wins ("very likely" is not "likely"); a negated term is read as its complement. Only an assessment or an
    outlook is judged: in a quotation the word is the speaker's own.
    """
    if block.kind not in ("assessment", "outlook") or block.voice == "source":
        return
    terms = sorted(table, key=lambda band: -len(band.term))
    pattern = re.compile(r"\b(" + "|".join(re.escape(band.term) for band in terms) + r")\b", re.IGNORECASE)
    for match in pattern.finditer(block.text):
        band = next(band for band in table if band.term.casefold() == match.group().casefold())
        place = match.span()
        if block.probability is None:
            yield Check(
                block.id, "likelihood", "warning", f"“{match.group()}” has no forecast behind it: analyst judgement", place
            )
            continue
        negated = _NEGATED.search(block.text[: match.start()]) is not None
        probability = 1 - block.probability if negated else block.probability
        if not _fits(probability, band.low, band.high, table):
            message = (
                f"“{match.group()}” stands for {band.low:.0%} to {band.high:.0%}, the forecast says {block.probability:.0%}"
            )
            yield Check(block.id, "likelihood", "blocking", message, place)


def _fits(probability: float, low: float, high: float, table: LikelihoodTable) -> bool:
    """Tell whether a probability lies in a band; the ends of the table reach to 0 and 1."""
    low = 0.0 if low == table[0].low else low
    high = 1.01 if high == table[-1].high else high
    return low <= probability < high
