"""The page of an import: its form, and under which ticks and words what could be made is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

from articles.admin.desk_page import desk_page
from articles.importing.formats import ENDINGS
from articles.models import Article
from chipduo.admin.intake_form import IntakeForm
from chipduo.intake.proposals import Proposals
from chipduo.intake.proposing import MOST
from entities.models import Entity

TITLE, STYLE = "Import a document", "chipduo/css/desk/intake.css"


@dataclass(frozen=True, slots=True)
class Row:
    """A proposal as it is shown: with the tick and the words that its editor gave it."""

    of: Any
    ticked: bool
    said: str


def page(
    request: HttpRequest, form: IntakeForm, proposals: Proposals | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "opts": Article._meta,
        "form": form,
        "endings": ",".join(ENDINGS),
        **(proposed(request, form, proposals) if proposals else {}),
    }
    return desk_page(request, "admin/intake/intake.html", TITLE, status=status, **context)


def proposed(request: HttpRequest, form: IntakeForm, proposals: Proposals) -> dict[str, Any]:
    some = {name: getattr(proposals, name) for name in ("parts", "names", "happenings", "ties")}
    return {
        "proposals": proposals,
        "most": MOST,
        "intake": form.cleaned_data["intake"],
        "remarks": form.cleaned_data["remarks"],
        "kinds": Entity.Kind.choices,
        **{name: rows(request, those) for name, those in some.items()},
    }


def rows(request: HttpRequest, some: Iterable[Any]) -> list[Row]:
    """New manuscripts come ticked, and nothing else does."""
    chosen, was_asked = request.POST.getlist("tick"), "_make" in request.POST
    return [
        Row(
            one,
            one.key in chosen if was_asked else getattr(one, "is_new", False),
            request.POST.get(one.key, ""),
        )
        for one in some
    ]
