"""Articles by the hundred thousand, seeded and streaming: Zipf words in six scripts, stories that grow, copies among them.

Not news and not meant to be read: a load with the shape of a stream. Words are drawn from a vocabulary of 300,000 by a Zipf law
(exponent 1, Baayen 2001 gives .9 to 1.1 for news); an article has about 1,500 characters; every fifth joins the story of an
earlier one by sharing its rare words, every twentieth is a copy of one.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from chancery.watch.records import Article, Source

VOCABULARY = 300_000
LENGTH = 1_500
START = datetime(2026, 1, 1, tzinfo=UTC)
PER_DAY = 3_000
STORY, COPY = 0.20, 0.05
SOURCES = 60
LIVE = 400  # recent stories that can still grow
_SCRIPTS = (
    ("en", "abcdefghijklmnopqrstuvwxyz", " "),
    ("vi", "abcdeghiklmnopqrstuvxyàáảãạăằắâầấđèéêềếìíòóôồốơờớùúưừứýăâêôơư", " "),
    ("fr", "abcdefghijlmnopqrstuvxzéèêàçùîô", " "),
    ("ru", "абвгдежзийклмнопрстуфхцчшщыьэюя", " "),
    ("ar", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", " "),
    ("zh", "".join(chr(0x4E00 + step * 7) for step in range(2_500)), ""),
)
_PLACES = {
    "en": ("Kenya", "Peru", "Estonia", "Nepal"), "vi": ("Kenya", "Peru", "Estonia", "Nepal"),
    "fr": ("Kenya", "Pérou", "Estonie", "Népal"), "ru": ("Кения", "Перу", "Эстония", "Непал"),
    "ar": ("كينيا", "بيرو", "إستونيا", "نيبال"), "zh": ("肯尼亚", "秘鲁", "爱沙尼亚", "尼泊尔"),
}  # fmt: skip


def generate_articles(count: int, seed: int) -> Iterator[Article]:
    """Yield `count` articles in the order they were seen, the same for the same seed; memory stays flat."""
    rng = random.Random(seed)
    tongues = [_Tongue(rng, *script) for script in _SCRIPTS]
    live: list[tuple[int, list[str], Article]] = []
    for number in range(count):
        if live and rng.random() < COPY:
            _, _, original = rng.choice(live)
            yield _article(number, original.title, original.text, original.lang)
            continue
        follows = rng.choice(live) if live and rng.random() < STORY else None
        tongue = tongues[follows[0] if follows else rng.randrange(len(tongues))]
        rare = follows[1] if follows else tongue.rare(rng)
        title, text = tongue.write(rng, rare)
        article = _article(number, title, text, tongue.lang)
        live.append((tongues.index(tongue), rare, article))
        if len(live) > LIVE:
            live.pop(0)
        yield article


def generate_sources() -> tuple[Source, ...]:
    """Return the outlets the articles come from."""
    return tuple(Source(f"outlet{n}", f"Outlet {n}", owner=f"house {n % 40}", every=timedelta(hours=6)) for n in range(SOURCES))


class _Tongue:
    """A language of its own: a share of the vocabulary, drawn by rank."""

    def __init__(self, rng: random.Random, lang: str, letters: str, space: str) -> None:
        self.lang, self.space = lang, space
        size = VOCABULARY // len(_SCRIPTS)
        longest = 2 if not space else 9
        self.words = ["".join(rng.choices(letters, k=rng.randint(1 if not space else 3, longest))) for _ in range(size)]
        self.weights = list(accumulate(1.0 / rank for rank in range(1, size + 1)))

    def rare(self, rng: random.Random) -> list[str]:
        """Return the words of one story, from the rarer half, and the place it speaks of."""
        return [*rng.choices(self.words[len(self.words) // 2 :], k=6), rng.choice(_PLACES[self.lang])]

    def write(self, rng: random.Random, rare: list[str]) -> tuple[str, str]:
        """Return a title and a text that hold the story's words among common ones."""
        sentences, length = [], 0
        while length < LENGTH:
            words = rng.choices(self.words, cum_weights=self.weights, k=rng.randint(8, 24))
            words[rng.randrange(len(words))] = rng.choice(rare)
            sentence = self.space.join(words) + ("。" if not self.space else ".")
            sentences.append(sentence[0].upper() + sentence[1:])
            length += len(sentence) + 1
        title = self.space.join([*rng.sample(rare, 4), *rng.choices(self.words, cum_weights=self.weights, k=4)])
        return title, (" " if self.space else "").join(sentences)


def _article(number: int, title: str, text: str, lang: str) -> Article:
    seen = START + timedelta(days=number / PER_DAY)
    source = f"outlet{number % SOURCES}"
    return Article(f"g-{number:07}", source, title, seen, text, f"https://{source}.example/{number}", lang, claimed=seen)
