"""Search over the stored articles of a mission: the same hits on both databases, exact accents first."""

from chancery.workbench.viewer import Viewer
from chancery.workbench.watch.ask_words import ask_words
from chancery.workbench.watch.models import ArticleRow
from chancery.workbench.watch.queries import name_outlets, visible_articles
from chancery.workbench.watch.records import Hit, HitPage
from chancery.workbench.watch.search_words import (
    Term,
    compile_exact,
    holds_exactly,
    mark_words,
    read_query,
)

PAGE = 20
COUNTED = 200
"""Hits that are counted and ranked: ten pages. More than that is a question too wide; the page says so."""
SNIPPET = 240
"""Signs of text shown around a word found."""


def search_articles(viewer: Viewer, query: str, page: int = 1) -> HitPage:
    """Return a page of the articles that hold every word of `query`; a phrase stands in quotation marks.

    Order: articles with just the accents typed, then words in the title, then newest. Of more than `COUNTED` hits the
    newest are ranked (and of those with the typed accents, again the newest).
    """
    terms, page = read_query(query), max(page, 1)
    if not terms:
        return HitPage(query, (), (), page, False, 0, False)
    found = _find(viewer, terms)
    ranked = _rank(viewer, found[:COUNTED], terms)
    start = (page - 1) * PAGE
    shown, names = ranked[start : start + PAGE], name_outlets(viewer)
    return HitPage(
        query=query,
        terms=tuple(term.typed for term in terms),
        hits=tuple(_hit(row, exact, terms, names) for row, exact in shown),
        page=page,
        more=len(ranked) > start + PAGE,
        total=len(ranked),
        capped=len(found) > COUNTED,
    )


def _find(viewer: Viewer, terms: tuple[Term, ...]) -> list[int]:
    """Return keys of articles, newest first; where accents were typed those that have them come first."""
    mission, marks, most = viewer.mission_id, viewer.marks, COUNTED + 1
    exact = ask_words(mission, marks, terms, most, exact=True) if any(term.keys for term in terms) else []
    return list(dict.fromkeys((*exact, *ask_words(mission, marks, terms, most, exact=False))))


def _rank(viewer: Viewer, keys: list[int], terms: tuple[Term, ...]) -> list[tuple[ArticleRow, bool]]:
    """Return the articles with whether they hold what was typed to the accent: those first, then by title, then by age."""
    patterns = compile_exact(terms)
    rows = visible_articles(viewer).filter(pk__in=keys).select_related("joining__story").defer("countries")
    judged = [(row, holds_exactly(f"{row.title}\n{row.text}", patterns), holds_exactly(row.title, patterns)) for row in rows]
    judged.sort(key=lambda each: (each[1], each[2], each[0].seen, each[0].pk), reverse=True)
    return [(row, exact) for row, exact, _ in judged]


def _hit(row: ArticleRow, exact: bool, terms: tuple[Term, ...], names: dict[str, str]) -> Hit:
    title, snippet = mark_words(row.title, terms, len(row.title)), mark_words(row.text, terms, SNIPPET)
    joining = getattr(row, "joining", None)
    return Hit(
        kind="article",
        ref=row.ref,
        date=row.published,
        marked_title=title,
        snippet=snippet,
        mark=row.mark,
        matched=tuple(dict.fromkeys(part for part, is_match in (*title, *snippet) if is_match)),
        exact=exact,
        lang=row.lang,
        outlet=names.get(row.source, row.source),
        seen=row.seen,
        story=joining.story.ref if joining else "",
    )
