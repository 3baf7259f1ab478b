"""What the headers of an answer say: when to come back, and what may not be mined."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from chancery.common.said import Said, say

MAX_VALIDATOR = 500
"""Longest ETag or Last-Modified kept, in signs."""

NO_MINING = ("noai", "notdm")
"""Rules of X-Robots-Tag and of a page's robots tag by which an outlet keeps machines from mining its text."""

CHALLENGES = (
    b"cf-chl",
    b"challenge-platform",
    b"g-recaptcha",
    b"h-captcha",
    b"px-captcha",
    b"ddos-guard",
    b"_incapsula_resource",
)
"""What the pages of the common services hold that let only persons in."""


def read_retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds after which a host asks us to come back, None where it does not say; a date counts from its `Date`."""
    stated = headers.get("retry-after", "").strip()
    if stated.isdecimal():
        return float(stated[:9])
    then, here = _read_date(stated), _read_date(headers.get("date", ""))
    return max((then - here).total_seconds(), 0.0) if then and here else None


def plain_header(headers: Mapping[str, str], name: str) -> str:
    """Return a header that is sent back to its host as it came, "" where it holds what no header may carry."""
    value = headers.get(name, "").strip()
    return value if value.isascii() and value.isprintable() and len(value) <= MAX_VALIDATOR else ""


def is_challenge(headers: Mapping[str, str], body: bytes) -> bool:
    """Tell whether an answer is a page that wants a person to prove it is one. Such a page is reported, never evaded."""
    if "challenge" in headers.get("cf-mitigated", "") or headers.get("x-amzn-waf-action", "") in ("challenge", "captcha"):
        return True
    head = body[:20_000].lower()
    return b"<html" in head and any(sign in head for sign in CHALLENGES)


def is_reserved(headers: Mapping[str, str], agent: str) -> Said | None:
    """Return how the headers of an answer reserve it against text mining, None where they do not.

    Known are `TDM-Reservation: 1` (W3C group, TDM Reservation Protocol) and `X-Robots-Tag: noai`, alone or for our agent.
    """
    if headers.get("tdm-reservation", "").strip() == "1":
        return reserved_by("TDM-Reservation: 1")
    for told in headers.get("x-robots-tag", "").lower().split(","):
        name, parted, rule = told.rpartition(":")
        if rule.strip() in NO_MINING and (not parted or name.strip() in ("*", agent.lower())):
            return reserved_by(f"X-Robots-Tag: {rule.strip()}")
    return None


def reserved_by(rule: str) -> Said:
    """Say that an outlet reserves its text, and by which rule."""
    return say("the outlet reserves text mining ({rule})", rule=rule)


def _read_date(stated: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(stated)
    except (ValueError, TypeError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
