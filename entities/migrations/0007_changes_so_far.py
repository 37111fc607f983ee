"""What readers could see before changes were recorded is no news: how it stands is written down without a date."""

from django.db import migrations
from django.db.models import Q

SEEN = {
    "event": Q(public=True),
    "relation": Q(subject__public=True, object__public=True),
    "fact": Q(entity__public=True),
}
COLUMNS = {
    "event": ("title", "summary", "standing", "origin", ("date", "when"), ("phase", "phase_id")),
    "relation": ("kind", "since", "until", "note", "standing", "origin"),
    "fact": ("label", "value", ("date", "as_of")),
}


def take_stock(apps, schema_editor):
    change = apps.get_model("entities", "Change")
    for name, seen in SEEN.items():
        claims = apps.get_model("entities", name).objects.filter(seen, evidence__isnull=False)
        for claim in claims.distinct().iterator():
            change.objects.create(**{name: claim}, stands=stands_of(name, claim))


def stands_of(name, claim):
    """As `entities.recording` wrote it down then."""
    evidence = [[one.quote, str(one.source_id or ""), one.note] for one in claim.evidence.all()]
    stands = {"names": names_in(name, claim), "evidence": sorted(evidence)}
    for column in COLUMNS[name]:
        part, attribute = column if isinstance(column, tuple) else (column, column)
        stands[part] = str(getattr(claim, attribute) or "")
    return stands


def names_in(name, claim):
    if name == "event":
        return sorted(claim.entities.values_list("pk", flat=True))
    return [claim.subject_id, claim.object_id] if name == "relation" else [claim.entity_id]


class Migration(migrations.Migration):
    dependencies = [("entities", "0006_changes")]

    operations = [migrations.RunPython(take_stock, migrations.RunPython.noop)]
