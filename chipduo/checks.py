"""System checks that Django does not have: what an operator should hear of before readers do."""

import sqlite3

from django.conf import settings
from django.core.checks import CheckMessage, Info, Warning, register

from entities.linking.choosing import POLICIES

WAL_RESET_FIXED = (3, 51, 3)


@register(deploy=True)
def sqlite_keeps_what_it_writes(app_configs, **kwargs) -> list[CheckMessage]:
    """https://sqlite.org/wal.html#walresetbug: rare, and only with several writers."""
    uses_sqlite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    if not uses_sqlite or sqlite3.sqlite_version_info >= WAL_RESET_FIXED:
        return []
    return [
        Info(
            f"This SQLite ({sqlite3.sqlite_version}) can, very rarely, lose a write when two processes write at once.",
            hint="Keep backups, or move to PostgreSQL by DATABASE_URL when several editors work at the same time.",
            id="chipduo.I001",
        )
    ]


@register
def links_follow_a_known_policy(app_configs, **kwargs) -> list[CheckMessage]:
    if settings.LINK_POLICY in POLICIES:
        return []
    return [
        Warning(
            f"LINK_POLICY is {settings.LINK_POLICY!r}: it must be one of {', '.join(POLICIES)}.",
            id="chipduo.W001",
        )
    ]
