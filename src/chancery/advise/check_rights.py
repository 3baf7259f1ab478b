"""What holds for a brief as a whole: no source is quoted beyond what it allows; a daily brief has two pages."""

from collections.abc import Iterator

from chancery.advise.check_quotes import quotations
from chancery.advise.find_quote import holds
from chancery.advise.grounds import Grounds
from chancery.advise.records import Block, Brief, Check
from chancery.common.said import Said, say
from chancery.common.text import count_words

PAGES = {"flash": 150, "daily": 1_250, "note": 2_500}
"""Words of one flash, two pages and four pages: 625 a page is what our PDF of the example embassy holds, sources apart."""
_TOO_LONG = {
    "flash": Said("{count} words; a flash has {most} at most, shorten or drop a story"),
    "daily": Said("{count} words; a daily has {most} at most, shorten or drop a story"),
    "note": Said("{count} words; a note has {most} at most, shorten or drop a story"),
}


def check_rights(brief: Brief, grounds: Grounds) -> Iterator[Check]:
    """Yield a fault for each article quoted with more words than its source allows, or not to be quoted at all."""
    quoted: dict[str, dict[str, str]] = {}
    for block in brief.blocks:
        for ref, words in _quoted_words(block, grounds):
            quoted.setdefault(ref, {}).setdefault(words, block.id)
    for ref, passages in quoted.items():
        source = grounds.sources.get(grounds.articles[ref].source)
        if source is None:
            continue
        last = next(reversed(passages.values()))
        length, most = sum(count_words(passage) for passage in passages), source.rights.quote_words
        if not source.rights.pass_on:
            told = say("{source} does not allow its words to be passed on; quote another source", source=source.name)
            yield Check(last, "rights", "blocking", told)
        elif length > most:
            told = say(
                "{ref} is quoted with {count} words; {source} allows {most}; shorten a quotation",
                ref=ref,
                count=length,
                source=source.name,
                most=most,
            )
            yield Check(last, "rights", "blocking", told)


def check_length(brief: Brief) -> Iterator[Check]:
    """Yield a warning where a brief is longer than its kind."""
    words = sum(count_words(block.text) for block in brief.blocks)
    most = PAGES[brief.kind]
    if brief.mission and words > most:
        yield Check(brief.id, "length", "warning", say(_TOO_LONG[brief.kind].template, count=words, most=most))


def _quoted_words(block: Block, grounds: Grounds) -> Iterator[tuple[str, str]]:
    """Yield article and passage for all words of articles that a block prints."""
    cited = [citation for citation in block.citations if citation.ref in grounds.articles and citation.kind == "article"]
    if block.voice == "source":
        yield from ((citation.ref, grounds.vouched(citation)) for citation in cited)
        return
    for _, _, words in quotations(block.text):
        holder = next((citation.ref for citation in cited if holds(grounds.whole(citation), words)), None)
        if holder:
            yield holder, words
