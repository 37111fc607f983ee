# A relation says “is restricted by the United States”: which names want the article, editors say.

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('entities', '0013_said_in_plain_words'),
    ]

    operations = [
        migrations.AddField(
            model_name='entity',
            name='definite',
            field=models.BooleanField(default=False, help_text='Within a sentence, as in “restricted by the United States”.', verbose_name='with “the”'),
        ),
    ]
