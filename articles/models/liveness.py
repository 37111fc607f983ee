"""What "live" means, said once: the moment lies in an edition's interval, and the edition is not suppressed."""

from datetime import datetime

from django.db.models import Q

from articles import clock


def is_live(at: datetime | None = None, edition: str = "") -> Q:
    """`edition` is the lookup that leads to the edition, such as "editions__"; empty on editions themselves."""
    at = at or clock.now()
    unended = Q(**{f"{edition}live_until__isnull": True}) | Q(**{f"{edition}live_until__gt": at})
    return unended & Q(**{f"{edition}live_from__lte": at, f"{edition}suppressed_at__isnull": True})
