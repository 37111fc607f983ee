from django.db import migrations
from django.db.models.functions import Now


def mark_all_stale(apps, schema_editor):
    """What is relinked is indexed: the timer that runs `relink` does so bit by bit. `reindex` does everything at once."""
    editions, stale = apps.get_model("articles", "Edition"), apps.get_model("entities", "StaleEdition")
    unended = editions.objects.exclude(live_until__lte=Now()).order_by("pk").values_list("pk", flat=True)
    stale.objects.bulk_create((stale(edition_id=pk) for pk in unended), ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("entities", "0003_findable")]
    operations = [migrations.RunPython(mark_all_stale, migrations.RunPython.noop)]
