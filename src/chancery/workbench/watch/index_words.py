"""Keep the words that articles are searched by, on either database."""

from collections.abc import Iterable, Sequence

from django.db import connection

from chancery.workbench.watch.models import ArticleRow, SearchRow
from chancery.workbench.watch.search_words import postgresql_vector, words_of

BATCH = 500
ADD = """
INSERT INTO workbench_searchrow (article_id, title, body, keys, vector) VALUES (%s, '', '', '', %s::tsvector)
ON CONFLICT (article_id) DO UPDATE SET vector = excluded.vector"""


def index_articles(rows: Iterable[ArticleRow]) -> None:
    """Index the words of articles, again where they are indexed already; call it inside a transaction."""
    batch: list[ArticleRow] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            _index(batch)
            batch = []
    _index(batch)


def _index(rows: Sequence[ArticleRow]) -> None:
    if not rows:
        return
    words = [(row.pk, words_of(row.title, row.text)) for row in rows]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.executemany(ADD, [(key, postgresql_vector(found)) for key, found in words])
        return
    SearchRow.objects.filter(article_id__in=[row.pk for row in rows]).delete()
    SearchRow.objects.bulk_create(
        SearchRow(article_id=key, title=" ".join(found.title), body=" ".join(found.body), keys=" ".join(found.keys))
        for key, found in words
    )
