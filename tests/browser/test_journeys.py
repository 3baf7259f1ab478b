"""A morning in the workbench, as a person walks through it: at a desk and on a telephone, with and without a script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Demo

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
WIDTHS = pytest.mark.parametrize("width", [1280, 390], ids=["desk", "telephone"])


@WIDTHS
def test_from_signing_in_to_a_recorded_conversation(browser: Browser, demo: Demo, width: int) -> None:
    context = browser.new_context(base_url=demo.address, viewport={"width": width, "height": 844})
    page = context.new_page()
    page.goto("/")
    page.get_by_label("User name or e-mail").fill(demo.user)
    page.get_by_label("Password").fill(demo.password)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("17 March 2026")

    said = page.locator(".brief__lead q").first.inner_text()
    page.locator(".brief__lead .cite").first.click()
    expect(page.locator("#panel mark")).to_have_text(said)
    page.locator("#panel").get_by_role("link", name="Open the article").click()
    expect(page.locator("mark#quote")).to_have_text(said)

    page.get_by_role("link", name="its story").click()
    expect(page.get_by_role("heading", name="Timeline")).to_be_visible()

    page.get_by_role("navigation", name="Rooms").get_by_role("link", name="Conversations").click()
    page.get_by_role("link", name="Record a conversation").click()
    page.get_by_label("Subject").fill(f"Tiles, at {width}")
    page.get_by_label("Office that spoke").fill("Deputy Director, Trade Remedies Office")
    page.get_by_label("What was said").fill("The Deputy Director said that the hearing may move to April.")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Tiles, at {width}")
    context.close()


@WIDTHS
def test_no_page_is_wider_than_its_screen(open_page: Open, width: int) -> None:
    page = open_page(width)
    for address in (
        "/",
        "/briefs/",
        "/stories/",
        "/conversations/new/",
        "/more/",
        "/sources/",
        "/people/",
        "/audit/",
        "/search/",
    ):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_without_a_script_a_citation_opens_its_article_at_the_quoted_words(open_page: Open) -> None:
    page = open_page(390, java_script_enabled=False)
    page.goto("/")
    said = page.locator(".brief__lead q").first.inner_text()
    page.locator(".brief__lead .cite").first.click()
    expect(page.locator("mark#quote")).to_have_text(said)


def test_the_panel_closes_with_escape_and_gives_the_focus_back(open_page: Open) -> None:
    page = open_page()
    page.goto("/")
    cite = page.locator(".brief__lead .cite").first
    cite.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    expect(cite).to_be_focused()


def test_keys_walk_a_list_open_it_search_and_go_to_rooms(open_page: Open) -> None:
    page = open_page()
    page.goto("/stories/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    first = page.locator("[data-row] [data-open]").first
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/story/**")
    page.keyboard.press("/")
    page.keyboard.type("ferry")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url("**/conversations/")
    page.keyboard.press("?")
    page.wait_for_url("**/keys/")


def test_the_first_tab_leads_past_the_bar(open_page: Open) -> None:
    page = open_page()
    page.goto("/stories/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_dark_follows_the_machine_and_a_choice_goes_before_it(open_page: Open) -> None:
    page = open_page(color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    page.goto("/settings/")
    assert page.evaluate(ground) == "rgb(20, 24, 26)"
    page.get_by_role("button", name="Light", exact=True).click()
    assert page.evaluate(ground) == "rgb(251, 251, 249)"


def test_arabic_words_run_from_right_to_left_inside_an_english_page(open_page: Open) -> None:
    page = open_page()
    page.goto("/search/?words=" + "الدلتا")
    title = page.locator("[data-open] span[lang=ar]").first
    assert title.evaluate("element => getComputedStyle(element).direction") == "rtl"
    title.click()
    assert page.locator(".stored").first.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"


def test_on_paper_there_is_the_brief_and_no_furniture(open_page: Open) -> None:
    page = open_page()
    page.goto("/")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("#sources-title")).to_be_visible()
    for furniture in (".bar", ".foot", ".actions", ".jump"):
        assert page.locator(furniture).first.is_hidden(), furniture


def test_a_session_that_has_ended_shows_the_door_and_not_a_door_inside_the_panel(open_page: Open) -> None:
    page = open_page()
    page.goto("/")
    page.context.clear_cookies()
    page.locator(".brief__lead .cite").first.click()
    page.wait_for_url("**/sign-in/**")
    expect(page.locator("#panel")).to_be_hidden()
