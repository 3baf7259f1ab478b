"""Plain text out of other people's HTML: scripts, handlers and styles gone, blocks parted by line breaks."""

import html
import re

import nh3

MAX_TEXT = 200_000
"""Longest text of one article kept, in signs: a full issue of a gazette; longer is no article."""

_BLOCKS = {
    *("p", "br", "div", "li", "ul", "ol", "dl", "dt", "dd", "tr", "table", "blockquote", "pre", "hr", "section", "article"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "figure", "figcaption", "header", "footer", "aside"),
}
_TAG = re.compile(r"<[^>]*>")
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n[ \n]*")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def text_of_html(fragment: str) -> str:
    r"""Return the words of an HTML fragment, a line a block.

    >>> text_of_html("<p>Port <b>Lanval</b>, 9 March</p><script>alert(1)</script><p>Rice &amp; tiles</p>")
    'Port Lanval, 9 March\nRice & tiles'
    """
    if "<" not in fragment:
        return text_of_plain(html.unescape(fragment))
    clean = nh3.clean(fragment[: 4 * MAX_TEXT], tags=_BLOCKS, attributes={}, strip_comments=True)
    return text_of_plain(html.unescape(_TAG.sub("\n", clean)))


def text_of_plain(text: str) -> str:
    """Return `text` with its white space levelled and control signs gone; line breaks stay."""
    plain = _SPACES.sub(" ", _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")))
    return _BREAKS.sub("\n", plain).strip()[:MAX_TEXT]
