from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.common.errors import InputError
from chancery.sources.articles_jsonl import read_article_line, read_object, write_article
from chancery.watch.records import Article

LINE = {"id": "a1", "published": "2026-03-09T07:30:00+07:00", "title": "Rice"}


def test_a_plain_line_counts_as_seen_when_published() -> None:
    article, rest = read_article_line(
        {**LINE, "text": "Talks.", "lang": "en", "url": "https://a.example/1", "tags": [1]}, 1, "x.jsonl"
    )
    assert article.seen == article.claimed == article.published == datetime(2026, 3, 9, 0, 30, tzinfo=UTC)
    assert (article.title, article.text, article.lang, article.url) == ("Rice", "Talks.", "en", "https://a.example/1")
    assert rest == {"tags": [1]}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"id": ""}, "id"),
        ({"id": 3}, "id"),
        ({"published": None}, "published"),
        ({"published": "yesterday"}, "published"),
        ({"published": "2026-03-09T07:30:00"}, "published"),
        ({"title": None}, "title"),
        ({"title": ["x"]}, "title"),
        ({"text": 3}, "text"),
        ({"mark": "secret"}, "mark"),
        ({"body": "screen"}, "body"),
    ],
)
def test_a_bad_line_names_its_number_and_its_field(change: dict[str, Any], field: str) -> None:
    with pytest.raises(InputError) as caught:
        read_article_line({**LINE, **change}, 12, "x.jsonl")
    assert (caught.value.file, caught.value.line, caught.value.field) == ("x.jsonl", 12, field)


def test_a_line_without_a_title_is_bad() -> None:
    with pytest.raises(InputError, match="`title`: is missing"):
        read_article_line({"id": "a1", "published": "2026-03-09"}, 1, "x.jsonl")


def test_an_address_that_is_not_of_the_web_is_not_kept() -> None:
    assert read_article_line({**LINE, "url": "javascript:alert(1)"}, 1, "x.jsonl")[0].url == ""


@pytest.mark.parametrize(("lang", "kept"), [("vi", "vi"), ("zh-Hant", "zh-Hant"), ('"><b>', ""), ("a\x00", ""), ("../x", "")])
def test_what_is_no_tag_of_a_language_is_not_kept(lang: str, kept: str) -> None:
    assert read_article_line({**LINE, "lang": lang}, 1, "x.jsonl")[0].lang == kept


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
MOMENTS = st.integers(0, 4_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


@given(
    st.builds(
        Article,
        id=WORDS.filter(str.strip),
        source=WORDS,
        title=st.text(),
        seen=MOMENTS,
        text=st.text(),
        claimed=st.none() | MOMENTS,
        inferred=st.none() | MOMENTS,
        body=st.sampled_from(["page", "feed", "missing"]),
        mark=st.sampled_from(["public", "official"]),
    )
)
def test_a_line_we_wrote_reads_back_as_the_same_article(article: Article) -> None:
    assert read_article_line(write_article(article), 1, "x.jsonl") == (article, {})


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_a_number_that_is_none_is_refused_with_its_line(number: str) -> None:
    with pytest.raises(InputError, match="a, line 7: is not JSON"):
        read_object(f'{{"id": "1", "weight": {number}}}', 7, "a")


@pytest.mark.parametrize("name", ["id", "source"])
@pytest.mark.parametrize("sign", ["\0", "\ud800"])
def test_a_name_that_no_database_keeps_is_refused_and_in_a_text_it_is_cleaned_later(name: str, sign: str) -> None:
    line = {"id": "1", "published": "2026-03-09", "title": f"a{sign}", "source": "s"}
    assert read_article_line(line, 1, "a")[0].title == f"a{sign}"
    with pytest.raises(InputError, match=f"`{name}`: .* cannot be kept"):
        read_article_line(line | {name: f"x{sign}"}, 1, "a")
