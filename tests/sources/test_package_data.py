import pytest

from chancery.common.errors import InputError
from chancery.common.mission import Place
from chancery.sources.package_data import load_identifier, phrase_languages, read_packs, read_phrases, read_weights


def test_phrase_books_ship_in_these_languages() -> None:
    assert set(phrase_languages()) >= {"en", "fr", "vi"}
    assert len(read_phrases("vi").months) == 12


def test_a_language_without_a_phrase_book_is_named() -> None:
    with pytest.raises(InputError, match="no phrase book for 'xx'; use one of en"):
        read_phrases("xx")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said that the talks would resume next week.", "en"),
        ("Le ministre a déclaré que les négociations reprendraient.", "fr"),
        ("Bộ trưởng cho biết các cuộc đàm phán sẽ nối lại vào tuần sau.", "vi"),
        ("Министр сообщил, что переговоры возобновятся.", "ru"),
        ("وقال الوزير إن المحادثات ستستأنف الأسبوع المقبل", "ar"),
        ("部长表示会谈将于下周恢复", "zh"),
        ("123 - 456", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_text_is_told_or_left_open(text: str, language: str) -> None:
    assert load_identifier(None)(text) == language


def test_answers_can_be_restricted() -> None:
    assert load_identifier(("vi", "en"))("Le ministre a déclaré que les négociations") in ("vi", "en", "")
    with pytest.raises(InputError, match="no language of"):
        load_identifier(("xx",))


def test_names_and_weights_are_read_once() -> None:
    places = (Place("XM", "state", (("en", "Maren"),)),)
    assert read_packs(places) is read_packs(list(places))
    assert read_weights() is read_weights()
