"""A form of the desk that was opened before its editor signed in anew, and so carries an old token: its words are given back.

What carries our own mark can be sent again by hand, with a new token; of any other form the words are shown, to be taken over.
Nothing is kept or changed here, and what another site has sent is refused as ever.
"""

from typing import Any

from django.contrib.admin import site
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.csrf import csrf_failure

from articles.admin.scratch.signing_in import own_form
from chipduo.admin.words_sent import sent, words_sent


def stale_token(request: HttpRequest, reason: str = "") -> HttpResponse:
    is_own = own_form(request) is not None
    is_known = request.user.is_active and request.user.is_staff
    is_of_desk = request.path.startswith(reverse("admin:index")) and (is_own or is_known)
    if not is_of_desk or not reason.startswith("CSRF"):  # and not of the origin
        return csrf_failure(request, reason)
    context: dict[str, Any] = {
        **site.each_context(request),
        "title": f"You have signed {'in' if is_known else 'out'} since you opened this",
        "sent": sent(request) if is_own else [],
        "words": words_sent(request),
        "had_files": bool(request.FILES),
        "is_known": is_known,
    }
    return render(request, "admin/stale_token.html", context, status=403)
