"""Links we keep: http and https only, with a host, and nothing hidden in them."""

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

MAX_LINK = 2_000
"""Longest address kept, in signs: what every browser and our own column still take."""

_HIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\\<>\"`{}^|]")


def safe_link(link: str, base: str = "") -> str:
    """Return `link` resolved against `base` where it is http or https, without user and password; else "".

    >>> safe_link("../news/1", "https://courier.example/feeds/all.xml")
    'https://courier.example/news/1'
    >>> safe_link("javascript:alert(1)", "https://courier.example/")
    ''
    """
    try:
        whole = urljoin(base, link.strip()) if base else link.strip()
        parts = urlsplit(whole)
        port = f":{parts.port}" if parts.port else ""
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host or len(whole) > MAX_LINK:
        return ""
    host = f"[{host}]" if ":" in host else host
    kept = urlunsplit((parts.scheme.lower(), host + port, parts.path or "/", parts.query, parts.fragment))
    return _HIDDEN.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), kept)
