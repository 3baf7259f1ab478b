"""The brief as a Word document: real styles, the mark on every page, citations that lead to the list, fixed times."""

from datetime import UTC
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt, RGBColor

from chancery.advise.records import Brief
from chancery.exports.docx_runs import add_field, add_link, add_text, bookmark, set_direction
from chancery.exports.lay_out import Entry, Layout, Line, Part, SourceLine, is_rtl, lay_out, said_by, signature, visible

BODY, SMALL = Pt(10.5), Pt(9)
SOFT = RGBColor(0x50, 0x58, 0x63)
MARGIN = Cm(2.2)
LONGEST_PROPERTY = 255
"""Signs that python-docx takes in a property of a document."""
FIXED = (1980, 1, 1, 0, 0, 0)
"""The time written on every part of the archive: the earliest that a ZIP file can hold."""


def write_docx(brief: Brief) -> bytes:
    """Return `brief` as a DOCX file. The same brief gives the same bytes."""
    layout = lay_out(brief)
    document = Document()
    _set_styles(document)
    _set_properties(document, brief)
    _frame(document, layout)
    _head(document, layout)
    for part in layout.parts:
        _part(document, part, layout)
    document.add_heading(layout.labels["sources"], 1)
    for source in layout.sources:
        _source(document, source)
    return _packed(document)


def _set_styles(document: Any) -> None:
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    styles = document.styles
    styles["Normal"].font.size = BODY
    styles["Normal"].font.name = "Cambria"
    styles["Normal"].paragraph_format.space_after = Pt(4)
    for name, size in (("Title", Pt(20)), ("Heading 1", Pt(13)), ("Heading 2", Pt(11))):
        style = styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Cambria", size, RGBColor(0x1B, 0x1F, 0x24)
        style.element.rPr.rFonts.attrib.clear()
        style.font.name = "Cambria"


def _set_properties(document: Any, brief: Brief) -> None:
    core = document.core_properties
    title, mission = (visible(text)[:LONGEST_PROPERTY] for text in (brief.title, brief.mission_name))
    core.title, core.author, core.last_modified_by = title, mission, mission
    core.created = core.modified = brief.as_of.astimezone(UTC).replace(tzinfo=None)
    core.comments, core.language, core.revision = "", brief.language, brief.version


def _frame(document: Any, layout: Layout) -> None:
    """Put the handling mark on top of every page, mark and page number at its foot."""
    section = document.sections[0]
    above = section.header.paragraphs[0]
    above.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_text(above, f"{layout.mark.upper()} · {layout.state}", bold=True, size=SMALL)
    below = section.footer.paragraphs[0]
    below.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_text(below, f"{layout.mark.upper()} · {layout.labels['page']} ", size=SMALL)
    add_field(below, "PAGE", SMALL)
    add_text(below, f" {layout.labels['of']} ", size=SMALL)
    add_field(below, "NUMPAGES", SMALL)


def _head(document: Any, layout: Layout) -> None:
    title = document.add_paragraph(style="Title")
    add_text(title, layout.title)
    about = document.add_paragraph()
    add_text(about, f"{layout.mission}. {layout.moment}", color=SOFT)


def _part(document: Any, part: Part, layout: Layout) -> None:
    document.add_heading(part.title, 1)
    for line in part.lines:
        _line(document.add_paragraph(style="List Bullet"), (line,), layout)
    for place, entry in enumerate(part.entries, 1):
        _entry(document, entry, place, layout)


def _entry(document: Any, entry: Entry, place: int, layout: Layout) -> None:
    heading = document.add_heading(level=2)
    add_text(heading, f"{place}. ")
    _words(heading, entry.heading, layout)
    if entry.signed:
        add_text(heading, f" {signature(entry.heading)}", bold=False, color=SOFT)
    _numbers(heading, entry.heading)
    for paragraph in entry.paragraphs:
        _line(document.add_paragraph(), paragraph, layout)
    if entry.why:
        add_text(document.add_paragraph(), entry.why, italic=True, size=SMALL, color=SOFT)


def _line(paragraph: Any, lines: tuple[Line, ...], layout: Layout) -> None:
    first = lines[0]
    before = said_by(first, layout.labels)
    set_direction(paragraph, rtl=is_rtl(before + first.words))
    if before:
        add_text(paragraph, before, bold=first.tone != "quote", color=SOFT if first.tone == "quote" else None)
    for line in lines:
        if line is not first:
            add_text(paragraph, " ")
        _words(paragraph, line, layout)
        if line.weight:
            add_text(paragraph, f" ({line.weight})", color=SOFT)
        _numbers(paragraph, line)


def _words(paragraph: Any, line: Line, layout: Layout) -> None:
    aside = line.tone == "aside"
    words = layout.labels.quote(line.words) if line.tone == "quote" else line.words
    add_text(paragraph, words, lang=line.lang, rtl=line.rtl, size=SMALL if aside else None, color=SOFT if aside else None)


def _numbers(paragraph: Any, line: Line) -> None:
    for number in line.numbers:
        add_text(paragraph, " ")
        add_link(paragraph, f"[{number}]", anchor=f"source{number}", size=SMALL)


def _source(document: Any, source: SourceLine) -> None:
    paragraph = document.add_paragraph()
    bookmark(paragraph, f"source{source.number}", source.number)
    add_text(paragraph, f"[{source.number}] ", size=SMALL)
    if source.url:
        add_link(paragraph, source.title, url=source.url, lang=source.lang, rtl=source.rtl, size=SMALL)
    else:
        add_text(paragraph, source.title, lang=source.lang, rtl=source.rtl, size=SMALL)
    outlet = f". {source.outlet}" if source.outlet else ""
    add_text(paragraph, f"{outlet}, {source.day}", size=SMALL, color=SOFT, rtl=is_rtl(source.outlet))


def _packed(document: Any) -> bytes:
    """Return the archive with one fixed time on every part."""
    loose, packed = BytesIO(), BytesIO()
    document.save(loose)
    with ZipFile(loose) as before, ZipFile(packed, "w", ZIP_DEFLATED) as after:
        for part in before.infolist():
            after.writestr(ZipInfo(part.filename, FIXED), before.read(part), ZIP_DEFLATED)
    return packed.getvalue()
