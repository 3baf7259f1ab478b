"""Live collecting into a mission's folder: articles.jsonl grows, collecting.json says how each source stands.

It may be killed at any moment. Lines are appended whole and synced before the state that knows them is replaced; a line cut
short by a kill is taken off at the next start, and an id that is there already is never written again.
"""

import fcntl
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from chancery.common.errors import InputError, RefusedError
from chancery.common.pack import pack, unpack
from chancery.sources.articles_jsonl import write_article
from chancery.sources.complete_articles import PageReader
from chancery.sources.http import Http
from chancery.sources.poll import collect_source
from chancery.sources.records import Collected, FeedState
from chancery.sources.whole_files import appearing
from chancery.watch.records import Article, Source

STATE = "collecting.json"
AT_ONCE = 8
"""Sources looked at at once. Each host still gets one request at a time; this keeps a slow one from holding up the rest."""
FORMAT = "chancery-collecting/1"


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at one source came to: how many articles are new, how many older ones got their page's text."""

    source: Source
    state: FeedState
    new: int
    completed: int


@contextmanager
def open_store(articles: Path, states: Path) -> Iterator["MissionStore"]:
    """Open what lies on disk, for one process at a time. Raises RefusedError while another has it, InputError on damage."""
    for file in (articles, states):
        if file.exists() and not file.is_file():
            raise InputError("is no file that can grow; name another", file=str(file))
    with states.with_suffix(".lock").open("ab") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # the system gives it back when the process ends, however it ends
        except OSError:
            raise RefusedError(f"{states.parent} is being collected by another process; wait until it has ended") from None
        yield MissionStore(articles, states)


class MissionStore:
    """The articles and states of one mission on disk; see `open_store`."""

    def __init__(self, articles: Path, states: Path) -> None:
        self.articles, self.states_file = articles, states
        self.states = _read_states(states)
        self.ids = set(_mend_lines(articles))

    def keep(self, source: Source, state: FeedState, new: Sequence[Article], completed: Sequence[Article]) -> tuple[int, int]:
        """Store what a look gave, articles before state; return how many were new and how many completed."""
        fresh = {each.id: each for each in new if each.id not in self.ids}
        better = {each.id: each for each in (*new, *completed) if each.id in self.ids and each.body == "page"}
        if fresh:
            _append(self.articles, [_line(each) for each in fresh.values()])
            self.ids |= fresh.keys()
        if better:
            _rewrite(self.articles, better)
        self.states[source.id] = state
        told = {"format": FORMAT, "sources": {name: pack(each) for name, each in self.states.items()}}
        _replace(self.states_file, json.dumps(told, ensure_ascii=False, indent=1).encode())
        return len(fresh), len(better)


def look_at(
    sources: Sequence[Source], store: MissionStore, http: Http, clock: Callable[[], datetime], at_once: int = AT_ONCE
) -> Iterator[Look]:
    """Look at sources, `at_once` of them at a time, store what each gives as it comes, and yield what it came to."""
    reader = PageReader(http)

    def collect(source: Source) -> tuple[Source, Collected]:
        return source, collect_source(source, store.states.get(source.id, FeedState()), http, clock(), reader)

    with ThreadPoolExecutor(at_once) as threads:
        try:
            for done in as_completed([threads.submit(collect, source) for source in sources]):
                source, got = done.result()
                yield Look(source, got.state, *store.keep(source, got.state, got.articles, got.completed))
        finally:
            threads.shutdown(cancel_futures=True)


def _read_states(file: Path) -> dict[str, FeedState]:
    if not file.exists():
        return {}
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        if told["format"] != FORMAT:
            raise ValueError(f"its format is not {FORMAT}")
        return {str(name): unpack(FeedState, each) for name, each in told["sources"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, InputError) as fault:
        raise InputError(f"cannot be read ({fault}); delete it to look at every source anew", file=str(file)) from fault


def _mend_lines(file: Path) -> Iterator[str]:
    """Yield the ids of a file of articles, after taking off a last line that a kill cut short."""
    lines = file.read_bytes().splitlines(keepends=True) if file.exists() else []
    if lines and not lines[-1].endswith(b"\n"):
        torn = lines.pop()
        if _read_id(torn):
            lines.append(torn + b"\n")
        _replace(file, b"".join(lines))
    for number, line in enumerate(lines, 1):
        if line.strip():
            if not (ref := _read_id(line)):
                raise InputError("is no article; mend the line or take it out", file=str(file), line=number)
            yield ref


def _read_id(line: bytes) -> str:
    try:
        found = json.loads(line)
        return str(found["id"])
    except (ValueError, KeyError, TypeError):
        return ""


def _append(file: Path, lines: Iterable[bytes]) -> None:
    with file.open("ab") as stream:
        stream.write(b"".join(lines))
        stream.flush()
        os.fsync(stream.fileno())


def _rewrite(file: Path, better: Mapping[str, Article]) -> None:
    """Replace the lines of articles that got their page's text; every other line stays as it is, to the byte."""
    with file.open("rb") as stream:
        lines = [_line(better[ref]) if (ref := _read_id(line)) in better else line for line in stream]
    _replace(file, b"".join(lines))


def _line(article: Article) -> bytes:
    return json.dumps(write_article(article), ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _replace(file: Path, content: bytes) -> None:
    with appearing(file) as stream:
        stream.write(content)
