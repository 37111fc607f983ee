from django.db import migrations

_names = " || ".join(f"to_tsvector('simple'::regconfig, {name})" for name in ("title", "begins", "facets"))
MAKE_NAMES = {
    "sqlite": [],
    "postgresql": [
        f"ALTER TABLE entities_findable ADD COLUMN names tsvector GENERATED ALWAYS AS ({_names}) STORED",
        "CREATE INDEX entities_finding_names ON entities_findable USING gin (names)",
    ],
}
DROP_NAMES = {"sqlite": [], "postgresql": ["ALTER TABLE entities_findable DROP COLUMN names"]}


def make(apps, schema_editor):
    for statement in MAKE_NAMES[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    for statement in DROP_NAMES[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("entities", "0007_changes_so_far")]
    operations = [migrations.RunPython(make, drop)]
