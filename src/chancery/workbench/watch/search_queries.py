"""Search over the stored articles of a mission: the same hits on both databases, exact accents first."""

from django.db import connection

from chancery.workbench.people.records import Viewer
from chancery.workbench.watch.models import ArticleRow
from chancery.workbench.watch.queries import name_outlets, visible_articles
from chancery.workbench.watch.records import Hit, HitPage
from chancery.workbench.watch.search_words import (
    Term,
    compile_exact,
    holds_exactly,
    mark_words,
    postgresql_query,
    read_query,
    sqlite_query,
)

PAGE = 20
COUNTED = 200
"""Hits that are counted and ranked: ten pages. More than that is a question too wide; the page says so."""
SNIPPET = 240
"""Signs of text shown around a word found."""

ON_SQLITE = """
SELECT workbench_words.rowid AS found FROM workbench_words JOIN workbench_articlerow article ON article.id = workbench_words.rowid
WHERE workbench_words MATCH %s"""
ON_POSTGRESQL = """
SELECT words.article_id AS found FROM workbench_searchrow words JOIN workbench_articlerow article ON article.id = words.article_id
WHERE words.vector @@ %s::tsquery"""
NEWEST = "ORDER BY found DESC LIMIT %s"


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
    exact = _ask(viewer, terms, exact=True) if any(term.keys for term in terms) else []
    return list(dict.fromkeys((*exact, *_ask(viewer, terms, exact=False))))


def _ask(viewer: Viewer, terms: tuple[Term, ...], *, exact: bool) -> list[int]:
    on_server = connection.vendor == "postgresql"
    asked = (postgresql_query if on_server else sqlite_query)(terms, exact=exact)
    marks = ", ".join(["%s"] * len(viewer.marks))
    sql = f"{ON_POSTGRESQL if on_server else ON_SQLITE} AND article.mission_id = %s AND article.mark IN ({marks}) {NEWEST}"
    with connection.cursor() as cursor:
        cursor.execute(sql, [asked, viewer.mission_id, *viewer.marks, COUNTED + 1])
        return [int(row[0]) for row in cursor.fetchall()]


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
        ref=row.ref,
        marked_title=title,
        snippet=snippet,
        matched=tuple(dict.fromkeys(part for part, is_match in (*title, *snippet) if is_match)),
        exact=exact,
        lang=row.lang,
        outlet=names.get(row.source, row.source),
        published=row.published,
        seen=row.seen,
        story=joining.story.ref if joining else "",
    )
