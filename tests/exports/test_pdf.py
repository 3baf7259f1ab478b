"""PDF/A: Vietnamese and Russian with no font installed; a script without a font falls back visibly, or is refused."""

from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from tests.builders.briefs import TONGUES, article, brief, quote, tongues_brief

from chancery.common.errors import NotComputable
from chancery.exports.pdf import write_pdf

BRIEF = tongues_brief()[0]
FONTS = next((path.parent for path in Path("/usr/share/fonts").rglob("DejaVuSans.ttf")), None)


@cache
def _pages() -> str:
    document = pypdfium2.PdfDocument(write_pdf(BRIEF, system_fonts=False))
    return "\n".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


@pytest.mark.parametrize("lang", ["vi", "fr", "ru"])
def test_the_built_in_font_shows_latin_vietnamese_and_cyrillic(lang: str) -> None:
    assert TONGUES[lang][0] in _pages()


def test_without_a_font_outlet_date_and_number_stand_in_place_of_the_words() -> None:
    text = _pages()
    assert "tribune.example, 17 March 2026 (words in Han, shown in the HTML, DOCX and JSON of this brief) [4]" in text
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in text)


def test_one_visible_note_names_the_fonts_to_install() -> None:
    assert _pages().count("Install the font Noto Serif CJK and export again") == 1


def test_strict_refuses_and_names_the_font() -> None:
    with pytest.raises(NotComputable, match=r"no installed font shows Hani; install Noto Serif CJK"):
        write_pdf(BRIEF, strict=True, system_fonts=False)


@pytest.mark.skipif(FONTS is None, reason="no DejaVuSans.ttf below /usr/share/fonts")
def test_a_font_in_a_folder_that_is_named_is_used() -> None:
    lao = brief(quote(article("a1", "ທະເລສະຫງົບໃນມື້ນີ້", lang="lo")))
    with pytest.raises(NotComputable, match="Noto Serif Lao"):
        write_pdf(lao, strict=True, system_fonts=False)
    assert write_pdf(lao, strict=True, font_folders=[FONTS] if FONTS else (), system_fonts=False).startswith(b"%PDF")


def test_a_brief_whose_scripts_are_covered_has_no_note_and_passes_strict() -> None:
    plain = brief(quote(article("a1", "The hearing stands on 24 March.")))
    assert write_pdf(plain, strict=True, system_fonts=False).startswith(b"%PDF-1.7")


def test_the_file_says_it_is_an_archive_copy_and_is_the_same_each_time() -> None:
    made = write_pdf(BRIEF, system_fonts=False)
    assert b"pdfaid:conformance" in made
    assert made == write_pdf(BRIEF, system_fonts=False)


def test_other_peoples_words_cannot_become_markup() -> None:
    hostile = article("a1", '#panic("x") $x$ *b* \\ [link] @ref <label> // words of ours.')
    document = pypdfium2.PdfDocument(write_pdf(brief(quote(hostile)), system_fonts=False))
    assert '#panic("x")' in document[0].get_textpage().get_text_range()


@pytest.mark.parametrize("words", ["Votes 1\ufe0f\u20e3 to 2\ufe0f\u20e3", "Calm \u0951 seas", "สวัสดี", "Sea\u0378 calm"])
def test_one_odd_sign_in_a_title_never_costs_the_whole_page(words: str) -> None:
    made = write_pdf(brief(quote(article("a1", f"{words} at Đà Nẵng", title=words))), system_fonts=False)
    assert made.startswith(b"%PDF")


def test_a_sign_of_no_script_leaves_the_words_of_others() -> None:
    two = brief(quote(article("a1", "Odd \u0378 sign")), quote(article("a2", "Biển lặng ở Đà Nẵng.", lang="vi"), ref="b2"))
    document = pypdfium2.PdfDocument(write_pdf(two, system_fonts=False))
    assert "Biển lặng ở Đà Nẵng." in document[0].get_textpage().get_text_range()
