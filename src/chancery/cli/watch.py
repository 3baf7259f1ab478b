"""`chancery watch`: read articles, group them into stories, search them. JSON Lines in, JSON Lines out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from chancery.cli.fact_lines import fact_line
from chancery.cli.json_lines import Lines, Object, open_lines, open_out, progress, write_lines
from chancery.cli.packs import packs as packs_command
from chancery.sources.articles_jsonl import read_article_line
from chancery.sources.package_data import load_identifier, read_fact_weights, read_packs, read_weights
from chancery.watch import CopyFinder, Grouper, compile_query, read_article, read_whole, search_article
from chancery.watch.group_articles import MAX_LIVE
from chancery.watch.records import Article, Joining

_file = click.argument("file", type=click.Path(path_type=Path), required=False)
_out = click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output.")
_skip = click.option("--skip-bad", is_flag=True, help="Go on past a bad line, count them, and end with status 3.")


@click.group(epilog="Example: chancery watch read articles.jsonl | chancery watch group --out stories.jsonl")
def command() -> None:
    """Read articles, group them into stories, search them.

    Each takes articles as JSON Lines, from FILE or standard input: `id`, `published`, `title`, and where known `text`, `lang`,
    `url`, `source`. No database and no network are needed.
    """


@command.command(epilog="Example: chancery watch read articles.jsonl | head")
@_file
@_out
@_skip
def read(file: Path | None, out: Path | None, skip_bad: bool) -> None:
    """Tell what each article says: facts, each with the words it rests on.

    Writes each article again, with `lang` (of the text; the given one is only a hint), `dateline`, `countries`, `actors`,
    `events`, `topics`, `quotes`, `stances`, `figures`, `commitments` and `policy`. Every span names its field and counts code
    points; `because` names the rule or the line of the language pack. Stances are told for countries and public organisations
    only. An event below the precision asked says `"status": "abstained"`.
    """
    with open_lines(file, skip_bad=skip_bad) as lines, open_out(out) as stream:
        with progress(_read_lines(lines), "Reading", prints=out is None) as bar:
            write_lines(bar, stream)
        lines.finish()


@command.command(epilog="Example: chancery watch group articles.jsonl --max-live 20000")
@_file
@_out
@_skip
@click.option(
    "--max-live", type=click.IntRange(min=1), default=MAX_LIVE, show_default=True, help="Stories that can still grow."
)
def group(file: Path | None, out: Path | None, skip_bad: bool, max_live: int) -> None:
    """Group articles, given in time order, into stories.

    Writes a line for each article, in order, as soon as it is decided: `id`, `story`, `because`. No later article is looked at.
    Where more than --max-live stories are open, the one that has been quiet longest is closed.
    """
    with open_lines(file, skip_bad=skip_bad) as lines, open_out(out) as stream:
        with progress(_group_lines(lines, max_live), "Grouping", prints=out is None) as bar:
            write_lines(bar, stream)
        lines.finish()


@command.command(epilog="Example: chancery watch search 'rice quota' articles.jsonl")
@click.argument("query")
@_file
@_out
@_skip
def search(query: str, file: Path | None, out: Path | None, skip_bad: bool) -> None:
    """Write the articles that hold every word of QUERY, with `matched` and `score`.

    Case and accents do not matter, and words are found where a script puts no spaces between them.
    """
    words = compile_query(query)
    if not words:
        raise click.UsageError("QUERY has no letters or digits; give at least one word.")
    with open_lines(file, skip_bad=skip_bad) as lines, open_out(out) as stream:
        with progress(_search_lines(lines, words), "Searching", prints=out is None) as bar:
            write_lines(bar, stream)
        lines.finish()


command.add_command(packs_command)


def _read_lines(lines: Lines) -> Iterator[Object]:
    packs, identify, weights = read_packs(), load_identifier(None), read_fact_weights()
    for article, line in lines.parse(lambda line, number: (_article(line, number, lines.name), line)):
        reading, facts = read_whole(article, packs, identify, weights)
        yield line | fact_line(reading.countries, reading.lang, facts)


def _group_lines(lines: Lines, max_live: int) -> Iterator[Object]:
    packs, identify, finder = read_packs(), load_identifier(None), CopyFinder()
    grouper = Grouper(read_weights(), max_live)
    for article in lines.parse(lambda line, number: _article(line, number, lines.name)):
        reading = read_article(article, packs, identify)
        yield _joining(grouper.place(replace(reading, copy=finder.check(reading))))


def _search_lines(lines: Lines, words: tuple[str, ...]) -> Iterator[Object]:
    for article, line in lines.parse(lambda line, number: (_article(line, number, lines.name), line)):
        if (found := search_article(article, words)) is not None:
            yield line | {"matched": list(found.matched), "score": found.score}


def _article(line: Object, number: int, file: str) -> Article:
    return read_article_line(line, number, file)[0]


def _joining(joining: Joining) -> Object:
    return {"id": joining.article, "story": joining.story, "because": [str(each) for each in joining.because]}
