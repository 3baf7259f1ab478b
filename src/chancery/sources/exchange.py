"""One request over one connection to one address that has been judged, ended by a watchdog, unpacked under a cap."""

import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from http.client import HTTPException
from ipaddress import ip_address
from urllib.parse import urlsplit

from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.util import parse_url
from urllib3.util.ssl_ import create_urllib3_context

from chancery.common.errors import FetchError, RefusedError
from chancery.sources.addresses import Network, may_connect, resolve
from chancery.sources.http_settings import HttpSettings
from chancery.sources.unpack_body import Unpacker

PIECE = 65_536
"""Bytes asked of a socket at once."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, whatever its status; `headers` have lower-case names. The body of a redirect is not read."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def exchange(
    url: str, headers: Mapping[str, str], settings: HttpSettings, allowed: tuple[Network, ...], cap: int, seconds: float
) -> Answer:
    """Ask for `url` and return the answer within `seconds`.

    Raises RefusedError for a private address, FetchError where the time is up or the body is above `cap`; lets through what
    urllib3 and the system say of a broken connection.
    """
    connection, target = _connection(url, settings, allowed)
    with _watched(connection, seconds) as watchdog:
        try:
            connection.connect()
            watchdog.sock = connection.sock  # the connection forgets its socket once the head of the answer is read
            connection.sock.settimeout(settings.read_timeout)
            connection.request("GET", target, headers=_with_host(url, headers), preload_content=False, decode_content=False)
            response = connection.getresponse()
            told = {name.lower(): value for name, value in response.headers.items()}
            body = b"" if response.status in (301, 302, 303, 304, 307, 308) else b"".join(_read(response, told, cap))
        except (HTTPError, HTTPException, OSError, ValueError) as fault:
            if watchdog.fired:
                raise _too_slow(settings) from fault
            raise
        if watchdog.fired:
            raise _too_slow(settings)
    return Answer(response.status, told, body)


class _Watchdog(threading.Thread):
    """Shuts the socket of a connection when its time is up, and any it opens after; who waits on one wakes with an error."""

    def __init__(self, connection: HTTPConnection, seconds: float) -> None:
        super().__init__(daemon=True)
        self.connection, self.seconds = connection, max(seconds, 0.0)
        self.sock: socket.socket | None = None
        self.fired, self.over = False, threading.Event()

    def run(self) -> None:
        """Wait, then shut what is open until the exchange is over."""
        wait = self.seconds
        while not self.over.wait(wait):
            self.fired, wait = True, 0.2
            if (sock := self.sock or self.connection.sock) is not None:
                with suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)


@contextmanager
def _watched(connection: HTTPConnection, seconds: float) -> Iterator[_Watchdog]:
    watchdog = _Watchdog(connection, seconds)
    watchdog.start()
    try:
        yield watchdog
    finally:
        watchdog.over.set()
        connection.close()


def _connection(url: str, settings: HttpSettings, allowed: tuple[Network, ...]) -> tuple[HTTPConnection, str]:
    """Return a connection not yet opened, to the resolved address or to the proxy, and what to ask it for."""
    parts = urlsplit(url)
    host, secure = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    timeout = settings.connect_timeout
    if not settings.proxy:
        address = resolve(host, port, allowed)
        return (_secure(address, port, host, timeout) if secure else HTTPConnection(address, port, timeout=timeout)), target
    _judge_for_proxy(host, allowed)
    proxy = parse_url(settings.proxy)
    at, at_port = proxy.host or "", proxy.port or 80
    if not secure:
        return HTTPConnection(at, at_port, timeout=timeout), url
    tunnel = _secure(at, at_port, host, timeout)
    tunnel.set_tunnel(host, port)
    return tunnel, target


def _secure(address: str, port: int, host: str, timeout: float) -> HTTPSConnection:
    """Return a connection whose certificate must be that of `host`, wherever the bytes go."""
    return HTTPSConnection(
        address,
        port,
        timeout=timeout,
        server_hostname=host,
        assert_hostname=host,
        ssl_context=_context(),
        cert_reqs="CERT_REQUIRED",
    )


@cache
def _context() -> ssl.SSLContext:
    """Return how we speak TLS, with the system's certificates; reading them takes longer than a request."""
    context = create_urllib3_context(cert_reqs=ssl.CERT_REQUIRED)
    context.load_default_certs()
    return context


def _judge_for_proxy(host: str, allowed: tuple[Network, ...]) -> None:
    """Refuse what is plainly private; the proxy finds the name and must judge the rest itself."""
    try:
        private = not may_connect(ip_address(host), allowed)
    except ValueError:
        private = host.lower().rstrip(".").endswith(("localhost", ".local", ".internal"))
    if private:
        raise RefusedError("{host} is a private address; allow its network in CHANCERY_FETCH_ALLOW if it is yours", host=host)


def _with_host(url: str, headers: Mapping[str, str]) -> dict[str, str]:
    """Return `headers` with the host the address names, not the number we connect to."""
    return {"Host": urlsplit(url).netloc, "Connection": "close", **headers}


def _read(response: HTTPResponse, headers: Mapping[str, str], cap: int) -> Iterator[bytes]:
    """Yield the unpacked body. Raises FetchError above `cap`, before it is read where the host states its length."""
    stated = headers.get("content-length", "")
    if stated.isdecimal() and int(stated) > cap:
        raise too_large(cap)
    unpacker, packed = Unpacker(headers.get("content-encoding", ""), cap), 0
    while piece := response.read1(PIECE):
        packed += len(piece)
        if packed > cap:
            raise too_large(cap)
        yield from unpacker.feed(piece)
    unpacker.finish()


def too_large(cap: int) -> FetchError:
    """Return the error of a body above `cap` bytes; trying again is no use."""
    return FetchError("the answer is larger than {most} MB", most=f"{cap / 1_000_000:g}")


def _too_slow(settings: HttpSettings) -> FetchError:
    return FetchError(
        "the answer was not whole after {seconds} seconds", retry_after=3600, seconds=f"{settings.total_timeout:g}"
    )
