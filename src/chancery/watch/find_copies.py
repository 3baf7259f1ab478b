"""Copies of one text: the same address, or near-identical words. One agency text printed nine times is one voice.

Words are compared as shingles of three; a small sample of them (the lowest hashes, Broder 1997) finds the earlier texts worth
comparing, and the share of common shingles decides. Memory and cost an article stay flat: old texts are forgotten.
"""

from array import array
from collections import OrderedDict
from zlib import crc32

from chancery.common.text import tokens
from chancery.watch.canonical_address import canonical_address
from chancery.watch.records import Copy, Reading

SHINGLE = 3  # words; an edit of one word changes three of them
SAMPLE = 16  # lowest hashes kept as an index; nine tenths of common shingles share all but one or two
COMMON = 3  # sampled hashes that two texts must share before they are compared
HOLDERS = 32  # texts remembered for one hash; the wording of every article ("click here to read") fills up and is not asked
LIKE = 0.62  # common shingles of all: three edits in fifty words leave so many; measured as own.copies.f1
INSIDE = 0.85  # common shingles of the shorter text's: a copy that was cut
WORDS = 1_500  # words of a text that are compared
SHORTEST = 24  # words below which a text is a headline or a line: only the same words in the same order are a copy
SAME_LINE = 6  # fewest words of a headline that can be the same by more than chance
REMEMBERED = 60_000  # texts; about three weeks of 3,000 a day


class _Text:
    """What is kept of an article to compare it: the hashes of its shingles, its numbers, its countries."""

    __slots__ = ("address", "article", "countries", "line", "numbers", "shingles")

    def __init__(self, reading: Reading) -> None:
        words = tokens(reading.article.text)[:WORDS]
        title = tokens(reading.article.title)
        if len(words) < SHORTEST:
            words = title + words
        self.article = reading.article.id
        self.address = canonical_address(reading.article.url)
        self.line = " ".join(words) if SAME_LINE <= len(words) < SHORTEST else ""
        self.shingles = array("I", sorted(_shingles(words))) if len(words) >= SHORTEST else array("I")
        self.numbers = frozenset(word for word in words if word[0].isdigit())
        self.countries = frozenset(tag.code for tag in reading.countries if tag.role == "focus")


class CopyFinder:
    """Tells whether an article is a copy of one it has seen. State: what it remembers of the last 60,000 articles.

    >>> from datetime import UTC, datetime
    >>> from chancery.watch.records import Article
    >>> one, two = (Article(i, i, "Rain", datetime(2026, 3, 9, tzinfo=UTC), url="https://a.example/1") for i in ("1", "2"))
    >>> finder = CopyFinder()
    >>> finder.check(Reading(one, "en", ())), finder.check(Reading(two, "en", ()))
    (None, Copy(article='2', of='1', kind='address', likeness=1.0))
    """

    def __init__(self, remembered: int = REMEMBERED) -> None:
        self._remembered = remembered
        self._texts: OrderedDict[int, _Text] = OrderedDict()
        self._next = 0
        self._addresses: dict[str, str] = {}
        self._lines: dict[str, str] = {}
        self._holders: dict[int, list[int]] = {}
        self._originals: dict[str, str] = {}

    def check(self, reading: Reading) -> Copy | None:
        """Return why `reading` is a copy, or None; and remember it either way. `of` is the first of its copies."""
        text = _Text(reading)
        copy = self._find(text)
        self._keep(text, copy.of if copy else "")
        return copy

    def remember(self, reading: Reading) -> None:
        """Remember a reading whose copy, if any, was found before."""
        self._keep(_Text(reading), reading.copy.of if reading.copy else "")

    def _find(self, text: _Text) -> Copy | None:
        for known, kind in ((self._addresses.get(text.address), "address"), (self._lines.get(text.line), "text")):
            if known is not None and known != text.article:
                return Copy(text.article, self._first(known), "address" if kind == "address" else "text", 1.0)
        likeness, number = max(((_likeness(text, other), -number) for number, other in self._nearest(text)), default=(0.0, 0))
        if likeness == 0.0:
            return None
        return Copy(text.article, self._first(self._texts[-number].article), "text", round(likeness, 3))

    def _nearest(self, text: _Text) -> list[tuple[int, _Text]]:
        """Return the remembered texts that share enough of the sample, none of them the article itself."""
        shared: dict[int, int] = {}
        for shingle in text.shingles[:SAMPLE]:
            for number in self._holders.get(shingle, ()):
                shared[number] = shared.get(number, 0) + 1
        return [
            (number, self._texts[number])
            for number, count in shared.items()
            if count >= COMMON and number in self._texts and self._texts[number].article != text.article
        ]

    def _first(self, article: str) -> str:
        return self._originals.get(article, article)

    def _keep(self, text: _Text, original: str) -> None:
        if original:
            self._originals[text.article] = original
        if text.address:
            self._addresses.setdefault(text.address, text.article)
        if text.line:
            self._lines.setdefault(text.line, text.article)
        self._texts[self._next] = text
        for shingle in text.shingles[:SAMPLE]:
            holders = self._holders.setdefault(shingle, [])
            if len(holders) < HOLDERS:
                holders.append(self._next)
        self._next += 1
        while len(self._texts) > self._remembered:
            self._forget(*self._texts.popitem(last=False))

    def _forget(self, number: int, text: _Text) -> None:
        for shingle in text.shingles[:SAMPLE]:
            left = [holder for holder in self._holders.get(shingle, ()) if holder != number]
            if left:
                self._holders[shingle] = left
            else:
                self._holders.pop(shingle, None)
        if self._addresses.get(text.address) == text.article:
            del self._addresses[text.address]
        if self._lines.get(text.line) == text.article:
            del self._lines[text.line]
        self._originals.pop(text.article, None)


def _shingles(words: list[str]) -> set[int]:
    """Return the hashes of every run of three words."""
    return {
        crc32(" ".join(words[i : i + SHINGLE]).encode("utf-8", "surrogatepass"))
        for i in range(max(1, len(words) - SHINGLE + 1))
    }


def _likeness(one: _Text, two: _Text) -> float:
    """Return the share of common shingles where it makes a copy, else 0.

    Two texts of one template are told apart by what they fill in: each has numbers that the other lacks, or they speak of
    different countries ("Earthquake of 5.1 in A", "Earthquake of 6.2 in B").
    """
    mine, theirs = set(one.shingles), set(two.shingles)
    common = len(mine & theirs)
    whole, part = common / len(mine | theirs), common / min(len(mine), len(theirs))
    if whole < LIKE and part < INSIDE:
        return 0.0
    if one.numbers - two.numbers and two.numbers - one.numbers:
        return 0.0
    if one.countries and two.countries and not one.countries & two.countries:
        return 0.0
    return max(whole, part if part >= INSIDE else 0.0)
