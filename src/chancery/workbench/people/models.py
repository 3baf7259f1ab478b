"""Persons, missions, memberships, one-time links, and failed sign-ins."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from chancery.common.mission import ROLES

LINK_KINDS = ("first_administrator", "invite", "reset")


class People(BaseUserManager["PersonRow"]):
    """Finds persons for Django's own sign-in."""

    def get_by_natural_key(self, username: str | None) -> "PersonRow":
        """Return the person who signs in by this name. Raises PersonRow.DoesNotExist."""
        return self.get(username=(username or "").casefold())


class PersonRow(AbstractBaseUser):
    """Somebody who may sign in, by user name or e-mail; both are kept case-folded."""

    username = models.CharField(max_length=64, unique=True)
    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=12, default="", blank=True)
    is_active = models.BooleanField(default=True)
    created = models.DateTimeField()

    objects: ClassVar[People] = People()
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["email", "name"]

    def __str__(self) -> str:
        return self.name


class MissionRow(models.Model):
    """A mission: its record whole, and what tables ask of it.

    `readings` counts the batches of articles read: a grouper kept in memory is good only while the count is the one it knows.
    """

    slug = models.SlugField(max_length=64, unique=True)
    name = models.CharField(max_length=200)
    ceiling = models.CharField(max_length=16)
    record = models.JSONField()
    keep_days = models.PositiveIntegerField(default=0)
    readings = models.PositiveBigIntegerField(default=0)
    created = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class MembershipRow(models.Model):
    """A person's place in a mission. `ceiling` is the highest mark the person may see; "" stands for the role's own.

    `administers` is True for an administrator, and for whoever looks after the people beside another role.
    """

    person = models.ForeignKey(PersonRow, models.CASCADE, related_name="memberships")
    mission = models.ForeignKey(MissionRow, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=24, choices=[(role, role) for role in ROLES])
    sections = models.JSONField(default=list, blank=True)
    ceiling = models.CharField(max_length=16, default="", blank=True)
    administers = models.BooleanField(default=False)
    active = models.BooleanField(default=True)
    since = models.DateTimeField()

    class Meta:
        """One place in each mission."""

        constraints = (models.UniqueConstraint(fields=["person", "mission"], name="one_place_in_a_mission"),)

    def __str__(self) -> str:
        return f"{self.role} in {self.mission_id}"


class LinkRow(models.Model):
    """A link that works once. Only the digest of its token is kept."""

    kind = models.CharField(max_length=24, choices=[(kind, kind) for kind in LINK_KINDS])
    digest = models.CharField(max_length=64, unique=True)
    mission = models.ForeignKey(MissionRow, models.CASCADE, null=True, related_name="links")
    person = models.ForeignKey(PersonRow, models.CASCADE, null=True, related_name="links")
    email = models.EmailField(max_length=254, default="", blank=True)
    role = models.CharField(max_length=24, default="", blank=True)
    sections = models.JSONField(default=list, blank=True)
    ceiling = models.CharField(max_length=16, default="", blank=True)
    created = models.DateTimeField()
    expires = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        """At most one open link for a first administrator."""

        constraints = (
            models.UniqueConstraint(
                fields=["kind"], condition=Q(kind="first_administrator", used_at=None), name="one_first_administrator_link"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} until {self.expires:%Y-%m-%d}"


class AttemptRow(models.Model):
    """Failed sign-ins from one address, for one account or for all (`account` is a digest, "" for all)."""

    account = models.CharField(max_length=64)
    address = models.CharField(max_length=64)
    failures = models.PositiveIntegerField(default=0)
    first_at = models.DateTimeField()
    locked_until = models.DateTimeField(null=True)

    class Meta:
        """One count for each pair."""

        constraints = (models.UniqueConstraint(fields=["account", "address"], name="one_count_of_failures"),)

    def __str__(self) -> str:
        return f"{self.failures} failures from {self.address}"
