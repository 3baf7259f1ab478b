"""Every sentence of the pages is in the Vietnamese catalogue, translated, with the same slots; and the pages speak it."""

import ast
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel.messages.pofile import read_po
from django.test import Client
from django.utils import timezone, translation
from scripts.make_messages import (
    CATALOGUES,
    SAID,
    Sentence,
    collect,
    list_rooms,
    make_template,
    missing,
    read_python,
    read_template,
)

from chancery.advise.read_kinds import Kind, tell_kind
from chancery.common.said import Said
from chancery.common.said import say as tell
from chancery.workbench.templatetags.humane import signs
from chancery.workbench.words import say_reason

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


def test_every_sentence_below_the_pages_has_a_translation_with_its_slots() -> None:
    with CATALOGUE.open("rb") as written:
        kept = read_po(written, locale="vi")
    sentences = [each.text for path in list_rooms() for each in read_python(path.read_text(encoding="utf-8"), path.name)]
    assert {"nothing new since {moment}", "cites {ref}, which is not stored here", "the injured", "a rank"} < set(sentences)
    for sentence in sentences:
        message = kept.get(sentence)
        assert message is not None, sentence
        assert message.string, sentence
        assert sorted(SLOT.findall(sentence)) == sorted(SLOT.findall(str(message.string))), sentence


def test_no_sentence_below_the_pages_is_put_together_where_it_cannot_be_collected() -> None:
    built = []
    for path in list_rooms():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAID and node.args:
                built += [f"{path.name}:{node.lineno}"] if isinstance(node.args[0], ast.JoinedStr | ast.BinOp) else []
    assert built == []


def test_only_words_of_ours_are_translated_within_a_sentence_and_moments_are_written_as_the_reader_does() -> None:
    kind = Kind(money=frozenset({"EUR"}), fates=frozenset({"the injured"}))
    told = (
        tell("nothing new since {moment}", moment="2026-03-11"),
        tell("nothing new since {moment}", moment="2026-03-11 20:30 UTC"),
        tell("refused: {why}", why=tell("larger than {most} MB", most=10)),
        tell("“{words}” is not named in what this statement cites", words="Public"),
        tell(
            "the number “{words}” is of {kind}; in what this statement cites it is of {other}",
            words="9",
            kind=tell_kind(kind),
            other="",
        ),
        tell(
            "cites {ref}, which is kept to its readers ({readers}), and a brief is for the whole mission: "
            "cite what all may read, or end its reader list",
            ref="c1",
            readers="head_of_mission, political",
        ),
        Said("not {ours}"),
    )
    with translation.override("vi"), timezone.override(ZoneInfo("Asia/Bangkok")):
        assert [say_reason((each,)) for each in told] == [
            "không có bài mới từ 11 tháng 3 năm 2026",
            "không có bài mới từ 03:30, 12 tháng 3 năm 2026",
            "bị từ chối: lớn hơn 10 MB",
            "“Public” không được nhắc đến trong nguồn mà câu này dẫn",
            "con số “9” ở đây chỉ: EUR, người bị thương; trong nguồn mà câu này dẫn lại chỉ: ",
            (
                "có dẫn c1, hồ sơ chỉ dành cho một số người đọc (Trưởng cơ quan đại diện, political), trong khi bản tin "
                "dành cho cả cơ quan: hãy dẫn nguồn mọi người đều được đọc, hoặc bỏ danh sách người đọc của hồ sơ"
            ),
            "not {ours}",
        ]
    assert str(told[1]) == "nothing new since 2026-03-11 20:30 UTC"


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


def test_large_numbers_have_their_groups_in_both_languages() -> None:
    with translation.override("vi"):
        assert signs(97_349) == "97.349 ký tự"
    with translation.override("en"):
        assert signs(97_349) == "97,349 characters"


@pytest.mark.django_db
def test_the_door_speaks_vietnamese_to_a_vietnamese_browser() -> None:
    with translation.override("en"):  # what the browser asks for would stay for the tests that follow
        page = Client(HTTP_HOST="localhost").get("/sign-in/", HTTP_ACCEPT_LANGUAGE="vi").content.decode()
    assert '<html lang="vi"' in page
    assert "Đăng nhập" in page


def test_a_refusal_is_said_in_the_readers_language_with_its_values_and_never_half_in_english() -> None:
    from chancery.common.errors import BlockedBrief, InputError, RefusedError
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
        blocked = BlockedBrief(
            ("b1: cites c1, which is not stored here",), (tell("cites {ref}, which is not stored here", ref="c1"),)
        )
        assert say(blocked) == "Bản tin chưa thể phát hành hay xuất ra: có dẫn c1, nhưng trong kho không có"
        assert "Nhạy cảm" in say(above.value)
        assert "note" not in say(above.value)
    with translation.override("en"):
        assert say(newer) == "Version 7 is newer than the one you looked at; read it first."
        assert say(RefusedError("“{x}” is none", x="{y}")) == "“{y}” is none."
