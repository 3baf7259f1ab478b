"""Load a mission's folder: mission, sources, conversations, papers, articles and the brief of the day before."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from chancery.clock import now
from chancery.common.errors import BlockedBrief
from chancery.common.said import say
from chancery.sources.adapt_interval import quiet_after
from chancery.sources.records import Collected, FeedState, MissionFolder
from chancery.watch.records import SourceState
from chancery.workbench.advise.brief_operations import import_brief
from chancery.workbench.advise.operations import store_conversations, store_papers
from chancery.workbench.people.models import MissionRow
from chancery.workbench.people.operations import store_mission
from chancery.workbench.people.queries import system_viewer
from chancery.workbench.viewer import Viewer
from chancery.workbench.watch.models import SourceRow
from chancery.workbench.watch.operations import read_waiting, save_look, store_articles, store_sources


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came in: each number counts what was not here before.

    `faults` say why the brief of the day before was not kept, statement by statement; empty where nothing was wrong with it.
    """

    mission: MissionRow
    sources: int
    articles: int
    conversations: int
    papers: int
    briefs: int
    faults: tuple[str, ...] = ()


def load_mission(folder: MissionFolder, step: Callable[[int], object] = lambda _: None) -> Loaded:
    """Bring a folder in and read its articles. Begun again, after a fault or with more in it, it adds what is missing.

    `step` is told of each batch how many articles were read. The brief of the day before is checked against what came in; where
    that does not bear it out, all else is kept and `faults` say why it was not.
    """
    row = store_mission(folder.mission)
    viewer = system_viewer(row)
    known = set(SourceRow.objects.filter(mission=row).values_list("ref", flat=True))
    sources = store_sources(viewer, [source for source in folder.sources if source.id not in known])
    talks = store_conversations(viewer, folder.conversations)
    papers = store_papers(viewer, folder.papers)
    stored = store_articles(viewer, folder.articles)
    while read := read_waiting(viewer):
        step(read)
    if sources:
        _save_looks(viewer, folder, folder.as_of or now())
    try:
        briefs = import_brief(viewer, folder.previous, folder.previous_records) if folder.previous else False
    except BlockedBrief as blocked:
        return Loaded(row, sources, stored.new, talks, papers, 0, blocked.faults)
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
        quiet = as_of - last > quiet_after(source)
        said = (say("nothing new since {moment}", moment=f"{last:%Y-%m-%d}"),) if quiet else ()
        condition: SourceState = "quiet" if quiet else "working"
        state = FeedState(
            condition=condition,
            reason="; ".join(map(str, said)),
            said=said,
            last_look=as_of,
            last_success=as_of,
            last_new=last,
            next_due=now(),
        )
        save_look(viewer, source.id, Collected((), state))
