"""`chancery import`: a mission's folder into the workbench."""

from datetime import timedelta
from pathlib import Path

import click

from chancery.cli.advise import EXIT_BLOCKED
from chancery.cli.json_lines import count_on
from chancery.clock import now

CLOCKS_DIFFER = timedelta(days=2)
"""A date this far ahead is that of another zone, or of a clock that differs; further is a slip of the pen."""


@click.command(name="import")
@click.argument("folder", metavar="MISSION_DIR", type=click.Path(path_type=Path))
@click.option("--brief", is_flag=True, help="Write the brief of the folder's moment (`as_of`) too.")
def command(folder: Path, brief: bool) -> None:
    r"""Load a mission's folder into the workbench: its record, sources, articles, conversations, papers.

    What is here already stays as it is; run it again to add what is new in the folder. The brief of the day before
    (previous.json) is checked against what came in and not kept where that does not bear it out: a line a reason, status 4.
    The folder is described in docs/reference/mission-directory.md.

    \b
    Examples:
      chancery import examples/small_embassy --brief
      chancery import /srv/missions/port-lanval
    """
    from chancery.workbench.start import migrate, start_django

    start_django()
    migrate()
    from chancery.sources.mission_folder import read_mission_folder
    from chancery.workbench.advise.operations import make_brief
    from chancery.workbench.load.operations import load_mission
    from chancery.workbench.people.queries import system_viewer

    read = read_mission_folder(folder, latest=now() + CLOCKS_DIFFER)
    with count_on("Reading", len(read.articles)) as step:
        loaded = load_mission(read, step)
    click.echo(
        f"{read.mission.name}: {loaded.articles} new articles, {loaded.sources} new sources, "
        f"{loaded.conversations} new records of conversation, {loaded.papers} new papers."
    )
    if brief:
        ref, version = make_brief(system_viewer(loaded.mission), read.as_of)
        click.echo(f"Wrote the brief {ref}, version {version}.")
    if loaded.faults:
        click.echo(f"{folder / 'previous.json'} was not kept: what came in does not bear it out.", err=True)
        click.echo("\n".join(loaded.faults), err=True)
        raise click.exceptions.Exit(EXIT_BLOCKED)
