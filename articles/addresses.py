"""Addresses as other sites need them, which begin with the site's own, and ids that outlive an address."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Model

OURS_SINCE = 2026


def at(path: str) -> str:
    return settings.SITE_URL + path


def permanent(thing: Model) -> str:
    """An id that stays when its address changes (RFC 4151), so that nobody is told of it twice."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{OURS_SINCE}:{thing._meta.model_name}/{thing.pk}"
