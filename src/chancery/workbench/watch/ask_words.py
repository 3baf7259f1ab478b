"""Ask the index of words, in the language of each database."""

from collections.abc import Sequence

from django.db import connection

from chancery.workbench.watch.search_words import Term, postgresql_query, read_query, sqlite_query

ON_SQLITE = """
SELECT workbench_words.rowid AS found
FROM workbench_words JOIN workbench_articlerow article ON article.id = workbench_words.rowid
WHERE workbench_words MATCH %s"""
ON_POSTGRESQL = """
SELECT words.article_id AS found
FROM workbench_searchrow words JOIN workbench_articlerow article ON article.id = words.article_id
WHERE words.vector @@ %s::tsquery"""
NEWEST = "ORDER BY found DESC LIMIT %s"


def ask_words(mission: int, marks: Sequence[str], terms: tuple[Term, ...], most: int, *, exact: bool) -> list[int]:
    """Return the keys of at most `most` articles of a mission that hold every term, newest first.

    With `exact`, the words typed with accents must stand there with just these.
    """
    on_server = connection.vendor == "postgresql"
    asked = (postgresql_query if on_server else sqlite_query)(terms, exact=exact)
    allowed = ", ".join(["%s"] * len(marks))
    sql = f"{ON_POSTGRESQL if on_server else ON_SQLITE} AND article.mission_id = %s AND article.mark IN ({allowed}) {NEWEST}"
    with connection.cursor() as cursor:
        cursor.execute(sql, [asked, mission, *marks, most])
        return [int(row[0]) for row in cursor.fetchall()]


def any_of_sql(phrases: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return a subquery of the keys of articles that hold any of `phrases`, from the start of a word; and its arguments."""
    terms = tuple(term for phrase in phrases for term in read_query(f'"{phrase}"'))
    if connection.vendor == "postgresql":
        asked = " | ".join(postgresql_query((term,), exact=False, starts=True) for term in terms)
        return "SELECT article_id FROM workbench_searchrow WHERE vector @@ %s::tsquery", (asked,)
    asked = " OR ".join(sqlite_query((term,), exact=False, starts=True) for term in terms)
    return "SELECT rowid FROM workbench_words WHERE workbench_words MATCH %s", (asked or '""',)
