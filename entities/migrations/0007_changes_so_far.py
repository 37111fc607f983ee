"""What readers could see before changes were recorded is no news: how it stands is written down without a date."""

from django.db import migrations
from django.db.models import Q

from entities.recording import stands_of

SEEN = {
    "event": Q(public=True),
    "relation": Q(subject__public=True, object__public=True),
    "fact": Q(entity__public=True),
}


def take_stock(apps, schema_editor):
    change = apps.get_model("entities", "Change")
    for name, seen in SEEN.items():
        claims = apps.get_model("entities", name).objects.filter(seen, evidence__isnull=False)
        for claim in claims.distinct().iterator():
            change.objects.create(**{name: claim}, stands=stands_of(claim))


class Migration(migrations.Migration):
    dependencies = [("entities", "0006_changes")]

    operations = [migrations.RunPython(take_stock, migrations.RunPython.noop)]
