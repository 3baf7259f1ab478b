"""Pages at a hundred thousand stored articles: Today, Stories, a story, Search, Sources; and the first page of a fresh server.

Protocol: articles of `benchmarks.generate`, seed 7, in one mission; stories of five articles a time, those of the last four
days read for their countries; one brief made from them. Each page is asked 30 times by Django's own test client with a
signed-in officer; the figure is the p95, in milliseconds, lower is better.
`python -m benchmarks.workbench [COUNT]` prints milliseconds; CHANCERY_DATABASE_URL may name an empty PostgreSQL.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from datetime import timedelta
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING, Any

from benchmarks.generate import generate_articles, generate_sources
from chancery.common.mission import Accreditation, Mission, Section, Theme
from chancery.watch.records import Article

if TYPE_CHECKING:
    from chancery.workbench.viewer import Viewer

COUNT, SEED, STORY, RUNS, BATCH = 100_000, 7, 5, 30, 2_000
PAGES = {
    "today": "/",
    "stories": "/stories/",
    "stories_of_a_country": "/stories/?country=KE",
    "stories_of_a_theme": "/stories/?theme=places",
    "search_long_word": "/search/?words={rare}",
    "search_first_word": "/search/?words={common}",
    "search_phrase": "/search/?words=%22{phrase}%22",
    "search_chinese": "/search/?words=%E8%82%AF%E5%B0%BC%E4%BA%9A",
    "sources": "/sources/",
    "briefs": "/briefs/",
}


def measure(count: int = COUNT) -> dict[str, float]:
    """Return the p95 of each page at `count` articles, and the first page of a fresh server, in milliseconds."""
    with tempfile.TemporaryDirectory(prefix="chancery-bench-") as folder:
        _prepare(Path(folder))
        filled = _fill(count)
        print(f"filled {count} articles in {filled:.0f} s", file=sys.stderr)
        figures = {f"generated.pages.{name}.p95_ms": round(p95 * 1000, 1) for name, (_, p95) in _measure_pages().items()}
        return figures | {"generated.pages.fresh_server.first_ms": round(_first_page() * 1000, 1)}


def _prepare(folder: Path) -> None:
    os.environ["CHANCERY_DATA_FOLDER"] = str(folder)
    os.environ["CHANCERY_HTTPS"] = "0"
    os.environ.setdefault("CHANCERY_DATABASE_URL", f"sqlite:///{folder}/chancery.sqlite3")
    os.environ.setdefault("CHANCERY_ALLOWED_HOSTS", "testserver,127.0.0.1,localhost")
    from chancery.workbench.start import migrate, start_django

    start_django()
    migrate()


def _mission() -> Mission:
    places = tuple(Accreditation(code, "resident" if code == "KE" else "concurrent") for code in ("KE", "PE", "EE", "NP"))
    theme = Theme("places", "Places", ("Nepal", "Népal", "Непал"))
    return Mission(
        "bench", "Bench", "XV", ("en",), "UTC", places, (Section("political", "Political", (theme,)),), ceiling="official"
    )


def _fill(count: int) -> float:
    """Write the rows in bulk and return the seconds it took."""
    from chancery.workbench.advise.operations import make_brief
    from chancery.workbench.people.operations import Newcomer, add_person, store_mission
    from chancery.workbench.people.queries import system_viewer
    from chancery.workbench.watch.operations import store_sources

    start = time.perf_counter()
    row = store_mission(_mission())
    viewer = system_viewer(row)
    store_sources(viewer, generate_sources())
    last = None
    for batch in _batches(generate_articles(count, SEED)):
        last = _write(viewer, batch, count)
    assert last is not None
    add_person(row, Newcomer("correct horse battery staple", "bench", "Bench", "bench@x.example"), "officer", ("political",))
    make_brief(viewer, last.seen + timedelta(minutes=1))
    return time.perf_counter() - start


def _batches(articles: Iterable[Article]) -> Iterable[list[Article]]:
    each = iter(articles)
    while batch := list(islice(each, BATCH)):
        yield batch


def _write(viewer: "Viewer", batch: Sequence[Article], count: int) -> Article:
    """Store a batch as read and placed: five articles a story; countries are read in the last 15,000 alone."""
    from django.db import transaction

    from chancery.sources.package_data import read_packs
    from chancery.watch import read_article
    from chancery.workbench.watch.index_words import index_articles
    from chancery.workbench.watch.models import ArticleRow, JoiningRow, StoryRow
    from chancery.workbench.watch.read_rows import fill_row, make_article_row

    packs, done = read_packs(), ArticleRow.objects.count()
    rows = [make_article_row(viewer.mission_id, article) for article in batch]
    for place, (row, article) in enumerate(zip(rows, batch, strict=True), done):
        row.read = True
        if place > count - 15_000:
            fill_row(row, read_article(article, packs, lambda _: ""))
    with transaction.atomic():
        ArticleRow.objects.bulk_create(rows)
        stories = [_story(viewer, rows[start : start + STORY]) for start in range(0, len(rows), STORY)]
        StoryRow.objects.bulk_create(stories)
        JoiningRow.objects.bulk_create(
            JoiningRow(article=row, story=stories[place // STORY], because=["benchmark"], decided_at=row.seen)
            for place, row in enumerate(rows)
        )
        index_articles(rows)
    return batch[-1]


def _story(viewer: "Viewer", rows: Sequence[Any]) -> Any:
    from chancery.workbench.watch.models import StoryRow

    codes = dict.fromkeys(tag["code"] for row in rows for tag in row.countries if tag["role"] == "focus")
    return StoryRow(
        mission_id=viewer.mission_id,
        mark="public",
        ref=f"s-{rows[0].ref}",
        first_seen=rows[0].seen,
        last_seen=rows[-1].seen,
        countries=f"|{'|'.join(codes)}|" if codes else "",
    )


def _measure_pages() -> dict[str, tuple[float, float]]:
    """Return the median and the p95 of each page, in seconds."""
    from django.test import Client

    from chancery.workbench.people.models import PersonRow
    from chancery.workbench.watch.models import ArticleRow, StoryRow

    client = Client()
    client.force_login(PersonRow.objects.get(), backend="chancery.workbench.people.sign_in.NameOrMail")
    article = ArticleRow.objects.filter(lang="fr").order_by("-pk")[:1].get()
    words = article.text.split()
    asked = {"rare": max(words, key=len), "common": words[0], "phrase": " ".join(words[3:5])}
    pages = {name: address.format(**asked) for name, address in PAGES.items()}
    pages |= {"story": f"/story/{StoryRow.objects.order_by('-last_seen')[:1].get().ref}", "article": f"/article/{article.ref}"}
    return {name: _time(client, address) for name, address in pages.items()}


def _time(client: Any, address: str) -> tuple[float, float]:
    took: list[float] = []
    assert client.get(address, follow=True).status_code == 200, address  # templates are read once
    for _ in range(RUNS):
        start = time.perf_counter()
        answer = client.get(address, follow=True)
        took.append(time.perf_counter() - start)
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
    cuts = quantiles(took, n=20)
    print(f"{address[:60]:<62}{cuts[9] * 1000:8.1f} ms median{cuts[18] * 1000:8.1f} ms p95", file=sys.stderr)
    return cuts[9], cuts[18]


def _first_page() -> float:
    """Return the seconds from the moment a fresh server listens to its first page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from chancery.cli import main; main()", "serve", "--no-worker", "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        began = time.perf_counter()
        _wait_for_port(port)
        start = time.perf_counter()
        asked = HTTPConnection("127.0.0.1", port, timeout=20)
        asked.request("GET", "/sign-in/")
        assert asked.getresponse().status == 200
        took = time.perf_counter() - start
        print(f"fresh server: listens after {start - began:.2f} s, first page {took * 1000:.0f} ms later", file=sys.stderr)
        return took
    finally:
        server.terminate()
        server.wait(20)


def _wait_for_port(port: int) -> None:
    until = time.perf_counter() + 30
    while time.perf_counter() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    raise TimeoutError("the server did not start within 30 seconds")


if __name__ == "__main__":
    print(measure(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT))
