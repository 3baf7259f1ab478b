"""Rarity grows with the stream and looks at nothing later."""

from chancery.watch.weigh_words import HALVE_EVERY, RECENT, WordCounts


def test_a_word_said_often_is_less_rare() -> None:
    counts = WordCounts()
    for number in range(50):
        counts.learn(["said", f"word{number}"])
    assert counts.rarity("said") < counts.rarity("word1") < counts.rarity("unheard")


def test_a_word_on_everybodys_lips_bursts() -> None:
    counts = WordCounts()
    for _ in range(RECENT * 3):
        counts.learn(["old"])
    for _ in range(RECENT // 2):
        counts.learn(["new"])
    assert counts.burst("new") > counts.burst("old")


def test_counts_fade_and_words_said_once_long_ago_are_forgotten() -> None:
    counts = WordCounts()
    counts.learn(["once"])
    before = counts.rarity("once")
    for _ in range(HALVE_EVERY):
        counts.learn(["said"])
    assert counts.rarity("once") > before
    assert counts.rarity("once") == counts.rarity("unheard")
