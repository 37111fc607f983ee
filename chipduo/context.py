"""What every template knows of the site itself. Nothing of the visitor: readers all get the same bytes."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse


def site(request: HttpRequest) -> dict[str, str]:
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "site_card": reverse("site_card"),
    }
