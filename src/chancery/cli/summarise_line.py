"""One line of articles, summarised."""

from chancery.advise import summarise
from chancery.cli.json_lines import Object
from chancery.common.errors import InputError, NotComputable
from chancery.sources.articles_jsonl import read_article_line


def summarise_line(line: Object, number: int, file: str, words: int) -> Object:
    """Return the summary of the articles of one line, other fields untouched. Raises InputError naming line and field."""
    if not isinstance(line.get("id"), str):
        raise InputError("is missing; write a text", file=file, line=number, field="id")
    articles = line.get("articles")
    if not isinstance(articles, list) or not all(isinstance(article, dict) for article in articles):
        raise InputError("must be a list of articles", file=file, line=number, field="articles")
    try:
        found = summarise([read_article_line(article, number, file)[0] for article in articles], words)
    except NotComputable as fault:
        raise InputError(str(fault), file=file, line=number, field="articles") from fault
    sentences = [
        {"text": each.text, "article": each.article, "field": each.span.field, "start": each.span.start, "end": each.span.end}
        for each in found
    ]
    return {**{name: value for name, value in line.items() if name != "articles"}, "sentences": sentences}
