"""`chancery bench`: measure this checkout against its floors."""

import sys
from importlib.resources import files
from pathlib import Path

import click

EXIT_NO_CHECKOUT = 2


@click.command()
@click.argument("which", default="quick", type=click.Choice(["quick", "full"]))
@click.option("--only", default="", metavar="WORD", help="Measure only what has WORD in its name.")
def command(which: str, only: str) -> None:
    r"""Measure quality and speed, and hold each figure against its floor. Works in a checkout only.

    `quick` takes seconds and uses the corpus that lies in the checkout; `full` also uses the shared data sets, which the
    variable CHANCERY_DATA names.

    \b
    Examples:
      chancery bench
      chancery bench full --only morning
    """
    root = Path(str(files("chancery"))).parents[1]
    if not (root / "benchmarks" / "gate.py").is_file():
        click.echo("chancery: bench works in a checkout only; clone the repository and run it there", err=True)
        raise click.exceptions.Exit(EXIT_NO_CHECKOUT)
    sys.path.insert(0, str(root))
    from benchmarks.gate import main

    raise click.exceptions.Exit(main([which, "--only", only]))
