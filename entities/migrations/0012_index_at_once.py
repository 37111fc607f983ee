from django.db import migrations

INDEXES = ("entities_finding", "entities_finding_names")


def at_once(apps, schema_editor):
    """PostgreSQL keeps new words in a list that every search reads to its end, unless it files them when they are written."""
    if schema_editor.connection.vendor == "postgresql":
        for index in INDEXES:
            schema_editor.execute(f"ALTER INDEX {index} SET (fastupdate = off)")
            schema_editor.execute(f"SELECT gin_clean_pending_list('{index}')")


class Migration(migrations.Migration):
    dependencies = [("entities", "0011_sightings_by_target")]

    operations = [migrations.RunPython(at_once, migrations.RunPython.noop)]
