"""`chancery backup`: everything the workbench holds in one file."""

from functools import partial
from pathlib import Path

import click

from chancery.cli.json_lines import count_on


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
def command(file: Path) -> None:
    r"""Write everything the workbench holds into FILE, as of one moment, while people work.

    FILE appears whole or not at all. It is a zip of JSON Lines with a manifest of digests, readable by its owner alone: it
    holds every record and the digests of passwords, so keep it as you keep the database.

    \b
    Examples:
      chancery backup /srv/backup/chancery-monday.zip
      chancery backup today.zip && chancery doctor
    """
    from chancery.workbench.start import migrate, start_django

    start_django()
    migrate()
    from chancery.workbench.backup.operations import write_backup

    written = write_backup(file, partial(count_on, "Backing up"))
    click.echo(f"Wrote {file}: {sum(table.rows for table in written.values())} rows of {len(written)} tables.")
