"""A loopback server of well-behaved feeds that take their time, so that somebody can be killed while reading them."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ITEMS = 8
TEXT = "The cabinet of Ilmara met in Port Lanval about matter {number} of feed {feed}, and said so at some length. " * 25


@contextmanager
def serve_steady_feeds(delay: float) -> Iterator[int]:
    """Serve `/N.xml`, each with ITEMS entries, `delay` seconds after it was asked for; yield the port.

    It answers on all of 127.0.0.0/8, so that every feed can have a host of its own.
    """

    class Feeds(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            time.sleep(delay)
            found = self.path.removeprefix("/").removesuffix(".xml")
            body = _feed(int(found)).encode() if found.isdecimal() else b""
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(BrokenPipeError, ConnectionResetError):  # whoever asked was killed
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Feeds, bind_and_activate=False)
    server.server_address = ("0.0.0.0", 0)
    server.server_bind()
    server.server_activate()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _feed(feed: int) -> str:
    items = "".join(
        f"<item><guid>f{feed}i{number}</guid><title>Feed {feed} on matter {number}</title>"
        f"<link>http://127.0.0.{feed + 1}:9/{number}</link><pubDate>Mon, 16 Mar 2026 0{number % 10}:00:00 GMT</pubDate>"
        f"<description>{TEXT.format(number=number, feed=feed)}</description></item>"
        for number in range(ITEMS)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Feed {feed}</title>{items}</channel></rss>'
