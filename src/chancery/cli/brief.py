"""`chancery brief`: the brief of a mission that lies in a folder."""

from pathlib import Path

import click

FORMATS = ("terminal", "html", "docx", "pdf", "json")


def _read_formats(context: click.Context, option: click.Parameter, value: str) -> tuple[str, ...]:
    """Return the formats of a comma-separated list, in the order of FORMATS."""
    asked = {name.strip() for name in value.split(",") if name.strip()}
    unknown = sorted(asked - set(FORMATS))
    if unknown or not asked:
        raise click.BadParameter(f"{', '.join(unknown) or 'nothing'} is no format; use {', '.join(FORMATS)}")
    return tuple(name for name in FORMATS if name in asked)


@click.command()
@click.argument("folder", metavar="MISSION_DIR", type=click.Path(path_type=Path))
@click.option("--at", metavar="TIME", help="The moment of the brief, ISO 8601 with an offset; later texts are not read.")
@click.option(
    "--format",
    "formats",
    metavar="FORMATS",
    default="terminal",
    show_default=True,
    callback=_read_formats,
    help=f"One or more of {', '.join(FORMATS)}, with commas between.",
)
@click.option(
    "--out",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="Where files go: a folder, or a file where one format is asked for. Default: here.",
)
@click.option("--strict", is_flag=True, help="Refuse a PDF in which a script would be missing its font.")
def command(folder: Path, at: str | None, formats: tuple[str, ...], out: Path | None, strict: bool) -> None:
    r"""Write the brief of the mission in MISSION_DIR. No database and no network is used.

    Every sentence about the world is a source's own words, with its number in the list of sources; every sentence about our
    records cites the record. A brief with a fault is not written, and the fault is named.

    \b
    Examples:
      chancery brief examples/small_embassy
      chancery brief my-mission --at 2026-03-17T06:30+00:00 --format html,pdf --out today/
      chancery brief my-mission --format json --out my-mission/previous.json
    """
    from chancery.cli.morning import run_morning, write_formats

    done = run_morning(folder, at)
    for check in done.refused:
        click.echo(f"Left out: {check.block}: {check.message}", err=True)
    for check in done.checks:
        if check.verdict == "warning":
            click.echo(f"Warning: {check.block}: {check.message}", err=True)
    for file in write_formats(done, formats, out, strict=strict):
        click.echo(f"Wrote {file}", err=True)
