"""Briefs read back from JSON: our own files, and what `chancery advise check` is handed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from chancery.advise.records import BLOCK_KINDS, BRIEF_FORMAT, Block, Brief, BriefSection, Record, RecordKind, Voice
from chancery.common.citation import Citation, Span, digest_of
from chancery.common.errors import InputError
from chancery.common.mark import MARKS, highest
from chancery.common.pack import unpack
from chancery.sources.articles_jsonl import parse_json, read_article
from chancery.sources.fields import Fields
from chancery.watch.records import Article

RECORD_KINDS: tuple[RecordKind, ...] = ("document", "figure", "conversation")
VOICES: tuple[Voice, ...] = ("source", "record", "officer")
Cited = TypeVar("Cited", Article, Record)


@dataclass(frozen=True, slots=True)
class CheckInput:
    """A brief with everything its statements may rest on, by id."""

    brief: Brief
    articles: Mapping[str, Article]
    records: Mapping[str, Record]


def read_brief(text: str, file: str = "") -> Brief:
    """Return the brief of a file that `chancery brief --format json` wrote. Raises InputError on any other text."""
    whole = _object(text, file)
    if whole.get("format") != BRIEF_FORMAT:
        raise InputError(
            f"is no brief of ours; write it with `chancery brief --format json` ({BRIEF_FORMAT})", file=file, field="format"
        )
    try:
        return unpack(Brief, whole.get("brief") or {})
    except InputError as fault:
        raise InputError(str(fault), file=file, field="brief") from fault


def read_records(text: str, file: str = "") -> tuple[Record, ...]:
    """Return the records that a file of a brief brings along, none where it has none. Raises InputError."""
    return tuple(_read_record(each) for each in Fields(_object(text, file), file=file).tables("records"))


def read_check_input(text: str, file: str = "") -> CheckInput:
    """Return what the checker needs of a file: `as_of`, `language`, `articles`, `records` and `blocks` of INTERFACES.

    Days are those of its `time_zone`, UTC where it names none.
    The brief's mark is its `mark`; where it names none, the highest of what it was handed. Raises InputError.
    """
    fields = Fields(_object(text, file), file=file)
    for needed in ("articles", "records", "blocks"):
        if needed not in fields.table:
            raise fields.fault(needed, "is missing; write a list, empty if there is none")
    as_of = fields.instant("as_of")
    if as_of is None:
        raise fields.fault("as_of", "is missing; write the moment of the brief, such as 2026-03-09T07:30:00+00:00")
    articles = _by_id(fields, "articles", read_article)
    records = _by_id(fields, "records", _read_record)
    marks = [each.mark for each in articles.values()]
    brief = Brief(
        id=fields.text("id", file or "brief"),
        kind="note",
        mission="",
        mission_name="",
        language=fields.text("language"),
        time_zone=fields.zone("time_zone", "UTC"),
        as_of=as_of,
        title=fields.text("title", ""),
        sections=(),
        mark=fields.choice("mark", MARKS, highest((*marks, *(each.mark for each in records.values())))),
    )
    blocks = tuple(_read_block(each, CheckInput(brief, articles, records)) for each in fields.tables("blocks"))
    _refuse_doubles(fields, "blocks", [block.id for block in blocks])
    return CheckInput(replace(brief, sections=(BriefSection("notes", "", blocks=blocks),)), articles, records)


def _by_id(fields: Fields, name: str, read: Callable[[Fields], Cited]) -> dict[str, Cited]:
    found = [read(each) for each in fields.tables(name)]
    _refuse_doubles(fields, name, [each.id for each in found])
    return {each.id: each for each in found}


def _refuse_doubles(fields: Fields, name: str, ids: list[str]) -> None:
    seen: set[str] = set()
    for place, ref in enumerate(ids, 1):
        if ref in seen:
            raise fields.fault(f"{name}[{place}].id", f"{ref!r} stands there twice; give each its own id")
        seen.add(ref)


def _object(text: str, file: str) -> dict[str, Any]:
    try:
        found = parse_json(text)
    except (ValueError, RecursionError) as fault:
        raise InputError(f"is not JSON ({fault})", file=file) from None
    if not isinstance(found, dict):
        raise InputError("is not a JSON object", file=file)
    return found


def _read_record(fields: Fields) -> Record:
    date = fields.instant("date")
    if date is None:
        raise fields.fault("date", "is missing; write a day such as 2026-03-09")
    return Record(
        id=fields.text("id"),
        kind=fields.choice("kind", RECORD_KINDS),
        date=date,
        title=fields.text("title", ""),
        text=fields.text("text", "", raw=True),
        value=fields.number("value"),
        readers=fields.texts("readers"),
        mark=fields.choice("mark", MARKS, "official"),
    )


def _read_block(fields: Fields, material: CheckInput) -> Block:
    return Block(
        id=fields.text("id"),
        kind=fields.choice("kind", BLOCK_KINDS),
        text=fields.text("text", raw=True),
        citations=tuple(_read_citation(each, material) for each in fields.tables("citations")),
        voice=fields.choice("voice", VOICES, "officer"),
        lang=fields.text("lang", ""),
        speaker=fields.text("speaker", ""),
        template=fields.text("template", ""),
        probability=_read_probability(fields),
    )


def _read_probability(fields: Fields) -> float | None:
    probability = fields.number("probability")
    if probability is not None and not 0 <= probability <= 1:
        raise fields.fault("probability", f"{probability} is no probability; write a number from 0 to 1")
    return probability


def _read_citation(fields: Fields, material: CheckInput) -> Citation:
    """Return a citation; that what it names is not there is the checker's finding, not a fault of the file."""
    if "article" in fields.table:
        return _cite_article(fields, material)
    if "record" in fields.table:
        return _cite_record(fields, material)
    raise fields.fault("article", "is missing; cite an `article` or a `record`")


def _cite_article(fields: Fields, material: CheckInput) -> Citation:
    bare = Citation("article", fields.text("article"), "", "", material.brief.as_of, quote=fields.text("quote", "", raw=True))
    name, start, end = fields.choice("field", ("title", "text"), "text"), fields.count("start"), fields.count("end")
    span = None if start is None or end is None else Span(name, start, end)
    digest, article = fields.text("digest", ""), material.articles.get(bare.ref)
    if article is None:
        return replace(bare, span=span)
    return replace(
        bare,
        title=article.title,
        source=article.source,
        date=article.published,
        url=article.url,
        lang=article.lang,
        span=span,
        digest=digest or digest_of(article.field(name)),
        mark=article.mark,
    )


def _cite_record(fields: Fields, material: CheckInput) -> Citation:
    ref, quote, value = fields.text("record"), fields.text("quote", "", raw=True), fields.number("value")
    record = material.records.get(ref)
    if record is None:
        return Citation("document", ref, "", "", material.brief.as_of, quote=quote, value=value)
    return Citation(record.kind, ref, record.title, "", record.date, quote=quote, value=value, mark=record.mark)
