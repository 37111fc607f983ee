"""Two entities that turn out to be one: nothing that rested on the first is lost."""

from django.core.exceptions import ValidationError
from django.db import transaction

from articles.models import SlugRecord
from entities.linking.relinking import names_changing
from entities.models import Entity, Event, Evidence, Fact, Relation
from entities.recording import record_about


@transaction.atomic
def merge(gone: Entity, heir: Entity) -> None:
    if gone.pk == heir.pk:
        raise ValidationError("An entity cannot be merged into itself.")
    with names_changing(gone.pk, heir.pk):
        gone.refresh_from_db()
        heir.refresh_from_db()
        hand_over_aliases(gone, heir)
        hand_over_facts(gone, heir)
        hand_over_relations(gone, heir)
        hand_over_events(gone, heir)
        gone.link_decisions.update(entity=heir)
        heir.tags.add(*gone.tags.all())
        SlugRecord.objects.hand_over(gone, heir)
        gone.delete()
        inherit_what_is_missing(gone, heir)
        record_about(heir)


def hand_over_aliases(gone: Entity, heir: Entity) -> None:
    known = heir.aliases.values_list("text", flat=True)
    gone.aliases.filter(text__in=known).delete()
    gone.aliases.update(entity=heir)


def hand_over_facts(gone: Entity, heir: Entity) -> None:
    for fact in gone.facts.all():
        same = heir.facts.filter(label=fact.label, value=fact.value).first()
        take_over(fact, same) if same else Fact.objects.filter(pk=fact.pk).update(entity=heir)


def hand_over_relations(gone: Entity, heir: Entity) -> None:
    for relation in Relation.objects.of(gone):
        ends = {end: heir.pk if pk == gone.pk else pk for end, pk in relation_ends(relation).items()}
        if ends["subject_id"] == ends["object_id"]:
            relation.delete()  # what related the two says nothing once they are one
            continue
        same = Relation.objects.filter(
            kind=relation.kind, since=relation.since, note=relation.note, **ends
        ).first()
        take_over(relation, same) if same else Relation.objects.filter(pk=relation.pk).update(**ends)


def relation_ends(relation: Relation) -> dict[str, int]:
    return {"subject_id": relation.subject_id, "object_id": relation.object_id}


def hand_over_events(gone: Entity, heir: Entity) -> None:
    for event in Event.objects.filter(entities=gone):
        event.entities.remove(gone)
        event.entities.add(heir)


def take_over(claim: Fact | Relation, same: Fact | Relation) -> None:
    """`same` says what `claim` says: it keeps the evidence of both, and the date that only one of them knew."""
    held = {ground_of(one) for one in same.evidence.all()}
    for one in claim.evidence.all():
        if ground_of(one) not in held:
            setattr(one, one.supports, same)
            one.save()
    claim.delete()
    for name in ("as_of", "until"):
        if getattr(claim, name, None) and not getattr(same, name):
            setattr(same, name, getattr(claim, name))
            same.save()


def ground_of(evidence: Evidence) -> tuple:
    return evidence.passage_id, evidence.quote, evidence.source_id, evidence.note


def inherit_what_is_missing(gone: Entity, heir: Entity) -> None:
    for names in (
        ("native_name", "native_language"),
        ("description",),
        ("about",),
        ("website",),
        ("thread",),
    ):
        if not getattr(heir, names[0]):
            for name in names:
                setattr(heir, name, getattr(gone, name))
    heir.version += 1
    heir.save()
