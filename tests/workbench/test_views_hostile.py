"""Odd addresses and questions get a page of ours, never a fault of ours; the same on both databases."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.workbench.embassy import build_embassy, sign_in

pytestmark = pytest.mark.django_db

ADDRESSES = (
    "/article/%00",
    "/story/%00",
    "/stories/?country=%00&theme=%00&language=%00",
    "/stories/?page=-1",
    "/stories/?page=99999999999999999999",
    "/stories/?page=abc",
    "/search/?words=%00",
    "/search/?words=%22",
    "/search/?words=AND+OR+NOT+NEAR(",
    "/search/?words=*%5E:(-%27%3A%2A%26%7C!",
    "/search/?words=" + "a" * 5_000,
    "/search/?words=cabinet&page=99999999999999999999",
    "/conversations/%00/",
    "/briefs/%00/",
)


NUMBERS = ("-1", "9" * 30, "9" * 5_000, "0" * 5_000, "٣", "²", "")


def test_odd_numbers_in_forms_and_addresses_get_an_answer() -> None:
    embassy = build_embassy()
    client, keeper = sign_in("head"), sign_in("vera")
    told = {}
    for number in NUMBERS:
        told["release", number[:9]] = client.post(f"/brief/release/{embassy.brief}", {"version": number}).status_code
        out = {"block": embassy.block, "based_on": number}
        told["take out", number[:9]] = client.post(f"/brief/take-out/{embassy.brief}", out).status_code
        told["keep", number[:9]] = client.post("/sources/keep/", {"days": number}).status_code
        told["reset", number[:9]] = keeper.post(f"/people/{number}/reset/").status_code
    assert {asked: status for asked, status in told.items() if status not in (302, 400, 403, 404)} == {}
    assert client.get(f"/brief/{embassy.brief}?version={embassy.version + 1}").status_code == 403


def test_a_file_that_nobody_asked_for_is_never_written_to_the_disk(settings, tmp_path) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "not there"
    file = SimpleUploadedFile("much.bin", b"x" * (settings.FILE_UPLOAD_MAX_MEMORY_SIZE + 1))
    assert Client(HTTP_HOST="localhost").post("/sign-in/", {"username": "x", "much": file}).status_code == 200


def test_odd_addresses_and_questions_get_an_answer() -> None:
    build_embassy()
    client = sign_in("head")
    told = {address: client.get(address).status_code for address in ADDRESSES}
    assert {address: status for address, status in told.items() if status not in (200, 302, 400, 403, 404)} == {}
