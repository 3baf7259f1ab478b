"""An extract of several articles: whole sentences, each a span of a stored text, none saying what another says."""

from collections.abc import Sequence

from chancery.advise.rank_sentences import Ranked, dot, rank_sentences
from chancery.advise.read_numbers import read_numbers
from chancery.common.errors import NotComputable
from chancery.watch.records import Article

SAME = 0.6
"""Cosine from which two sentences say the same; .6 was best of .5 to .8 on the tuning half of the Vietnamese sample."""


def summarise(articles: Sequence[Article], words: int) -> tuple[Ranked, ...]:
    """Return sentences of `articles` up to `words` words, in the order to read them.

    The budget is passed by less than half a sentence. Raises NotComputable where no article holds a whole sentence.
    """
    ranked = rank_sentences(sorted(articles, key=lambda article: article.id))
    if not ranked:
        raise NotComputable("no article here holds a sentence that stands alone; nothing to summarise")
    taken = pick_sentences(ranked, words)
    order = {article.id: place for place, article in enumerate(sorted(articles, key=lambda a: (a.published, a.id)))}
    return tuple(sorted(taken, key=lambda sentence: (sentence.span.start > 0, order[sentence.article], sentence.span.start)))


def pick_sentences(ranked: Sequence[Ranked], words: int) -> tuple[Ranked, ...]:
    """Return the best of `ranked` that differ from each other, up to `words` words. The first always stays."""
    taken: list[Ranked] = []
    spent = 0
    for sentence in ranked:
        if taken and (spent + sentence.words / 2 > words or any(says_same(sentence, other) for other in taken)):
            continue
        taken.append(sentence)
        spent += sentence.words
        if spent >= words:
            break
    return tuple(taken)


def says_same(one: Ranked, other: Ranked) -> bool:
    """Tell whether two sentences repeat each other; two that give different figures do not."""
    likeness = dot(one.vector, other.vector)
    if likeness <= SAME:
        return False
    return likeness > 0.9 or _figures(one.text) == _figures(other.text) or not (_figures(one.text) and _figures(other.text))


def _figures(text: str) -> frozenset[float]:
    return frozenset(number.value for number in read_numbers(text))
