"""The brief as JSON: what `chancery advise check` reads, and the brief whole, in one file.

An article travels with the words that are quoted and no others: the rest of its text is blank, sign for sign, so that spans keep
their places and a source's cap holds in this export as in every other. A record of conversation whose source is protected, or
that is kept to its readers, is never cited by a composed brief, or only by its title.
"""

import json
from collections.abc import Iterable

from chancery.advise.records import Block, Brief, Record
from chancery.common.citation import Citation
from chancery.common.pack import pack
from chancery.common.time import write_instant
from chancery.watch.records import Article

FORMAT = "chancery-brief/1"
Json = dict[str, object]


def write_json(brief: Brief, articles: Iterable[Article], records: Iterable[Record]) -> str:
    """Return `brief` with the articles and records it cites, as one JSON object; read back and written again, the same bytes."""
    cited = {citation.ref for citation in brief.citations}
    whole: Json = {
        "format": FORMAT,
        "id": brief.id,
        "title": brief.title,
        "as_of": write_instant(brief.as_of),
        "language": brief.language,
        "mark": brief.mark,
        "articles": [_article(article, brief) for article in _sorted(articles) if article.id in cited],
        "records": [_record(record) for record in _sorted(records) if record.id in cited],
        "blocks": [_block(block) for block in brief.blocks],
        "brief": pack(brief),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _sorted[T: (Article, Record)](each: Iterable[T]) -> list[T]:
    return sorted(each, key=lambda one: one.id)
