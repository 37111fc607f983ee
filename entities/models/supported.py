"""When a claim may be shown: something that readers can see supports it."""

from datetime import datetime

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from articles.models import Edition


def is_visible(at: datetime | None = None) -> Q:
    """Of evidence: an outside source, or words in an edition that readers can see."""
    return Q(source__isnull=False) | Q(passage__edition__in=Edition.objects.readable(at))


def is_supported(claim: str, at: datetime | None = None) -> Exists:
    """`claim` is the field of Evidence that leads to the rows to be filtered: "event", "relation" or "fact"."""
    evidence = apps.get_model("entities", "Evidence").objects
    return Exists(evidence.filter(is_visible(at), **{claim: OuterRef("pk")}))
