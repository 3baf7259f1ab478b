"""Write everything into one file while people work, and bring it back whole or not at all."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final

from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.management.color import no_style
from django.db import DatabaseError, connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from chancery import __version__
from chancery.clock import now
from chancery.common.errors import InputError, RefusedError
from chancery.workbench.audit.operations import write_audit_outside
from chancery.workbench.backup.format import Row, Table, read_file, read_rows, write_file
from chancery.workbench.people.models import LinkRow, MissionRow
from chancery.workbench.people.queries import system_viewer
from chancery.workbench.watch.operations import reindex

LEFT_OUT: Final = ("SearchRow",)
"""Tables that are made again from the others. Sessions are not in the app at all: everybody signs in anew."""
BATCH: Final = 500
"""Rows written at once."""


Watch = Callable[[int], AbstractContextManager[Callable[[int], None]]]
"""Opens, for so many rows, what is told of rows as they are done."""


@contextmanager
def unwatched(_rows: int) -> Iterator[Callable[[int], None]]:
    """Tell nobody how far it is."""
    yield lambda _: None


def write_backup(target: Path, watch: Watch = unwatched) -> dict[str, Table]:
    """Write every table of ours into `target`, all as of one moment, and return what is in it. Nobody waits meanwhile.

    The file holds everything that people may read and their password digests: keep it as you keep the database. Raises
    InputError where it cannot be written; no half file is left.
    """
    head = {"version": __version__, "made": now().isoformat(), "schema": _schema()}
    with _one_moment(), watch(sum(model._default_manager.count() for model in _models())) as step:
        written = write_file(target, head, ((model.__name__, _rows(model, step)) for model in _models()))
    with transaction.atomic():
        write_audit_outside("back_up", "database", "", rows=sum(table.rows for table in written.values()))
    return written


def restore_backup(source: Path, *, replace: bool = False, watch: Watch = unwatched) -> dict[str, Table]:
    """Bring a backup back and return what was in it. Every digest is checked first, and all is one transaction.

    Afterwards nobody is signed in and no one-time link works: one that was used, or taken back, since then would open again.
    Raises InputError on a file that is no backup, damaged, or of another schema; RefusedError where this database holds
    anything already, unless told to `replace` it.
    """
    head, tables = read_file(source)
    if head["schema"] != _schema():
        raise InputError(
            f"was made by Chancery {head['version']} (tables {head['schema']}, here {_schema()}): restore it with that version",
            file=str(source),
        )
    if tables.keys() != {model.__name__ for model in _models()}:
        raise InputError("is damaged: its manifest does not name every table; nothing was restored", file=str(source))
    with transaction.atomic(), watch(sum(table.rows for table in tables.values())) as step:
        if any(model._default_manager.exists() for model in _models()):
            if not replace:
                raise RefusedError("this database is not empty; restore into a new one, or say --replace to lose what is here")
            _empty()
        for model in _models():
            _insert(model, read_rows(source, model.__name__), str(source), step)
        _set_sequences()
        for mission in MissionRow.objects.all():
            reindex(system_viewer(mission))
        Session.objects.all().delete()
        LinkRow.objects.filter(used_at=None).delete()
        write_audit_outside("restore", "database", "", rows=sum(table.rows for table in tables.values()), made=head["made"])
    return tables


def _models() -> list[type[models.Model]]:
    """Return the tables of the app, each after those it points at."""
    waiting = [model for model in apps.get_app_config("workbench").get_models() if model.__name__ not in LEFT_OUT]
    ordered: list[type[models.Model]] = []
    while waiting:
        free = [model for model in waiting if not _points_at(model) & {other for other in waiting if other is not model}]
        ordered += free
        waiting = [model for model in waiting if model not in free]
    return ordered


def _points_at(model: type[models.Model]) -> set[Any]:
    return {field.related_model for field in model._meta.concrete_fields if field.is_relation}


def _schema() -> str:
    """Return the name of the newest migration: what shape the tables have."""
    return max(name for app, name in MigrationRecorder(connection).applied_migrations() if app == "workbench")


@contextmanager
def _one_moment() -> Iterator[None]:
    """See the database as it is now, however long it takes, and stop nobody from writing."""
    if connection.vendor == "postgresql":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _rows(model: type[models.Model], step: Callable[[int], None]) -> Iterator[Row]:
    fields = model._meta.concrete_fields
    for row in model._default_manager.order_by("pk").iterator(chunk_size=BATCH):
        step(1)
        yield {field.attname: _plain(field, row) for field in fields}


def _plain(field: "models.Field[Any, Any]", row: models.Model) -> Any:
    value = field.value_from_object(row)
    return (
        value
        if isinstance(field, models.JSONField) or value is None or isinstance(value, bool | int | float | str)
        else value.isoformat()
    )


def _insert(model: type[models.Model], rows: Iterable[Row], file: str, step: Callable[[int], None]) -> None:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    made = (model(**{name: _python(fields[name], value) for name, value in row.items()}) for row in rows)
    try:
        while batch := list(islice(made, BATCH)):
            model._default_manager.bulk_create(batch)
            step(len(batch))
    except (KeyError, TypeError, ValueError, DatabaseError) as fault:
        raise InputError(
            f"holds a row of {model.__name__} that does not fit ({type(fault).__name__}); nothing was restored", file=file
        ) from fault


def _python(field: "models.Field[Any, Any]", value: Any) -> Any:
    return value if value is None or isinstance(field, models.JSONField) or field.is_relation else field.to_python(value)


def _empty() -> None:
    for model in reversed(_models()):
        model._default_manager.all().delete()


def _set_sequences() -> None:
    """Let the next rows get keys after those restored; only PostgreSQL keeps the counts apart."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(statement)
