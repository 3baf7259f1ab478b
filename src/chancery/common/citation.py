"""What a statement rests on: a span of a stored text, or one of our own records."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Literal

CitedKind = Literal["article", "document", "figure", "conversation"]


@dataclass(frozen=True, slots=True)
class Span:
    """`field[start:end]` of a record, in Unicode code points."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """One source of one statement, with all a reader needs to find it again.

    `ref` is the id of the article or record. An article is cited by `span` and `quote`, equal to the text at the span, and
    `digest` is that of the stored copy (see `digest_of`). A record is cited whole, by a `quote` of its text, or by a `value`.
    """

    kind: CitedKind
    ref: str
    title: str
    source: str
    date: datetime
    url: str = ""
    lang: str = ""
    span: Span | None = None
    quote: str = ""
    value: float | None = None
    digest: str = ""
    mark: str = "public"


def digest_of(text: str) -> str:
    """Return the SHA-256 of a stored text, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
