"""The rule that two editions of one article are never live at the same time, kept by the database itself.

PostgreSQL has exclusion constraints. SQLite has none, so there two triggers refuse what they would refuse;
they are made with the table, and made again whenever a migration remakes it.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.db.backends.ddl_references import Statement, Table
from django.db.models import F, Q

TRIGGER = """
CREATE TRIGGER {name}_{event} BEFORE {event} ON %(table)s
WHEN EXISTS (
    SELECT 1 FROM %(table)s AS other
    WHERE other.article_id = NEW.article_id AND other.id IS NOT NEW.id
    AND (NEW.live_until IS NULL OR (NEW.live_until > NEW.live_from AND NEW.live_until > other.live_from))
    AND (other.live_until IS NULL OR (other.live_until > other.live_from AND other.live_until > NEW.live_from))
)
BEGIN SELECT RAISE(ABORT, '{name}'); END
"""
EXCLUSION = (
    "CONSTRAINT {name} EXCLUDE USING gist (article_id WITH =, tstzrange(live_from, live_until) WITH &&)"
)


class LiveIntervalsNeverOverlap(models.BaseConstraint):
    default_violation_error_message = "Another edition of this article is live at that time."

    def constraint_sql(self, model: Any, schema_editor: Any) -> str | None:
        if schema_editor.connection.vendor == "postgresql":
            return EXCLUSION.format(name=schema_editor.quote_name(self.name))
        schema_editor.deferred_sql.extend(self._triggers(model, schema_editor))
        return None

    def create_sql(self, model: Any, schema_editor: Any) -> Any:
        if schema_editor.connection.vendor == "postgresql":
            table = Table(model._meta.db_table, schema_editor.quote_name)
            return Statement(
                "ALTER TABLE %(table)s ADD " + self.constraint_sql(model, schema_editor), table=table
            )
        return None  # SQLite remakes the table, and constraint_sql makes the triggers with it

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        if schema_editor.connection.vendor == "postgresql":
            return schema_editor._delete_constraint_sql(schema_editor.sql_delete_constraint, model, self.name)
        return None

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = DEFAULT_DB_ALIAS) -> None:
        never_live = instance.live_from is None or instance.live_from == instance.live_until
        if never_live or instance.article_id is None:
            return
        others = (
            model._default_manager.using(using).filter(article_id=instance.article_id).exclude(pk=instance.pk)
        )
        others = others.exclude(live_until=F("live_from"))
        if instance.live_until is not None:
            others = others.filter(live_from__lt=instance.live_until)
        if others.filter(Q(live_until__isnull=True) | Q(live_until__gt=instance.live_from)).exists():
            raise ValidationError(self.get_violation_error_message(), code=self.violation_error_code)

    def _triggers(self, model: Any, schema_editor: Any) -> list[Statement]:
        table = Table(model._meta.db_table, schema_editor.quote_name)
        return [
            Statement(TRIGGER.format(name=self.name, event=event), table=table)
            for event in ("INSERT", "UPDATE")
        ]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.name == other.name

    def __hash__(self) -> int:
        return hash((type(self), self.name))
