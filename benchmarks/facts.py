"""How well facts are read: countries, events, actors, tone; and how fast.

On the shared sets, as the protocols of rooms/watch ask: the five quads and the PLOVER records are `test` (nothing was learnt on
them), countries told in headlines of fifty languages and in GeoWebNews are `test`, tone is five-fold by document. On the
packs' own headlines: `dev` are the open ones, `test` those that no writer of rules has seen.
"""

import csv
import gzip
import io
import json
import tarfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import islice
from pathlib import Path
from statistics import mean
from time import perf_counter
from typing import Any

import zstandard

from benchmarks.fit_tone import FOLDS, fit, read_own, read_sample
from benchmarks.gate import shared
from benchmarks.streams import read_rows
from chancery.cli.packs import reader
from chancery.sources.package_data import PARTS, load_identifier, pack_languages, read_examples, read_fact_weights, read_packs
from chancery.watch import FactWeights, Identify, Packs, read_article, read_whole
from chancery.watch.facts.check_pack import score_examples
from chancery.watch.facts.read_attitudes import tell_tone
from chancery.watch.facts.records import Actor, Event, Facts
from chancery.watch.facts.take_tone_clues import set_stage
from chancery.watch.facts.tone_weights import ToneModel
from chancery.watch.records import Article, CountryTag

