"""`chancery collect`: fetch what the sources of a mission say, or read saved feed files as if fetched."""

import os
from collections import Counter
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from chancery.cli.json_lines import open_out, progress, write_lines
from chancery.clock import now
from chancery.common.time import read_instant

if TYPE_CHECKING:
    from chancery.sources.collect_mission import Look


@click.command()
@click.argument("folder", metavar="[MISSION_DIR]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--from",
    "saved",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Read saved files here as if fetched; no network.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write articles here. Default: MISSION_DIR/articles.jsonl, or standard output.",
)
@click.option(
    "--report", type=click.Path(path_type=Path, dir_okay=False), help="Write a line a file, or a line a source, here."
)
@click.option("--seen", metavar="TIME", help="With --from: when the files count as fetched, ISO 8601. Default: now.")
@click.option("--all", "every", is_flag=True, help="Look at every source, also those not due yet.")
def command(
    folder: Path | None, saved: Path | None, out: Path | None, report: Path | None, seen: str | None, every: bool
) -> None:
    r"""Fetch what the sources in MISSION_DIR/sources.toml say, or read saved feeds.

    A look appends what is new to MISSION_DIR/articles.jsonl, each article once, and keeps beside it (collecting.json) how each
    source stands. It may be stopped at any moment, by any means; the next look goes on. Sources that are not due yet rest.

    Saved files are judged one by one: the report has `file`, `state` (ok, empty, broken, refused), `reason` and `entries`.
    A broken file is named there and is no fault of the command: the exit status is 0.

    \b
    Examples:
      chancery collect my-mission
      chancery collect --from saved-feeds --out articles.jsonl --report report.jsonl
      chancery collect --from saved-feeds --seen 2026-03-17T06:30+00:00 | chancery watch group
    """
    if (folder is None) == (saved is None):
        raise click.UsageError("name a MISSION_DIR, or a folder of saved files with --from")
    if saved is not None:
        _collect_saved(saved, out, report, read_instant(seen, field="--seen") if seen else now())
        return
    assert folder is not None
    _collect_live(folder, out or folder / "articles.jsonl", report, every=every)


def _collect_live(folder: Path, out: Path, report: Path | None, *, every: bool) -> None:
    from chancery.sources.adapt_interval import is_due
    from chancery.sources.collect_mission import STATE, look_at, open_store
    from chancery.sources.http import Http
    from chancery.sources.http_settings import read_http_settings
    from chancery.sources.mission_folder import read_sources
    from chancery.sources.records import FeedState

    sources = [source for source in read_sources(folder) if source.url]
    told: list[str] = []
    with ExitStack() as stack:
        store = stack.enter_context(open_store(out, folder / STATE))
        begun = now()
        due = [each for each in sources if every or is_due(store.states.get(each.id, FeedState()).next_due, begun)]
        lines = stack.enter_context(open_out(report)) if report else None
        looks = look_at(due, store, Http(read_http_settings(os.environ)), now)
        for look in stack.enter_context(progress(looks, "Collecting", len(due), prints=False)):
            told.append(_tell(look))
            if lines:
                write_lines([_report(look)], lines)
    click.echo("\n".join([*sorted(told), f"{len(due)} of {len(sources)} sources were due."]), err=True)


def _tell(look: "Look") -> str:
    reason = f" ({look.state.reason})" if look.state.reason else ""
    return f"{look.source.name}: {look.state.condition}{reason}, {look.new} new"


def _report(look: "Look") -> dict[str, str | int]:
    state = look.state
    counts = {"new": look.new, "completed": look.completed}
    return {"source": look.source.id, "state": state.condition, "reason": state.reason} | counts


def _collect_saved(folder: Path, out: Path | None, report: Path | None, seen: datetime) -> None:
    from chancery.sources.articles_jsonl import write_article
    from chancery.sources.collect_folder import collect_file, list_files

    files = list_files(folder, [path for path in (out, report) if path is not None])
    states: Counter[str] = Counter()
    with ExitStack() as stack:
        articles_out = stack.enter_context(open_out(out))
        report_out = stack.enter_context(open_out(report)) if report else None
        bar = stack.enter_context(progress(files, "Reading", len(files), prints=out is None))
        for file in bar:
            line, articles = collect_file(file, folder, seen)
            states[line.state] += 1
            write_lines((write_article(article) for article in articles), articles_out)
            if report_out:
                write_lines(
                    [{"file": line.file, "state": line.state, "reason": line.reason, "entries": line.entries}], report_out
                )
    told = ", ".join(f"{states[state]:,} {state}" for state in ("ok", "empty", "broken", "refused") if states[state])
    click.echo(f"{len(files):,} files: {told or 'none'}.", err=True)
