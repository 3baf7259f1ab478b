"""How well articles are grouped into stories, how surely copies and countries are told, and how fast it goes.

On the shared sets: BCubed and pairwise F1, one stream a set, one setting for all; `test` is only reported, `train` is what the
weights were fitted on, `dev` was looked at and never fitted. On our own corpus: one pooled stream of six languages; on the
example embassy: its two weeks, labelled by a reader who had not seen our stories. Speed: time
an article while so many stories are live, on articles of benchmarks/generate.py.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path
from time import perf_counter

from benchmarks.agreement import Agreement, agreement, harmonic
from benchmarks.generate import generate_articles
from benchmarks.streams import STREAMS, Row, Stream, read_rows
from chancery.common.errors import NotComputable
from chancery.sources.articles_jsonl import read_article_line
from chancery.sources.mission_folder import read_mission_folder
from chancery.sources.package_data import load_identifier, read_packs, read_weights
from chancery.watch import CopyFinder, Grouper, Identify, Packs, read_article
from chancery.watch.records import Article, Joining, Reading

CORPUS = Path(__file__).parent / "corpus"
EMBASSY = Path(__file__).parents[1] / "examples" / "small_embassy"
LIVE = (1_000, 10_000, 50_000)
TIMED = 1_000  # articles timed at each number of live stories
PER_LIVE = 1.35  # generated articles for a live story: a fifth joins an earlier one, a twentieth is a copy
SEED = 7


def measure() -> dict[str, float]:
    """Return agreement on the shared sets by part, and articles a second at 1,000, 10,000 and 50,000 live stories."""
    found: dict[str, float] = {}
    for make in STREAMS:
        stream = make()
        stories = [joining.story for joining in place_all(read_all(stream.articles))]
        for level, gold in stream.gold.items():
            name = f"{stream.name}.{level}" if level else stream.name
            found |= _by_part(name, stream, gold, stories)
    return found | measure_speed()


def measure_own(folder: Path = CORPUS) -> dict[str, float]:
    """Return agreement across languages, country of focus and copies on our own corpus, for dev and test."""
    gold = {row["id"]: row for row in _own_rows(folder, "gold")}
    articles = sorted(_own_articles(folder), key=lambda article: (article.published, article.id))
    if not articles:
        raise FileNotFoundError(2, "no corpus", str(folder / "articles.*.jsonl"))
    readings = read_all(articles)
    stories = [joining.story for joining in place_all(readings)]
    found: dict[str, float] = {}
    for split in ("dev", "test"):
        places = [place for place, reading in enumerate(readings) if gold[reading.article.id]["split"] == split]
        told = [gold[readings[place].article.id] for place in places]
        same = agreement([row["story"] for row in told], [stories[place] for place in places])
        found[f"own.grouping.bcubed_f1.{split}"] = same.f1
        found[f"own.grouping.pair_f1.{split}"] = same.pair_f1
        found[f"own.country.focus.{split}"] = _focus_right(told, [readings[place] for place in places])
        found[f"own.copies.f1.{split}"] = _copies_f1(told, [readings[place] for place in places])
    return found | measure_embassy(folder)


def measure_embassy(folder: Path = CORPUS) -> dict[str, float]:
    """Return agreement on the example embassy: one small world in five languages, where every affair knows every other."""
    mission = read_mission_folder(EMBASSY)
    seen = sorted(mission.articles, key=lambda article: (article.seen, article.id))
    stories = [joining.story for joining in place_all(read_all(seen, read_packs(mission.mission.places)))]
    lines = (folder / "embassy.tsv").read_text(encoding="utf-8").splitlines()
    gold = {identity: story for identity, _, story in (line.partition("\t") for line in lines)}
    same = agreement([gold[article.id] for article in seen], stories)
    return {"embassy.grouping.bcubed_f1.dev": same.f1, "embassy.grouping.pair_f1.dev": same.pair_f1}


def measure_speed(live: Sequence[int] = LIVE) -> dict[str, float]:
    """Return articles a second, from article to story, while so many stories are live."""
    packs, identify, finder, grouper = _packs(), _identify(), CopyFinder(), Grouper(read_weights())
    stream = generate_articles(int(max(live) * PER_LIVE) + TIMED * len(live) + TIMED, SEED)
    found = {}
    for size in live:
        while grouper.live < size:
            _take(stream, 1, packs, identify, finder, grouper)
        found[f"generated.grouping.articles_per_second.{size}"] = TIMED / _take(stream, TIMED, packs, identify, finder, grouper)
    return found


def read_all(articles: Sequence[Article], packs: Packs | None = None) -> list[Reading]:
    """Return the readings of articles in order, copies found among the earlier ones."""
    finder = CopyFinder()
    readings = (read_article(article, packs or _packs(), _identify()) for article in articles)
    return [replace(reading, copy=finder.check(reading)) for reading in readings]


def place_all(readings: Sequence[Reading]) -> list[Joining]:
    """Return the place of each reading, with the shipped weights."""
    grouper = Grouper(read_weights())
    return [grouper.place(reading) for reading in readings]


def _by_part(name: str, stream: Stream, gold: Sequence[str], stories: Sequence[str]) -> dict[str, float]:
    found = {}
    for part in sorted(set(stream.parts)):
        places = [place for place, each in enumerate(stream.parts) if each == part]
        same: Agreement = agreement([gold[place] for place in places], [stories[place] for place in places])
        found[f"{name}.grouping.bcubed_f1.{part}"] = same.f1
        found[f"{name}.grouping.pair_f1.{part}"] = same.pair_f1
    return found


def _focus_right(gold: Sequence[Row], readings: Sequence[Reading]) -> float:
    """Return the share of articles with a country of focus for which the strongest tag is that country."""
    asked = [(row["focus"], reading) for row, reading in zip(gold, readings, strict=True) if row["focus"]]
    right = [focus for focus, reading in asked if reading.countries and reading.countries[0].code == focus]
    return len(right) / len(asked)


def _copies_f1(gold: Sequence[Row], readings: Sequence[Reading]) -> float:
    """Return F1 of being told a copy."""
    true = {row["id"] for row in gold if row["copy_of"]}
    told = {reading.article.id for reading in readings if reading.copy is not None}
    right = len(true & told)
    return harmonic(right / len(told), right / len(true)) if right else 0.0


def _take(
    stream: Iterator[Article], count: int, packs: Packs, identify: Identify, finder: CopyFinder, grouper: Grouper
) -> float:
    """Take articles of the stream to their stories; return the seconds it took without those of writing them."""
    articles = list(islice(stream, count))
    if len(articles) < count:
        raise NotComputable("the generated stream ended before so many stories were live; raise PER_LIVE")
    start = perf_counter()
    for article in articles:
        reading = read_article(article, packs, identify)
        grouper.place(replace(reading, copy=finder.check(reading)))
    return perf_counter() - start


def _own_articles(folder: Path) -> Iterator[Article]:
    for number, row in enumerate(_own_rows(folder, "articles"), 1):
        yield read_article_line(row, number, "articles")[0]


def _own_rows(folder: Path, kind: str) -> Iterator[Row]:
    for path in sorted(folder.glob(f"{kind}.*.jsonl")):
        yield from read_rows(path)


@cache
def _packs() -> Packs:
    return read_packs()


@cache
def _identify() -> Identify:
    return load_identifier(None)


if __name__ == "__main__":
    for name, value in (measure_own() | measure()).items():
        print(f"{name:<50}{value:>10.3f}")
