"""The job row."""

from django.db import models
from django.db.models import Q

STATES = ("ready", "running", "done", "dead")


class JobRow(models.Model):
    """One piece of background work, and who has it.

    `beat` rises with every heartbeat of the worker that holds the job; whoever sees it stand still for a whole lease may take
    the job over. `lease_until` says the same in wall-clock time, for people to read; nothing is decided by it.
    """

    kind = models.CharField(max_length=32)
    arguments = models.JSONField(default=dict)
    mission = models.ForeignKey("workbench.MissionRow", models.CASCADE, null=True, related_name="+")
    key = models.CharField(max_length=250)
    state = models.CharField(max_length=8, default="ready", choices=[(state, state) for state in STATES])
    run_after = models.DateTimeField()
    worker = models.CharField(max_length=100, default="", blank=True)
    beat = models.BigIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=1000, default="", blank=True)
    created = models.DateTimeField()
    finished = models.DateTimeField(null=True)

    class Meta:
        """The same work waits only once; the next job is found without looking at finished ones."""

        constraints = (
            models.UniqueConstraint(fields=["key"], condition=Q(state__in=("ready", "running")), name="one_live_job_of_a_key"),
        )
        indexes = (models.Index(fields=["run_after", "id"], condition=Q(state="ready"), name="job_next"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.state}"
