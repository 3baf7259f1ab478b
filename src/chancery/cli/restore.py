"""`chancery restore`: a backup back into the workbench."""

from pathlib import Path

import click


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--replace", is_flag=True, help="Lose what the database holds now.")
def command(file: Path, replace: bool) -> None:
    r"""Bring a backup back, whole or not at all. Every digest is checked before anything is written.

    Stop `chancery serve` and `chancery work` first. Everybody signs in anew afterwards.

    \b
    Examples:
      chancery restore chancery-monday.zip
      chancery restore chancery-monday.zip --replace
    """
    from chancery.workbench.start import migrate, start_django

    start_django()
    migrate()
    from chancery.workbench.backup.operations import restore_backup

    tables = restore_backup(file, replace=replace)
    click.echo(f"Restored {sum(table.rows for table in tables.values())} rows of {len(tables)} tables.")
