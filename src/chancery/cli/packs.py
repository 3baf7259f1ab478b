"""`chancery watch packs check`: how well each language pack reads its own labelled headlines."""

from collections.abc import Callable
from datetime import UTC, datetime

import click

from chancery.common.errors import InputError
from chancery.sources.package_data import PARTS, pack_languages, read_examples, read_fact_weights, read_packs
from chancery.watch import read_whole
from chancery.watch.facts.check_pack import PackScore, score_examples
from chancery.watch.facts.records import Facts
from chancery.watch.records import Article, Reading

EXIT_BROKEN = 4
WHEN = datetime(2026, 1, 1, tzinfo=UTC)


@click.group()
def packs() -> None:
    """Look after the language packs."""


@packs.command(epilog="Example: chancery watch packs check vi fr")
@click.argument("languages", nargs=-1)
def check(languages: tuple[str, ...]) -> None:
    """Report how well packs read headlines that were labelled before their rules were written.

    A line for each part: open headlines were seen by whoever wrote the rules, unseen ones were not. Cover is the share of
    labelled countries that are told, precision the share of told ones that are labelled, negatives the share of headlines that
    only look like naming a country and tell none, quad the share with the right quad of event. Lines of a pack that cannot be
    read are named, and end the command with status 4; the rest of the pack works without them.
    """
    known = [language for language in pack_languages() if read_examples(language, PARTS[0])]
    if unknown := sorted(set(languages) - set(known)):
        raise InputError(f"no labelled headlines for {', '.join(unknown)}; there are some for {', '.join(known)}")
    click.echo(f"{'pack':<6}{'part':<8}{'n':>4}{'cover':>9}{'precision':>11}{'negatives':>11}{'quad':>8}")
    broken = 0
    for language in languages or known:
        for part in PARTS:
            click.echo(_line(language, part, score_examples(read_examples(language, part), reader(language))))
        for problem in read_packs().of(language).problems:
            broken += 1
            click.echo(f"{language}/{problem.table} line {problem.line}: {problem.why}", err=True)
    if broken:
        click.echo(f"{broken} forms or lines could not be read; mend them, the rest works without.", err=True)
        raise click.exceptions.Exit(EXIT_BROKEN)


def reader(language: str) -> Callable[[str], tuple[Reading, Facts]]:
    """Return a function that reads a headline of a language."""
    known, weights = read_packs(), read_fact_weights()

    def read(text: str) -> tuple[Reading, Facts]:
        return read_whole(Article("1", "example", text, WHEN, lang=language), known, lambda _: language, weights)

    return read


def _line(language: str, part: str, score: PackScore) -> str:
    shares = (score.cover, score.precision, score.negatives, score.quad)
    words = ("-" if share is None else f"{share:.3f}" for share in shares)
    cells = "".join(word.rjust(width) for word, width in zip(words, (9, 11, 11, 8), strict=True))
    return f"{language:<6}{part:<8}{score.headlines:>4}{cells}"
