"""The articles of a story that speak of its newest matter: what is quoted, and what ties the story to us.

A story that grew for two weeks holds neighbours of its matter. The core starts from the article most like the other new ones
and takes those that share its words; what an outlet said before it corrected itself is no part of it.
"""

from collections import Counter
from collections.abc import Sequence, Set
from datetime import datetime, timedelta

from chancery.advise.find_corrections import find_correction
from chancery.advise.rank_sentences import Vector, dot, weigh
from chancery.common.text import tokens
from chancery.watch.records import Article, Reading, Story

LEAD = 400
"""Signs of a text that say what it is about, beside its title."""
ALIKE, ALIKE_ABROAD = 0.15, 0.04
"""Cosine with the first article from which another is of its matter, in its language and in others; set by hand."""
STALE = timedelta(days=4)
"""A text this much older than the last brief is archive whenever it reached us: a source just added brings its old items."""
AGENCY = 0.05
"""What an agency's bare report adds to its centrality (best 1) when a story looks for its head; set by hand: the articles of
one matter differ by a tenth."""
MOST = 40
"""Articles compared: the newest; a story of hundreds in one night says the same in forty."""


def is_fresh(article: Article, since: datetime) -> bool:
    """Tell whether an article is news since a moment: it reached us after it, and was not published long before."""
    return article.seen > since and article.published > since - STALE


def find_core(story: Story, since: datetime, languages: Sequence[str], agencies: Set[str] = frozenset()) -> tuple[Reading, ...]:
    """Return the readings of the newest matter, best to quote first: by `languages`, then the most central.

    The outlet that heads them does so with its latest report. They are of what was seen after `since`, or of the whole story
    where that is nothing. Copies are left out. `agencies` are the ids of outlets that are news agencies.
    """
    correction = find_correction(story)
    able = [r for r in story.originals if correction is None or r.article.seen >= correction.seen]
    fresh = [reading for reading in able if is_fresh(reading.article, since)] or able
    newest = sorted(fresh, key=lambda r: (r.article.seen, r.article.id), reverse=True)[:MOST]
    vectors = weigh([Counter(tokens(f"{r.article.title}\n{r.article.text[:LEAD]}")) for r in newest])
    rank = {lang: place for place, lang in enumerate(languages)}
    tongue = [rank.get(reading.article.lang, len(rank)) for reading in newest]
    central = [sum(dot(vector, other) for other in vectors) for vector in vectors]
    order = sorted(range(len(newest)), key=lambda n: (tongue[n], -central[n], n))
    first = order[0]
    core = [n for n in order if n == first or _is_alike(n, first, newest, vectors)]
    best = max(central[first], 1e-9)
    core.sort(key=lambda n: (tongue[n], -central[n] / best - AGENCY * (newest[n].article.source in agencies), n))
    latest = min(n for n in core if newest[n].article.source == newest[core[0]].article.source and tongue[n] == tongue[core[0]])
    return tuple(newest[n] for n in (latest, *(n for n in core if n != latest)))


def _is_alike(n: int, first: int, readings: Sequence[Reading], vectors: Sequence[Vector]) -> bool:
    same = readings[n].article.lang == readings[first].article.lang
    return dot(vectors[n], vectors[first]) >= (ALIKE if same else ALIKE_ABROAD)
