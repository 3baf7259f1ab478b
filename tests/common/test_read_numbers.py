"""Numbers and days as each language writes them (rooms/advise.md, section 9.2)."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.common.read_days import read_days
from chancery.common.read_numbers import read_numbers, same_number

NUMBERS = [
    ("en", "1,234.5 tonnes", [1234.5]),
    ("fr", "6,25 pour cent de cent personnes", [6.25, 100]),
    ("pt", "oito por cento", [8]),
    ("fr", "4,5 M€ et 3 m de large", [4_500_000, 3]),
    ("en", "1.2 million people", [1_200_000]),
    ("en", "a deal worth $3bn", [3e9]),
    ("en", "US$3.1bn in 2025", [3.1e9, 2025]),
    ("en", "twelve ships and a dozen boats", [12, 12]),
    ("en", "twenty-one of thirty-five", [21, 35]),
    ("en", "two hundred and fifty people", [250]),
    ("en", "mid-2025", [2025]),
    ("en", "from 2023-2025", [2023, 2025]),
    ("en", "a fall of -3.5 per cent", [-3.5]),
    ("en", "a fall of −3.5 per cent", [-3.5]),  # the sign of mathematics, U+2212
    ("en", "half a million", [500_000]),
    ("ar", "ثلاثة وعشرون شخصا", [23]),
    ("ar", "مئة وثلاثة وعشرون", [123]),
    ("en", "60 m of road, $5m of debt", [60, 5_000_000]),
    ("en", "the 21st session", [21]),
    ("en", "Q1", []),
    ("vi", "1.234,5 tấn", [1234.5]),
    ("vi", "1,2 triệu người", [1_200_000]),
    ("vi", "3 tỷ đồng", [3e9]),
    ("vi", "5 nghìn tấn, 6 ngàn tấn", [5000, 6000]),
    ("vi", "mười hai người", [12]),
    ("vi", "hai mươi mốt người", [21]),
    ("vi", "bốn công dân", [4]),
    ("vi", "năm 2026", [2026]),
    ("fr", "1 234,5 tonnes", [1234.5]),
    ("fr", "1\u202f234,5 tonnes", [1234.5]),
    ("fr", "1,2 million d'euros, 3 millions", [1_200_000, 3_000_000]),
    ("fr", "2 milliards", [2e9]),
    ("fr", "un billion d'euros, 2 billions", [1e12, 2e12]),
    ("fr", "vingt et un blessés, quatre-vingts morts", [21, 80]),
    ("es", "1.234,5 toneladas", [1234.5]),
    ("es", "3 mil millones de dólares", [3e9]),
    ("es", "1.340 millones", [1.34e9]),
    ("es", "2 billones", [2e12]),
    ("es", "treinta y dos heridos", [32]),
    ("pt", "1,2 milhão; 3 bilhões", [1_200_000, 3e9]),
    ("it", "1,2 milioni; 3 miliardi", [1_200_000, 3e9]),
    ("de", "1.234,5 Tonnen", [1234.5]),
    ("de", "2 Milliarden", [2e9]),
    ("de", "3 Billionen", [3e12]),
    ("de", "zwölf Schiffe", [12]),
    ("ru", "1 234,5 тонны", [1234.5]),
    ("ru", "2,5 млн тонн", [2_500_000]),
    ("ru", "3 млрд рублей", [3e9]),
    ("ru", "8 тыс. человек, 8 тысяч человек", [8000, 8000]),
    ("ru", "двенадцать человек; о двенадцати людях", [12, 12]),
    ("uk", "2 млн, 3 тис.", [2_000_000, 3000]),
    ("zh", "1.2万人", [12_000]),
    ("zh", "3亿元", [300_000_000]),
    ("zh", "十二人", [12]),
    ("zh", "二十三人", [23]),
    ("zh", "三百五十人", [350]),
    ("ja", "1万2千人", [12_000]),
    ("ar", "٣٨ قتيلا", [38]),
    ("ar", "١٬٢٣٤٫٥ طن", [1234.5]),
    ("ar", "3 ملايين و2 مليار", [3_000_000, 2e9]),
    ("ar", "70٪ من السكان", [70]),
    ("ar", "خمسة جرحى", [5]),
    ("fa", "۱۲۳ نفر", [123]),
    ("hi", "12,34,567", [1_234_567]),
    ("hi", "5 लाख, 2 करोड़", [500_000, 20_000_000]),
    ("en", "5 lakh, 2 crore", [500_000, 20_000_000]),
    ("bn", "৫ লাখ, ২ কোটি", [500_000, 20_000_000]),
    ("th", "๑๒ คน", [12]),
    ("th", "2 ล้านบาท", [2_000_000]),
    ("km", "១២ នាក់", [12]),
    ("lo", "໑໒ ຄົນ", [12]),
]

DAYS = [
    ("en", "on 12 March 2025", [(12, 3, 2025)]),
    ("en", "March 12 and the 1st of April", [(12, 3, None), (1, 4, None)]),
    ("en", "5 may attend, 6 march home", []),
    ("vi", "ngày 12/3/2025", [(12, 3, 2025)]),
    ("vi", "từ 1/4", [(1, 4, None)]),
    ("vi", "ngày 5 tháng 4 năm 2026", [(5, 4, 2026)]),
    ("fr", "le 1er mai 2025, 12 mars", [(1, 5, 2025), (12, 3, None)]),
    ("es", "el 12 de marzo de 2025", [(12, 3, 2025)]),
    ("de", "am 12. März", [(12, 3, None)]),
    ("ru", "12 марта 2025", [(12, 3, 2025)]),
    ("zh", "3月12日", [(12, 3, None)]),
    ("zh", "2025年3月12日", [(12, 3, 2025)]),
    ("ja", "令和7年3月12日", [(12, 3, 2025)]),
    ("ar", "12 مارس", [(12, 3, None)]),
    ("th", "12 มีนาคม 2568", [(12, 3, 2025)]),
    ("th", "๑๒ มีนาคม พ.ศ. ๒๕๖๘", [(12, 3, 2025)]),
    ("", "2025-03-12", [(12, 3, 2025)]),
    ("", "12.03.2025", [(12, 3, 2025)]),
    ("", "31/2/2025", []),
]


@pytest.mark.parametrize(("language", "text", "values"), NUMBERS)
def test_numbers_are_read_as_the_language_writes_them(language: str, text: str, values: list[float]) -> None:
    assert [number.value for number in read_numbers(text, language)] == values


@pytest.mark.parametrize(("language", "text", "days"), DAYS)
def test_days_are_read_as_the_language_writes_them(language: str, text: str, days: list[tuple[int, int, int | None]]) -> None:
    assert [(day.day, day.month, day.year) for day in read_days(text)] == days


@pytest.mark.parametrize(
    ("said", "source", "same"),
    [
        ("1.2 million", "1,234,000", True),
        ("1.3 million", "1,234,000", False),
        ("1,234,000", "1.2 million", False),
        ("12,000", "1.2万", True),
        ("2 mil millones", "2bn", True),
        ("140", "120", False),
    ],
)
def test_a_number_may_be_rounded_to_what_it_prints_and_no_further(said: str, source: str, same: bool) -> None:
    assert same_number(read_numbers(said)[0], read_numbers(source)[0]) is same


@given(st.integers(min_value=0, max_value=10**12))
def test_a_whole_number_is_read_the_same_however_it_is_grouped(value: int) -> None:
    forms = [str(value), f"{value:,}", f"{value:,}".replace(",", "\u202f")]
    assert {read_numbers(form)[0].value for form in forms} == {float(value)}


@given(st.text(max_size=200))
def test_every_number_and_day_lies_within_its_text(text: str) -> None:
    for found in (*read_numbers(text), *read_days(text)):
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize("text", ["a" * 40_000, "新华社北京电" * 7_000, "1/1/1/" * 7_000, "1 234 " * 7_000, "$1 " * 14_000])
def test_a_long_text_takes_time_by_its_length_alone(text: str) -> None:
    """Each took ten seconds and more while a pattern looked back to the start of the text."""
    started = time.process_time()
    read_days(text)
    read_numbers(text, "en")
    assert time.process_time() - started < 5
