"""Every sentence of the pages is in the Vietnamese catalogue, translated, with the same slots; and the pages speak it."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.test import Client
from django.utils import translation
from scripts.make_messages import CATALOGUES, Sentence, collect, make_template, missing, read_python, read_template

SLOT = re.compile(r"%\(\w+\)s|%[sd]|<[^>]+>|\{\w+\}")
CATALOGUE = CATALOGUES / "vi" / "LC_MESSAGES" / "django.po"


def test_the_catalogue_holds_exactly_todays_sentences() -> None:
    with CATALOGUE.open("rb") as written:
        kept = read_po(written, locale="vi")
    today = {(message.id, message.context) for message in make_template(collect()) if message.id}
    there = {(message.id, message.context) for message in kept if message.id}
    assert today - there == set(), "run `python scripts/make_messages.py` and translate what it lists"
    assert there - today == set(), "run `python scripts/make_messages.py`"


def test_every_sentence_is_translated_and_none_is_doubtful() -> None:
    with CATALOGUE.open("rb") as written:
        kept = read_po(written, locale="vi")
    assert missing(kept) == []
    assert [message.id for message in kept if message.id and message.fuzzy] == []


def test_every_translation_keeps_its_slots() -> None:
    with CATALOGUE.open("rb") as written:
        for message in read_po(written, locale="vi"):
            if message.id:
                asked = message.id[-1] if isinstance(message.id, tuple) else message.id
                told = message.string[0] if isinstance(message.string, tuple) else message.string
                assert sorted(SLOT.findall(asked)) == sorted(SLOT.findall(told)), message.id


def test_templates_and_python_are_read_for_their_sentences() -> None:
    template = """{% translate "Today" %}{% translate 'Close' context "account" %}
        {% blocktranslate count n=x %}{{ n }} day at 5%{% plural %}{{ n }} days at 5%{% endblocktranslate %}"""
    assert [(each.text, each.many, each.context) for each in read_template(template, "t")] == [
        ("Today", "", ""),
        ("Close", "", "account"),
        ("%(n)s day at 5%%", "%(n)s days at 5%%", ""),
    ]
    python = 'x = _("One" " two")\nngettext("%d a", "%d b", n)\nraise InputError("is empty", field="x")\nprint("no")\n_(name)\n'
    assert list(read_python(python, "p")) == [
        Sentence("One two", "", "", "p"),
        Sentence("%d a", "%d b", "", "p"),
        Sentence("is empty", "", "", "p"),
    ]


def test_no_template_holds_a_sentence_that_cannot_be_translated() -> None:
    folder = Path(CATALOGUES).parent / "templates"
    bare = {}
    for path in sorted(folder.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"\{%\s*blocktranslate.*?endblocktranslate\s*%\}", "", text, flags=re.DOTALL)
        text = re.sub(r"\{%\s*block sheet\s*%\}[\w-]*", "", text)
        text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|<script.*?</script>|<code>.*?</code>|<kbd>.*?</kbd>", "", text, flags=re.DOTALL)
        words = re.findall(r"[^\W\d_]{3,}", re.sub(r"<[^>]*>", " ", text))
        bare |= {path.relative_to(folder).as_posix(): left} if (left := set(words) - {"doctype", "Chancery"}) else {}
    assert bare == {}


@pytest.mark.django_db
def test_the_door_speaks_vietnamese_to_a_vietnamese_browser() -> None:
    page = Client(HTTP_HOST="localhost").get("/sign-in/", HTTP_ACCEPT_LANGUAGE="vi").content.decode()
    assert '<html lang="vi"' in page
    assert "Đăng nhập" in page


def test_a_refusal_is_said_in_the_readers_language_with_its_values_and_never_half_in_english() -> None:
    from chancery.common.errors import InputError, RefusedError
    from chancery.common.mark import refuse_above
    from chancery.workbench.words import say

    newer = RefusedError("version {version} is newer than the one you looked at; read it first", version=7)
    with pytest.raises(RefusedError) as above:
        refuse_above("sensitive", "official", "the note")
    with translation.override("vi"):
        assert say(RefusedError("nobody wrote this down: {x}", x=7)).startswith("Không thực hiện được")
        assert say(RefusedError("this version is released already")) == "Phiên bản này đã được phát hành."
        assert "phiên bản 7" in say(newer).lower()
        assert say(InputError("is empty", field="text")) == "Đang để trống."
        assert "Nhạy cảm" in say(above.value)
        assert "note" not in say(above.value)
    with translation.override("en"):
        assert say(newer) == "Version 7 is newer than the one you looked at; read it first."
        assert say(RefusedError("“{x}” is none", x="{y}")) == "“{y}” is none."
