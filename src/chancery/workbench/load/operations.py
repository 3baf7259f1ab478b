"""Load a mission's folder: mission, sources, conversations, papers, articles and the brief of the day before."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from chancery.clock import now
from chancery.sources.records import Collected, FeedState, MissionFolder
from chancery.watch.records import SourceState
from chancery.workbench.advise.brief_operations import import_brief
from chancery.workbench.advise.operations import store_conversations, store_papers
from chancery.workbench.people.models import MissionRow
from chancery.workbench.people.operations import store_mission
from chancery.workbench.people.queries import system_viewer
from chancery.workbench.viewer import Viewer
from chancery.workbench.watch.operations import read_waiting, save_look, store_articles, store_sources

QUIET_GAPS = 4
SHORTEST_QUIET = timedelta(hours=24)
"""A source is quiet after four of its usual gaps, never within a day: as `sources.poll` and `advise.find_gaps` count."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came in: each number counts what was not here before, `papers` all of them."""

    mission: MissionRow
    sources: int
    articles: int
    conversations: int
    papers: int
    briefs: int


def load_mission(folder: MissionFolder) -> Loaded:
    """Bring a folder in and read its articles. Begun again, after a fault or with more in it, it adds what is missing."""
    row = store_mission(folder.mission)
    viewer = system_viewer(row)
    sources = store_sources(viewer, folder.sources)
    talks = store_conversations(viewer, folder.conversations)
    papers = store_papers(viewer, folder.papers)
    stored = store_articles(viewer, folder.articles)
    briefs = import_brief(viewer, folder.previous) if folder.previous else False
    while read_waiting(viewer):
        pass
    if sources:
        _save_looks(viewer, folder, folder.as_of or now())
    return Loaded(row, sources, stored.new, talks, papers, int(briefs))


def _save_looks(viewer: Viewer, folder: MissionFolder, as_of: datetime) -> None:
    """Write how each source stood, as if it had been looked at when the folder was saved; it is looked at again at once."""
    newest: dict[str, datetime] = {}
    for article in folder.articles:
        newest[article.source] = max(newest.get(article.source, article.seen), article.seen)
    for source in folder.sources:
        last = newest.get(source.id)
        if last is None:
            continue
        gap = max(QUIET_GAPS * (source.every or timedelta(0)), SHORTEST_QUIET)
        quiet = as_of - last > gap
        reason = f"nothing new since {last:%Y-%m-%d}" if quiet else ""
        condition: SourceState = "quiet" if quiet else "working"
        state = FeedState(
            condition=condition, reason=reason, last_look=as_of, last_success=as_of, last_new=last, next_due=now()
        )
        save_look(viewer, source.id, Collected((), state))
