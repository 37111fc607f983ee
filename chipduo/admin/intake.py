"""The import of a document: a file, what could be made of it, and what was ticked is made."""

from collections import Counter
from collections.abc import Generator
from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from articles.admin.working import Work, answered
from articles.importing.placing import Plan
from articles.importing.refusal import DocumentError
from articles.steps import Step
from chipduo.admin.intake_form import IntakeForm
from chipduo.admin.intake_page import STYLE, TITLE, page
from chipduo.intake.making import Wish, make
from chipduo.intake.proposals import Proposals
from chipduo.intake.proposing import propose

LONG = 50_000  # characters, from which on reading takes more than a second
TO_MAKE = {
    "names": "entities.add_entity",
    "happenings": "entities.add_event",
    "ties": "entities.add_relation",
}


def intake(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
    if request.method != "POST":
        return page(request, IntakeForm())
    form = IntakeForm(request.POST, request.FILES)
    return answered(request, work(request, form), TITLE, STYLE, at_once=is_long(request))


def is_long(request: HttpRequest) -> bool:
    return sum(len(text) for text in request.POST.values()) > LONG or any(
        file.size > LONG for file in request.FILES.values()
    )


def work(request: HttpRequest, form: IntakeForm) -> Work:
    yield Step(0, 1, "documents read")
    if not form.is_valid():
        return (yield from refused(request, form, status=400))
    plan, proposals = yield from proposed_from(request, form)
    if "_make" not in request.POST:
        return page(request, form, proposals)
    return (yield from made(request, form, plan, proposals))


def proposed_from(request: HttpRequest, form: IntakeForm) -> Generator[Step, None, tuple[Plan, Proposals]]:
    plan, drafts, _ = form.cleaned_data["intake"].read()
    return plan, allowed(request, (yield from propose(plan, drafts)))


def allowed(request: HttpRequest, proposals: Proposals) -> Proposals:
    """Without what the editor may not make; and parts that would be replaced only for who may change them."""
    without = {name: () for name, permission in TO_MAKE.items() if not request.user.has_perm(permission)}
    if not request.user.has_perm("articles.change_article"):
        without["parts"] = tuple(part for part in proposals.parts if part.is_new or part.is_here)
    return replace(proposals, **without)


def made(request: HttpRequest, form: IntakeForm, plan: Plan, proposals: Proposals) -> Work:
    ticked = frozenset(request.POST.getlist("tick"))
    try:
        if not ticked:
            raise ValidationError("Nothing is ticked.")
        if ticked - proposals.keys():
            raise ValidationError("Something was saved since you looked. This could be made now.")
        wish = Wish(ticked, request.POST.dict(), form.cleaned_data["source"])
        things = yield from make(plan, proposals, wish, form.cleaned_data["intake"].name, request.user)
    except DocumentError as error:
        return (yield from refused(request, form, str(error)))
    except ValidationError as error:
        return (yield from refused(request, form, *error.messages))
    except IntegrityError:
        return (yield from refused(request, form, "Somebody made one of these just now."))
    return done(request, things)


def refused(request: HttpRequest, form: IntakeForm, *why: str, status: int = 409) -> Work:
    """With the proposals read anew, if there is a text: those that were tried know keys of rows that were taken back."""
    if why:
        form.add_error(None, f"Nothing was made. {' '.join(why)}")
    proposals = None
    if "intake" in form.cleaned_data:
        _, proposals = yield from proposed_from(request, form)
    return page(request, form, proposals, status)


def done(request: HttpRequest, things: list[Model]) -> HttpResponse:
    """On to what was made: the article, or the list where it is one of many."""
    counts = Counter(type(thing)._meta for thing in things)
    told = (f"{n} {meta.verbose_name if n == 1 else meta.verbose_name_plural}" for meta, n in counts.items())
    messages.success(
        request, f"Made or replaced: {', '.join(told)}. Readers see no article before it is published."
    )
    meta, many = things[0]._meta, counts[things[0]._meta] > 1
    page_of = f"admin:{meta.app_label}_{meta.model_name}_{'changelist' if many else 'change'}"
    return HttpResponseRedirect(reverse(page_of, args=[] if many else [things[0].pk]))
