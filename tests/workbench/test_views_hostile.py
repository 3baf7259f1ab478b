"""Odd addresses and questions get a page of ours, never a fault of ours; the same on both databases."""

import pytest
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


def test_odd_addresses_and_questions_get_an_answer() -> None:
    build_embassy()
    client = sign_in("head")
    told = {address: client.get(address).status_code for address in ADDRESSES}
    assert {address: status for address, status in told.items() if status not in (200, 302, 400, 403, 404)} == {}
