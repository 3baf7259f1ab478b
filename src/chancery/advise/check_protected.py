"""No sentence names the office or the place of a source that is protected."""

import re
from collections.abc import Iterable, Iterator

from chancery.advise.records import Brief, Check, Conversation
from chancery.common.text import fold, squeeze

FEWEST_WORDS = 2  # words of a part that tell: "Director" alone tells nobody, "Foreign Ministry" does


def check_protected(brief: Brief, conversations: Iterable[Conversation]) -> Iterator[Check]:
    """Yield a blocking check for each statement that cites a protected conversation and names its office or its place."""
    telling = {talk.id: _telling(talk) for talk in conversations if talk.protected}
    for block in brief.blocks:
        words = squeeze(fold(block.text))
        for ref in {citation.ref for citation in block.citations} & telling.keys():
            if any(part in words for part in telling[ref]):
                message = "this names the office or the place of a protected source; say it without"
                yield Check(block.id, "protected", "blocking", message)


def _telling(talk: Conversation) -> tuple[str, ...]:
    parts = re.split(r"[,;()]", fold(f"{talk.office},{talk.place}"))
    return tuple(part for part in map(squeeze, parts) if len(part.split()) >= FEWEST_WORDS)
