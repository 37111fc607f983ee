from django.db import migrations

MAKE = {
    "sqlite": [
        "CREATE VIRTUAL TABLE entities_token_index USING fts5(tokens, tokenize = 'ascii', detail = none)"
    ],
    "postgresql": [
        "CREATE TABLE entities_token_index (passage_id bigint PRIMARY KEY, tokens tsvector NOT NULL)",
        "CREATE INDEX entities_token_index_tokens ON entities_token_index USING gin (tokens)",
    ],
}


def make(apps, schema_editor):
    for statement in MAKE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE entities_token_index")


class Migration(migrations.Migration):
    dependencies = [("entities", "0001_initial")]

    operations = [migrations.RunPython(make, drop)]
