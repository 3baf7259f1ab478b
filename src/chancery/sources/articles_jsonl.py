"""Articles as JSON Lines: one object a line, as INTERFACES describes and with our three dates beside it."""

import json
from collections.abc import Mapping
from datetime import datetime
from math import isinf
from typing import Any

from chancery.common.errors import InputError
from chancery.common.mark import MARKS
from chancery.common.time import write_instant
from chancery.sources.fields import TAG, Fields
from chancery.sources.safe_links import safe_link
from chancery.watch.records import Article, Body

BODIES: tuple[Body, ...] = ("page", "feed", "missing")


def read_object(line: bytes | str, number: int, file: str) -> dict[str, Any]:
    """Return the JSON object of one line. Raises InputError naming the line where it is none, or not UTF-8."""
    try:
        found = parse_json(line.decode("utf-8-sig" if number == 1 else "utf-8") if isinstance(line, bytes) else line)
    except UnicodeDecodeError:
        raise InputError("is not UTF-8; save the file as UTF-8", file=file, line=number) from None
    except (ValueError, RecursionError) as fault:
        raise InputError(f"is not JSON ({fault})", file=file, line=number) from None
    if not isinstance(found, dict):
        raise InputError("is not a JSON object; write one object a line", file=file, line=number)
    return found


def parse_json(text: str) -> Any:
    """Return what JSON says. Raises ValueError or RecursionError, also on NaN, Infinity and numbers too great."""
    return json.loads(text, parse_constant=_refuse_constant, parse_float=_finite)


def read_article_line(line: Mapping[str, Any], number: int, file: str) -> tuple[Article, dict[str, Any]]:
    """Return the article of one parsed line, and the fields of it that are not ours, untouched.

    A line needs `id`, `published` and `title`. One that also has `seen` was written by us: its `claimed` and `inferred` then
    stand as they are. Without `seen` the article counts as seen when it was published. Raises InputError naming line and field.
    """
    fields = Fields(line, file=file, line=number)
    article = read_article(fields)
    return article, {name: value for name, value in line.items() if name not in fields.taken}


def read_article(fields: Fields) -> Article:
    """Return the article in one object; see `read_article_line`."""
    published, seen = fields.instant("published"), fields.instant("seen")
    if published is None:
        raise fields.fault("published", "is missing; write a time such as 2026-03-09T07:30:00+00:00")
    return Article(
        id=fields.text("id"),
        source=fields.text("source", ""),
        title=fields.text("title", None if fields.table.get("title") is None else "", raw=True),
        seen=seen or published,
        text=fields.text("text", "", raw=True),
        url=safe_link(fields.text("url", "", raw=True)),
        lang=_read_tag(fields.text("lang", "", raw=True)),
        claimed=fields.instant("claimed") if seen else published,
        inferred=fields.instant("inferred"),
        body=fields.choice("body", BODIES, "feed"),
        mark=fields.choice("mark", MARKS, "public"),
    )


def write_article(article: Article) -> dict[str, Any]:
    """Return the object of one line; `read_article_line` makes the same article of it again, to the second."""
    line: dict[str, Any] = {"id": article.id, "published": write_instant(article.published), "title": article.title}
    optional = {
        "text": article.text,
        "lang": article.lang,
        "url": article.url,
        "source": article.source,
        "seen": write_instant(article.seen),
        "claimed": _write(article.claimed),
        "inferred": _write(article.inferred),
        "body": "" if article.body == "feed" else article.body,
        "mark": "" if article.mark == "public" else article.mark,
    }
    return line | {name: value for name, value in optional.items() if value}


def _read_tag(lang: str) -> str:
    """Return a tag of a language, "" for what is none: it is a hint, and exports write it where only a tag may stand."""
    return lang if TAG.fullmatch(lang) else ""


def _write(instant: datetime | None) -> str:
    return "" if instant is None else write_instant(instant)


def _finite(digits: str) -> float:
    number = float(digits)
    if isinf(number):
        raise ValueError(f"the number {digits[:40]} is too great")
    return number


def _refuse_constant(word: str) -> None:
    raise ValueError(f"{word} is no JSON")
