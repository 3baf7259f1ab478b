"""Search over all a mission holds: its articles, and its own conversations and papers as far as a viewer may read them."""

from typing import Final, TypeVar

from django.db.models import Model, QuerySet

from chancery.workbench.advise.material_queries import visible_conversations, visible_papers
from chancery.workbench.advise.read_rows import read_paper_row
from chancery.workbench.advise.records import Found
from chancery.workbench.viewer import Viewer
from chancery.workbench.watch.records import Hit, Part
from chancery.workbench.watch.search_queries import SNIPPET, search_articles
from chancery.workbench.watch.search_words import Term, mark_words, piece_of, read_query

MOST_OWN: Final = 10
"""Records of ours shown above the articles; one more word narrows them."""

Row = TypeVar("Row", bound=Model)


def search(viewer: Viewer, query: str, page: int = 1) -> Found:
    """Return what holds every word of `query`: a page of articles and, with the first, the newest records of our own."""
    own = _search_own(viewer, read_query(query)) if page <= 1 else []
    return Found(search_articles(viewer, query, page), tuple(own[:MOST_OWN]), len(own) > MOST_OWN)


def _search_own(viewer: Viewer, terms: tuple[Term, ...]) -> list[Hit]:
    if not terms:
        return []
    talks = _holding(visible_conversations(viewer), terms).defer("words").order_by("-date", "-id")[: MOST_OWN + 1]
    papers = _holding(visible_papers(viewer), terms).defer("words").order_by("-date", "-id")[: MOST_OWN + 1]
    hits = [
        *(Hit("conversation", row.ref, row.date, *_marked(row.title, row.text, terms), row.mark) for row in talks),
        *(Hit(row.kind, row.ref, row.date, *_marked(row.title, read_paper_row(row).text, terms), row.mark) for row in papers),
    ]
    return sorted(hits, key=lambda hit: hit.date, reverse=True)


def _holding(rows: QuerySet[Row], terms: tuple[Term, ...]) -> QuerySet[Row]:
    for term in terms:
        rows = rows.filter(words__contains=piece_of(term))
    return rows


def _marked(title: str, text: str, terms: tuple[Term, ...]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    return mark_words(title, terms, len(title)), mark_words(text, terms, SNIPPET)
