"""An officer says where an article belongs: permission, change and audit, one verb each. It holds for good."""

from django.db import transaction

from chancery.common.errors import NotAllowed, RefusedError
from chancery.common.said import Said
from chancery.workbench.audit.operations import write_audit
from chancery.workbench.viewer import EDITORS, Viewer
from chancery.workbench.watch.models import ArticleRow, StoryRow
from chancery.workbench.watch.move_articles import (
    begin_moving,
    list_originals,
    move_articles,
    open_new_story,
    say_link,
    with_copies,
)
from chancery.workbench.watch.visible_queries import visible_articles, visible_stories

__all__ = ["say_apart", "say_belongs"]


def say_belongs(viewer: Viewer, article_ref: str, story_ref: str) -> None:
    """Put an article, with its copies, into a story for good: it is with the newest article there, whatever comes.

    Raises NotAllowed where the viewer sees no such article or story, RefusedError where the story holds nothing else.
    """
    viewer.need(EDITORS, "put an article into a story")
    with transaction.atomic():
        begin_moving(viewer)
        article, before = _find_placed(viewer, article_ref)
        story = visible_stories(viewer).filter(ref=story_ref, into=None).first()
        if story is None:
            raise NotAllowed("there is no such story here")
        moved = with_copies(article, before)
        others = [row for row in list_originals(story, moved) if row.mark in viewer.marks]
        if not others:
            raise RefusedError("this story holds nothing else that the article could belong with")
        if before != story:
            move_articles(moved, before, story, (Said("an officer put it here"),))
        say_link(viewer, "together", article, others[:1])
        write_audit(viewer, "put", "article", article.ref, article.mark, story=story.ref, story_before=before.ref)


def say_apart(viewer: Viewer, article_ref: str) -> str:
    """Take an article, with its copies, out of its story for good, and return the id of the story that is now its own.

    Raises NotAllowed where the viewer sees no such article, RefusedError where it is alone in its story.
    """
    viewer.need(EDITORS, "take an article out of its story")
    with transaction.atomic():
        begin_moving(viewer)
        article, before = _find_placed(viewer, article_ref)
        moved = with_copies(article, before)
        others = list_originals(before, moved)
        if not any(row.mark in viewer.marks for row in others):
            raise RefusedError("this article is alone in its story")
        story = open_new_story(article)
        move_articles(moved, before, story, (Said("an officer took it out of another story"),))
        say_link(viewer, "apart", article, others)
        write_audit(viewer, "take_out", "article", article.ref, article.mark, story=story.ref, story_before=before.ref)
    return story.ref


def _find_placed(viewer: Viewer, ref: str) -> tuple[ArticleRow, StoryRow]:
    """Return an article that the viewer sees, and its story. Raises NotAllowed, or RefusedError where it is not read yet."""
    row = visible_articles(viewer).filter(ref=ref).select_related("joining__story").first()
    if row is None:
        raise NotAllowed("there is no such article here")
    joining = getattr(row, "joining", None)
    if joining is None:
        raise RefusedError("this article is not read yet; come back in a minute")
    return row, joining.story
