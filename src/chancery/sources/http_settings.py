"""How we fetch: who we say we are, how much, how long, through what."""

from collections.abc import Mapping
from dataclasses import dataclass

from chancery import __version__
from chancery.common.errors import InputError
from chancery.sources.addresses import read_networks
from chancery.sources.safe_links import safe_link

AGENT = "Chancery"
"""The name robots.txt knows us by."""


@dataclass(frozen=True, slots=True)
class HttpSettings:
    """Times are in seconds, sizes in bytes of the unpacked body.

    `contact` is an address where an outlet can reach the mission's administrator, printed in the user agent. `allow` names
    networks that may be reached though they are private. `pause` is the least time between two requests to one host; `tries`
    and `backoff` say how often a failed connection is tried and how long the first wait is, each later one twice as long.
    """

    contact: str = ""
    proxy: str = ""
    allow: tuple[str, ...] = ()
    connect_timeout: float = 10.0
    read_timeout: float = 20.0
    total_timeout: float = 60.0
    max_body: int = 10_000_000
    max_redirects: int = 5
    tries: int = 3
    backoff: float = 1.0
    pause: float = 1.0

    @property
    def agent(self) -> str:
        """Who we say we are."""
        return f"{AGENT}/{__version__}" + (f" (+{self.contact})" if self.contact else "")


def read_http_settings(environment: Mapping[str, str]) -> HttpSettings:
    """Return the settings of the environment. Raises InputError that names the variable.

    They are CHANCERY_FETCH_PROXY, CHANCERY_FETCH_CONTACT and CHANCERY_FETCH_ALLOW (networks with commas between).
    """
    proxy = environment.get("CHANCERY_FETCH_PROXY", "").strip()
    contact = environment.get("CHANCERY_FETCH_CONTACT", "").strip()
    allow = tuple(part.strip() for part in environment.get("CHANCERY_FETCH_ALLOW", "").split(",") if part.strip())
    if proxy and not (proxy.startswith("http://") and safe_link(proxy)):
        raise InputError(f"{proxy!r} is no proxy; write http://host:port", field="CHANCERY_FETCH_PROXY")
    if not contact.isprintable() or not contact.isascii():
        raise InputError(
            "holds signs that no header may carry; write an address in plain letters", field="CHANCERY_FETCH_CONTACT"
        )
    read_networks(allow)
    return HttpSettings(contact=contact, proxy=proxy, allow=allow)
