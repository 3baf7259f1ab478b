"""A real browser and the real demo server. Without a Chromium on the machine these tests are skipped, by name."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 60
"""Seconds the demo may take to read its feeds and open its door on a busy machine."""


@dataclass(frozen=True, slots=True)
class Demo:
    """The demo workbench: where it is, and who may sign in."""

    address: str
    user: str
    password: str


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"no browser here: none of {', '.join(NAMES)} is installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    home, port = tmp_path_factory.mktemp("home"), _free_port()
    command = [sys.executable, "-c", "from chancery.cli import main; main()", "serve", "--demo", "--port", str(port)]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("CHANCERY_", "DJANGO_"))}
    with (home / "said").open("w+") as said:
        server = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, env={**clean, "HOME": str(home)})
        try:
            _wait_for(port, server, home / "said")
            words = dict(re.findall(r"^(user|password): (.+)$", (home / "said").read_text(), re.MULTILINE))
            yield Demo(f"http://127.0.0.1:{port}", words["user"], words["password"])
        finally:
            server.terminate()
            server.wait(20)


@pytest.fixture(scope="session")
def signed_in(browser: Browser, demo: Demo) -> str:
    """Sign in once, and return the cookies as a file that every page can start from."""
    context = browser.new_context(base_url=demo.address)
    page = context.new_page()
    page.goto("/sign-in/")
    page.get_by_label("User name or e-mail").fill(demo.user)
    page.get_by_label("Password").fill(demo.password)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("navigation", name="Rooms").wait_for()
    kept = context.storage_state()
    context.close()
    return kept  # type: ignore[return-value]


@pytest.fixture
def open_page(browser: Browser, demo: Demo, signed_in: str) -> Iterator[Callable[..., Page]]:
    """Return how to open a page of somebody signed in; what the browser complains of fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(width: int = 1280, **options: object) -> Page:
        context = browser.new_context(
            base_url=demo.address,
            storage_state=signed_in,  # type: ignore[arg-type]
            viewport={"width": width, "height": 844},
            **options,  # type: ignore[arg-type]
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.on(
            "request", lambda asked: None if asked.url.startswith(demo.address) else complaints.append(f"asked {asked.url}")
        )
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, server: subprocess.Popen[bytes], said: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if server.poll() is not None:
            pytest.fail(f"the demo ended by itself:\n{said.read_text()}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    pytest.fail(f"the demo did not open its door in {PATIENCE} s:\n{said.read_text()}")
