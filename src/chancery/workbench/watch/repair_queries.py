"""What the program would change of a story, for whoever may decide on it and may see all of it."""

from django.db.models import Q, QuerySet

from chancery.common.errors import NotAllowed
from chancery.workbench.viewer import EDITORS, Viewer
from chancery.workbench.watch.models import RepairRow
from chancery.workbench.watch.queries import name_reasons, read_story
from chancery.workbench.watch.read_rows import read_because
from chancery.workbench.watch.records import RepairView


def read_repair(viewer: Viewer, ref: str) -> RepairView | None:
    """Return what is proposed for a story, None where nothing is or the viewer may not decide on it."""
    row = _repairs(viewer).filter(Q(story__ref=ref) | Q(other__ref=ref)).order_by("-probability", "pk").first()
    if row is None or not viewer.may(EDITORS):
        return None
    other = read_story(viewer, row.other.ref if row.story.ref == ref else row.story.ref)
    return RepairView(
        key=row.pk,
        other=other.ref,
        other_title=other.title,
        other_lang=other.lang,
        article=row.article.ref if row.article else "",
        article_title=row.article.title if row.article else "",
        article_lang=row.article.lang if row.article else "",
        leaves=row.story.ref == ref,
        probability=row.probability,
        because=name_reasons(viewer, read_because(row.because)),
    )


def find_repair(viewer: Viewer, key: int) -> RepairRow:
    """Return a proposal by its number. Raises NotAllowed where this viewer sees none: it may have been decided meanwhile."""
    row = _repairs(viewer).filter(pk=key).first()
    if row is None:
        raise NotAllowed("there is no such proposal here")
    return row


def _repairs(viewer: Viewer) -> QuerySet[RepairRow]:
    rows = RepairRow.objects.filter(mission_id=viewer.mission_id, mark__in=viewer.marks)
    return rows.select_related("story", "other", "article")
