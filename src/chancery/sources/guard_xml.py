"""The look at an XML text before any parser sees it: what is its root, and does it try to bring entities along."""

import re
from dataclasses import dataclass

from chancery.common.said import Said, say

BARE_DOCTYPES = re.compile(
    r"""(PUBLIC\s*(["'])-//Netscape[ \w]*//DTD RSS 0\.9\d?//EN\2"""
    r"""|SYSTEM\s*(["'])https?://(my\.netscape\.com/publish/formats|www\.rssboard\.org)/rss-0\.9\d?\.dtd\3)""",
    re.IGNORECASE,
)
"""The document type of RSS 0.91 by its public name or its two known addresses. It defines only accents and is never fetched."""

_ROOT = re.compile(r"<([^\W\d][\w.:-]{0,200})")
_OUTSIDE = re.compile(r"\b(PUBLIC|SYSTEM)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prolog:
    """What stands before the root of a document. `refused` says why it must not be parsed, else None.

    `root` is the local name of the root element in lower case, `body` the text from the root on.
    """

    root: str
    body: str
    refused: Said | None = None


def read_prolog(text: str) -> Prolog:
    """Return what comes before the root, with every declaration judged and none kept. Reads each sign once."""
    place = text.find("<")
    while place >= 0:
        if root := _ROOT.match(text, place):
            return Prolog(root[1].rpartition(":")[2].lower(), text[place:])
        if text.startswith("<!--", place):
            end = text.find("-->", place)
        elif text.startswith("<?", place):
            end = text.find("?>", place)
        elif text.startswith("<!", place):
            end, refused = _read_declaration(text, place)
            if refused:
                return Prolog("", "", refused)
        else:
            end = place + 1
        place = text.find("<", end) if end >= 0 else -1
    return Prolog("", "")


def _read_declaration(text: str, place: int) -> tuple[int, Said | None]:
    """Return where the declaration at `place` ends and why it is refused, None where it is harmless."""
    end, subset = _end_of_declaration(text, place)
    words = text[place:end]
    if words[:9].upper() != "<!DOCTYPE":
        told = say("a declaration outside a document type ({words})", words=words[:9].strip())
        return end, told if words[2:8].upper() == "ENTITY" else None
    if subset:
        return end, Said("its document type has an internal subset, which can define entities")
    outside = _OUTSIDE.search(words)
    if outside is None or words[9:].strip()[:4].lower() == "html" or BARE_DOCTYPES.search(words):
        return end, None
    return end, Said("its document type names an outside entity")


def _end_of_declaration(text: str, place: int) -> tuple[int, bool]:
    """Return the place after `>` of a declaration and whether `[` opens a subset in it; signs in quotes do not count."""
    quote = ""
    for end in range(place, min(len(text), place + 2_000)):
        sign = text[end]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign == "[":
            return end + 1, True
        elif sign == ">":
            return end + 1, False
    return min(len(text), place + 2_000), False
