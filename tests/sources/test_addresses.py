from ipaddress import ip_address

import pytest

from chancery.common.errors import FetchError, InputError, RefusedError
from chancery.sources.addresses import may_connect, read_networks, resolve


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "224.0.0.1",
            "255.255.255.255",
        ),
        *("::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1"),
        *("2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a00:1"),
    ],
)
def test_no_private_address_is_reached_however_it_is_wrapped(address: str) -> None:
    assert not may_connect(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses_are_reached(address: str) -> None:
    assert may_connect(ip_address(address))


def test_a_setting_allows_a_network_and_no_other() -> None:
    allowed = read_networks(("10.1.0.0/16", "::1"))
    assert may_connect(ip_address("10.1.2.3"), allowed)
    assert may_connect(ip_address("::ffff:10.1.2.3"), allowed)
    assert may_connect(ip_address("::1"), allowed)
    assert not may_connect(ip_address("10.2.0.1"), allowed)


def test_a_name_that_leads_home_is_refused() -> None:
    with pytest.raises(RefusedError, match="localhost leads to a private address"):
        resolve("localhost", 80, ())


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f.1", "0177.0.0.1"])
def test_other_spellings_of_home_are_refused_too(host: str) -> None:
    with pytest.raises((RefusedError, FetchError)):
        resolve(host, 80, ())


def test_a_name_that_leads_nowhere_is_a_fault_of_the_fetch() -> None:
    with pytest.raises(FetchError, match="could not be found"):
        resolve("no-such-name.invalid", 80, ())


def test_a_network_that_is_none_is_named() -> None:
    with pytest.raises(InputError, match="CHANCERY_FETCH_ALLOW"):
        read_networks(("office",))
