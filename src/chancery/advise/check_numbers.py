"""Does every number and day of a statement stand in what it cites?"""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from chancery.advise.read_numbers import Day, Number, read_days, read_numbers, same_number
from chancery.advise.records import Block, Check, Record
from chancery.common.citation import Citation
from chancery.watch.records import Article


def check_numbers(block: Block, articles: Mapping[str, Article], records: Mapping[str, Record]) -> Iterator[Check]:
    """Yield a fault for each number or day of `block` that nothing it cites says.

    A source's own words are not searched again: that they are its words is the rule `quote`. A number may be rounded to the
    digits it prints. A day may be one the source names without its year, or the day the source came out ("yesterday" too).
    """
    if block.voice == "source" or not block.citations:
        return
    texts = [_cited_text(citation, articles, records) for citation in block.citations]
    days, numbers = [d for text in texts for d in read_days(text)], [n for text in texts for n in read_numbers(text)]
    said_days = read_days(block.text)
    for day in said_days:
        if not any(_same_day(day, other) for other in days) and not any(_came_out(day, c) for c in block.citations):
            yield _fault(block, "day", day.start, day.end)
    values = [citation.value for citation in block.citations if citation.value is not None]
    for number in read_numbers(block.text):
        if any(day.start <= number.start < day.end for day in said_days):
            continue
        if not any(same_number(number, other) for other in numbers) and not any(_same_value(number, v) for v in values):
            yield _fault(block, "number", number.start, number.end)


def _cited_text(citation: Citation, articles: Mapping[str, Article], records: Mapping[str, Record]) -> str:
    """Return the words a citation vouches for: the quotation, else the whole of a record."""
    if citation.kind == "article":
        return citation.quote
    record = records.get(citation.ref)
    if record is None or citation.quote:
        return citation.quote
    return f"{record.title}\n{record.text}\n{record.date:%Y-%m-%d}"


def _same_day(said: Day, source: Day) -> bool:
    return (said.month, said.day) == (source.month, source.day) and (
        None in (said.year, source.year) or said.year == source.year
    )


def _came_out(said: Day, citation: Citation) -> bool:
    """Tell whether the day is that of the source, or the one before it."""
    return any(
        (said.month, said.day) == (day.month, day.day) and said.year in (None, day.year)
        for day in (citation.date, citation.date - timedelta(days=1))
    )


def _same_value(said: Number, value: float) -> bool:
    """Tell whether a number is a record's value, as itself or in percent, rounded to the digits it prints."""
    return any(abs(said.value - v) <= said.step / 2 for v in (value, value * 100))


def _fault(block: Block, what: str, start: int, end: int) -> Check:
    message = f"the {what} “{block.text[start:end]}” is in nothing this statement cites"
    return Check(block.id, "numbers", "blocking", message, (start, end))
