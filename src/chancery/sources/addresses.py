"""Which network addresses we may connect to: public ones, and those a setting names."""

import socket
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from chancery.common.errors import FetchError, InputError, RefusedError

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))  # RFC 6052, RFC 8215
_COMPATIBLE = IPv6Network("::/96")  # RFC 4291, deprecated, still routed by some stacks


def read_networks(names: tuple[str, ...]) -> tuple[Network, ...]:
    """Return the networks of a setting such as ("10.1.0.0/16", "::1"). Raises InputError on anything else."""
    try:
        return tuple(ip_network(name, strict=False) for name in names)
    except ValueError as fault:
        raise InputError("{why}; write networks such as 10.1.0.0/16", field="CHANCERY_FETCH_ALLOW", why=fault) from None


def resolve(host: str, port: int, allowed: tuple[Network, ...]) -> str:
    """Return one address of `host` that we may connect to; the caller connects to it and asks no name server again.

    Raises RefusedError where every address is private, FetchError where the name leads nowhere.
    """
    found = lookup(host, port)
    for address in found:
        if may_connect(address, allowed):
            return str(address)
    raise RefusedError(
        "{host} leads to a private address ({address}); allow its network in CHANCERY_FETCH_ALLOW if it is yours",
        host=host,
        address=found[0],
    )


def lookup(host: str, port: int) -> tuple[Address, ...]:
    """Return the addresses of a name in the order the system gives them. Raises FetchError where there is none."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise FetchError("the name {host} could not be found ({why})", retry_after=3600, host=host, why=fault) from None
    return tuple(dict.fromkeys(ip_address(str(answer[4][0]).partition("%")[0]) for answer in answers))


def may_connect(address: Address, allowed: tuple[Network, ...] = ()) -> bool:
    """Tell whether an address is public, or in a network that a setting allows; one that wraps another counts as that."""
    inner = _unwrap(address)
    if any(each in network for network in allowed for each in (address, inner) if each.version == network.version):
        return True
    return inner.is_global and not inner.is_multicast


def _unwrap(address: Address) -> Address:
    """Return the IPv4 address inside a mapped, compatible, 6to4 or NAT64 address, else the address itself."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address.sixtofour:
        return address.sixtofour
    if address in _COMPATIBLE or any(address in network for network in _NAT64):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address
