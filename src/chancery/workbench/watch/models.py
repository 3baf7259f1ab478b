"""Sources and their state, articles, stories, what officers said of them, and the words they are searched by.

Every text carries its mission and its handling mark. The long text stands last in its table: SQLite then reads the short
fields of a row without walking through the text.
"""

from django.db import models
from django.db.models import F, Q


class SourceRow(models.Model):
    """An outlet one mission reads; `record` is the Source whole."""

    mission = models.ForeignKey("workbench.MissionRow", models.CASCADE, related_name="+")
    mark = models.CharField(max_length=16)
    ref = models.CharField(max_length=200)
    name = models.CharField(max_length=200)
    url = models.CharField(max_length=2000, default="", blank=True)
    paused = models.BooleanField(default=False)
    added = models.DateTimeField()
    record = models.JSONField()

    class Meta:
        """One row for a source of a mission."""

        constraints = (models.UniqueConstraint(fields=["mission", "ref"], name="one_source_of_a_mission"),)

    def __str__(self) -> str:
        return self.name


class FeedStateRow(models.Model):
    """How collecting from a source stands: the FeedState whole, and what is asked of it."""

    source = models.OneToOneField(SourceRow, models.CASCADE, primary_key=True, related_name="feed")
    condition = models.CharField(max_length=16, default="new")
    reason = models.CharField(max_length=500, default="", blank=True)
    next_due = models.DateTimeField(null=True, db_index=True)
    updated = models.DateTimeField()
    state = models.JSONField()

    def __str__(self) -> str:
        return f"{self.source_id}: {self.condition}"


class ArticleRow(models.Model):
    """One text, stored once for each mission that reads its source, with its three dates and what was read in it.

    `read` is False from the moment it is stored until it has its place in a story; `cited` is True once a brief quotes it: its
    text then never changes and is never dropped. `size` counts the signs of its text.
    """

    mission = models.ForeignKey("workbench.MissionRow", models.CASCADE, related_name="+", db_index=False)
    mark = models.CharField(max_length=16)
    ref = models.CharField(max_length=200)
    source = models.CharField(max_length=200)
    seen = models.DateTimeField()
    claimed = models.DateTimeField(null=True)
    inferred = models.DateTimeField(null=True)
    published = models.DateTimeField()
    lang = models.CharField(max_length=12, default="", blank=True)
    body = models.CharField(max_length=8)
    digest = models.CharField(max_length=64)
    copy_of = models.CharField(max_length=200, default="", blank=True)
    copy_kind = models.CharField(max_length=8, default="", blank=True)
    copy_likeness = models.FloatField(default=0.0)
    read = models.BooleanField(default=False)
    cited = models.BooleanField(default=False)
    size = models.PositiveIntegerField(default=0)
    title = models.TextField()
    url = models.CharField(max_length=2000, default="", blank=True)
    countries = models.JSONField(default=list)
    text = models.TextField()

    class Meta:
        """Stored once; read newest first, by mission or by source."""

        constraints = (models.UniqueConstraint(fields=["mission", "ref"], name="one_article_of_a_mission"),)
        indexes = (
            models.Index(fields=["mission", "-seen"], name="article_newest"),
            models.Index(fields=["mission", "source", "mark", "-seen", "size"], name="article_of_source"),
            models.Index(fields=["mission", "seen", "ref"], condition=Q(read=False), name="article_to_read"),
        )

    def __str__(self) -> str:
        return self.title


class StoryRow(models.Model):
    """Articles about one event. `mark` is the lowest of its articles: who may see none of them does not see the story.

    `countries` holds the focus countries between bars ("|XM|XT|"), to ask for one without a second table. `into` is set where
    its last article went to another story: whoever follows an old link to it is led there.
    """

    mission = models.ForeignKey("workbench.MissionRow", models.CASCADE, related_name="+", db_index=False)
    mark = models.CharField(max_length=16)
    ref = models.CharField(max_length=200)
    first_seen = models.DateTimeField()
    last_seen = models.DateTimeField()
    countries = models.CharField(max_length=500, default="", blank=True)
    into = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")

    class Meta:
        """Read newest first."""

        constraints = (models.UniqueConstraint(fields=["mission", "ref"], name="one_story_of_a_mission"),)
        indexes = (models.Index(F("mission"), F("last_seen").desc(), F("id").desc(), name="story_newest"),)

    def __str__(self) -> str:
        return self.ref


class JoiningRow(models.Model):
    """An article's place in a story, with the reason. Mission and mark are those of its article."""

    article = models.OneToOneField(ArticleRow, models.CASCADE, primary_key=True, related_name="joining")
    story = models.ForeignKey(StoryRow, models.CASCADE, related_name="joinings")
    because = models.JSONField(default=list)
    likeness = models.FloatField(default=0.0)
    decided_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.article_id} in {self.story_id}"


class ArticleLinkRow(models.Model):
    """What somebody said of two articles: `kind` is "together" or "apart". It holds whatever becomes of their stories.

    No row contradicts where the articles are: who moves an article takes back what the move breaks.
    """

    mission = models.ForeignKey("workbench.MissionRow", models.CASCADE, related_name="+")
    mark = models.CharField(max_length=16)
    article = models.ForeignKey(ArticleRow, models.CASCADE, related_name="+")
    other = models.ForeignKey(ArticleRow, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8)
    who = models.ForeignKey("workbench.PersonRow", models.SET_NULL, null=True, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        """One word of an article on another."""

        constraints = (models.UniqueConstraint(fields=["article", "other"], name="one_link_of_two_articles"),)

    def __str__(self) -> str:
        return f"{self.article_id} {self.kind} {self.other_id}"


class RepairRow(models.Model):
    """What the program would change of the stories: take `other` into `story`, or put `article` of `story` into `other`.

    Made anew each time the stories are looked at.
    """

    mission = models.ForeignKey("workbench.MissionRow", models.CASCADE, related_name="+")
    mark = models.CharField(max_length=16)
    kind = models.CharField(max_length=8)
    story = models.ForeignKey(StoryRow, models.CASCADE, related_name="+")
    other = models.ForeignKey(StoryRow, models.CASCADE, related_name="+")
    article = models.ForeignKey(ArticleRow, models.CASCADE, null=True, related_name="+")
    probability = models.FloatField()
    because = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.kind} {self.story_id}"


class SearchRow(models.Model):
    """The folded words of an article. Derived: a backup leaves it out and a restore makes it again.

    On SQLite the words stand here and triggers keep a contentless FTS5 table beside it in step; on PostgreSQL the migration
    adds a `tsvector` column and the words stay empty. `keys` holds the words that carry accents, unfolded.
    """

    article = models.OneToOneField(ArticleRow, models.CASCADE, primary_key=True, related_name="+")
    title = models.TextField(default="", blank=True)
    body = models.TextField(default="", blank=True)
    keys = models.TextField(default="", blank=True)

    def __str__(self) -> str:
        return str(self.article_id)
