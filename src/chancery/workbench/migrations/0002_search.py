"""The index of words, as each database keeps one: FTS5 without contents on SQLite, a `tsvector` on PostgreSQL.

On SQLite three triggers keep index and side column in step: version 3.40 cannot delete from an index without contents but
by saying again what stood there.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = (
    """
    CREATE VIRTUAL TABLE workbench_words USING fts5(
        title, body, keys, content='', tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc Me'"
    )""",
    """
    CREATE TRIGGER workbench_words_added AFTER INSERT ON workbench_searchrow BEGIN
        INSERT INTO workbench_words (rowid, title, body, keys) VALUES (new.article_id, new.title, new.body, new.keys);
    END""",
    """
    CREATE TRIGGER workbench_words_gone AFTER DELETE ON workbench_searchrow BEGIN
        INSERT INTO workbench_words (workbench_words, rowid, title, body, keys)
        VALUES ('delete', old.article_id, old.title, old.body, old.keys);
    END""",
    """
    CREATE TRIGGER workbench_words_changed AFTER UPDATE ON workbench_searchrow BEGIN
        INSERT INTO workbench_words (workbench_words, rowid, title, body, keys)
        VALUES ('delete', old.article_id, old.title, old.body, old.keys);
        INSERT INTO workbench_words (rowid, title, body, keys) VALUES (new.article_id, new.title, new.body, new.keys);
    END""",
)
POSTGRESQL = (
    "ALTER TABLE workbench_searchrow ADD COLUMN vector tsvector",
    "CREATE INDEX workbench_searchrow_vector ON workbench_searchrow USING gin (vector)",
)
SQLITE_BACK = (
    "DROP TRIGGER workbench_words_added",
    "DROP TRIGGER workbench_words_gone",
    "DROP TRIGGER workbench_words_changed",
    "DROP TABLE workbench_words",
)
POSTGRESQL_BACK = ("ALTER TABLE workbench_searchrow DROP COLUMN vector",)


def make(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Create the index."""
    for statement in POSTGRESQL if editor.connection.vendor == "postgresql" else SQLITE:
        editor.execute(statement)


def drop(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Drop the index."""
    for statement in POSTGRESQL_BACK if editor.connection.vendor == "postgresql" else SQLITE_BACK:
        editor.execute(statement)


class Migration(migrations.Migration):
    """After the tables."""

    dependencies = [("workbench", "0001_first")]
    operations = [migrations.RunPython(make, drop)]
