from django.db import migrations

from entities.search.index import DROP_NAMES, MAKE_NAMES


def make(apps, schema_editor):
    for statement in MAKE_NAMES[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    for statement in DROP_NAMES[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("entities", "0007_changes_so_far")]
    operations = [migrations.RunPython(make, drop)]
