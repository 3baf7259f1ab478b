"""Topics: strongest first, a title counts double, a hint alone tells nothing."""

from hypothesis import given
from hypothesis import strategies as st
from tests.watch.facts.build import sentences
from tests.watch.language.build import pack

from chancery.watch.facts.read_topics import MOST, read_topics
from chancery.watch.facts.records import Topic

TOPICS = tuple(
    f"{code}\t{mark}\t{forms}"
    for code, mark, forms in (
        ("WAR", "", "war"),
        ("WAR", "", "army"),
        ("WAR", "weak", "peace|border"),
        ("LAW", "", "court|judge"),
        ("ART", "", "film"),
        ("ART", "", "opera"),
        ("SEA", "", "ship"),
        ("SKY", "", "plane"),
        ("RAIL", "", "train"),
    )
)


def _topics(title: str, text: str = "", rows: tuple[str, ...] = TOPICS) -> tuple[Topic, ...]:
    return read_topics(sentences(pack(topics="\n".join(rows)), title, text))


def test_a_topic_is_told_with_the_words_that_earned_it() -> None:
    (topic,) = _topics("The war", "The army left.")
    assert (topic.code, topic.confidence, topic.because) == ("WAR", 0.75, "topics.tsv:1")  # 3 / (3 + 1)
    assert [(span.field, span.start, span.end) for span in topic.spans] == [("title", 4, 7), ("text", 4, 8)]


def test_a_word_of_the_title_counts_as_much_as_two_of_the_text() -> None:
    assert [topic.code for topic in _topics("The film", "The court and the war.")] == ["ART", "LAW", "WAR"]
    assert _topics("The film")[0].confidence == _topics("", "The film, the opera.")[0].confidence


def test_a_word_said_again_counts_half() -> None:
    assert _topics("", "The war, the war.")[0].confidence == 0.6  # 1.5 / (1.5 + 1)


def test_a_hint_alone_tells_nothing_and_two_in_a_title_do() -> None:
    assert _topics("Quiet at the border") == ()
    assert [topic.code for topic in _topics("War at the border")] == ["WAR"]
    assert [topic.code for topic in _topics("Peace at the border")] == ["WAR"]


def test_what_is_far_weaker_than_the_strongest_is_left_out() -> None:
    assert [topic.code for topic in _topics("War and army", "The war. The army. A ship.")] == ["WAR"]


def test_no_more_than_five_are_told() -> None:
    assert len(_topics("", "war court film ship plane train")) == MOST


def test_an_article_about_nothing_known_has_none() -> None:
    assert _topics("Bananas", "Bananas are yellow.") == ()


@given(
    st.permutations(TOPICS),
    st.lists(st.sampled_from(["war", "peace", "border", "court", "film", "ship", "banana", ".", "ß"]), max_size=25),
)
def test_topics_come_strongest_first_whatever_the_order_of_lines(rows: list[str], words: list[str]) -> None:
    title, text = " ".join(words[:5]), " ".join(words[5:])
    found = _topics(title, text, tuple(rows))
    told = [(topic.code, topic.confidence, topic.spans) for topic in found]
    assert sorted(told, key=str) == sorted(((t.code, t.confidence, t.spans) for t in _topics(title, text)), key=str)
    assert [topic.confidence for topic in found] == sorted((topic.confidence for topic in found), reverse=True)
    assert all(0 < topic.confidence < 1 for topic in found)
    assert all((title if span.field == "title" else text)[span.start : span.end].isalpha() for t in found for span in t.spans)
