"""The words that conversations and papers are searched by, beside each."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from chancery.workbench.watch.search_words import line_of


def fill(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Write the words of what is stored."""
    for talk in apps.get_model("workbench", "ConversationRow").objects.iterator():
        talk.words = line_of(talk.title, talk.office, talk.place, talk.text)
        talk.save(update_fields=["words"])
    for paper in apps.get_model("workbench", "PaperRow").objects.iterator():
        paper.words = line_of(paper.title, paper.record.get("text", ""))
        paper.save(update_fields=["words"])


class Migration(migrations.Migration):
    """After the index of articles."""

    dependencies = [("workbench", "0002_search")]
    operations = [
        migrations.AddField("conversationrow", "words", models.TextField(default="", blank=True)),
        migrations.AddField("paperrow", "words", models.TextField(default="", blank=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
