"""The guarded client: every request of ours to another host goes through `Http.get`.

Each hop of a redirect is judged anew; a name is resolved once and the connection goes to that very address; a watchdog ends the
exchange after `total_timeout` however slowly the bytes drip; a body is unpacked piece by piece and cut at its cap.
"""

import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from urllib.parse import urlsplit

from urllib3.exceptions import HTTPError, NewConnectionError
from urllib3.exceptions import TimeoutError as TimeoutedError
from urllib3.util.ssl_match_hostname import CertificateError

from chancery.common.errors import FetchError, RefusedError
from chancery.common.said import Said, say
from chancery.sources.addresses import read_networks
from chancery.sources.exchange import Answer, exchange
from chancery.sources.http_settings import HttpSettings
from chancery.sources.read_headers import is_challenge, read_retry_after
from chancery.sources.safe_links import safe_link

REDIRECTS = (301, 302, 303, 307, 308)
FOR_GOOD = (301, 308)
WORTH_RETRYING = (500, 502, 504)
"""Statuses that often pass by themselves; 429 and 503 say themselves when to come back and are left alone."""

MEANINGS = {
    401: Said("a password is asked for"),
    403: Said("we are not let in"),
    404: Said("nothing is there"),
    410: Said("it is gone for good"),
    429: Said("we ask too often"),
    451: Said("withheld for legal reasons"),
    500: Said("the server failed"),
    502: Said("the server failed"),
    503: Said("the server is busy"),
    504: Said("the server failed"),
}

LONGEST_WAIT = 7 * 24 * 3600
"""Longest `Retry-After` believed, in seconds."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a host gave. `url` is where it came from after redirects, `moved_to` that address where every redirect was for good.

    `headers` have lower-case names. A 304 has no body.
    """

    status: int
    url: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    moved_to: str = ""

    @property
    def content_type(self) -> str:
        """The media type and charset as the host states them."""
        return self.headers.get("content-type", "")


@dataclass(frozen=True, slots=True)
class Request:
    """What a request asks beside its address. `pause` lengthens the pause of the settings, `max_body` replaces their cap."""

    etag: str = ""
    modified: str = ""
    accept: str = "*/*"
    max_body: int | None = None
    pause: float = 0.0

    def headers(self, agent: str) -> dict[str, str]:
        """Return the headers that say so."""
        told = {"User-Agent": agent, "Accept": self.accept, "Accept-Encoding": "gzip, deflate"}
        if self.etag:
            told["If-None-Match"] = self.etag
        if self.modified:
            told["If-Modified-Since"] = self.modified
        return told


class Http:
    """Fetches, politely: one request at a time to a host, with a pause between two. Safe to share between threads."""

    def __init__(
        self,
        settings: HttpSettings,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.settings, self.clock, self.sleep = settings, clock, sleep
        self.allowed = read_networks(settings.allow)
        self._guard = threading.Lock()
        self._turns: dict[str, threading.Lock] = {}
        self._last: dict[str, float] = {}

    def get(self, url: str, request: Request | None = None) -> Fetched:
        """Return what `url` gives: status 200 to 299, or 304 where the request's `etag` or `modified` still hold.

        Raises FetchError with the status where the host answers anything else, or nothing; RefusedError where we may not ask.
        """
        request = request or Request()
        budget = _Budget(self.settings.total_timeout)
        start = here = _judge(url)
        for_good = True
        for _ in range(self.settings.max_redirects + 1):
            answer = self._try(here, request, budget)
            if answer.status not in REDIRECTS:
                moved = here if here != start and for_good else ""
                return _accept(Fetched(answer.status, here, answer.body, answer.headers, moved))
            for_good = for_good and answer.status in FOR_GOOD
            here = _judge(_read_location(answer.headers), here)
        raise FetchError("{url} leads from one address to the next without end", retry_after=24 * 3600, url=start)

    def _try(self, url: str, request: Request, budget: "_Budget") -> Answer:
        """Ask one address, again where the connection or the server failed in a way that often passes."""
        attempt = 1
        while True:
            last = attempt == self.settings.tries
            try:
                answer = self._ask(url, request, budget)
            except (HTTPError, HTTPException, OSError, ValueError) as fault:  # the last: a head that cannot be parsed
                if last or budget.left <= 0:
                    raise FetchError(
                        "{host} did not answer: {why}", retry_after=3600, host=_host(url), why=_words(fault)
                    ) from fault
            else:
                if last or answer.status not in WORTH_RETRYING:
                    return answer
            self.sleep(self.settings.backoff * 2 ** (attempt - 1))
            attempt += 1

    def _ask(self, url: str, request: Request, budget: "_Budget") -> Answer:
        """Wait for our turn at this host, then ask; only the asking is taken from the budget."""
        host = _host(url)
        with self._guard:
            turn = self._turns.setdefault(host, threading.Lock())
        with turn:
            wait = self._last.get(host, float("-inf")) + max(request.pause, self.settings.pause) - self.clock()
            if wait > 0:
                self.sleep(wait)
            begun = self.clock()
            try:
                cap = request.max_body or self.settings.max_body
                return exchange(url, request.headers(self.settings.agent), self.settings, self.allowed, cap, budget.left)
            finally:
                self._last[host] = self.clock()
                budget.left -= self._last[host] - begun


@dataclass(slots=True)
class _Budget:
    """Seconds left for one call of ours, redirects and further attempts included."""

    left: float


def _read_location(headers: Mapping[str, str]) -> str:
    """Return where a redirect leads; headers come as Latin-1, and hosts that write other letters mean UTF-8."""
    stated = headers.get("location", "")
    try:
        return stated.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return stated


def _judge(url: str, base: str = "") -> str:
    link = safe_link(url, base)
    if not link:
        raise RefusedError("{url} is no http or https address; we fetch no other", url=repr(url[:200]))
    return link.partition("#")[0]


def _accept(found: Fetched) -> Fetched:
    if 200 <= found.status < 300 or found.status == 304:
        return found
    wait = read_retry_after(found.headers)
    challenge = is_challenge(found.headers, found.body)
    host, meaning = _host(found.url), MEANINGS.get(found.status, Said("no content for us"))
    retry = None if wait is None else min(wait, LONGEST_WAIT)
    if challenge:  # whatever number it comes with, such a page keeps us out
        raise FetchError(
            "{host} answered {number} ({meaning}), with a page that asks for a person",
            status=403,
            retry_after=retry,
            host=host,
            number=found.status,
            meaning=meaning,
        )
    raise FetchError(
        "{host} answered {number} ({meaning})",
        status=found.status,
        retry_after=retry,
        host=host,
        number=found.status,
        meaning=meaning,
    )


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _words(fault: Exception) -> Said:
    """Return a fault of the network in words that name no object of ours."""
    if isinstance(fault, NewConnectionError | ConnectionError):  # the first is a kind of the next
        return Said("the connection was refused or broke off")
    if isinstance(fault, TimeoutError | TimeoutedError):
        return Said("nothing came in time")
    if isinstance(fault, CertificateError):
        return Said("its certificate is for another host")
    if isinstance(fault, ssl.SSLError):
        return say("its certificate or encryption does not hold ({why})", why=fault.reason or Said("no reason given"))
    return say("the answer broke off or made no sense ({why})", why=type(fault).__name__)
