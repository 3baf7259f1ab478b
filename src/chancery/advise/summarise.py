"""An extract of several articles: whole sentences, each a span of a stored text, none saying what another says."""

from collections.abc import Iterable, Sequence

from chancery.advise.rank_sentences import Ranked, dot, rank_sentences
from chancery.common.errors import NotComputable
from chancery.common.read_numbers import read_numbers
from chancery.common.text import fold, squeeze
from chancery.watch.records import Article

SAME = 0.6
"""Cosine from which two sentences say the same; .5, .6 and .7 differ by .001 of ROUGE on the tuning half of the sample."""
REPEATING = 0.6
"""How much of its rank a sentence loses for what is said already, by cosine; best of 0, .3 and .6 on the tuning half."""
HEARD = 0.1
"""How much of its rank a sentence loses for each sentence of its article that is in already; best of 0, .1, .2 and .3 there."""


def summarise(articles: Sequence[Article], words: int) -> tuple[Ranked, ...]:
    """Return sentences of `articles` up to `words` words, in the order to read them; a copy of an article changes nothing.

    The budget is passed by less than half a sentence. Raises NotComputable where no article holds a whole sentence.
    """
    told = sorted(without_copies(articles), key=lambda article: article.id)
    ranked = rank_sentences(told)
    if not ranked:
        raise NotComputable("no article here holds a sentence that stands alone; nothing to summarise")
    taken = pick_sentences(ranked, words)
    order = {article.id: place for place, article in enumerate(sorted(told, key=lambda a: (a.published, a.id)))}
    return tuple(sorted(taken, key=lambda sentence: (sentence.span.start > 0, order[sentence.article], sentence.span.start)))


def without_copies(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the first published of the articles that have one text, letter case and white space aside."""
    first: dict[str, Article] = {}
    for article in sorted(articles, key=lambda article: (article.published, article.id)):
        first.setdefault(squeeze(fold(article.text)), article)
    return tuple(first.values())


def pick_sentences(ranked: Sequence[Ranked], words: int) -> tuple[Ranked, ...]:
    """Return the best of `ranked` that differ from each other, up to `words` words. The first always stays."""
    taken: list[Ranked] = []
    left = list(ranked)
    while left and sum(sentence.words for sentence in taken) < words:
        room = words - sum(sentence.words for sentence in taken)
        left = [s for s in left if (not taken or s.words / 2 <= room) and not (taken and says_same(s, taken[-1]))]
        if left:
            best = max(left, key=lambda sentence: _worth(sentence, taken))
            taken.append(best)
            left.remove(best)
    return tuple(taken)


def says_same(one: Ranked, other: Ranked) -> bool:
    """Tell whether two sentences repeat each other; two that give different figures do not."""
    likeness = dot(one.vector, other.vector)
    if likeness <= SAME:
        return False
    return likeness > 0.9 or _figures(one.text) == _figures(other.text) or not (_figures(one.text) and _figures(other.text))


def _worth(sentence: Ranked, taken: Sequence[Ranked]) -> float:
    """Return the rank of a sentence less what is said already; of equals the first stays first."""
    said = max((dot(sentence.vector, other.vector) for other in taken), default=0.0)
    heard = sum(other.article == sentence.article for other in taken)
    return sentence.rank * (1 - REPEATING * said) * (1 - HEARD) ** heard


def _figures(text: str) -> frozenset[float]:
    return frozenset(number.value for number in read_numbers(text))
