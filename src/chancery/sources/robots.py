"""robots.txt by RFC 9309: may we read a page of this host, and how fast."""

import re
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote, unquote, urlsplit

from chancery.common.errors import FetchError, RefusedError
from chancery.sources.http import Http, Request
from chancery.sources.http_settings import AGENT

KEPT = timedelta(hours=24)
"""How long a robots.txt holds; RFC 9309 section 2.4 allows no longer."""

MAX_SIZE = 500_000
"""Bytes of a robots.txt that are read; RFC 9309 section 2.5 asks for at least 500 kibibytes."""

LONGEST_PAUSE = 30.0
"""Longest `Crawl-delay` kept, in seconds; a host that asks for more gives us fewer pages, since a look has a cap."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A path pattern, allowed or not; `*` stands for anything and `$` for the end."""

    allow: bool
    pattern: str


@dataclass(frozen=True, slots=True)
class Robots:
    """What a host lets us read. `delay` is the pause it asks for, in seconds."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def allows(self, url: str) -> bool:
        """Tell whether we may read `url`: the longest pattern that fits decides, and of two as long the one that allows."""
        parts = urlsplit(url)
        path = _level((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        fitting = [rule for rule in self.rules if _fits(_level(rule.pattern), path)]
        return max(fitting, key=lambda rule: (len(rule.pattern), rule.allow), default=Rule(True, "")).allow


ALL_CLOSED = Robots((Rule(False, "/"),))


class RobotsBook:
    """The robots.txt of every host we asked, kept for a day. Safe to share between threads."""

    def __init__(self, http: Http) -> None:
        self.http = http
        self._kept: dict[str, tuple[datetime, Robots]] = {}
        self._guard = threading.Lock()

    def look(self, url: str, now: datetime) -> Robots:
        """Return what the host of `url` lets us read at `now`.

        A host without the file lets us read all; one that cannot say, nothing until it can (RFC 9309, section 2.3.1).
        """
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        with self._guard:
            kept = self._kept.get(root)
        if kept is None or now - kept[0] >= KEPT:
            kept = (now, self._fetch(f"{root}/robots.txt"))
            with self._guard:
                self._kept[root] = kept
        return kept[1]

    def _fetch(self, url: str) -> Robots:
        try:
            found = self.http.get(url, Request(max_body=MAX_SIZE))
        except FetchError as fault:
            missing = fault.status is not None and 400 <= fault.status < 500 and fault.status != 429
            return Robots() if missing else ALL_CLOSED
        except RefusedError:
            return ALL_CLOSED
        return read_robots(found.body.decode("utf-8-sig", "replace"))


def read_robots(text: str, agent: str = AGENT) -> Robots:
    """Return the rules for `agent`: its own groups together, else those for `*`."""
    groups: dict[str, list[tuple[str, str]]] = {}
    names: list[str] = []
    naming = False
    for name, value in _lines(text):
        if name == "user-agent":
            names = [*names, value.lower()] if naming else [value.lower()]
            groups.setdefault(names[-1], [])
        elif name in ("allow", "disallow", "crawl-delay"):
            for each in names:
                groups[each].append((name, value))
        naming = name == "user-agent"
    mine = groups.get(agent.lower(), groups.get("*", []))
    rules = tuple(Rule(name == "allow", value) for name, value in mine if name != "crawl-delay" and value)
    delays = [float(value) for name, value in mine if name == "crawl-delay" and re.fullmatch(r"\d{1,6}(\.\d+)?", value)]
    return Robots(rules, min(max(delays, default=0.0), LONGEST_PAUSE))


def _lines(text: str) -> list[tuple[str, str]]:
    parted = (line.partition("#")[0].partition(":") for line in text.splitlines())
    return [(name.strip().lower(), value.strip()) for name, colon, value in parted if colon]


def _level(path: str) -> str:
    """Return a path with its percent signs written one way, so that two spellings of one path compare equal."""
    return quote(unquote(path), safe="/*$?=&;,:@!'()+~-._%")


def _fits(pattern: str, path: str) -> bool:
    """Tell whether a pattern fits the start of a path, without the backtracking of an expression."""
    ends, pieces = pattern.endswith("$"), pattern.removesuffix("$").split("*")
    if not path.startswith(pieces[0]):
        return False
    place = len(pieces[0])
    for piece in pieces[1:-1]:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    if len(pieces) == 1:
        return not ends or place == len(path)
    last = pieces[-1]
    return path.endswith(last) and len(path) - len(last) >= place if ends else path.find(last, place) >= 0
