"""Whether a host reserves its texts against mining in /.well-known/tdmrep.json (W3C group, TDM Reservation Protocol)."""

import json
import threading
from datetime import datetime
from urllib.parse import urlsplit

from chancery.common.errors import FetchError, RefusedError
from chancery.common.said import Said
from chancery.sources.http import Http, Request
from chancery.sources.read_headers import reserved_by
from chancery.sources.robots import KEPT, Robots, Rule

MAX_SIZE = 100_000
"""Bytes of a tdmrep.json that are read."""


class OptOutBook:
    """The reservations of every host we asked, kept for a day. Safe to share between threads."""

    def __init__(self, http: Http) -> None:
        self.http = http
        self._kept: dict[str, tuple[datetime, tuple[Robots, ...]]] = {}
        self._guard = threading.Lock()

    def look(self, url: str, now: datetime) -> Said | None:
        """Return how the host reserves the page `url` against mining, None where it does not or does not say."""
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        with self._guard:
            kept = self._kept.get(root)
        if kept is None or now - kept[0] >= KEPT:
            kept = (now, self._fetch(f"{root}/.well-known/tdmrep.json"))
            with self._guard:
                self._kept[root] = kept
        closed = any(not each.allows(url) for each in kept[1])
        return reserved_by("tdmrep.json") if closed else None

    def _fetch(self, url: str) -> tuple[Robots, ...]:
        try:
            return read_reservations(self.http.get(url, Request(max_body=MAX_SIZE)).body)
        except (FetchError, RefusedError):
            return ()


def read_reservations(body: bytes) -> tuple[Robots, ...]:
    """Return the reserved places of a tdmrep.json, each as a rule that closes it; what is in no such form reserves nothing."""
    try:
        listed = json.loads(body)
    except (ValueError, RecursionError):
        return ()
    tables = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    return tuple(
        Robots((Rule(False, str(each.get("location") or "/")),)) for each in tables if str(each.get("tdm-reservation")) == "1"
    )
