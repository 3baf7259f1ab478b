"""`chancery restore`: a backup back into the workbench."""

from functools import partial
from pathlib import Path

import click

from chancery.cli.json_lines import count_on


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--replace", is_flag=True, help="Lose what the database holds now.")
def command(file: Path, replace: bool) -> None:
    r"""Bring a backup back, whole or not at all. Every digest is checked before anything is written.

    Stop `chancery serve` and `chancery work` first. Everybody signs in anew
    afterwards, and no one-time link works any more.

    \b
    Examples:
      chancery restore chancery-monday.zip
      chancery restore chancery-monday.zip --replace
    """
    from chancery.workbench.start import migrate, start_django

    start_django()
    migrate()
    from chancery.workbench.backup.operations import restore_backup

    tables = restore_backup(file, replace=replace, watch=partial(count_on, "Restoring"))
    click.echo(f"Restored {sum(table.rows for table in tables.values())} rows of {len(tables)} tables.")
