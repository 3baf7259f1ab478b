"""What a brief may rest on for one viewer: the conversations, papers, articles and sources that the viewer may read."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from django.db.models import Q, QuerySet

from chancery.advise import check_brief, check_protected, record_conversation, record_paper
from chancery.advise.records import Brief, Check, Conversation, Paper, Record
from chancery.common.errors import BlockedBrief
from chancery.common.said import say
from chancery.common.text import opening
from chancery.flow.find_names import name_finder
from chancery.sources.package_data import phrase_languages, read_packs, read_phrases
from chancery.watch.records import Article, Source
from chancery.workbench.advise.filter_brief import veil_protected
from chancery.workbench.advise.models import ConversationRow, PaperRow
from chancery.workbench.advise.read_rows import read_conversation_row, read_paper_row
from chancery.workbench.viewer import Viewer
from chancery.workbench.watch.models import ArticleRow, SourceRow
from chancery.workbench.watch.queries import visible_articles
from chancery.workbench.watch.read_rows import read_article_row, read_source_row

FIRST_WORDS: Final = 8
"""Words by which a refusal names a statement."""


def visible_conversations(viewer: Viewer) -> QuerySet[ConversationRow]:
    """Return the standing records of conversation that this viewer may read."""
    rows = ConversationRow.objects.filter(mission_id=viewer.mission_id, mark__in=viewer.marks, superseded=False)
    return rows.filter(named(viewer))


def visible_papers(viewer: Viewer) -> QuerySet[PaperRow]:
    """Return the papers that this viewer may read."""
    return PaperRow.objects.filter(mission_id=viewer.mission_id, mark__in=viewer.marks).filter(named(viewer))


def material_of(viewer: Viewer, brief: Brief, kept: Iterable[Record]) -> tuple[dict[str, Article], dict[str, Record]]:
    """Return the stored articles and records that a brief cites and this viewer may read, by id."""
    cited = {citation.ref for citation in brief.citations}
    rows = visible_articles(viewer).filter(ref__in=cited)
    records = {record.id: record for record in kept}
    records |= {talk.id: record_conversation(talk) for talk in load_conversations(viewer, cited)}
    records |= {paper.id: record_paper(paper) for paper in load_papers(viewer, cited)}
    return {row.ref: read_article_row(row) for row in rows}, records


def find_record(viewer: Viewer, ref: str, kept: Iterable[Record]) -> Record | None:
    """Return one of our records that this viewer may read, by id, or None."""
    found = [record for record in kept if record.id == ref]
    found += [record_conversation(talk) for talk in load_conversations(viewer, (ref,))]
    found += [record_paper(paper) for paper in load_papers(viewer, (ref,))]
    return found[0] if found else None


def load_conversations(viewer: Viewer, refs: Iterable[str] | None = None) -> tuple[Conversation, ...]:
    """Return the records of conversation that this viewer may read, all or those named."""
    rows = visible_conversations(viewer).select_related("mission").order_by("date", "ref")
    return tuple(read_conversation_row(row) for row in (rows if refs is None else rows.filter(ref__in=list(refs))))


def load_papers(viewer: Viewer, refs: Iterable[str] | None = None) -> tuple[Paper, ...]:
    """Return the papers that this viewer may read, all or those named."""
    rows = visible_papers(viewer).order_by("date", "ref")
    return tuple(read_paper_row(row) for row in (rows if refs is None else rows.filter(ref__in=list(refs))))


def load_sources(viewer: Viewer) -> dict[str, Source]:
    """Return the sources of the mission by id."""
    return {row.ref: read_source_row(row) for row in SourceRow.objects.filter(mission_id=viewer.mission_id).order_by("ref")}


def check_stored(viewer: Viewer, brief: Brief, kept: Iterable[Record]) -> tuple[Check, ...]:
    """Return what the checker says of a brief against what is stored now."""
    articles, records = material_of(viewer, brief, kept)
    mission = viewer.mission
    find_names = name_finder(read_packs(mission.places))
    checks = check_brief(brief, articles, records, mission.likelihood, load_sources(viewer), find_names)
    return (*checks, *check_protected(brief, load_conversations(viewer, {citation.ref for citation in brief.citations})))


def refuse_faulty(brief: Brief, checks: Iterable[Check]) -> None:
    """Raise BlockedBrief where a check blocks; each fault names its statement by the first words."""
    texts = {block.id: block.text for block in brief.blocks}
    told = []
    for check in (check for check in checks if check.verdict == "blocking"):
        text = texts.get(check.block, check.block)
        words = opening(text, FIRST_WORDS)
        told.append(say("“{words}”: {fault}", words=f"{words}{'…' * (words != text)}", fault=check.said))
    if told:
        raise BlockedBrief(tuple(map(str, told)), tuple(told))


def veil_stored(viewer: Viewer, brief: Brief, only: Collection[str] | None = None) -> tuple[Brief, int]:
    """Return a stored brief without the office and the place of sources protected since, and how many statements went.

    `only` are the ids of the statements to look at, None for all.
    """
    cited = {citation.ref for citation in brief.citations if citation.kind == "conversation"}
    if not cited:
        return brief, 0
    rows = ConversationRow.objects.filter(mission_id=viewer.mission_id)
    kept = rows.filter(ref__in=cited, superseded=False, protected=True).values("ref")
    talks = [read_conversation_row(row) for row in rows.filter(ref__in=kept).select_related("mission").order_by("version")]
    if not talks:
        return brief, 0
    languages = (brief.language, viewer.mission.language, "en")
    language = next(each for each in languages if each in phrase_languages())
    return veil_protected(brief, talks, read_phrases(language), only)


def marks_of(viewer: Viewer, brief: Brief) -> Mapping[str, str]:
    """Return the mark that each article, conversation and paper of a brief carries now, by id."""
    cited = {citation.ref for citation in brief.citations}
    talks = ConversationRow.objects.filter(mission_id=viewer.mission_id, superseded=False, ref__in=cited)
    papers = PaperRow.objects.filter(mission_id=viewer.mission_id, ref__in=cited)
    articles = ArticleRow.objects.filter(mission_id=viewer.mission_id, ref__in=cited)
    rows = (each.order_by().values_list("ref", "mark") for each in (talks, papers, articles))
    return dict(next(rows).union(*rows, all=True))


def hidden_from(viewer: Viewer) -> Mapping[str, str]:
    """Return id and title of every conversation and paper of the mission that this viewer may not read."""
    mine, papers = visible_conversations(viewer).values("pk"), visible_papers(viewer).values("pk")
    talks = ConversationRow.objects.filter(mission_id=viewer.mission_id, superseded=False).exclude(pk__in=mine)
    others = PaperRow.objects.filter(mission_id=viewer.mission_id).exclude(pk__in=papers)
    return dict((*talks.values_list("ref", "title"), *others.values_list("ref", "title")))


def named(viewer: Viewer) -> Q:
    """Return the condition that a reader list is empty or names the viewer; an author reads what the author wrote."""
    if viewer.is_system:
        return Q()
    allowed = Q(readers="") | Q(author_id=viewer.person_id)
    for reader in (viewer.role, *viewer.sections):
        allowed |= Q(readers__contains=f"|{reader}|")
    return allowed
