# What the desk calls two kinds of rows; nothing is stored otherwise.

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('entities', '0012_index_at_once'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='evidencereview',
            options={'ordering': ['evidence', 'edition'], 'verbose_name': 'check of evidence', 'verbose_name_plural': 'checks of evidence'},
        ),
        migrations.AlterModelOptions(
            name='linkdecision',
            options={'verbose_name': 'decision about a name', 'verbose_name_plural': 'decisions about names'},
        ),
    ]
