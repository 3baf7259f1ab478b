"""The Word document: real styles, mark and page number on every page, right-to-left runs, the same bytes."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from tests.builders.briefs import TONGUES, tongues_brief

from chancery.exports.docx import write_docx

BRIEF = tongues_brief()[0]


def test_headings_are_headings_and_every_word_is_there() -> None:
    document = Document(BytesIO(write_docx(BRIEF)))
    styles = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]
    assert ("Title", "Daily brief, 17 March 2026") in styles
    assert [text for style, text in styles if style == "Heading 1"] == ["What is happening", "Sources"]
    whole = "\n".join(text for _, text in styles)
    assert all(text in whole for text, _ in TONGUES.values())


def test_the_mark_stands_on_every_page_with_its_number() -> None:
    section = Document(BytesIO(write_docx(BRIEF))).sections[0]
    assert section.header.paragraphs[0].text == "PUBLIC · Draft"
    foot = section.footer._element.xml
    assert "PAGE" in foot
    assert "NUMPAGES" in foot


def test_arabic_runs_from_right_to_left_and_languages_are_named() -> None:
    body = _part("word/document.xml")
    assert '<w:rtl/><w:lang w:bidi="ar"/>' in body
    assert '<w:lang w:eastAsia="zh"/>' in body
    assert '<w:lang w:val="ru"/>' in body


def test_a_number_leads_to_the_list_and_a_title_to_its_address() -> None:
    body = _part("word/document.xml")
    assert '<w:hyperlink w:anchor="source1">' in body
    assert 'w:name="source1"' in body
    assert "https://tribune.example/a-vi" in _part("word/_rels/document.xml.rels")


def test_the_same_brief_gives_the_same_bytes_at_any_hour() -> None:
    assert write_docx(BRIEF) == write_docx(BRIEF)
    with ZipFile(BytesIO(write_docx(BRIEF))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "2026-03-17T06:30:00Z" in _part("docProps/core.xml")


def _part(name: str) -> str:
    with ZipFile(BytesIO(write_docx(BRIEF))) as archive:
        return archive.read(name).decode()


def test_a_name_that_no_property_can_hold_is_cut_and_cleaned() -> None:
    made = Document(BytesIO(write_docx(replace(BRIEF, mission_name="\x00Embassy " + "n" * 300))))
    assert made.core_properties.author == "Embassy " + "n" * 247
