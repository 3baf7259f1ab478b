"""No sentence names the office or the place of a source that is protected."""

from collections.abc import Iterable, Iterator

from chancery.advise.cite import names_source
from chancery.advise.records import Brief, Check, Conversation
from chancery.common.said import Said


def check_protected(brief: Brief, conversations: Iterable[Conversation]) -> Iterator[Check]:
    """Yield a blocking check for each statement that cites a protected conversation and names its office or its place.

    The title under which it is cited counts too: a record may become protected after a brief has cited it.
    """
    kept = {talk.id: talk for talk in conversations if talk.protected}
    for block in brief.blocks:
        titles = {citation.ref: citation.title for citation in block.citations if citation.ref in kept}
        for ref, title in titles.items():
            if names_source(kept[ref], block.text) or names_source(kept[ref], title):
                told = Said("this names the office or the place of a protected source; say it without")
                yield Check(block.id, "protected", "blocking", told)
