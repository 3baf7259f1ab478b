"""Scripts are told by sign; without a font who said it and when stays, and the words give way."""

import pytest
from tests.builders.briefs import article, brief, said, tongues_brief

from chancery.exports.lay_out import lay_out
from chancery.exports.scripts import font_scripts, script_name, script_of, without_scripts


@pytest.mark.parametrize(
    ("sign", "script"),
    [
        ("a", ""),
        ("ế", "Latn"),
        ("Б", "Cyrl"),
        ("ع", "Arab"),
        ("海", "Hani"),
        ("ก", "Thai"),
        ("“", "Latn"),
        (" ", ""),
        ("🚢", "Zsym"),
    ],
)
def test_each_sign_has_its_script(sign: str, script: str) -> None:
    assert script_of(sign) == script


def test_a_brief_names_the_scripts_it_uses() -> None:
    assert set(font_scripts(lay_out(tongues_brief()[0]))) == {"Latn", "Arab", "Hani", "Cyrl"}


def test_a_script_is_called_by_its_name_in_the_brief_s_language() -> None:
    assert script_name("Arab", "en") == "Arabic"
    assert script_name("Arab", "fr") == "arabe"


def test_words_of_a_missing_script_inside_a_sentence_of_ours_become_its_name() -> None:
    one = article("a1", "Words.")
    cited = said("Silent: مرآة جدوان; The Echo.", kind="note")
    (part,) = without_scripts(lay_out(brief(cited, said("Plain.", kind="note", ref="b2"))), ("Arab",)).parts
    assert [line.words for line in part.lines] == ["Silent: [Arabic]; The Echo.", "Plain."]
    assert one.text == "Words."


def test_nothing_missing_changes_nothing() -> None:
    layout = lay_out(tongues_brief()[0])
    assert without_scripts(layout, ()) is layout


def test_the_vowels_of_a_missing_script_go_with_its_letters() -> None:
    (part,) = without_scripts(lay_out(brief(said("Silent: สวัสดี.", kind="note"))), ("Thai",)).parts
    assert [line.words for line in part.lines] == ["Silent: [Thai]."]


@pytest.mark.parametrize("sign", ["\u0378", "\ue000", "\u20e3"])
def test_a_sign_of_no_script_is_not_taken_for_latin(sign: str) -> None:
    assert script_of(sign) == "Zsym"
