from itertools import groupby

from django.db import migrations, models

from articles import sentences


def find_sentences(apps, schema_editor):
    mentions = apps.get_model("entities", "Mention").objects.select_related("passage")
    rows = mentions.only("start", "end", "passage__text").order_by("passage").iterator(chunk_size=500)
    for passage, named in groupby(rows, key=lambda mention: mention.passage):
        bounds, found = sentences.split(passage.text), list(named)
        for mention in found:
            mention.sentence = sentences.holding(bounds, mention.start, mention.end)[0]
        mentions.bulk_update(found, ["sentence"])


class Migration(migrations.Migration):
    dependencies = [("entities", "0004_index_old_editions")]

    operations = [
        migrations.AddField(
            model_name="mention",
            name="sentence",
            field=models.PositiveIntegerField(
                default=0, help_text="Where the sentence begins that names it."
            ),
        ),
        migrations.RunPython(find_sentences, migrations.RunPython.noop),
    ]
