"""A change of names is shown before it is kept: sentence by sentence, what would be linked, and which links would go."""

from typing import Any

from django.contrib import admin
from django.template.response import TemplateResponse
from django.utils import timezone

from articles.admin.desk_page import desk_page
from articles.admin.history.kept import is_restoring
from entities.admin.places_decided import NEEDED, PLACE, decide_places, rows_of
from entities.linking.foreseeing import Foreseen, foreseen
from entities.linking.names import current_names, names_as_stored
from entities.linking.names_changing import spellings
from entities.models import Entity

SEEN, BACK, START = "_names_seen", "_back", "_start"
OURS = {SEEN, BACK, START, "csrfmiddlewaretoken"}


class AskFirstError(Exception):
    """Raised when all is saved, so that the transaction takes everything back."""

    def __init__(self, entity: Entity, found: Foreseen) -> None:
        super().__init__(str(entity))
        self.entity, self.found = entity, found


class NamesForeseenAdmin(admin.ModelAdmin):
    def asking_first(self, request, view, *args: Any):
        try:
            return view(request, *args)
        except AskFirstError as asked:
            return self.question(request, asked)

    def remember_names(self, request, *entities: int) -> None:
        """Before anything is saved."""
        if SEEN not in request.POST:
            request.before = spellings(entities) if entities else set(), current_names()

    def ask_first(self, request, entity: Entity) -> None:
        """Unless it was asked already, or nothing is read otherwise than before; a sheet asks in its own way."""
        if SEEN in request.POST:
            decide_places(request, entity)
            return
        if is_restoring(request) or not hasattr(request, "before"):
            return
        known, names = request.before
        texts = {row[0] for row in known ^ spellings([entity.pk])}
        found = foreseen(texts, names, names_as_stored(), start_in(request.POST)) if texts else Foreseen(0)
        if found.changes or not found.is_all:
            raise AskFirstError(entity, found)

    def render_change_form(self, request, context, *args, **kwargs):
        if BACK in request.POST and len(context["errors"]) == 1:  # it is only said that nothing is saved
            context |= {"errors": (), "told": context["adminform"].form.non_field_errors()}
        return super().render_change_form(request, context, *args, **kwargs)

    def question(self, request, asked: AskFirstError) -> TemplateResponse:
        """With all that was typed, so that nothing of it is lost whatever the answer is."""
        rows = rows_of(asked.found, asked.entity, request.POST.getlist(PLACE))
        offered = {choice.value for row in rows for choice in row.choices}
        typed = [
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if name not in OURS and not (name == PLACE and value in offered)
        ]
        context = {
            "opts": self.opts,
            "entity": asked.entity,
            "found": asked.found,
            "rows": rows,
            "may_decide": request.user.has_perms(NEEDED),
            "typed": typed,
            "now": timezone.now(),
            "is_popup": "_popup" in request.POST,
        }
        title = f"What the names of “{asked.entity}” would do"
        return desk_page(request, "admin/entities/entity/names_foreseen.html", title, **context)


def start_in(data: Any) -> int:
    start = data.get(START, "")
    return int(start) if start.isascii() and start.isdigit() and len(start) < 9 else 0
