"""The checker: every statement is cited, its quotations found, its numbers, days and names found, its likelihood word fits.

A brief is checked on every save and every export; what blocks does not leave. Rules:

cited       a statement cites something that is stored; a note may stand alone
quote       a quotation is the text at its span, and quotation marks in a sentence hold words of what it cites
digest      the stored copy is the one that was quoted
voice       a machine sentence about the world is the quotation itself; one about our records names its template
numbers     each number and day of a statement stands in what it cites
names       each place a statement names is named by what it cites
likelihood  a word of likelihood fits the probability of its block
readers     no block cites what is kept to its readers, or is marked above the brief
rights      no article is quoted beyond what its source allows
length      a daily brief has two pages (warning only)
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from chancery.advise.check_likelihood import check_likelihood
from chancery.advise.check_names import check_names
from chancery.advise.check_numbers import check_numbers
from chancery.advise.check_quotes import check_digest, check_quotes
from chancery.advise.check_rights import check_length, check_rights
from chancery.advise.grounds import FindNames, Grounds, no_names
from chancery.advise.records import Block, Brief, Check, Record
from chancery.common.errors import BlockedBrief
from chancery.common.likelihood import NEUTRAL, LikelihoodTable
from chancery.common.mark import within
from chancery.common.said import Said, say
from chancery.watch.records import Article, Source

Rule = Callable[[Block, Grounds], Iterator[Check]]


def check_brief(
    brief: Brief,
    articles: Mapping[str, Article],
    records: Mapping[str, Record],
    table: LikelihoodTable = NEUTRAL,
    sources: Mapping[str, Source] | None = None,
    find_names: FindNames = no_names,
) -> tuple[Check, ...]:
    """Return what the checker says of `brief` against the stored `articles` and `records`, by id, in reading order.

    Each rule that applies to a block gives its faults, or one `ok`. `sources` bring the rights of the outlets, `find_names` the
    gazetteer; without them those rules are silent.
    """
    words, numbered = (brief.language, brief.mark, brief.time_zone), len(brief.citations)
    grounds = Grounds(articles, records, table, sources or {}, find_names, *words, numbered)
    blocks = [check for block in brief.blocks for check in check_block(block, grounds)]
    return (*blocks, *check_rights(brief, grounds), *check_length(brief))


def check_block(block: Block, grounds: Grounds) -> tuple[Check, ...]:
    """Return what each rule says of one block: its faults, or that it holds."""
    checks: list[Check] = []
    kept = any((record := grounds.records.get(citation.ref)) and record.readers for citation in block.citations)
    for name, applies, rule in _RULES:
        if applies(block) and not (kept and name in _SILENT):
            checks += tuple(rule(block, grounds)) or (Check(block.id, name, "ok", _HOLDS[name]),)
    return tuple(checks)


def faults(checks: Sequence[Check]) -> tuple[str, ...]:
    """Return what blocks, in words, one a fault."""
    return tuple(f"{check.block}: {check.message}" for check in checks if check.verdict == "blocking")


def refuse_blocked(checks: Sequence[Check]) -> None:
    """Raise BlockedBrief where a check blocks; a brief passes here before every save and every export."""
    blocking = faults(checks)
    if blocking:
        raise BlockedBrief(blocking, tuple(check.said for check in checks if check.verdict == "blocking"))


def _check_cited(block: Block, grounds: Grounds) -> Iterator[Check]:
    if not block.citations:
        yield Check(block.id, "cited", "blocking", _UNCITED.get(block.kind, _UNCITED["fact"]))
    for citation in block.citations:
        known = citation.ref in (grounds.articles if citation.kind == "article" else grounds.records)
        if not known:
            yield Check(block.id, "cited", "blocking", say("cites {ref}, which is not stored here", ref=citation.ref))


def _check_voice(block: Block, grounds: Grounds) -> Iterator[Check]:
    if block.voice == "source" and not any(block.text == grounds.vouched(citation) for citation in block.citations):
        told = Said("a machine sentence about the world must be a quotation, to the letter")
        yield Check(block.id, "voice", "blocking", told)
    if block.voice == "record" and not block.template:
        told = Said("a machine sentence about our own records must name its template")
        yield Check(block.id, "voice", "blocking", told)


def _check_readers(block: Block, grounds: Grounds) -> Iterator[Check]:
    for citation in block.citations:
        record = grounds.records.get(citation.ref)
        if record and record.readers:
            kept = ", ".join(record.readers)
            told = say(
                "cites {ref}, which is kept to its readers ({readers}), and a brief is for the whole mission: "
                "cite what all may read, or end its reader list",
                ref=citation.ref,
                readers=kept,
            )
            yield Check(block.id, "readers", "blocking", told)
        if not within(citation.mark, grounds.mark):
            told = say(
                "cites {ref}, marked {mark}, in a brief marked {ceiling}",
                ref=citation.ref,
                mark=citation.mark,
                ceiling=grounds.mark,
            )
            yield Check(block.id, "readers", "blocking", told)


def _is_statement(block: Block) -> bool:
    return block.kind != "note" or bool(block.citations)


def _is_cited(block: Block) -> bool:
    return bool(block.citations)


def _is_ours(block: Block) -> bool:
    """Tell whether the words of a block are not a source's own: those are vouched for by the rule `quote`."""
    return bool(block.citations) and block.voice != "source"


def _is_machine(block: Block) -> bool:
    return block.voice != "officer"


def _is_judgement(block: Block) -> bool:
    return block.kind in ("assessment", "outlook") and block.voice != "source"


_RULES: tuple[tuple[str, Callable[[Block], bool], Rule], ...] = (
    ("cited", _is_statement, _check_cited),
    ("quote", _is_cited, check_quotes),
    ("digest", _is_cited, check_digest),
    ("voice", _is_machine, _check_voice),
    ("numbers", _is_ours, check_numbers),
    ("names", _is_ours, check_names),
    ("likelihood", _is_judgement, check_likelihood),
    ("readers", _is_cited, _check_readers),
)
_HOLDS = {
    "cited": Said("everything it cites is stored"),
    "quote": Said("its quotations stand at their places"),
    "digest": Said("the stored copies are those it quoted"),
    "voice": Said("a machine sentence of an allowed kind"),
    "numbers": Said("its numbers and days are in what it cites"),
    "names": Said("the places it names are in what it cites"),
    "likelihood": Said("its words of likelihood fit"),
    "readers": Said("whoever reads the brief may read what it cites"),
}
_SILENT = frozenset({"numbers", "names"})
"""Rules that say nothing of a statement that may not stand anyway: what its record holds is its readers' alone."""
_UNCITED = {
    "fact": Said("this fact cites nothing; name an article or a record"),
    "assessment": Said("this assessment cites nothing; name an article or a record"),
    "recommendation": Said("this recommendation cites nothing; name an article or a record"),
    "outlook": Said("this outlook cites nothing; name an article or a record"),
}
