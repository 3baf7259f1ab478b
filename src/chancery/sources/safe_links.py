"""Links we keep: http and https only, with a host, and nothing hidden in them."""

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

MAX_LINK = 2_000
"""Longest address kept, in signs: what every browser and our own column still take."""

_UNPLAIN = re.compile(r"[^\x21-\x7e]|[\\<>\"`{}^|]")
"""Signs that no address holds as they are (RFC 3986, section 2), letters of other scripts among them."""


def safe_link(link: str, base: str = "") -> str:
    """Return `link` resolved against `base` where it is http or https, without user and password, in plain letters; else "".

    >>> safe_link("../news/1", "https://courier.example/feeds/all.xml")
    'https://courier.example/news/1'
    >>> safe_link("javascript:alert(1)", "https://courier.example/")
    ''
    """
    try:
        whole = urljoin(base, link.strip()) if base else link.strip()
        parts = urlsplit(whole)
        port = f":{parts.port}" if parts.port else ""
        host = _plain_host(parts.hostname or "")
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host:
        return ""
    kept = urlunsplit((parts.scheme.lower(), host + port, parts.path or "/", parts.query, parts.fragment))
    plain = _UNPLAIN.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode("utf-8", "replace")), kept)
    return plain if len(plain) <= MAX_LINK else ""


def _plain_host(host: str) -> str:
    """Return a host in plain letters (IDNA), a number of IPv6 in its brackets."""
    return f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")
