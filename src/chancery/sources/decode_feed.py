"""Bytes of a feed become text: by its byte order mark, what the server says, what the file says, or what it turns out to be."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = (  # what "<?xm" looks like where there is no mark: XML 1.0, appendix F
    (b"\x3c\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00\x3c", "utf-32-be"),
    (b"\x3c\x00", "utf-16-le"),
    (b"\x00\x3c", "utf-16-be"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
)
_DECLARED = re.compile(r"""^\s*<\?xml\s[^>]*?encoding\s*=\s*["']\s*([\w.:-]+)\s*["']""", re.ASCII)
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.ASCII | re.IGNORECASE)
_WIDER = {  # what software writes and what it means: the superset browsers use (WHATWG Encoding)
    **dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii", "iso8859-1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("ks_c_5601-1987", "euc-kr"), "cp949"),
    **dict.fromkeys(("shift_jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("big5",), "big5hkscs"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("tis-620", "iso-8859-11"), "cp874"),
}
_TEXT_ONLY = {
    "hex",
    "base64",
    "bz2",
    "zlib",
    "rot13",
    "quopri",
    "uu",
    "idna",
    "punycode",
    "unicode_escape",
    "raw_unicode_escape",
}


def decode_feed(body: bytes, content_type: str = "") -> str:
    """Return the text of `body`. Never raises: a byte that fits no encoding becomes U+FFFD.

    The order is that of RFC 7303: byte order mark, charset of the `Content-Type`, the file's own declaration, UTF-8; a
    declaration that the bytes contradict, or of a Latin encoding, gives way to UTF-8 where that fits, else to Windows-1252.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    plain = body.lstrip(b" \t\r\n")
    family = next((encoding for sign, encoding in _UNMARKED if plain.startswith(sign)), "")
    if family:
        return body[len(body) - len(plain) :].decode(family, "replace")
    head = plain[:400].decode("latin-1")
    names = [match[1] for match in (_CHARSET.search(content_type), _DECLARED.search(head)) if match]
    if any(_WIDER.get(name.lower()) == "cp1252" for name in names):
        names.insert(0, "utf-8")  # said by software that does not know better; bytes that fit UTF-8 by chance are very rare
    for name in (*names, "utf-8"):
        text = _try(body, name)
        if text is not None:
            return text
    return body.decode("utf-8", "replace") if _mostly_utf8(body) else body.decode("cp1252", "replace")


def _try(body: bytes, name: str) -> str | None:
    lowered = name.lower()
    try:
        encoding = codecs.lookup(_WIDER.get(lowered, lowered)).name
        if encoding.replace("-", "_") in _TEXT_ONLY or encoding.startswith(("utf-16", "utf-32")):
            return None
        return body.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None


def _mostly_utf8(body: bytes) -> bool:
    """Tell whether at most one sign in a hundred is damaged, as where a feed was cut in the middle of a sign."""
    text = body.decode("utf-8", "replace")
    return text.count("\ufffd") * 100 <= sum(sign > "\x7f" for sign in text)
