"""What was ticked is made, all of it or nothing, as editors make it by hand: with history, log and what follows from it."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

import reversion
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model

from articles.importing.making import carry_out
from articles.importing.namesakes import free_slug
from articles.importing.placing import Plan
from articles.importing.slugs import slug_of
from articles.models import Source
from articles.steps import Step
from articles.visible import as_seen
from chipduo.intake.proposals import Happening, Name, Part, Proposals, Tie
from entities.linking.names_changing import names_changing
from entities.models import Entity, Event, Evidence, Relation
from entities.recording import record_saved
from entities.search import rows

LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True)
class Wish:
    """The keys that are ticked, and what was said of each: the kind of a name, the title of an event."""

    ticked: frozenset[str]
    said: Mapping[str, str] = field(default_factory=dict)
    source: Source | None = None

    def of(self, some: Sequence[Any]) -> list[Any]:
        return [one for one in some if one.key in self.ticked]


def make(
    plan: Plan, proposals: Proposals, wish: Wish, name: str, editor: Any
) -> Generator[Step, None, list[Model]]:
    """Raises DocumentError and ValidationError. `name` is the file's, for the history."""
    chosen = wish.of(proposals.parts)
    with transaction.atomic():
        with reversion.create_revision():
            reversion.set_user(editor)
            made: list[Model] = parts(plan, chosen, name)
            made += yield from things(proposals, wish)
            reversion.set_comment(f"Imported from {name}.")
        for model in (Event, Relation):
            record_saved(model.objects.filter(pk__in=[one.pk for one in made if isinstance(one, model)]))
        replaced = [part.place.article for part in chosen if not part.is_new]
        for thing in made:
            flag = CHANGE if thing in replaced else ADDITION
            told = f"Imported from {name}."
            LogEntry.objects.log_actions(editor.pk, [thing], flag, told, single_object=True)
    return made


def things(proposals: Proposals, wish: Wish) -> Generator[Step, None, list[Model]]:
    """Beside the articles."""
    names, happenings, ties = map(wish.of, (proposals.names, proposals.happenings, proposals.ties))
    making = chain(
        entities(names, wish.said),
        (happening(one, wish) for one in happenings),
        (tie(one, wish) for one in ties),
    )
    total, made = len(names) + len(happenings) + len(ties), []
    for number, thing in enumerate(making, 1):
        made.append(thing)
        yield Step(number, total, "things made")
    return made


def parts(plan: Plan, chosen: Sequence[Part], name: str) -> list[Model]:
    """By the same hand as the command: what is here with other words is replaced, since somebody ticked it."""
    carry_out(replace(plan, places=tuple(part.place for part in chosen)), replace=True, name=name)
    return [part.place.article for part in chosen]


def entities(names: Sequence[Name], said: Mapping[str, str]) -> Iterator[Entity]:
    """Private: their names become links, with a look at which, when an editor makes them public."""
    made = [entity(name, said) for name in names]
    if made:
        with names_changing(*(one.pk for one in made)):
            Entity.objects.filter(pk__in=[one.pk for one in made]).names_changed()
    yield from made


def entity(name: Name, said: Mapping[str, str]) -> Entity:
    kind, slug = said.get(name.key), free_slug(Entity, slug_of(name.text))
    if not kind:
        raise ValidationError(f"Choose of which kind “{name.text}” is.")
    made = Entity(name=name.text, slug=slug, kind=kind, public=False)
    told_of(name.text, made, exclude=["about_html"])
    return made


def happening(proposed: Happening, wish: Wish) -> Event:
    made = proposed.event
    made.title = as_seen(wish.said.get(proposed.key, "")) or made.title
    made.slug = free_slug(Event, slug_of(made.title))
    told_of(proposed.sentence, made)
    made.entities.set(proposed.entities)
    rest(made, proposed.sentence, wish.source)
    rows.renew([made])
    return made


def tie(proposed: Tie, wish: Wish) -> Relation:
    told_of(proposed.sentence, proposed.relation)
    rest(proposed.relation, proposed.sentence, wish.source)
    return proposed.relation


def told_of(what: str, thing: Model, exclude: Sequence[str] = ()) -> None:
    """Stored, or refused with the words that it is about."""
    try:
        thing.full_clean(exclude=exclude)
    except ValidationError as error:
        raise ValidationError(f"“{what[:80]}”: {' '.join(error.messages)}") from error
    thing.save()
    reversion.add_to_revision(thing)


def rest(claim: Event | Relation, sentence: str, source: Source | None) -> None:
    if source:
        Evidence.objects.create(
            **{claim._meta.model_name: claim}, source=source, note=sentence[:LONGEST_NOTE]
        )
