"""Articles a second through the whole morning, and how that falls as the stream grows.

Read, copies, grouping, choice, composing, checking: all of flow/morning.py, on articles of benchmarks/generate.py. The growth
is time an article at 100,000 over time an article at 1,000; 1 is linear. Writing the articles is not timed.
"""

import gc
from datetime import timedelta
from time import perf_counter

from benchmarks.generate import generate_articles, generate_sources
from chancery.common.mission import Accreditation, Mission, Section, Theme
from chancery.flow.morning import MorningMaterial, morning
from chancery.sources.package_data import load_identifier, read_packs, read_phrases, read_weights

QUICK, SIZES, SEED = 1_000, (1_000, 10_000, 100_000), 7
REPEATS = 3  # of the smallest: the best of three, so that a busy machine does not decide
MISSION = Mission(
    "bench",
    "Embassy for measuring",
    "PE",
    ("en", "fr"),
    "UTC",
    (Accreditation("KE", "resident"), Accreditation("EE", "concurrent")),
    (Section("political", "Political section", (Theme("nepal", "Nepal", ("Nepal", "Népal")),)),),
)


def measure_quick() -> dict[str, float]:
    """Return articles a second at 1,000 articles."""
    return {f"generated.morning.articles_per_second.{QUICK}": QUICK / _seconds(QUICK)}


def measure() -> dict[str, float]:
    """Return articles a second at 1,000, 10,000 and 100,000 articles, and the growth of the time an article takes."""
    each = {size: _seconds(size) / size for size in SIZES}
    figures = {f"generated.morning.articles_per_second.{size}": 1 / one for size, one in each.items()}
    return figures | {
        f"generated.morning.growth.{size}": one / each[SIZES[0]] for size, one in each.items() if size != SIZES[0]
    }


def _seconds(count: int) -> float:
    """Return the seconds of one morning over `count` articles; names and language model are loaded before."""
    articles = tuple(generate_articles(count, SEED))
    material = MorningMaterial(
        mission=MISSION,
        sources=generate_sources(),
        articles=articles,
        now=articles[-1].seen + timedelta(minutes=1),
        packs=read_packs(),
        identify=load_identifier(("ar", "en", "fr", "ru", "vi", "zh")),
        weights=read_weights(),
        phrases=read_phrases("en"),
    )
    return min(_timed(material) for _ in range(REPEATS if count == QUICK else 1))


def _timed(material: MorningMaterial) -> float:
    gc.collect()
    start = perf_counter()
    morning(material)
    return perf_counter() - start


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:<50}{value:>12.2f}")
