"""`chancery advise`: summarise articles; check a brief against its sources."""

from pathlib import Path

import click

EXIT_BLOCKED = 4


@click.group()
def command() -> None:
    r"""Summarise articles; check a brief against its sources.

    \b
    Examples:
      chancery advise summarise --words 180 clusters.jsonl
      chancery advise check brief.json
    """


@command.command()
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--words",
    required=True,
    type=click.IntRange(min=1),
    help="How long: a word is a run of letters or digits, two signs in Chinese and Japanese.",
)
@click.option("--out", metavar="FILE", type=click.Path(path_type=Path), help="Where lines go; standard output by default.")
@click.option("--skip-bad", is_flag=True, help="Pass over bad lines, count them, and end with status 3.")
def summarise(file: Path | None, words: int, out: Path | None, skip_bad: bool) -> None:
    r"""Extract whole sentences of each line's articles, none saying what another says.

    A line is {"id", "articles": [{"id", "published", "title", "text", ...}]}; each comes back as {"id", "sentences": [{"text",
    "article", "field", "start", "end"}]}. Every sentence is the text at its span. The budget is passed by less than half a
    sentence.

    \b
    Examples:
      chancery advise summarise --words 180 clusters.jsonl > summaries.jsonl
      cat clusters.jsonl | chancery advise summarise --words 60
    """
    from chancery.cli.json_lines import open_lines, open_out, progress, write_lines
    from chancery.cli.summarise_line import summarise_line

    with open_lines(file, skip_bad=skip_bad) as lines, open_out(out) as stream:
        summaries = lines.parse(lambda line, number: summarise_line(line, number, lines.name, words))
        with progress(summaries, "Summarising", prints=out is None) as bar:
            write_lines(bar, stream)
        lines.finish()


@command.command()
@click.argument("files", metavar="BRIEF.json [MORE.json ...]", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", metavar="FILE", type=click.Path(path_type=Path), help="Where lines go; standard output by default.")
def check(files: tuple[Path, ...], out: Path | None) -> None:
    r"""Look every statement of a brief up in what it cites; a line of JSON a finding.

    A finding is {"file", "block", "rule", "verdict", "span", "message"}; the verdict is ok, warning or blocking. Status 0 where
    nothing blocks, 4 where something does in any file, 2 where a brief is malformed.

    \b
    Examples:
      chancery advise check brief.json
      chancery advise check monday.json tuesday.json | grep blocking
    """
    from chancery.cli.check_file import check_file
    from chancery.cli.json_lines import open_out, progress, write_lines

    blocked = False
    with open_out(out) as stream, progress(files, "Checking", len(files), prints=out is None) as bar:
        for file in bar:
            checks = check_file(file)
            write_lines(checks, stream)
            blocked = blocked or any(check["verdict"] == "blocking" for check in checks)
    if blocked:
        raise click.exceptions.Exit(EXIT_BLOCKED)
