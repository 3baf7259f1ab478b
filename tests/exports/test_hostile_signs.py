"""What an outlet or an officer's paste may hold never breaks a file, drives a terminal or becomes markup."""

from io import BytesIO, StringIO

import pypdfium2
from docx import Document
from rich.console import Console
from tests.builders.briefs import article, brief, quote

from chancery.exports.docx import write_docx
from chancery.exports.html import write_html
from chancery.exports.pdf import write_pdf
from chancery.exports.terminal import write_terminal

HOSTILE = (
    '\x1b[2J\x1b]0;t\x07\x00\x0bRice\u202e <script>x()</script> #import "a" $b$ @c *d* \\u{0} [bold]e[/bold] {{7*7}} \ud800end'
)
SEEN = '[2J]0;tRice <script>x()</script> #import "a" $b$ @c *d* \\u{0} [bold]e[/bold] {{7*7}} end'
BRIEF = brief(quote(article("a1", HOSTILE, title=HOSTILE)))


def test_a_terminal_is_not_driven_by_a_text() -> None:
    out = StringIO()
    write_terminal(BRIEF, Console(file=out, width=400, highlight=False))
    assert SEEN in out.getvalue()
    assert "\x1b" not in out.getvalue()


def test_a_page_holds_the_words_and_no_markup_of_theirs() -> None:
    page = write_html(BRIEF)
    assert "<script>x" not in page
    assert "&lt;script&gt;x()&lt;/script&gt;" in page
    assert not {"\x00", "\x0b", "\x1b", "\u202e"} & set(page)


def test_a_document_opens_and_holds_the_words() -> None:
    document = Document(BytesIO(write_docx(BRIEF)))
    assert any(SEEN in paragraph.text for paragraph in document.paragraphs)


def test_a_pdf_prints_the_words_and_runs_none_of_them() -> None:
    pdf = pypdfium2.PdfDocument(write_pdf(BRIEF))
    printed = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf)
    for words in ('#import "a"', "$b$", "@c", "*d*", "[bold]e[/bold]", "{{7*7}}"):
        assert words in printed
