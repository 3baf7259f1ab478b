"""axe-core finds nothing serious on any page: light, dark, wide, narrow, with the panel open, and where something fails."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.template.loader import render_to_string
from playwright.sync_api import Browser, Page
from tests.browser.conftest import Demo

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
PAGES = (
    "/",
    "/briefs/",
    "/stories/",
    "/conversations/",
    "/conversations/new/",
    "/more/",
    "/sources/",
    "/sources/add/",
    "/sources/list/",
    "/papers/",
    "/search/",
    "/search/?words=ferry",
    "/people/",
    "/people/invite/",
    "/audit/",
    "/installation/",
    "/settings/",
    "/settings/password/",
    "/keys/",
)
FOUND = ("/briefs/", "/stories/", "/conversations/", "/sources/", "/people/", "/papers/", "/search/?words=ferry")
"""Lists whose first entry is walked into."""


def serious(page: Page) -> list[str]:
    """Return what axe-core calls serious or critical, with the element it stands on."""
    found = Axe().run(page).response["violations"]
    return [
        f"{page.url}: {fault['id']} on {node['html'][:120]}"
        for fault in found
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
    ]


def test_a_planted_fault_is_found(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<html lang='en'><title>x</title><main><h1>x</h1><input><p style='color: #ccc'>faint</p></main></html>")
    assert len(serious(page)) == 2
    page.close()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_no_page_has_a_serious_fault(open_page: Open, look: str) -> None:
    page, found = open_page(color_scheme=look), list[str]()
    for address in PAGES:
        page.goto(address)
        found += serious(page)
    for address in FOUND:
        page.goto(address)
        page.locator("[data-row] [data-open]").first.click()
        found += serious(page)
    assert found == []


def test_forms_of_a_brief_and_a_conversation_have_no_serious_fault(open_page: Open) -> None:
    page, found = open_page(390), list[str]()
    page.goto("/briefs/")
    page.locator("[data-open]").first.click()
    page.locator(".desk").get_by_role("link", name="Add a sentence").click()
    found += serious(page)
    page.get_by_role("button", name="Check and keep").click()
    found += serious(page)
    page.goto("/")
    page.locator(".brief__lead .cite").first.click()
    page.locator("#panel mark").wait_for()
    found += serious(page)
    assert found == []


@pytest.mark.parametrize("width", [1280, 390])
def test_forms_that_change_something_and_records_of_our_own_have_no_serious_fault(open_page: Open, width: int) -> None:
    page, found = open_page(width), list[str]()
    ways = (
        ("/sources/", "Change name and rights"),
        ("/papers/", "Say what became of it"),
        ("/conversations/", "Correct it"),
    )
    for address, link in ways:
        page.goto(address)
        page.locator("[data-row] [data-open]").first.click()
        page.get_by_role("link", name=link).click()
        found += serious(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
    page.goto("/")
    page.goto(page.locator("#sources-title ~ ol a[href*='/record/watch-']").first.get_attribute("href") or "")
    found += serious(page)
    page.goto("/briefs/")
    page.locator("[data-row] [data-open]").first.click()
    page.goto(page.url.replace("/brief/", "/brief/release/"))
    found += serious(page)
    assert found == []


@pytest.mark.parametrize("look", ["light", "dark"])
def test_pages_of_a_refusal_and_of_a_failure_have_no_serious_fault(
    browser: Browser, demo: Demo, signed_in: str, look: str
) -> None:
    context = browser.new_context(base_url=demo.address, storage_state=signed_in, color_scheme=look)  # type: ignore[arg-type]
    page, found = context.new_page(), list[str]()
    for address, heading in (("/story/none", "Not here, or not for you"), ("/none/", "There is no such page")):
        page.goto(address)
        assert page.locator("h1").inner_text() == heading
        found += serious(page)
    for act, heading in (("release", ""), ("take-out", "This was not done")):
        page.goto("/briefs/")
        brief = page.locator("[data-row] [data-open]").first.get_attribute("href") or ""
        page.goto("/conversations/new/")
        to = brief.replace("/brief/", f"/brief/{act}/")
        page.locator("main form").first.evaluate("(form, to) => { form.action = to; form.noValidate = true; }", to)
        page.get_by_role("button", name="Keep").click()
        assert not heading or page.locator("h1").inner_text() == heading
        found += serious(page)
    failed = render_to_string("500.html")
    page.route("**/failed/", lambda route: route.fulfill(status=500, content_type="text/html; charset=utf-8", body=failed))
    page.goto("/failed/")
    assert page.locator("h1").inner_text() == "Something failed"
    found += serious(page)
    context.close()
    assert found == []


def test_the_pages_before_signing_in_have_no_serious_fault(browser: Browser, demo: Demo, open_page: Open) -> None:
    inside = open_page()
    inside.goto("/people/invite/")
    inside.get_by_label("E-mail of your colleague").fill("new@chancery.example")
    inside.get_by_role("button", name="Make the link").click()
    link = inside.locator(".notice code").inner_text()
    found = serious(inside)
    context = browser.new_context(base_url=demo.address)
    page = context.new_page()
    for address in ("/sign-in/", link, "/link/gone/", "/no-such-page/"):
        page.goto(address)
        found += serious(page)
    context.close()
    assert found == []


@pytest.mark.parametrize("address", ["/", "/stories/", "/conversations/new/", "/more/"])
def test_vietnamese_pages_on_a_telephone_have_no_serious_fault(open_page: Open, address: str) -> None:
    page = open_page(390, locale="vi-VN")
    page.goto(address)
    assert page.locator("html").get_attribute("lang") == "vi"
    assert serious(page) == []
