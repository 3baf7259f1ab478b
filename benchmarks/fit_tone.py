"""Fit the weights of tone and write src/chancery/data/watch/tone.json: `python -m benchmarks.fit_tone`.

Learnt on the shared tone-target sample (weights may be trained on it, sentences never shipped) and, at less weight, on our own
sentences (corpus/tone.*.tsv): three classes, by a multinomial logistic regression over the clues of a target. Takes a minute.
Same data, same weights.
"""

import gzip
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path

import numpy as np

from benchmarks.fit_events import read_sentence
from benchmarks.gate import shared
from benchmarks.logistic import fit_classes
from chancery.common.pack import pack
from chancery.sources.package_data import read_packs
from chancery.watch.facts.cut_sentences import Sentence
from chancery.watch.facts.take_tone_clues import set_stage, take_tone_clues
from chancery.watch.facts.tone_weights import ToneWeights
from chancery.watch.language import Pack

TARGET = Path(__file__).parents[1] / "src/chancery/data/watch/tone.json"
CORPUS = Path(__file__).parent / "corpus"
RIDGE, LEAST_SEEN = 20.0, 3
OWN = 0.3
"""What one of our own sentences counts against one of the sample: ours are harder than the news."""
FOLDS = 5
TONES = {2: 0, 4: 1, 6: 2}  # the sample's polarities: worse, plain, better
_DOCUMENT = re.compile(r"(allsides_\d+_\d+|polusa_v1_\d+_-?\d+)_")
_MARK = re.compile(r"\{T:([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Aimed:
    """A sentence with one target; `tone` is 0 for worse, 1 for plain, 2 for better. `fold` is -1 for our own."""

    sentence: Sentence
    start: int
    end: int
    tone: int
    fold: int


def main() -> None:
    """Fit and write the file."""
    english = read_packs().of("en")
    weights = fit([*read_sample(english), *read_own(english)])
    TARGET.write_text(json.dumps(pack(weights), indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"wrote {TARGET.name}, {TARGET.stat().st_size} bytes")


def fit(examples: Sequence[Aimed]) -> ToneWeights:
    """Return weights learnt on examples of English, with words and without."""
    gold = np.array([example.tone for example in examples])
    counts = np.array([1.0 if example.fold >= 0 else OWN for example in examples])
    tones, plain = (
        fit_classes([_clues(example, words=words) for example in examples], gold, 3, RIDGE, LEAST_SEEN, counts)
        for words in (True, False)
    )
    return ToneWeights(tones, plain, worded=("en",))


def read_sample(language: Pack) -> list[Aimed]:
    """Return the targets of the shared sample; the fold is that of the document. Raises FileNotFoundError without the set."""
    lines = gzip.decompress((shared("tone-target") / "newsmtsc.dev.jsonl.gz").read_bytes()).decode().splitlines()
    found = []
    for item in map(json.loads, lines):
        sentence = read_sentence(item["sentence_normalized"], language)
        match = _DOCUMENT.match(item["primary_gid"])
        assert match is not None
        fold = int(sha1(match[1].encode()).hexdigest(), 16) % FOLDS
        found += [
            Aimed(sentence, int(target["from"]), int(target["to"]), TONES[int(target["polarity"])], fold)
            for target in item["targets"]
        ]
    return found


def read_own(language: Pack, folder: Path = CORPUS) -> list[Aimed]:
    """Return our own sentences of tone. Raises ValueError on a line without a value and one marked target."""
    found = []
    for path in sorted(folder.glob("tone.*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            value, _, marked = line.partition("\t")
            mark = _MARK.search(marked)
            if mark is None or value not in ("-1", "0", "1"):
                raise ValueError(f"{path.name} line {number}: a value and a sentence with one target are needed")
            text = marked[: mark.start()] + mark[1] + marked[mark.end() :]
            found.append(Aimed(read_sentence(text, language), mark.start(), mark.start() + len(mark[1]), int(value) + 1, -1))
    return found


def _clues(example: Aimed, *, words: bool) -> dict[str, float]:
    return take_tone_clues(set_stage(example.sentence), example.start, example.end, words=words)


if __name__ == "__main__":
    main()
