"""Sentences end where the language ends them, and every sign keeps its place."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.advise import split_sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Lee met the U.S. envoy on 3 May. They left.", 2),
        ("He paid 1.5 million. Prices rose 3.2 per cent.", 2),
        ("Ông Nguyễn ở TP. Hồ Chí Minh phát biểu. Cuộc họp kết thúc.", 2),
        ("Am 12. März begann es. Dann regnete es.", 2),
        ("渡轮沉没。救援人员找到三人。", 2),
        ("غرقت العبارة؟ نعم. انتهى البحث۔", 3),
        ("Он уехал в 2025 г. и вернулся. Всё.", 2),
        ("“It rained.” He left.", 2),
        ("First line\nSecond line", 2),
    ],
)
def test_sentences_are_counted_as_a_reader_counts_them(text: str, count: int) -> None:
    assert len(list(split_sentences(text))) == count


@given(st.text(max_size=300))
def test_sentences_are_in_order_apart_and_lose_no_word(text: str) -> None:
    spans = list(split_sentences(text))
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
