import socket
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.servers.hostile_feeds import HostileFeeds, feed

from chancery.common.errors import FetchError, RefusedError
from chancery.sources.http import Http, Request
from chancery.sources.http_settings import HttpSettings

SETTINGS = HttpSettings(allow=("127.0.0.0/8",), total_timeout=5, pause=0, backoff=0.01)


@pytest.fixture(scope="module")
def server() -> Iterator[HostileFeeds]:
    with HostileFeeds() as running:
        yield running


def test_the_user_agent_names_us_and_whom_to_write_to(server: HostileFeeds) -> None:
    Http(replace(SETTINGS, contact="mailto:admin@mission.example")).get(server.url("/empty.xml"))
    assert server.headers[-1]["user-agent"].startswith("Chancery/")
    assert server.headers[-1]["user-agent"].endswith(" (+mailto:admin@mission.example)")


def test_the_host_is_named_though_we_connect_to_a_number(server: HostileFeeds) -> None:
    Http(SETTINGS).get(server.url("/empty.xml").replace("127.0.0.1", "localhost"))
    assert server.headers[-1]["host"] == f"localhost:{server.server.server_port}"


def test_home_is_closed_unless_a_setting_opens_it(server: HostileFeeds) -> None:
    asked = len(server.asked)
    with pytest.raises(RefusedError, match="private address"):
        Http(replace(SETTINGS, allow=())).get(server.url("/good.xml"))
    assert len(server.asked) == asked


def test_only_the_web_is_asked() -> None:
    for address in ("file:///etc/passwd", "ftp://a.example/", "gopher://127.0.0.1/", "javascript:1"):
        with pytest.raises(RefusedError, match="no http or https address"):
            Http(SETTINGS).get(address)


def test_an_answer_says_where_it_came_from_and_whether_it_moved_for_good(server: HostileFeeds) -> None:
    server.routes["/chain.xml"] = lambda request: request.say(302, location="/moved.xml")
    moved, chained = Http(SETTINGS).get(server.url("/moved.xml")), Http(SETTINGS).get(server.url("/chain.xml"))
    assert (moved.url, moved.moved_to) == (server.url("/good.xml"), server.url("/good.xml"))
    assert (chained.url, chained.moved_to) == (server.url("/good.xml"), "")
    assert moved.body == feed()


def test_a_redirect_in_other_letters_is_followed(server: HostileFeeds) -> None:
    server.routes["/tin-t%E1%BB%A9c"] = lambda request: request.say(200, feed())
    server.routes["/raw"] = lambda request: request.say(302, location="/tin-tức".encode().decode("latin-1"))
    assert Http(SETTINGS).get(server.url("/raw")).body == feed()


def test_a_wait_that_a_host_asks_for_is_told(server: HostileFeeds) -> None:
    with pytest.raises(FetchError) as caught:
        Http(SETTINGS).get(server.url("/busy.xml"))
    assert (caught.value.status, caught.value.retry_after) == (429, 120)
    assert server.times("/busy.xml") == 1


def test_a_server_that_fails_is_asked_three_times_with_growing_pauses(server: HostileFeeds) -> None:
    pauses: list[float] = []
    with pytest.raises(FetchError, match="answered 500"):
        Http(replace(SETTINGS, backoff=1), sleep=pauses.append).get(server.url("/failing.xml"))
    assert server.times("/failing.xml") == 3
    assert pauses == [1, 2]


def test_a_host_is_left_a_pause_between_two_requests(server: HostileFeeds) -> None:
    pauses: list[float] = []
    http = Http(replace(SETTINGS, pause=2), clock=lambda: 100.0, sleep=pauses.append)
    for _ in range(2):
        http.get(server.url("/empty.xml"))
    http.get(server.url("/empty.xml"), Request(pause=7))
    assert pauses == [2, 7]


def test_a_cap_of_the_call_replaces_that_of_the_settings(server: HostileFeeds) -> None:
    with pytest.raises(FetchError, match=r"larger than 0\.0001 MB"):
        Http(SETTINGS).get(server.url("/good.xml"), Request(max_body=100))


def test_a_refused_connection_is_told_in_words() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchError, match=r"127\.0\.0\.1 did not answer: the connection was refused or broke off"):
        Http(SETTINGS).get(f"http://127.0.0.1:{port}/")


def test_plain_words_on_a_secure_port_are_told_in_words(server: HostileFeeds) -> None:
    with pytest.raises(FetchError, match="certificate or encryption"):
        Http(SETTINGS).get(server.url("/good.xml").replace("http://", "https://"))


def test_an_answer_that_is_no_http_is_told_in_words() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_answer, args=(listener, b"SSH-2.0-OpenSSH\r\n"), daemon=True).start()
        with pytest.raises(FetchError, match="made no sense"):
            Http(replace(SETTINGS, tries=1)).get(f"http://127.0.0.1:{listener.getsockname()[1]}/")


def test_a_proxy_is_asked_for_the_whole_address() -> None:
    with HostileFeeds() as proxy:
        proxy.routes["http://courier.example/feed.xml"] = lambda request: request.say(200, feed())
        found = Http(replace(SETTINGS, proxy=proxy.url("/").rstrip("/"))).get("http://courier.example/feed.xml")
        assert found.body == feed()
        assert proxy.headers[-1]["host"] == "courier.example"


def test_through_a_proxy_a_plainly_private_address_stays_closed() -> None:
    http = Http(replace(SETTINGS, allow=(), proxy="http://127.0.0.1:9"))
    for host in ("10.0.0.1", "localhost", "intranet.local", "[::1]"):
        with pytest.raises(RefusedError, match="private address"):
            http.get(f"http://{host}/")


def test_a_secure_address_goes_through_a_tunnel_of_the_proxy() -> None:
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_answer, args=(listener, b"HTTP/1.1 403 no\r\n\r\n", heard), daemon=True).start()
        http = Http(replace(SETTINGS, tries=1, proxy=f"http://127.0.0.1:{listener.getsockname()[1]}"))
        with pytest.raises(FetchError):
            http.get("https://courier.example/feed.xml")
    assert heard[0].startswith(b"CONNECT courier.example:443 HTTP/1.")


def _answer(listener: socket.socket, words: bytes, heard: list[bytes] | None = None) -> None:
    """Take one connection, hear it, answer and hang up."""
    there, _ = listener.accept()
    with there:
        said = there.recv(65_536)
        if heard is not None:
            heard.append(said)
        there.sendall(words)
