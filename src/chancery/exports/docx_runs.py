"""Runs, links, fields and bookmarks of a Word document that python-docx has no words for."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor

LINK = RGBColor(0x0B, 0x53, 0x94)
EAST_ASIAN = frozenset({"zh", "ja", "ko"})


def add_text(
    paragraph: Any,
    text: str,
    *,
    lang: str = "",
    rtl: bool = False,
    bold: bool | None = None,
    italic: bool | None = None,
    size: Any = None,
    color: RGBColor | None = None,
) -> Any:
    """Add a run of text in one language and direction, and return it."""
    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic
    if size:
        run.font.size = size
    if color is not None:
        run.font.color.rgb = color
    _speak(run, lang, rtl, size)
    return run


def add_link(
    paragraph: Any, text: str, *, url: str = "", anchor: str = "", lang: str = "", rtl: bool = False, size: Any = None
) -> None:
    """Add words that lead to an address outside, or to a bookmark inside."""
    link = OxmlElement("w:hyperlink")
    if url:
        link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    else:
        link.set(qn("w:anchor"), anchor)
    run = add_text(paragraph, text, lang=lang, rtl=rtl, size=size, color=LINK)
    link.append(run._r)
    paragraph._p.append(link)


def add_field(paragraph: Any, code: str, size: Any) -> None:
    """Add a field that Word works out: PAGE, NUMPAGES."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("text", "1"), ("end", "")):
        run = paragraph.add_run(text if kind == "text" else "")
        run.font.size = size
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif not kind:
            instruction = OxmlElement("w:instrText")
            instruction.text = f" {text} "
            run._r.append(instruction)


def bookmark(paragraph: Any, name: str, number: int) -> None:
    """Mark a paragraph so that links can lead to it."""
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), name)
        paragraph._p.append(mark)


def set_direction(paragraph: Any, *, rtl: bool) -> None:
    """Let a paragraph run from right to left where its first words do."""
    if rtl:
        properties = paragraph._p.get_or_add_pPr()
        properties.append(OxmlElement("w:bidi"))


def _speak(run: Any, lang: str, rtl: bool, size: Any) -> None:
    """Tell Word the language of a run, and that it runs from right to left."""
    properties = run._r.get_or_add_rPr()
    if rtl and size:
        complex_size = OxmlElement("w:szCs")
        complex_size.set(qn("w:val"), str(int(size.pt * 2)))
        properties.append(complex_size)
    if rtl:
        properties.append(OxmlElement("w:rtl"))
    if lang:
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:bidi" if rtl else "w:eastAsia" if lang in EAST_ASIAN else "w:val"), lang)
        properties.append(spoken)
