"""A date where the outlet states none: from the address of the page."""

import re
from datetime import UTC, datetime

_DAY_IN_PATH = re.compile(r"(?<!\d)(20[0-4]\d|19[89]\d)([/_-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")


def date_in_address(url: str) -> datetime | None:
    """Return the day written in an address such as /2026/03/09/, 00:00 UTC; None where there is none.

    >>> date_in_address("https://courier.example/2026/03/09/rice").isoformat()
    '2026-03-09T00:00:00+00:00'
    """
    for year, parting, month, day in _DAY_IN_PATH.findall(url):
        if not parting and len(month) + len(day) < 4:
            continue
        try:
            return datetime(int(year), int(month), int(day), tzinfo=UTC)
        except ValueError:
            continue
    return None
