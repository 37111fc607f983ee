from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_initial")]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="is_correction",
            field=models.BooleanField(
                default=False,
                help_text="Its note says which; readers find it among the corrections.",
                verbose_name="corrects a mistake",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=Q(is_correction=False) | ~Q(note=""),
                name="correction_says_what_it_corrects",
                violation_error_message="Say what was wrong: readers find it among the corrections.",
            ),
        ),
    ]
