"""ROUGE of `summarise` on the shared Vietnamese sample: two human references of about 185 syllables for each of 60 clusters.

Tokens are runs of word characters, lower case; F of ROUGE-1 and -2 with clipped counts, mean over both references, then over
clusters. Even clusters tuned the constants of advise/summarise.py and rank_sentences.py; odd ones did not.
"""

import json
import re
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from benchmarks.gate import shared
from chancery.advise import summarise
from chancery.watch.records import Article


def measure() -> dict[str, float]:
    """Return ROUGE-1, ROUGE-2 and how far the length is off, for all clusters and for those that tuned nothing."""
    path = shared("briefs") / "vi_mds_sample.jsonl"
    scores = [_score(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
    figures: dict[str, float] = {}
    for part, rows in (("all", scores), ("test", scores[1::2])):
        for place, name in enumerate(("rouge1", "rouge2", "length_error")):
            figures[f"briefs.{name}.{part}"] = sum(row[place] for row in rows) / len(rows)
    return figures


def _score(cluster: dict[str, Any]) -> tuple[float, float, float]:
    references = cluster["refs"]
    words = sum(len(_words(reference)) for reference in references) // len(references)
    articles = [_article(f"{cluster['cluster']}-{place}", doc["text"]) for place, doc in enumerate(cluster["docs"], 1)]
    said = " ".join(sentence.text for sentence in summarise(articles, words))
    return _rouge(said, references, 1), _rouge(said, references, 2), abs(len(_words(said)) / words - 1)


def _article(name: str, text: str) -> Article:
    return Article(name, name, "", datetime(2013, 1, 1, tzinfo=UTC), text=text, lang="vi")


def _rouge(said: str, references: Sequence[str], size: int) -> float:
    ours, scores = _grams(said, size), []
    for reference in references:
        wanted = _grams(reference, size)
        total = ours.total() + wanted.total()
        scores.append(2 * (ours & wanted).total() / total if total else 0.0)
    return sum(scores) / len(scores)


def _grams(text: str, size: int) -> Counter[tuple[str, ...]]:
    words = _words(text)
    return Counter(tuple(words[i : i + size]) for i in range(len(words) - size + 1))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:<30}{value:.4f}")
