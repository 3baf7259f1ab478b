"""What officers said of articles, what the program would change of stories, and where an emptied story went."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import CASCADE, SET_NULL


class Migration(migrations.Migration):
    """After the words of our own records."""

    dependencies = [("workbench", "0003_own_words")]
    operations = [
        migrations.AddField("storyrow", "into", models.ForeignKey("workbench.storyrow", SET_NULL, null=True, related_name="+")),
        migrations.CreateModel(
            name="ArticleLinkRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mark", models.CharField(max_length=16)),
                ("kind", models.CharField(max_length=8)),
                ("said_at", models.DateTimeField()),
                ("mission", models.ForeignKey("workbench.missionrow", CASCADE, related_name="+")),
                ("article", models.ForeignKey("workbench.articlerow", CASCADE, related_name="+")),
                ("other", models.ForeignKey("workbench.articlerow", CASCADE, related_name="+")),
                ("who", models.ForeignKey(settings.AUTH_USER_MODEL, SET_NULL, null=True, related_name="+")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("article", "other"), name="one_link_of_two_articles")],
            },
        ),
        migrations.CreateModel(
            name="RepairRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mark", models.CharField(max_length=16)),
                ("kind", models.CharField(max_length=8)),
                ("probability", models.FloatField()),
                ("because", models.JSONField(default=list)),
                ("mission", models.ForeignKey("workbench.missionrow", CASCADE, related_name="+")),
                ("story", models.ForeignKey("workbench.storyrow", CASCADE, related_name="+")),
                ("other", models.ForeignKey("workbench.storyrow", CASCADE, related_name="+")),
                ("article", models.ForeignKey("workbench.articlerow", CASCADE, null=True, related_name="+")),
            ],
        ),
    ]
