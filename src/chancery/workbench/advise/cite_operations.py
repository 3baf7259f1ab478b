"""An officer's statement, and what it cites: words of an article, or one of our records, where the officer may read it."""

from hashlib import sha256

from chancery.advise import cite_record, cite_span
from chancery.advise.records import BLOCK_KINDS, Block
from chancery.common.citation import Citation, Span
from chancery.common.errors import InputError
from chancery.watch.records import Article, Source
from chancery.workbench.advise.material_queries import find_record, load_sources
from chancery.workbench.advise.models import BriefRow
from chancery.workbench.advise.read_rows import read_brief_records
from chancery.workbench.advise.records import Asked, BlockDraft
from chancery.workbench.viewer import Viewer
from chancery.workbench.watch.queries import visible_articles
from chancery.workbench.watch.read_rows import read_article_row


def make_block(viewer: Viewer, row: BriefRow, draft: BlockDraft) -> Block:
    """Return an officer's statement for a brief, citing what this viewer may read. Raises InputError on a fault."""
    if draft.kind not in BLOCK_KINDS:
        raise InputError(
            "“{kind}” is no kind of statement; use one of {all}", field="kind", kind=draft.kind, all=", ".join(BLOCK_KINDS)
        )
    if not draft.text.strip():
        raise InputError("is empty", field="text")
    text = draft.text.strip()
    digest = sha256(f"{row.ref} {row.version} {viewer.person_id} {text}".encode()).hexdigest()[:12]
    return Block(
        id=draft.replaces or f"o-{digest}",
        kind=draft.kind,
        text=text,
        citations=tuple(_cite(viewer, row, asked) for asked in draft.cites),
        voice="officer",
        lang=row.language,
        probability=draft.probability,
        confidence=draft.confidence,
    )


def _cite(viewer: Viewer, row: BriefRow, asked: Asked) -> Citation:
    """Return the citation of an article's words or of a record. Raises InputError where they are not there for this viewer."""
    article_row = visible_articles(viewer).filter(ref=asked.ref).first()
    if article_row is not None:
        return _cite_article(viewer, read_article_row(article_row), asked.quote)
    record = find_record(viewer, asked.ref, read_brief_records(row))
    if record is None:
        raise InputError("“{ref}” is no article and no record that you may read here", field="cites", ref=asked.ref)
    if record.kind == "conversation" and asked.quote.strip() and not record.text:
        raise InputError("this is a record of a protected source: cite it whole, without its words", field="cites")
    return cite_record(record, asked.quote)


def _cite_article(viewer: Viewer, article: Article, quote: str) -> Citation:
    """Cite the words quoted where they stand; without words, the title."""
    source = load_sources(viewer).get(article.source) or Source(article.source, article.source)
    words = quote.strip() or article.title
    for field in ("title", "text"):
        start = article.field(field).find(words)
        if start >= 0:
            return cite_span(article, source, Span(field, start, start + len(words)))
    raise InputError("these words do not stand in “{title}”: “{words}”", field="cites", title=article.title, words=words)
