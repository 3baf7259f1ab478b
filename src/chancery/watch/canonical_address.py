"""One spelling for all addresses of one page."""
# ruff: noqa: SIM905  (a list of words is read and kept in order more easily as text)

from urllib.parse import parse_qsl, urlencode, urlsplit

_TRACKERS = ("utm_", "at_", "mc_", "pk_", "ns_", "ga_")
_TRACKED = frozenset(
    "fbclid gclid dclid msclkid igshid yclid twclid cmpid cid ref ref_src source src rss track ocid partner share amp".split()
)
"""Parts of a query that say how a reader came, not what is read."""


def canonical_address(url: str) -> str:
    """Return `url` without scheme, "www.", trackers and fragment; "" where it names no page of its own.

    >>> canonical_address("https://www.Courier.example/a/1/?utm_source=rss#top")
    'courier.example/a/1'
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    except ValueError:  # a broken port or bracket: no address to compare
        return ""
    kept = [(name, value) for name, value in parse_qsl(parts.query) if not _is_tracker(name)]
    path = parts.path.rstrip("/")
    if not host or not (path or kept):
        return ""
    return f"{host}{path}" + (f"?{urlencode(sorted(kept))}" if kept else "")


def _is_tracker(name: str) -> bool:
    return name.lower() in _TRACKED or name.lower().startswith(_TRACKERS)
