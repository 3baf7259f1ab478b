"""`chancery demo`: the example embassy's morning, from its feeds to the brief on the desk."""

from importlib.resources import files
from pathlib import Path

import click

from chancery.common.errors import InputError

FORMATS = ("terminal", "html", "docx", "pdf")


@click.command()
@click.option(
    "--out",
    metavar="FOLDER",
    default="out",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Where brief.html, brief.docx and brief.pdf go.",
)
def command(out: Path) -> None:
    r"""Run the morning of an invented embassy and say where its brief lies. Ends by itself; needs no network.

    \b
    Examples:
      chancery demo
      chancery demo --out look
    """
    from chancery.cli.morning import run_morning, write_formats

    done = run_morning(find_example(), None)
    written = write_formats(done, FORMATS, out, strict=False)
    click.echo()
    for file in written:
        click.echo(f"Wrote {file}")
    click.echo(
        "Next: open the HTML; then `make serve`, or `chancery serve --demo` where Chancery is installed, for the workbench."
    )


def find_example() -> Path:
    """Return the folder of the example embassy: that of this checkout, else the one inside the installed package.

    Raises InputError where neither is there.
    """
    package = Path(str(files("chancery")))
    for folder in (package.parents[1] / "examples" / "small_embassy", package / "data" / "small_embassy"):
        if (folder / "mission.toml").is_file():
            return folder
    raise InputError("the example embassy is not part of this installation; install the wheel again, or use a checkout")
