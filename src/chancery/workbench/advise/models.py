"""Conversations, papers, briefs and notes. Each carries its mission, its handling mark and, where it has one, its reader list.

`readers` holds roles and sections between bars ("|political|head_of_mission|"); empty is the whole mission. `words` are the
folded words a record is searched by, in one line (`line_of`).
"""

from django.db import models


class ConversationRow(models.Model):
    """What was said to us."""

    mission = models.ForeignKey("workbench.MissionRow", models.CASCADE, related_name="+")
    mark = models.CharField(max_length=16)
    readers = models.CharField(max_length=500, default="", blank=True)
    ref = models.CharField(max_length=200)
    date = models.DateField()
    office = models.CharField(max_length=300)
    place = models.CharField(max_length=300, default="", blank=True)
    title = models.CharField(max_length=500)
    protected = models.BooleanField(default=False)
    differs = models.BooleanField(default=False)
    story_terms = models.JSONField(default=list, blank=True)
    author = models.ForeignKey("workbench.PersonRow", models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    superseded = models.BooleanField(default=False)
    text = models.TextField()
    words = models.TextField(default="", blank=True)

    class Meta:
        """Read newest first; an amendment is a row with the next version, and one row of a record stands."""

        constraints = (
            models.UniqueConstraint(fields=["mission", "ref", "version"], name="one_version_of_a_conversation"),
            models.UniqueConstraint(
                fields=["mission", "ref"], condition=models.Q(superseded=False), name="one_standing_conversation"
            ),
        )
        indexes = (models.Index(fields=["mission", "-date"], name="conversation_newest"),)

    def __str__(self) -> str:
        return self.title


class PaperRow(models.Model):
    """One of the mission's own papers; `record` is the Paper whole."""

    mission = models.ForeignKey("workbench.MissionRow", models.CASCADE, related_name="+")
    mark = models.CharField(max_length=16)
    readers = models.CharField(max_length=500, default="", blank=True)
    ref = models.CharField(max_length=200)
    kind = models.CharField(max_length=24)
    date = models.DateField()
    due = models.DateField(null=True)
    status = models.CharField(max_length=16)
    author = models.ForeignKey("workbench.PersonRow", models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=500)
    record = models.JSONField()
    words = models.TextField(default="", blank=True)

    class Meta:
        """Asked for by what is due."""

        constraints = (models.UniqueConstraint(fields=["mission", "ref"], name="one_paper_of_a_mission"),)
        indexes = (models.Index(fields=["mission", "due"], name="paper_due"),)

    def __str__(self) -> str:
        return self.title


class BriefRow(models.Model):
    """A brief as it was written. `record` never changes; a correction is a row with the next version.

    `records` are the records of our own watching (counts, states) that it cites, as they stood at its moment; `checks` are
    the warnings of the checker when it was stored.

    Being released is an act beside the text: who, when, and whether nobody else looked at it first (`self_certified`).
    """

    mission = models.ForeignKey("workbench.MissionRow", models.CASCADE, related_name="+")
    mark = models.CharField(max_length=16)
    ref = models.CharField(max_length=200)
    version = models.PositiveIntegerField()
    supersedes = models.CharField(max_length=200, default="", blank=True)
    kind = models.CharField(max_length=8)
    language = models.CharField(max_length=12)
    as_of = models.DateTimeField()
    title = models.CharField(max_length=500)
    author = models.ForeignKey("workbench.PersonRow", models.SET_NULL, null=True, related_name="+")
    stored_at = models.DateTimeField()
    status = models.CharField(max_length=8, default="draft")
    released_by = models.ForeignKey("workbench.PersonRow", models.SET_NULL, null=True, related_name="+")
    released_at = models.DateTimeField(null=True)
    self_certified = models.BooleanField(default=False)
    digest = models.CharField(max_length=64)
    record = models.JSONField()
    records = models.JSONField(default=list)
    checks = models.JSONField(default=list)

    class Meta:
        """One row for each version; read newest first."""

        constraints = (models.UniqueConstraint(fields=["mission", "ref", "version"], name="one_version_of_a_brief"),)
        indexes = (models.Index(fields=["mission", "-as_of", "-version"], name="brief_newest"),)

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"


class NoteRow(models.Model):
    """What somebody wrote beside a record. It is read by whoever may read that record, within its own mark."""

    mission = models.ForeignKey("workbench.MissionRow", models.CASCADE, related_name="+")
    mark = models.CharField(max_length=16)
    readers = models.CharField(max_length=500, default="", blank=True)
    about_kind = models.CharField(max_length=16)
    about = models.CharField(max_length=200)
    author = models.ForeignKey("workbench.PersonRow", models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField()
    text = models.TextField()

    class Meta:
        """Asked for by what they are about."""

        indexes = (models.Index(fields=["mission", "about_kind", "about"], name="note_about"),)

    def __str__(self) -> str:
        return f"on {self.about_kind} {self.about}"
