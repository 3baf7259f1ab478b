"""The audit row."""

from django.db import models


class AuditRow(models.Model):
    """Who did what to what, when. `person` is null where the system acted; `details` hold counts and ids, never a text."""

    mission = models.ForeignKey("workbench.MissionRow", models.SET_NULL, null=True, related_name="+")
    person = models.ForeignKey("workbench.PersonRow", models.SET_NULL, null=True, related_name="+")
    actor = models.CharField(max_length=64)
    verb = models.CharField(max_length=64)
    kind = models.CharField(max_length=32)
    ref = models.CharField(max_length=200)
    mark = models.CharField(max_length=16)
    at = models.DateTimeField()
    details = models.JSONField(default=dict)

    class Meta:
        """Read newest first, for one mission."""

        indexes = (models.Index(fields=["mission", "-at"], name="audit_newest"),)

    def __str__(self) -> str:
        return f"{self.actor} {self.verb} {self.kind} {self.ref}"
