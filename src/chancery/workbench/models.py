"""Every table, gathered where Django looks for them."""

from chancery.workbench.advise.models import BriefRow, ConversationRow, NoteRow, PaperRow
from chancery.workbench.audit.models import AuditRow
from chancery.workbench.people.models import AttemptRow, LinkRow, MembershipRow, MissionRow, PersonRow
from chancery.workbench.watch.models import (
    ArticleLinkRow,
    ArticleRow,
    FeedStateRow,
    JoiningRow,
    RepairRow,
    SearchRow,
    SourceRow,
    StoryRow,
)
from chancery.workbench.work.models import JobRow

__all__ = [
    "ArticleLinkRow",
    "ArticleRow",
    "AttemptRow",
    "AuditRow",
    "BriefRow",
    "ConversationRow",
    "FeedStateRow",
    "JobRow",
    "JoiningRow",
    "LinkRow",
    "MembershipRow",
    "MissionRow",
    "NoteRow",
    "PaperRow",
    "PersonRow",
    "RepairRow",
    "SearchRow",
    "SourceRow",
    "StoryRow",
]