QUADS = ("statement", "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
SLIPS = {"JAP": "JPN"}
LENGTH, TIMED = 4_400, 300
WHEN = datetime(2020, 1, 1, tzinfo=UTC)


def measure_own() -> dict[str, float]:
    """Return the means over all full packs: cover, precision, negatives passed, right quads."""
    found: dict[str, list[float]] = {}
    for language in pack_languages():
        for part, split in zip(PARTS, ("dev", "test"), strict=True):
            examples = read_examples(language, part)
            if not examples:
                continue
            score = score_examples(examples, reader(language))
            for name in ("cover", "precision", "negatives", "quad"):
                found.setdefault(f"packs.{name}.{split}", []).append(getattr(score, name) or 0.0)
    return {name: mean(shares) for name, shares in found.items()}


def measure() -> dict[str, float]:
    """Return the figures on the shared sets."""
    return _quads() | _actors() | _countries() | _focus() | _tone() | _speed()


def _quads() -> dict[str, float]:
    lines = (shared("event-quadclass") / "cameo_class.train.tsv").read_text(encoding="utf-8").split("\n")
    items = [line.split("\t") for line in lines if "\t" in line]
    told = [_quad(_main_event(_read(sentence, "en"))) for sentence, _ in items]
    right = [QUADS.index(quad) == int(label) for quad, (_, label) in zip(told, items, strict=True)]
    spoken = [good for good, quad in zip(right, told, strict=True) if quad != "statement"]
    return {"quadclass.events.accuracy.test": mean(right), "quadclass.events.precision.test": mean(spoken)}


def _actors() -> dict[str, float]:
    rows = _table(shared("country-codes") / "country-codes.csv")
    alpha2 = {row["ISO3166-1-Alpha-3"]: row["ISO3166-1-Alpha-2"] for row in rows}
    right: dict[str, list[bool]] = {"source": [], "target": []}
    for record in _plover():
        event = _main_event(_read(record["text"], "en"))
        for role, answers in right.items():
            codes = [each.get("code") or "" for each in record.get(role) or [] if isinstance(each, dict)]
            gold = {alpha2[code] for code in (SLIPS.get(code, code) for code in codes) if code in alpha2}
            if gold:
                actor: Actor | None = getattr(event, role) if event else None
                answers.append(actor is not None and actor.code in gold)
    return {f"plover.actors.{role}.test": mean(answers) for role, answers in right.items()}


def _countries() -> dict[str, float]:
    items = read_rows(shared("itn-multilingual") / "blurbs.dev.jsonl.gz")
    answers = []
    for line in _table(_scoring("itn_reference.csv")):
        row = items[int(line["row"])]
        code = _told(_tags(row["text"], "", row["lang"]))
        answers.append((code, code in line["countries"].split()))
    said = [good for code, good in answers if code]
    return {"itn.country.cover.test": len(said) / len(answers), "itn.country.agreement.test": mean(said)}


def _focus() -> dict[str, float]:
    root = ElementTree.fromstring(gzip.decompress((shared("geoparsing") / "GeoWebNews.xml.gz").read_bytes()))
    documents = {item.get("file"): item for item in root.iter("article")}
    right = []
    for line in _table(_scoring("geowebnews_country.csv")):
        item = documents[line["document"]]
        title, text = ((item.findtext(name) or "").strip() for name in ("title", "text"))
        right.append(_told(_tags(title, text, "en")) == line["country"])
    return {"geowebnews.country.focus.test": mean(right)}


def _tone() -> dict[str, float]:
    english = read_packs().of("en")
    sample = read_sample(english)
    shares = []
    for fold in range(FOLDS):
        model = ToneModel(fit([*(each for each in sample if each.fold != fold), *read_own(english)]))
        unseen = [each for each in sample if each.fold == fold]
        told = [tell_tone(set_stage(each.sentence), each.start, each.end, model, words=True)[0] for each in unseen]
        shares.append(mean((value > 0) - (value < 0) + 1 == each.tone for value, each in zip(told, unseen, strict=True)))
    return {"tone.accuracy.five_fold": mean(shares)}


def _speed() -> dict[str, float]:
    """Return articles a second, whole reading, of articles cut to 4,400 signs; what is loaded first is not counted."""
    text = " ".join(row["text"] for row in read_rows(shared("wikinews") / "en-2019-2020.jsonl.gz"))
    parts = (text[start : start + LENGTH] for start in range(0, len(text) - LENGTH, LENGTH))
    texts = enumerate(islice(parts, TIMED))
    articles = [Article(str(place), "w", "News of the day", WHEN, part, lang="en") for place, part in texts]
    packs, identify, weights = _tools()
    read_whole(articles[0], packs, identify, weights)
    start = perf_counter()
    for article in articles:
        read_whole(article, packs, identify, weights)
    return {"wikinews.reading.articles_per_second": len(articles) / (perf_counter() - start)}


def _read(title: str, lang: str) -> Facts:
    packs, identify, weights = _tools()
    return read_whole(Article("1", "b", title, WHEN, lang=lang), packs, identify, weights)[1]


def _tags(title: str, text: str, lang: str) -> tuple[CountryTag, ...]:
    packs, identify, _ = _tools()
    return read_article(Article("1", "b", title, WHEN, text, lang=lang), packs, identify).countries


def _told(tags: Iterable[CountryTag]) -> str:
    """Return the country that is told: the strongest of the tags that is a State's."""
    return next((tag.code for tag in tags if len(tag.code) == 2), "")


def _main_event(facts: Facts) -> Event | None:
    found = [event for event in facts.events if event.status == "found"]
    return max(found, key=lambda event: event.confidence, default=None)


def _quad(event: Event | None) -> str:
    return event.quad if event else "statement"


def _plover() -> Iterator[dict[str, Any]]:
    packed = (shared("cameo-plover") / "cameo-plover-tables.tar.zst").open("rb")
    with packed:
        plain = zstandard.ZstdDecompressor(max_window_size=2**31).stream_reader(packed).read()
    with tarfile.open(fileobj=io.BytesIO(plain), mode="r:") as archive:
        name = next(name for name in archive.getnames() if name.endswith("PLOVER_GSR_CAMEO.json"))
        member = archive.extractfile(name)
        assert member is not None
        yield from (record for record in json.loads(member.read()) if record.get("text"))


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _scoring(name: str) -> Path:
    path = shared("country-codes").parents[1] / "scoring" / name
    if not path.is_file():
        raise FileNotFoundError(2, "no frozen reference", str(path))
    return path


@cache
def _tools() -> tuple[Packs, Identify, FactWeights]:
    return read_packs(), load_identifier(None), read_fact_weights()
