"""What an editor decides of single places while a change of names is foreseen: no link there, or one that would not be made."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from django.contrib.admin.models import ADDITION, LogEntry
from django.core.exceptions import PermissionDenied, ValidationError

from articles.keys import key_in
from articles.models import Passage
from entities.linking.deciding import place_in
from entities.linking.foreseeing import Change, Foreseen
from entities.linking.relinking import kept_up_to_date
from entities.linking.settling import decide
from entities.models import Entity, LinkDecision

PLACE = "_place"
NOWHERE, HERE = "no", "here"  # HERE: the entity in question, which may have no key yet
OFFERED = re.compile(
    r"(?P<passage>\d{1,18})\.(?P<start>\d{1,7})\.(?P<end>\d{1,7})\.(?P<answer>no|here|\d{1,18})", re.ASCII
)
NEEDED = ("entities.add_linkdecision", "entities.change_linkdecision", "entities.delete_linkdecision")


@dataclass(frozen=True, slots=True)
class Choice:
    value: str  # passage.start.end.answer
    label: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class Row:
    change: Change
    choices: Sequence[Choice]


def rows_of(found: Foreseen, entity: Entity, chosen: Sequence[str]) -> list[Row]:
    return [
        Row(change, [Choice(value, label, value in chosen) for value, label in choices(change, entity)])
        for change in found.changes
    ]


def choices(change: Change, entity: Entity) -> Iterator[tuple[str, str]]:
    effect = change.effect
    place = f"{change.passage.pk}.{effect.start}.{effect.end}"
    if effect.kind in ("links", "names", "shares"):
        yield f"{place}.{NOWHERE}", "No link here"
    if effect.kind != "links":
        for one in change.entities:
            yield f"{place}.{HERE if one == entity else one.pk}", f"Link it to {one} here"


def decide_places(request, entity: Entity) -> None:
    """The links follow with those of the names."""
    chosen = request.POST.getlist(PLACE)
    if chosen and not request.user.has_perms(NEEDED):
        raise PermissionDenied
    made = [decision for value in chosen if (decision := decided(value, entity))]
    if made:
        LogEntry.objects.log_actions(
            request.user.pk, made, ADDITION, f"Decided while the names of “{entity}” were changed."
        )


def decided(value: str, entity: Entity) -> LinkDecision | None:
    """None where the text or the entity that was offered is gone meanwhile."""
    offered = OFFERED.fullmatch(value)
    if offered is None:
        return None
    start, end, answer = int(offered["start"]), int(offered["end"]), offered["answer"]
    passage = Passage.objects.filter(pk=offered["passage"], edition__in=kept_up_to_date()).first()
    meant = entity if answer == HERE else Entity.objects.filter(pk=key_in(answer)).first()
    if passage is None or (meant is None and answer != NOWHERE):
        return None
    with suppress(ValidationError):  # such as a place with no words, which was never offered
        return decide(passage.edition.article, place_in(passage.text, start, end), meant)
