"""What holds for every page: nothing from another host, nothing inline, a strict policy, five entries, labels on fields."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from tests.workbench.embassy import Embassy, build_embassy, sign_in
from tests.workbench.test_views_walk import FORMS, LISTS, OFFICE, things

pytestmark = pytest.mark.django_db


def every_page(embassy: Embassy) -> Iterator[tuple[str, str]]:
    """Yield address and content of every page, as somebody who may open it."""
    clients = {name: sign_in(name) for name in ("head", "vera", "ngoc")}
    nobody = Client(HTTP_HOST="localhost")
    addresses = [reverse(name) for name in (*LISTS, *OFFICE, *FORMS)] + [reverse("search") + "?words=cabinet"]
    addresses += [reverse(name, args=args) for name, args in things(embassy).items() if name != "export"]
    addresses += [reverse("conversation", args=["no-such"]), "/no-such-page/"]
    for address in addresses:
        answers = [client.get(address) for client in clients.values()]
        best = min(answers, key=lambda answer: answer.status_code)
        yield address, best.content.decode()
    for address in (reverse("sign_in"), reverse("link", args=[embassy.token]), reverse("link", args=["gone"])):
        yield address, nobody.get(address).content.decode()


def test_no_page_asks_another_host_for_anything_or_holds_style_or_script(settings: object) -> None:
    for address, content in every_page(build_embassy()):
        page = html.fromstring(content)
        for element in page.iter():
            if not isinstance(element.tag, str):
                continue
            loads = element.tag in (
                "script",
                "link",
                "img",
                "iframe",
                "source",
                "use",
                "object",
                "embed",
                "form",
                "video",
                "audio",
            )
            for name in ("src", "href", "action", "data", "srcset"):
                value = element.get(name, "")
                assert not (loads and re.match(r"(?:[a-z]+:)?//|data:|javascript:", value)), f"{address}: {value}"
            assert element.get("style") is None, address
            assert not [name for name in element.attrib if name.startswith("on")], address
            assert element.tag != "style", address
            assert element.tag != "script" or element.get("src"), address


def test_every_page_has_its_name_its_language_one_heading_and_a_way_past_the_bar() -> None:
    titles = {}
    for address, content in every_page(build_embassy()):
        page = html.fromstring(content)
        titles[address] = page.findtext(".//title").strip()
        assert page.get("lang") == "en", address
        assert len(page.findall(".//h1")) == 1, address
        assert page.xpath("//a[@class='skip' and @href='#content']"), address
        assert page.xpath("//main[@id='content']"), address
    assert all(title.split(" · ")[0] for title in titles.values())


def test_every_field_of_every_form_has_a_label_and_every_form_that_changes_something_its_token() -> None:
    for address, content in every_page(build_embassy()):
        page = html.fromstring(content)
        for field in page.xpath("//input[not(@type='hidden')] | //select | //textarea"):
            labelled = (
                field.get("aria-label") or page.xpath("//label[@for=$id]", id=field.get("id")) or field.xpath("ancestor::label")
            )
            assert labelled, f"{address}: {field.get('name')}"
        for form in page.xpath("//form[@method='post']"):
            assert form.xpath(".//input[@name='csrfmiddlewaretoken']"), address
            assert form.xpath(".//button[@type='submit']"), f"{address}: a form that only a script could send"


def test_navigation_has_exactly_five_entries_and_marks_where_one_is() -> None:
    build_embassy()
    page = html.fromstring(sign_in("ngoc").get(reverse("stories")).content.decode())
    entries = page.xpath("//nav[@class='rooms']//a")
    assert [" ".join(entry.text_content().split()) for entry in entries] == [
        "Today",
        "Briefs",
        "Stories",
        "Conversations",
        "More",
    ]
    assert [entry.get("href") for entry in entries if entry.get("aria-current")] == [reverse("stories")]


def test_every_answer_carries_the_strict_policy() -> None:
    embassy = build_embassy()
    client = sign_in("ngoc")
    for address in (
        reverse("today"),
        reverse("article", args=["a1"]),
        "/no-such-page/",
        reverse("conversation", args=["none"]),
    ):
        policy = client.get(address).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
    assert "Content-Security-Policy" in Client(HTTP_HOST="localhost").get(reverse("link", args=[embassy.token])).headers


def test_the_page_of_a_failure_says_nothing_of_the_exception() -> None:
    build_embassy()
    client = sign_in("ngoc")
    client.raise_request_exception = False
    from django.test import override_settings

    with override_settings(ROOT_URLCONF="tests.workbench.failing_urls"):
        answer = client.get("/fails/")
    assert answer.status_code == 500
    assert "secret of the failure" not in answer.content.decode()
    assert "Something failed" in answer.content.decode()


def test_a_person_without_a_mission_is_told_so_and_can_leave() -> None:
    embassy = build_embassy()
    client = sign_in("ngoc")
    from chancery.workbench.people.operations import deactivate

    deactivate(embassy.administrator, embassy.officer.person_id or 0)
    assert client.get(reverse("today")).status_code == 302


def test_light_and_dark_and_the_language_of_the_door_are_kept_in_cookies() -> None:
    client = Client(HTTP_HOST="localhost")
    answer = client.post(reverse("look"), {"look": "dark", "language": "vi", "next": "/sign-in/"})
    assert answer.headers["Location"] == "/sign-in/"
    page = client.get("/sign-in/").content.decode()
    assert 'data-theme="dark"' in page
    assert "Đăng nhập" in page


def test_the_way_back_never_leads_to_another_host() -> None:
    answer = Client(HTTP_HOST="localhost").post(reverse("look"), {"look": "dark", "next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/"


def test_stories_of_a_brief_are_numbered_because_its_sentences_speak_of_their_numbers() -> None:
    build_embassy()
    page = html.fromstring(sign_in("ngoc").get("/").content.decode())
    numbers = [one.text_content() for one in page.xpath("//article[contains(@class, 'item')]//span[@class='item__number']")]
    assert numbers
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
