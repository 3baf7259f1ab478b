"""What a composed brief goes without: a machine statement that the checker refuses leaves, the brief comes all the same."""

from collections.abc import Mapping, Sequence

from chancery.advise.check_brief import refuse_blocked
from chancery.advise.records import Brief, Check


def leave_out(brief: Brief, checks: Sequence[Check], before: Mapping[str, str]) -> dict[str, str]:
    """Return the ids of the statements that `brief` must go without, each with the title of its part; `before` are out already.

    Raises BlockedBrief where leaving out is no help: an officer said it, nothing is left of the bottom line, or the fault comes
    again.
    """
    faulty = {check.block for check in checks if check.verdict == "blocking"}
    found: dict[str, str] = {}
    for section in brief.sections:
        blocks = [*section.blocks, *(block for item in section.items for block in (item.heading, *item.blocks))]
        bad = [block for block in blocks if block.id in faulty]
        core_gone = section.id == "bottom_line" and len(bad) == len(blocks)
        if core_gone or any(block.voice == "officer" for block in bad):
            refuse_blocked(checks)
        for block in bad:
            found.setdefault(block.id, section.title)
    if faulty - found.keys() or faulty & before.keys():
        refuse_blocked(checks)
    return {**before, **found}
