"""A session that ended in mid-edit: what was typed is kept at once, and saved when whoever typed it has signed in.

Each form carries a signed mark of whose it is and where it is sent to, so only such a form can be gone on with, at that very
address: no other action is. A form without a session has passed Django's check against forgery before it comes here, and so has
the sign-in. Between the two the words are in the typist's scratch, never on the page, which holds but a signed ticket for them.
"""

from copy import copy
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.auth import get_user_model
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone

from articles.admin.typed.sent import as_sent, fields_of
from articles.models import Scratch
from articles.models.presence import name_of

MARK, TICKET = "typed_by", "kept_words"
A_FORM_IS_OPEN = timedelta(days=30)
A_TICKET_HOLDS = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Kept:
    """Words in a scratch, as they were at that moment, and how they were sent."""

    typist: int
    name: str
    address: str
    scratch: int
    typed_at: str
    buttons: dict[str, str]
    had_files: bool

    @property
    def ticket(self) -> str:
        return signing.dumps(asdict(self), salt=TICKET)

    def found(self) -> Scratch | None:
        at = datetime.fromisoformat(self.typed_at)
        return Scratch.objects.filter(pk=self.scratch, person=self.typist, typed_at=at).first()


def mark(request: HttpRequest, model: Any, object_id: str) -> str:
    return signing.dumps([request.user.pk, request.path, model._meta.label, object_id], salt=MARK)


def sign_in_first(site: AdminSite, request: HttpRequest) -> HttpResponse | None:
    """The answer to a form that is sent without a session. None where the request may go on: perhaps now with what was typed."""
    if kept := ticket_of(request):
        return gone_on(site, request, kept)
    if kept := kept_now(site, request):
        asking = copy(request)
        asking.method = "GET"
        return login_page(site, asking, kept)
    return None


def ticket_of(request: HttpRequest) -> Kept | None:
    ticket = read(request.POST.get(TICKET, ""), TICKET, A_TICKET_HOLDS)
    kept = Kept(**ticket) if ticket else None
    return kept if kept and kept.address == request.path else None


def own_form(request: HttpRequest) -> list[Any] | None:
    """Whose form was sent, where to, and of what; None of what is no such form, or is sent elsewhere."""
    of = read(request.POST.get(MARK, ""), MARK, A_FORM_IS_OPEN)
    return of if of and of[1] == request.path else None


def kept_now(site: AdminSite, request: HttpRequest) -> Kept | None:
    of = own_form(request)
    if of is None:
        return None
    typist = get_user_model().objects.filter(pk=of[0], is_active=True, is_staff=True).first()
    if typist is None:
        return None
    own = (typist, apps.get_model(of[2]), of[3])
    Scratch.objects.keep(*own, fields_of(request.POST))
    scratch = Scratch.objects.of(*own).get()
    buttons = {name: value for name, value in request.POST.items() if name[:1] == "_"}
    at = scratch.typed_at.isoformat()
    return Kept(typist.pk, name_of(typist), request.path, scratch.pk, at, buttons, bool(request.FILES))


def login_page(site: AdminSite, request: HttpRequest, kept: Kept) -> HttpResponse:
    return site.login(request, {"kept": kept, "title": "Sign in, and what you typed is saved"})


def gone_on(site: AdminSite, request: HttpRequest, kept: Kept) -> HttpResponse | None:
    answer = login_page(site, request, kept)
    if not site.has_permission(request):
        return answer
    if request.user.pk != kept.typist:
        told = f"You are signed in as {request.user}. What {kept.name} had typed was not saved: it is kept for {kept.name}, whose form offers it back."
        messages.warning(request, told)
        return HttpResponseRedirect(reverse("admin:index"))
    scratch = kept.found()
    if scratch is None:
        messages.warning(request, "This was saved already, or typed on elsewhere: look it over.")
        return HttpResponseRedirect(request.path)
    if kept.had_files:
        messages.warning(request, "The file that you had chosen could not be kept: choose it again.")
    timezone.activate(request.user.time_zone or timezone.get_default_timezone())
    request.POST = sent_again(scratch, kept)
    request.came_back = True
    return None


def came_back(request: HttpRequest) -> bool:
    """What it sends now is from the scratch of whoever signed in."""
    return hasattr(request, "came_back")


def sent_again(scratch: Scratch, kept: Kept) -> QueryDict:
    sent = as_sent(scratch.fields)
    sent.update(kept.buttons)
    return sent


def read(signed: str, salt: str, holds: timedelta) -> Any:
    try:
        return signing.loads(signed, salt=salt, max_age=holds)
    except signing.BadSignature:
        return None
