"""A feed server on loopback that does everything a server in the field has done to us. It needs nothing of Chancery.

    with HostileFeeds() as server:
        server.url("/good.xml")

Paths are the keys of ROUTES. `server.asked` lists the path of every request in order; `server.times(path)` counts them.
"""

import gzip
import threading
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

TWO_GIGABYTES = 2 * 1024**3
PIECE = b"x" * 65_536


OPENING = "Rice quota talks resume in Port Lanval."


def feed(entries: int = 3, *, name: str = "news", day: int = 9, text: str = OPENING) -> bytes:
    """Return an RSS feed of so many entries, dated 9 March 2026 and before, newest first."""
    items = "".join(
        f"<item><title>{name} {number}</title><link>/pages/{name}-{number}</link><guid>{name}-{number}</guid>"
        f"<description>{text}</description><pubDate>{day:02} Mar 2026 0{number % 10}:00:00 GMT</pubDate></item>"
        for number in range(entries, 0, -1)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{name}</title>{items}</channel></rss>'.encode()


def page(words: int = 400, *, head: str = "", title: str = "Rice quota talks") -> bytes:
    """Return an article page of so many words."""
    sentence = "The ministry said on Monday that the talks on the rice quota would resume next week in the capital. "
    paragraphs = "".join(f"<p>PORT LANVAL, 9 March – {sentence * 4}</p>" for _ in range(words // 76 + 1))
    return (
        f'<html lang="en"><head><title>{title}</title>'
        f'<meta property="article:published_time" content="2026-03-09T08:00:00+00:00">{head}</head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    ).encode()


class HostileFeeds:
    """The server; a context manager. Routes may be replaced while it runs: `server.routes["/x"] = lambda request: ...`."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.routes: dict[str, Callable[[Any], None]] = dict(ROUTES)
        self.stop = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = self.path.partition("?")[0]
                outer.asked.append(path)
                outer.headers.append({name.lower(): value for name, value in self.headers.items()})
                with suppress(BrokenPipeError, ConnectionResetError):  # whoever asked has hung up, as it should
                    outer.find(path)(self)
                self.close_connection = True

            def log_message(self, *_: object) -> None:
                pass

            def say(self, status: int, body: bytes = b"", **headers: str) -> None:
                self.send_response(status)
                told = {"content_type": "application/rss+xml", "content_length": str(len(body)), **headers}
                for name, value in told.items():
                    self.send_header(name.replace("_", "-"), value)
                self.end_headers()
                self.wfile.write(body)

            def times(self) -> int:
                return outer.times(self.path.partition("?")[0])

            def address(self, path: str) -> str:
                return outer.url(path)

            @property
            def over(self) -> bool:
                return outer.stop.is_set()

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def find(self, path: str) -> Callable[[Any], None]:
        """Return what answers `path`: its own route, that of its folder, or 404."""
        return self.routes.get(path) or self.routes.get(path.rpartition("/")[0] + "/") or _missing

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server.server_port}{path}"

    def times(self, path: str) -> int:
        return self.asked.count(path)

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(self, *fault: object) -> None:
        self.stop.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join(5)


def _missing(request: Any) -> None:
    request.say(404, b"nothing here", content_type="text/plain")


def _good(request: Any) -> None:
    if request.headers.get("If-None-Match") == '"v1"':
        request.say(304, etag='"v1"')
    else:
        request.say(200, feed(), etag='"v1"', last_modified="Mon, 09 Mar 2026 09:00:00 GMT")


def _flaky(request: Any) -> None:
    if request.times() == 1:
        request.say(500, b"oops")
    else:
        request.say(200, feed(name="flaky"))


def _drip(request: Any) -> None:
    """Send a head at once, then a sign now and then, for ever."""
    request.send_response(200)
    request.send_header("Content-Type", "application/rss+xml")
    request.end_headers()
    while not request.over:
        request.wfile.write(b" ")
        request.wfile.flush()
        time.sleep(0.05)


def _drip_head(request: Any) -> None:
    """Never come to the end of the head."""
    request.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not request.over:
        request.wfile.write(b"a")
        request.wfile.flush()
        time.sleep(0.05)


def _huge(request: Any) -> None:
    """Announce 2 GB, and send it."""
    request.send_response(200)
    request.send_header("Content-Length", str(TWO_GIGABYTES))
    request.end_headers()
    _pour(request)


def _endless(request: Any) -> None:
    """Send 2 GB without a word of how much."""
    request.send_response(200)
    request.send_header("Content-Type", "application/rss+xml")
    request.end_headers()
    _pour(request)


def _pour(request: Any) -> None:
    for _ in range(TWO_GIGABYTES // len(PIECE)):
        request.wfile.write(PIECE)


def _cut(request: Any) -> None:
    """Promise more than is sent."""
    request.send_response(200)
    request.send_header("Content-Length", "100000")
    request.end_headers()
    request.wfile.write(feed())


def _changing(request: Any) -> None:
    """Be a feed once, then a page."""
    if request.times() == 1:
        request.say(200, feed(name="changing"))
    else:
        request.say(200, b"<!DOCTYPE html><html><body>We have a new site</body></html>", content_type="text/html")


def _article(request: Any) -> None:
    request.say(200, page(), content_type="text/html; charset=utf-8")


def _later(request: Any) -> None:
    """Fail for a while, then be a page."""
    if request.times() <= 2:
        request.say(503, b"busy", retry_after="60")
    else:
        _article(request)


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&b;&c;</title></item></channel></rss>'
)
GZIP_BOMB = gzip.compress(bytes(60_000_000), 6)
LATIN = feed(name="latin", text="Le ministère a reçu l'opposition à Paris").decode().encode("latin-1")
CYRILLIC = feed(name="kyrill", text="Переговоры о рисе").decode().encode("koi8-r")
CHALLENGE = b"<html><head><title>Just a moment...</title></head><body><div class='cf-chl-widget'></div></body></html>"

ROUTES: dict[str, Callable[[Any], None]] = {
    "/good.xml": _good,
    "/flaky.xml": _flaky,
    "/moved.xml": lambda request: request.say(301, location="/good.xml"),
    "/elsewhere.xml": lambda request: request.say(302, location="/good.xml"),
    "/busy.xml": lambda request: request.say(429, b"slow down", retry_after="120"),
    "/unavailable.xml": lambda request: request.say(503, b"later", retry_after="600"),
    "/failing.xml": lambda request: request.say(500, b"oops"),
    "/forbidden.xml": lambda request: request.say(403, b"no"),
    "/secret.xml": lambda request: request.say(401, b"who are you", www_authenticate="Basic"),
    "/gone.xml": lambda request: request.say(410, b"gone"),
    "/challenge.xml": lambda request: request.say(503, CHALLENGE, content_type="text/html"),
    "/drip.xml": _drip,
    "/drip-head.xml": _drip_head,
    "/huge.xml": _huge,
    "/endless.xml": _endless,
    "/cut.xml": _cut,
    "/latin.xml": lambda request: request.say(200, LATIN),
    "/koi8.xml": lambda request: request.say(200, CYRILLIC, content_type="application/rss+xml; charset=koi8-r"),
    "/changing.xml": _changing,
    "/gzip.xml": lambda request: request.say(200, gzip.compress(feed(name="packed")), content_encoding="gzip"),
    "/deflate.xml": lambda request: request.say(200, zlib.compress(feed(name="packed")), content_encoding="deflate"),
    "/gzip-bomb.xml": lambda request: request.say(200, GZIP_BOMB, content_encoding="gzip"),
    "/entity-bomb.xml": lambda request: request.say(200, BOMB),
    "/loop.xml": lambda request: request.say(302, location="/loop.xml"),
    "/to-private.xml": lambda request: request.say(302, location="http://10.0.0.1/feed.xml"),
    "/to-metadata.xml": lambda request: request.say(302, location="http://169.254.169.254/latest/meta-data/"),
    "/to-file.xml": lambda request: request.say(302, location="file:///etc/passwd"),
    "/empty.xml": lambda request: request.say(200, b'<rss version="2.0"><channel><title>empty</title></channel></rss>'),
    "/html.xml": lambda request: request.say(200, b"<html><body>hello</body></html>", content_type="text/html"),
    "/reserved.xml": lambda request: request.say(200, feed(name="reserved", text="word " * 100), tdm_reservation="1"),
    "/pages/": _article,
    "/later/": _later,
}
